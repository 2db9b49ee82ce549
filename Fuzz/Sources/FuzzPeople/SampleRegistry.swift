// SPDX-License-Identifier: Apache-2.0

import Identity

/// Forty invented residents, whose region codes do not exist, as an index.
public enum SampleRegistry {
    /// The index file's bytes.
    public static let file = files.index
    /// The bytes of the file with mothers' names and addresses.
    public static let details = files.details

    private static let files: (index: [UInt8], details: [UInt8]) = {
        var builder = PopulationIndexBuilder(temporaryFolder: ScratchFile.folder)
        do {
            try builder.keepDetails(beside: ScratchFile.path)
            try Array(extract.utf8).withUnsafeBufferPointer { try builder.add($0) }
            try builder.write(to: ScratchFile.path)
        } catch {
            fatalError("the sample cannot be built: \(error)")
        }
        defer { ScratchFile.remove() }
        return (ScratchFile.read(), ScratchFile.read(".details"))
    }()

    private static let columns =
        "NIK,NO_KK,NAMA_LGKP,TMPT_LHR,TGL_LHR,JENIS_KLMIN,STAT_HBKEL,NAMA_LGKP_IBU,NAMA_LGKP_AYAH,ALAMAT,NO_RT,NO_RW,KODE_WILAYAH"

    private static let extract: String = {
        let names = [
            "BUDI SANTOSO", "SITI AMINAH", "MUHAMMAD YUSUF", "NASIR", "TAN MEI LING", "DEWI", "I MADE WIRATAMA",
            "O'BRIEN",
        ]
        let places = ["BATAM", "TANJUNG PINANG", "JAKARTA", ""]
        let rows = (0..<40).map { number in
            let day = 1 + number % 28
            let month = 1 + number % 12
            let year = 60 + number % 30
            let isFemale = number % 2 == 1
            // Every seventh number does not follow from the date.
            let shown = (isFemale ? 40 : 0) + (number % 7 == 0 ? 29 - day : day)
            let nik = "99990\(number % 4)\(two(shown))\(two(month))\(two(year))\(1000 + number)"
            let date = "19\(two(year))-\(two(month))-\(two(day))"
            return
                "\(nik),99990\(number % 4)01019900\(two(number / 4)),\(names[number % 8]),\(places[number % 4]),\(date),"
                + "\(isFemale ? "PEREMPUAN" : "LAKI-LAKI"),\(1 + number % 4),IBU \(number % 5),\(names[number / 4 % 8]),JL \(number),1,2,99990\(number % 4)"
        }
        return ([columns] + rows).joined(separator: "\n")
    }()

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
