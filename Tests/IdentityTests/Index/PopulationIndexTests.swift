// SPDX-License-Identifier: Apache-2.0

import Civil
import Foundation
import Testing

@testable import Identity

@Suite struct PopulationIndexTests {
    @Test func `the header alone tells the version, and a cut or foreign file from an index`() throws {
        let made = try InventedRegistry.build()
        defer { try? FileManager.default.removeItem(at: made.folder) }
        #expect(try PopulationIndex.version(at: made.path) == PopulationIndex(path: made.path).version)
        let whole = try Data(contentsOf: URL(fileURLWithPath: made.path))
        try whole.dropLast(64).write(to: URL(fileURLWithPath: made.path))
        #expect(throws: PopulationIndexError.self) { try PopulationIndex.version(at: made.path) }
        try Data(repeating: 7, count: 9_999).write(to: URL(fileURLWithPath: made.path))
        #expect(throws: PopulationIndexError.notAnIndex) { try PopulationIndex.version(at: made.path) }
    }

    @Test func `every resident comes back letter for letter under the own number`() throws {
        let made = try InventedRegistry.build()
        defer { try? FileManager.default.removeItem(at: made.folder) }
        let index = try PopulationIndex(path: made.path)
        #expect(index.count == 5)
        #expect(made.builder.skipped.isEmpty)
        let expected: [(String, String, String, String, String)] = [
            ("0101011204850001", "BUDI EKO SANTOSO", "KOTA AWAN", "1985-04-12", "HADI SANTOSO"),
            ("0101015507870002", "SITI AMINAH", "KOTA AWAN", "1987-07-15", "UMAR"),
            ("0101010101120001", "RAKA PUTRA SANTOSO", "KOTA AWAN", "2012-01-01", "BUDI EKO SANTOSO"),
            ("0102010101600003", "O'BAMA  WIJAYA", "TANJUNG, BIRU", "1960-01-01", ""),
            ("0102014101600001", "MUHAMMAD NUR BIN ALI", "TANJUNG", "1960-01-01", "ALI"),
        ]
        for (nik, name, place, birth, father) in expected {
            let row = try #require(index.row(of: NIK(parsing: nik)), "\(nik)")
            let resident = try #require(index.resident(row: row))
            #expect(resident.nik.description == nik)
            #expect(resident.name == name)
            #expect(resident.birthPlace == place)
            #expect(resident.birthDate.description == birth)
            #expect(resident.fatherName == father)
            #expect(resident.familyCard.description.hasPrefix("01"))
        }
        // The number says a woman, the registry a man: the registry holds, the number stays findable.
        let odd = try #require(index.row(of: NIK(parsing: "0102014101600001")))
        #expect(index.resident(row: odd)?.sex == .male)
        #expect(try index.row(of: NIK(parsing: "0101011204850009")) == nil)
    }

    @Test func `members of one family card are found from any of them`() throws {
        let made = try InventedRegistry.build()
        defer { try? FileManager.default.removeItem(at: made.folder) }
        let index = try PopulationIndex(path: made.path)
        let row = try #require(index.row(of: NIK(parsing: "0101015507870002")))
        let members = index.base.members(household: index.household(row: row)).map {
            index.resident(row: Int($0))?.name
        }
        #expect(Set(members) == ["BUDI EKO SANTOSO", "SITI AMINAH", "RAKA PUTRA SANTOSO"])
    }

    @Test(arguments: [
        ("99,0101010101100001,A,B,1985-04-12,1,1,,,,,,010101", SkippedRow.Reason.nik),
        ("0101013113850001,0101010101100001,A,B,1985-04-12,1,1,,,,,,010101", .nik),
        ("0101011204850007,1,A,B,1985-04-12,1,1,,,,,,010101", .familyCard),
        ("0101011204850007,0101010101100001,A,B,1985-02-30,1,1,,,,,,010101", .birthDate),
        ("0101011204850007,0101010101100001,A,B,1985-04-12,X,1,,,,,,010101", .sex),
        ("0101011204850007,0101010101100001,A,B,1985-04-12,1,42,,,,,,010101", .relation),
        ("0101011204850007,0101010101100001,A,B,1985-04-12,1,1,,,,,,0101", .region),
        ("0101011204850007,0101010101100001,,B,1985-04-12,1,1,,,,,,010101", .name),
        ("0101011204850007,0101010101100001", .fields),
        ("0101011204850001,0101010101100001,A,B,1985-04-12,1,1,,,,,,010101", .duplicate),
        ("0102014101600001,0101010101100001,A,B,1961-04-12,1,1,,,,,,010101", .duplicate),
    ]) func `a row that cannot be kept is listed with its line`(row: String, reason: SkippedRow.Reason) throws {
        let made = try InventedRegistry.build(InventedRegistry.csv + row + "\n")
        defer { try? FileManager.default.removeItem(at: made.folder) }
        #expect(made.builder.skipped == [SkippedRow(line: 7, reason: reason)])
        #expect(try PopulationIndex(path: made.path).count == 5)
    }

    @Test func `an extract without a column, or without anyone, is refused`() {
        #expect(throws: PopulationIndexError.missingColumn("NO_KK")) {
            try InventedRegistry.build("NIK,NAMA_LGKP\n1,2\n")
        }
        #expect(throws: PopulationIndexError.noResidents) { try InventedRegistry.build(InventedRegistry.header + "\n") }
        #expect(throws: PopulationIndexError.noResidents) { try InventedRegistry.build("") }
    }

    @Test(arguments: 0..<120) func `damage anywhere is noticed`(seed: UInt64) throws {
        let made = try InventedRegistry.build()
        defer { try? FileManager.default.removeItem(at: made.folder) }
        var bytes = try Data(contentsOf: URL(fileURLWithPath: made.path))
        let original = bytes
        let place = Int(seed) * 97 % bytes.count
        bytes[place] ^= 0x20
        try bytes.write(to: URL(fileURLWithPath: made.path))
        // Padding between parts is no part.
        if let index = try? PopulationIndex(path: made.path) {
            #expect(index.count == 5)
            #expect(original[place] == 0 && place >= 4096, "byte \(place)")
        }
        try original.prefix(place).write(to: URL(fileURLWithPath: made.path))
        #expect(throws: PopulationIndexError.self) { try PopulationIndex(path: made.path) }
    }
}
