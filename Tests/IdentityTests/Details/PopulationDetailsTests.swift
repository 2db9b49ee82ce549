// SPDX-License-Identifier: Apache-2.0

import Civil
import Foundation
import Testing

@testable import Identity

/// Mother's name and address beside an index: built with it, changed and compacted with it, never in it.
@Suite struct PopulationDetailsTests {
    private func nik(_ text: String) throws -> NIK { try NIK(parsing: text) }

    private func details(_ path: String, _ number: String) throws -> ResidentDetails? {
        let index = try PopulationIndex(path: path)
        return try PopulationDetails(beside: path, of: index)?.details(of: nik(number))
    }

    private func data(_ path: String) throws -> Data { try Data(contentsOf: URL(fileURLWithPath: path)) }

    private func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

    @Test func `an extract's details come out letter for letter, and the index is the same without`() throws {
        let made = try InventedRegistry.build(keepsDetails: true)
        defer { try? FileManager.default.removeItem(at: made.folder) }
        let budi = try #require(try details(made.path, "0101011204850001"))
        #expect(budi.motherName == "SRI" && budi.address == "JL A")
        #expect(budi.neighbourhood == "1" && budi.community == "2")
        #expect(budi.village.isEmpty && budi.postcode.isEmpty)
        let obama = try #require(try details(made.path, "0102010101600003"))
        #expect(obama.motherName == "-" && obama.address == "JL \"B\"")
        let nur = try #require(try details(made.path, "0102014101600001"))
        #expect(nur.motherName.isEmpty && nur.address == "JL C")
        #expect(try details(made.path, "0102014101600009") == nil)
        let plain = try InventedRegistry.build()
        defer { try? FileManager.default.removeItem(at: plain.folder) }
        #expect(try data(plain.path) == data(made.path))
        #expect(!exists(plain.path + ".details") && !exists(made.path + ".details.next"))
        #expect(try PopulationDetails(beside: plain.path, of: PopulationIndex(path: plain.path)) == nil)
    }

    @Test func `columns of village and postcode are read where there are some`() throws {
        let csv =
            "KODE_POS,\(InventedRegistry.header),KEL_NAME\n00012,\(InventedRegistry.rows[0]),\"AWAN, KIDUL\"\n"
            + "\"0 \"\"9\"\"\",\(InventedRegistry.rows[1]),\n"
        let made = try InventedRegistry.build(csv, keepsDetails: true)
        defer { try? FileManager.default.removeItem(at: made.folder) }
        let budi = try #require(try details(made.path, "0101011204850001"))
        #expect(budi.village == "AWAN, KIDUL" && budi.postcode == "00012" && budi.motherName == "SRI")
        let siti = try #require(try details(made.path, "0101015507870002"))
        #expect(siti.village.isEmpty && siti.postcode == "0 \"9\"")
    }

    @Test func `of a number with several birth dates the details are those of the row that the number finds`() throws {
        func row(_ date: String, _ mother: String) -> String {
            "0101011204850001,0101010101100001,BUDI,AWAN,\(date),L,1,\(mother),,JL,1,2,010101"
        }
        let rows = [
            ("1990-05-05", "ODD LATER"), ("1985-04-13", "ODD"), ("1885-04-12", "CENTURY BEFORE"),
            ("1985-04-12", "FIRST"),
            ("1985-04-12", "AGAIN"), ("2085-04-12", "CENTURY AFTER"),
        ]
        // Without the best, the next best, in any order.
        for left in 0..<rows.count {
            for seed in UInt64(1)...3 {
                var rng = SeededGenerator(seed: seed)
                var some = rows
                some.removeAll { [rows[3], rows[4], rows[5], rows[2], rows[1]].prefix(left).map(\.1).contains($0.1) }
                let isFirst = some.contains { $0.1 == "FIRST" }
                if !isFirst { some.shuffle(using: &rng) }
                let csv = ([InventedRegistry.header] + some.map { row($0.0, $0.1) }).joined(separator: "\n")
                let made = try InventedRegistry.build(csv, keepsDetails: true)
                defer { try? FileManager.default.removeItem(at: made.folder) }
                let index = try PopulationIndex(path: made.path)
                let found = try #require(try index.row(of: nik("0101011204850001")))
                let date = try #require(index.resident(row: found)).birthDate.description
                let mother = try #require(try details(made.path, "0101011204850001")).motherName
                #expect(some.first { $0.0 == date }?.1 == mother, "\(some)")
            }
        }
    }

    @Test func `a text that is too long leaves the resident in the index and is listed`() throws {
        let long = String(repeating: "X", count: 4097)
        let csv = InventedRegistry.csv.replacing("JL C", with: long)
        let made = try InventedRegistry.build(csv, keepsDetails: true)
        defer { try? FileManager.default.removeItem(at: made.folder) }
        #expect(made.builder.skipped == [SkippedRow(line: 6, reason: .detail)])
        #expect(try PopulationIndex(path: made.path).count == 5)
        #expect(try details(made.path, "0102014101600001") == nil)
        #expect(try details(made.path, "0101011204850001")?.motherName == "SRI")
    }

    @Test func `an index answers beside details that are damaged or another's, which are refused`() throws {
        let made = try InventedRegistry.build(keepsDetails: true)
        let other = try InventedRegistry.build(InventedRegistry.crowd(20), keepsDetails: true)
        defer { for folder in [made.folder, other.folder] { try? FileManager.default.removeItem(at: folder) } }
        let file = URL(fileURLWithPath: made.path + ".details")
        let whole = try data(file.path)
        for bytes in [try data(other.path + ".details"), whole.dropLast(64), Data(), whole + [1]] {
            try bytes.write(to: file, options: .atomic)
            let index = try PopulationIndex(path: made.path)
            #expect(throws: PopulationIndexError.self) { try PopulationDetails(beside: made.path, of: index) }
            var resolver = PartyResolver(index: index)
            #expect(resolver.resolve(index.claims(every: 1)).count == 5)
            #expect(throws: PopulationIndexError.self, "changes would end the details unseen") {
                try ChangedRegistry.add(
                    ChangedRegistry.table([ChangedRegistry.moved + ",change,2026-01-05"]), to: made.path)
            }
            #expect(throws: PopulationIndexError.self) {
                try PopulationChanges(path: made.path).compact(
                    to: made.path + "2", temporaryFolder: made.folder.path)
            }
        }
        // Those that wait for their index are taken with it; others that wait are nobody's.
        try whole.write(to: URL(fileURLWithPath: made.path + ".details.next"))
        #expect(try details(made.path, "0101011204850001")?.motherName == "SRI")
        try data(other.path + ".details").write(to: URL(fileURLWithPath: made.path + ".details.next"))
        try FileManager.default.removeItem(at: file)
        #expect(try details(made.path, "0101011204850001") == nil)
    }

    @Test func `an index built anew has its own details or none`() throws {
        let made = try InventedRegistry.build(keepsDetails: true)
        defer { try? FileManager.default.removeItem(at: made.folder) }
        var builder = PopulationIndexBuilder(temporaryFolder: made.folder.path)
        try builder.keepDetails(beside: made.path)
        let csv = InventedRegistry.crowd(30).replacing("SRI", with: "SRI LESTARI")
        try Array(csv.utf8).withUnsafeBufferPointer { try builder.add($0) }
        try builder.write(to: made.path)
        #expect(try details(made.path, "0101011204850001")?.motherName == "SRI LESTARI")
        try Array(csv.utf8).withUnsafeBufferPointer { try builder.add($0) }
        try builder.write(to: made.path)
        #expect(!exists(made.path + ".details") && !exists(made.path + ".details.next"))
    }

    @Test func `changes carry details on, and who left has none`() throws {
        let made = try InventedRegistry.build(keepsDetails: true)
        defer { try? FileManager.default.removeItem(at: made.folder) }
        let day1 = ChangedRegistry.table([
            ChangedRegistry.newborn + ",add,2026-01-05", ChangedRegistry.moved + ",change,2026-01-05",
        ])
        let day2 = ChangedRegistry.table([
            ChangedRegistry.removed + ",remove,2026-01-06",
            // Nothing else changes than the street.
            ChangedRegistry.moved.replacing("JL X", with: "JL Y") + ",change,2026-01-06",
        ])
        _ = try ChangedRegistry.add(day2, to: made.path)
        _ = try ChangedRegistry.add(day1, to: made.path)
        #expect(try details(made.path, "0101012005240007")?.motherName == "SITI AMINAH")
        #expect(try details(made.path, "0101015507870002")?.address == "JL Y")
        #expect(try details(made.path, "0101011204850001") == nil)
        #expect(try details(made.path, "0102014101600001")?.address == "JL C", "nobody changed this one")
        let bytes = try ChangedRegistry.bytes(made.path)
        let again = try ChangedRegistry.add(day1, to: made.path)
        #expect(again.taken == 0 && again.known == 2)
        #expect(try ChangedRegistry.bytes(made.path) == bytes)
        // The same rows with another street on the same day are another change.
        let corrected = try ChangedRegistry.add(day2.replacing("JL Y", with: "JL Z"), to: made.path)
        #expect(corrected.taken == 1)
        #expect(try details(made.path, "0101015507870002")?.address == "JL Z")
        // Without the file the index goes on, and changes bring no details.
        try FileManager.default.removeItem(atPath: made.path + ".details")
        #expect(try details(made.path, "0101015507870002") == nil)
        let long = ChangedRegistry.newborn.replacing("JL A", with: String(repeating: "J", count: 5000))
        let plain = try ChangedRegistry.add(
            ChangedRegistry.table([long.replacing("0007", with: "0008") + ",add,2026-01-07"]), to: made.path)
        #expect(plain.taken == 1)
    }

    @Test func `a changes file has details only beside an index that has some`() throws {
        let made = try InventedRegistry.build()
        defer { try? FileManager.default.removeItem(at: made.folder) }
        _ = try ChangedRegistry.add(
            ChangedRegistry.table([ChangedRegistry.newborn + ",add,2026-01-05"]), to: made.path)
        let bytes = try ChangedRegistry.bytes(made.path)
        #expect(bytes.range(of: Data("JL A".utf8)) == nil)
        #expect(bytes[8] == 1, "of the first version, as before there were details")
    }

    @Test(arguments: 1...3 as ClosedRange<UInt64>)
    func `compacting gives the details that a whole new extract has`(seed: UInt64) throws {
        var rng = SeededGenerator(seed: seed)
        func row(_ number: Int) -> String {
            let mother = ["SRI", "RATNA WULAN", "", "DEWI  S"][Int.random(in: 0..<4, using: &rng)]
            let street = "JL \(Int.random(in: 0..<50, using: &rng)) BLOK \(Int.random(in: 0..<900, using: &rng))"
            return
                "020101120485\(1000 + number),0201010101100001,ORANG \(number),AWAN,1985-04-12,L,ANAK,\(mother),,\(street),\(number),2,020101"
        }
        var rows = Dictionary(uniqueKeysWithValues: (0..<400).map { ($0, row($0)) })
        let old = ([InventedRegistry.header] + rows.values).joined(separator: "\n")
        let made = try InventedRegistry.build(old, keepsDetails: true)
        defer { try? FileManager.default.removeItem(at: made.folder) }
        for day in 1...3 {
            var table: [String] = []
            for _ in 0..<60 {
                let number = Int.random(in: 0..<500, using: &rng)
                let date = "2026-01-0\(day)"
                if rows[number] == nil {
                    rows[number] = row(number)
                    table.append("\(rows[number] ?? ""),add,\(date)")
                } else if Bool.random(using: &rng) {
                    rows[number] = row(number)
                    table.append("\(rows[number] ?? ""),change,\(date)")
                } else {
                    rows[number] = nil
                    table.append("020101120485\(1000 + number),,,,,,,,,,,,,remove,\(date)")
                }
            }
            let report = try ChangedRegistry.add(ChangedRegistry.table(table), to: made.path)
            #expect(report.skipped.isEmpty)
        }
        let target = seed == 1 ? made.path : made.folder.path + "/new"
        // Details of an index that is replaced go with it.
        if seed != 1 { try Data([1, 2, 3]).write(to: URL(fileURLWithPath: target + ".details")) }
        let before = try (0..<500).map { try details(made.path, "020101120485\(1000 + $0)") }
        _ = try PopulationChanges(path: made.path).compact(
            to: target, memoryBytes: 1 << 16, temporaryFolder: made.folder.path)
        for number in 0..<500 {
            let after = try details(target, "020101120485\(1000 + number)")
            #expect(after == before[number])
            let fields = rows[number]?.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            #expect(after?.motherName == fields?[7] && after?.address == fields?[9], "\(number)")
            #expect(after?.neighbourhood == fields?[10])
        }
        let left = try FileManager.default.contentsOfDirectory(atPath: made.folder.path)
        #expect(!left.contains { $0.contains(".compact") || $0.contains(".next") }, "\(left)")
    }
}
