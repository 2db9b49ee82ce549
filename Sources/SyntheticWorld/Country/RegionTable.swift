// SPDX-License-Identifier: Apache-2.0

import Population

/// The invented regions: codes whose province digits (00 to 09) Indonesia never issued, with invented names.
struct RegionTable: Sendable {
    /// One province, regency or district of regions.csv.
    struct Entry: Hashable, Sendable {
        let code: String
        /// 1 province, 2 regency or city, 3 district.
        let level: Int
        let name: String
    }

    static let provinces = 10
    static let regenciesPerProvince = 49
    static let mostDistricts = provinces * regenciesPerProvince * 15

    /// The number of districts where people live.
    let count: Int
    private let regencyNames: [String]
    private let districtNames: [String]

    /// Regions for a population of this many residents.
    init(residents: Int) {
        count = min(Self.mostDistricts, max(20, residents / 1500))
        let regencies = min(count, Self.provinces * Self.regenciesPerProvince)
        regencyNames = (0..<regencies).map { Self.inventedName($0 * 7 + 3) }
        districtNames = (0..<count).map { Self.inventedName(4000 + $0) }
    }

    /// The district's six digits.
    func code(_ index: Int) -> Int {
        let province = index % Self.provinces
        let regency = index / Self.provinces % Self.regenciesPerProvince
        let district = index / (Self.provinces * Self.regenciesPerProvince) + 1
        return province * 10_000 + (regency < 9 ? 71 + regency : regency - 8) * 100 + district
    }

    func regionCode(_ index: Int) -> RegionCode { RegionCode(value: code(index)) ?? RegionCode.zero }

    /// The name of the regency or city, as a place of birth.
    func regencyName(_ index: Int) -> String { regencyNames[index % (Self.provinces * Self.regenciesPerProvince)] }

    func districtName(_ index: Int) -> String { districtNames[index] }

    /// The people who are most numerous in a district's province.
    func people(_ index: Int) -> IndonesianPeople { Self.peoples[index % Self.provinces] }

    private static let peoples: [IndonesianPeople] = [
        .javanese, .javanese, .sundanese, .malay, .batak, .balinese, .bugis, .chinese, .eastern, .javanese,
    ]

    /// All regions in the order of their codes.
    var entries: [Entry] {
        var entries: [Entry] = []
        for index in 0..<count {
            let code = regionCode(index).description
            entries.append(Entry(code: code, level: 3, name: districtNames[index]))
            if index < regencyNames.count {
                let isCity = index / Self.provinces % Self.regenciesPerProvince < 9
                let name = (isCity ? "KOTA " : "KABUPATEN ") + regencyNames[index]
                entries.append(Entry(code: String(code.prefix(5)), level: 2, name: name))
            }
            if index < Self.provinces {
                entries.append(Entry(code: String(code.prefix(2)), level: 1, name: Self.inventedName(7 + index * 613)))
            }
        }
        return entries.sorted { $0.code < $1.code }
    }

    private static let heads = [
        "ARUM", "BELU", "CIRAN", "DUNGA", "EMBAL", "GARU", "HALU", "INDRA", "JELA", "KELU", "LINTA", "MERU", "NAWA",
        "ORAN", "PELA", "QUMA", "RENGA", "SELA", "TIRA", "ULUN", "WERA", "YALA", "ZAMRA",
    ]
    private static let middles = ["", "BA", "DI", "GO", "KA", "LU", "MI", "NE", "PA", "RI", "SU", "TO", "VE"]
    private static let tails = [
        "NTARA", "MPUR", "NGGAI", "RANG", "LASI", "NDUK", "KATU", "MERAN", "PURI", "WENG", "LOKA", "SARI", "NJANG",
        "BUANA", "DARU", "GIRI", "HULU", "JATI", "KERTA", "LAYA", "MUKTI", "NEGARA", "PANDAN", "RAYA", "SINGA",
        "TIMPA", "WANGI",
    ]

    /// The n-th invented place name; distinct for n below 8073 (23 x 13 x 27).
    static func inventedName(_ number: Int) -> String {
        let place = (number * 3089 + 17) % (heads.count * middles.count * tails.count)
        return heads[place % heads.count] + middles[place / heads.count % middles.count]
            + tails[place / (heads.count * middles.count)]
    }
}

extension RegionCode {
    fileprivate static let zero: RegionCode = {
        guard let code = RegionCode(value: 0) else { preconditionFailure("zero is a region code") }
        return code
    }()
}
