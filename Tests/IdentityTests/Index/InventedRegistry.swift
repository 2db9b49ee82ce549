// SPDX-License-Identifier: Apache-2.0

import Foundation
import Identity

/// A few invented residents; their region codes do not exist.
enum InventedRegistry {
    static let header =
        "NIK,NO_KK,NAMA_LGKP,TMPT_LHR,TGL_LHR,JENIS_KLMIN,STAT_HBKEL,NAMA_LGKP_IBU,NAMA_LGKP_AYAH,ALAMAT,NO_RT,NO_RW,KODE_WILAYAH"

    static let rows = [
        "0101011204850001,0101010101100001,BUDI EKO SANTOSO,KOTA AWAN,1985-04-12,LAKI-LAKI,KEPALA KELUARGA,SRI,HADI SANTOSO,JL A,1,2,01.01.01",
        "0101015507870002,0101010101100001,SITI AMINAH,KOTA AWAN,1987-07-15,PEREMPUAN,ISTRI,RATNA,UMAR,JL A,1,2,01.01.01",
        "0101010101120001,0101010101100001,RAKA PUTRA SANTOSO,KOTA AWAN,2012-01-01,1,4,SITI AMINAH,BUDI EKO SANTOSO,JL A,1,2,010101",
        "0102010101600003,0102010101100007,O'BAMA  WIJAYA,\"TANJUNG, BIRU\",1960-01-01,L,1,-,,\"JL \"\"B\"\"\",3,4,01.02.01",
        "0102014101600001,0102010101100008,MUHAMMAD NUR BIN ALI,TANJUNG,1960-01-01,LAKI-LAKI,KEPALA KELUARGA,,ALI,JL C,3,4,01.02.01",
    ]

    static var csv: String { ([header] + rows).joined(separator: "\n") + "\n" }

    /// Builds an index in a folder of its own; the caller removes the folder.
    static func build(
        _ csv: String = csv, keepsDetails: Bool = false
    ) throws -> (folder: URL, path: String, builder: PopulationIndexBuilder) {
        let folder = FileManager.default.temporaryDirectory.appending(path: "cermat-index-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        var builder = PopulationIndexBuilder()
        let path = folder.appending(path: "registry.index").path
        if keepsDetails { try builder.keepDetails(beside: path) }
        try Array(csv.utf8).withUnsafeBufferPointer { try builder.add($0) }
        try builder.write(to: path)
        return (folder, path, builder)
    }

    /// The residents above among others of composed names and all dates.
    static func crowd(_ count: Int) -> String {
        let parts = ["SA", "RI", "TO", "MU", "LE", "NA", "KA", "DI", "WO", "PE", "BU", "GA"]
        func word(_ number: Int) -> String {
            parts[number % 12] + parts[number / 12 % 12] + parts[number / 144 % 12]
        }
        var lines = [header] + rows
        for number in 0..<count {
            let year = 1940 + number % 70
            let (month, day) = (1 + number % 12, 1 + number % 28)
            func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
            let serial = String(number + 10_000).suffix(4)
            let nik = "020101\(two(day))\(two(month))\(two(year % 100))\(serial == "0000" ? "9999" : String(serial))"
            let name = "\(word(number * 7)) \(word(number * 13 + 5))"
            lines.append("\(nik),0201010101100001,\(name),JAUH,\(year)-\(two(month))-\(two(day)),1,1,,,,,,020101")
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
