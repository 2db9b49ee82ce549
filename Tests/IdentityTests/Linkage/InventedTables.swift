// SPDX-License-Identifier: Apache-2.0

@testable import Identity

/// Tables of invented people for linking.
enum InventedTables {
    static let given = "RATU BIMA SEKAR DAMAR LARAS TIRTA WULAN CANDRA KIRANA ARGA INTAN PANJI GALUH SATRIA MELATI"
        .split(
            separator: " ")
    static let families =
        "SAKADEWA WIRABUMI TANJUNGSARI KERTAPATI LINGGAJATI MAHAWIRA PUSPANEGARA RANGKUTA SOMADIPA WANGSAKARA".split(
            separator: " ")
    static let places = ["SUMBER REJO", "TANAH MERAH", "BATU PUTIH", "KUALA DUA", "RAWA BENING"]

    /// So many people, each in two rows whose second has a slip in one value; the rows of a place share its code.
    static func people(_ count: Int) -> (first: [String], second: [String]) {
        var rows: (first: [String], second: [String]) = ([], [])
        for number in 0..<count {
            func draw(_ kind: UInt64, _ bound: Int) -> Int {
                Int(BlockHash.mix(kind, UInt64(number)) % UInt64(bound))
            }
            let name = String(given[draw(1, given.count)])
            let family = String(families[draw(2, families.count)]) + String(UnicodeScalar(UInt8(65 + draw(3, 26))))
            let place = draw(4, places.count)
            let birth = (year: 1950 + draw(5, 50), month: 1 + draw(6, 12), day: 1 + draw(7, 28))
            let code = "\(place + 4)01\(draw(8, 7))"
            let date = "\(birth.year)-\(two(birth.month))-\(two(birth.day))"
            rows.first.append("a\(number),p\(number),\(name),\(family),\(date),\(places[place]),\(code)")
            let slip = number % 3
            let other = "\(birth.year)-\(two(birth.month))-\(two(birth.day % 28 + 1))"
            rows.second.append(
                "b\(number),p\(number),\(name),\(slip == 0 ? String(family.dropFirst()) : family),"
                    + "\(slip == 1 ? other : date),\(slip == 2 ? "" : places[place]),\(code)")
        }
        return rows
    }

    static let header = "ID,WHO,GIVEN,FAMILY,BORN,TOWN,CODE\n"

    private static func two(_ value: Int) -> String { (value < 10 ? "0" : "") + String(value) }
}
