// SPDX-License-Identifier: Apache-2.0

import Civil
import Foundation
import Testing

@testable import Identity

/// To whom travel documents were issued.
@Suite struct DocumentHistoryTests {
    private static func folder() throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appending(path: "cermat-documents-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder
    }

    private static func write(_ csv: String, _ folder: URL, memoryBytes: Int = 1 << 20) throws -> DocumentTable.Report {
        let table = DocumentTable(
            beside: folder.path + "/r.index", memoryBytes: memoryBytes, temporaryFolder: folder.path)
        return try Array(csv.utf8).withUnsafeBufferPointer { try table.write($0) }
    }

    private static func history(_ folder: URL) throws -> DocumentHistory? {
        try DocumentHistory(beside: folder.path + "/r.index", isVerifying: true)
    }

    private func date(_ text: String) -> CivilDate? { PartialDate(iso: text)?.date }

    @Test(arguments: 1...8 as ClosedRange<UInt64>)
    func `every holder of every day is found, in any order and in little memory`(seed: UInt64) throws {
        var rng = SeededGenerator(seed: seed)
        let folder = try Self.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        struct Row: Hashable {
            let nik, document: String
            let from, until: Int?
        }
        let rows = (0..<400).map { _ -> Row in
            let from = Bool.random(using: &rng) ? Int.random(in: 1...12, using: &rng) : nil
            return Row(
                nik: "010101120485\(1000 + Int.random(in: 0..<60, using: &rng))",
                document: "X\(1000 + Int.random(in: 0..<300, using: &rng))", from: from,
                until: Bool.random(using: &rng) ? (from ?? 0) + Int.random(in: 1...12, using: &rng) : nil)
        }
        func day(_ month: Int?) -> String {
            month.map { "20\($0 <= 12 ? "15" : "16")-\(String(100 + ($0 - 1) % 12 + 1).suffix(2))-01" } ?? ""
        }
        let lines = rows.map { "\(day($0.from)),\($0.document),\(day($0.until)),\($0.nik)" }
        let report = try Self.write(
            (["FROM,DOC_NO,UNTIL,NIK"] + lines).joined(separator: "\n"), folder,
            memoryBytes: seed % 2 == 0 ? 1 : 1 << 20)
        #expect(report.skipped.isEmpty && report.count == Set(rows).count && report.ambiguous == 0)
        let history = try #require(try Self.history(folder))
        for number in 0..<310 {
            let document = "X\(1000 + number)"
            for month in [nil] + (1...24).map(Optional.some) {
                let held = rows.filter { row in
                    row.document == document
                        && (month.map { (row.from ?? 0) <= $0 && $0 < row.until ?? .max } ?? true)
                }
                let found = try history.holders(of: document.lowercased(), on: month.flatMap { date(day($0)) })
                #expect(found.map(\.description) == Set(held.map(\.nik)).sorted())
            }
        }
        let shuffled = (["FROM,DOC_NO,UNTIL,NIK"] + lines.shuffled(using: &rng)).joined(separator: "\n")
        let bytes = try Data(contentsOf: URL(fileURLWithPath: folder.path + "/r.index.documents"))
        _ = try Self.write(shuffled, folder)
        #expect(try Data(contentsOf: URL(fileURLWithPath: folder.path + "/r.index.documents")) == bytes)
    }

    @Test func `rows that are none are listed, and a placeholder says nothing`() throws {
        let folder = try Self.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        var lines = [
            "NIK,NO_PASPOR,FROM,UNTIL", "1,A1234567,,", "0101011204850001,A12,,",
            "0101011204850001,A1234567,2020-01-01,2020-01-01",
            "0101011204850001,A1234567,2020-13-01,", "short", "0101011204850001,a-123 4567,,",
            "0101011204850001,A1234567,,",
        ]
        lines += (0...DocumentTable.mostHolders).map { "010101120485\(1000 + $0),00000000,," }
        let report = try Self.write(lines.joined(separator: "\n"), folder)
        #expect(report.skipped.map(\.line) == [2, 3, 4, 5, 6])
        #expect(report.skipped.map(\.reason) == [.nik, .document, .validity, .validity, .fields])
        #expect(report.count == 1 && report.ambiguous == 1)
        let history = try #require(try Self.history(folder))
        #expect(try history.holders(of: "A 1234567", on: nil).count == 1)
        #expect(try history.holders(of: "00000000", on: nil).isEmpty)
        let both = try history.holder(of: ["A1234567", "00000000"], on: nil)
        #expect(both?.description == "0101011204850001")
        for missing in ["NIK", "DOC_NO"] {
            #expect(throws: PopulationIndexError.missingColumn(missing)) {
                try Self.write("NIK,DOC_NO\n".replacing(missing, with: "X"), folder)
            }
        }
    }

    @Test func `a file that is damaged or cut is refused`() throws {
        let folder = try Self.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        _ = try Self.write("NIK,DOC_NO\n0101011204850001,A1234567\n0101011204850002,B1234567\n", folder)
        let file = URL(fileURLWithPath: folder.path + "/r.index.documents")
        let whole = try Data(contentsOf: file)
        for place in Array(stride(from: 0, to: whole.count, by: 61)) + Array(4096..<whole.count) {
            var damaged = whole
            damaged[place] ^= 4
            try damaged.write(to: file, options: .atomic)
            #expect(throws: PopulationIndexError.self, "byte \(place)") { try Self.history(folder) }
        }
        for count in [0, 4095, 4096, whole.count - 24, whole.count - 1] {
            try whole.prefix(count).write(to: file, options: .atomic)
            #expect(throws: PopulationIndexError.self, "\(count) bytes") { try Self.history(folder) }
        }
        // A record is bound to its document, holder and days, also where nothing sums the file.
        let record = IssuedDocument(Array("A1234567".utf8), nik: 101_011_204_850_001, from: 1, until: 9)
        #expect(record.nik == 101_011_204_850_001)
        let wrong = (0..<192).count { bit in
            var record = record
            withUnsafeMutableBytes(of: &record) { $0[bit / 8] ^= 1 << UInt8(bit % 8) }
            return record.nik != nil
        }
        #expect(wrong <= 2, "one in 1,024 passes")
    }

    @Test func `travellers of a table who quote no number take that of their document's holder`() throws {
        let folder = try Self.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        _ = try Self.write(
            "NIK,DOC_NO,FROM,UNTIL\n0101011204850001,A1234567,2016-01-01,2026-01-01\n0101015507870002,A1234567,2026-01-01,\n",
            folder)
        let history = try #require(try Self.history(folder))
        let csv =
            "TRAVELLER_ID,DOC_NO,FLIGHT_DATE,NIK\n1,A1234567,2025-05-05,\n2,a1234567,2026-05-05,\n3,A1234567,,\n"
            + "4,A1234567,2025-05-05,0102014101600001\n5,B1234567,2025-05-05,\n6,,2025-05-05,\n"
        var table = try Array(csv.utf8).withUnsafeBufferPointer { try TravellerTable($0) }
        #expect(try table.complete(from: history) == 2)
        #expect(
            table.claims.map { $0.nik?.description } == [
                "0101011204850001", "0101015507870002", nil, "0102014101600001", nil, nil,
            ])
    }
}
