// SPDX-License-Identifier: Apache-2.0

import Civil
import Foundation
import Population
import Testing

@testable import Identity

@Suite struct PopulationChangesTests {
    private func nik(_ text: String) throws -> NIK { try NIK(parsing: text) }

    private func best(_ index: PopulationIndex, _ claim: TravellerClaim) -> (nik: String?, probability: Double) {
        var resolver = PartyResolver(index: index)
        guard let first = resolver.resolve([claim])[0].ranked.first else { return (nil, 0) }
        return (index.resident(row: first.candidate.row)?.nik.description, first.probability)
    }

    private let day1 = ChangedRegistry.table([
        ChangedRegistry.newborn + ",add,2026-01-05", ChangedRegistry.moved + ",change,2026-01-05",
    ])
    private let day2 = ChangedRegistry.table([
        ChangedRegistry.removed + ",remove,2026-01-06", ChangedRegistry.renamed + ",CHANGE,2026-01-06",
    ])

    @Test func `who is added or changed is found, who changed or left no more as before`() throws {
        let made = try InventedRegistry.build(InventedRegistry.crowd(2000))
        defer { try? FileManager.default.removeItem(at: made.folder) }
        let before = try PopulationIndex(path: made.path)
        let report = try ChangedRegistry.add(day1, to: made.path)
        #expect(report.taken == 2 && report.known == 0 && report.skipped.isEmpty)
        #expect(report.residents == 2006)
        _ = try ChangedRegistry.add(day2, to: made.path)
        let index = try PopulationIndex(path: made.path)
        #expect(index.residentCount == 2005 && before.residentCount == 2005)
        #expect(index.version.hasPrefix(before.version + "+"), "both versions are named")
        #expect(try index.version == PopulationIndex.version(at: made.path))
        #expect(index.latestChange == CivilDate(year: 2026, month: 1, day: 6))

        let newborn = TravellerClaim(
            surname: "AYU", given: "MELATI", birth: PartialDate(iso: "2024-05-20"), sex: .male, birthPlace: "KOTA AWAN")
        #expect(best(before, newborn).nik != "0101012005240007")
        #expect(best(index, newborn).nik == "0101012005240007" && best(index, newborn).probability > 0.9)
        // By number alone, by a number with a slip, and by name with a wrong date.
        let number = TravellerClaim(surname: nil, given: nil, nik: try nik("0101012005240007"))
        #expect(best(index, number).nik == "0101012005240007")
        let slipped = TravellerClaim(surname: "AYU", given: "MELATI", nik: try nik("0101012005240008"))
        #expect(best(index, slipped).nik == "0101012005240007")
        let misdated = TravellerClaim(surname: "AYU", given: "MELATI", birth: PartialDate(iso: "2023-11-02"))
        #expect(best(index, misdated).nik == "0101012005240007")

        let left = TravellerClaim(
            surname: "SANTOSO", given: "BUDI EKO", birth: PartialDate(iso: "1985-04-12"), sex: .male,
            nik: try nik("0101011204850001"))
        #expect(best(before, left).probability > 0.9)
        #expect(best(index, left).nik != "0101011204850001")
        #expect(try index.row(of: nik("0101011204850001")) == nil)
        let row = try #require(try before.row(of: nik("0101011204850001")))
        #expect(index.resident(row: row) == nil && index.householdRows(of: row) == [])

        let changed = try #require(try index.row(of: nik("0101015507870002")))
        let resident = try #require(index.resident(row: changed))
        #expect(resident.name == "SITI AMINAH RAHAYU" && resident.relation == .head)
        #expect(resident.fatherName == "UMAR" && resident.region.description == "01.02.01")
        #expect(index.householdRows(of: changed) == [changed])
        let claim = TravellerClaim(surname: "AMINAH", given: "SITI", birth: PartialDate(iso: "1987-07-15"))
        var resolver = PartyResolver(index: index)
        let ranked = resolver.resolve([claim])[0].ranked
        #expect(
            ranked.filter { index.resident(row: $0.candidate.row)?.nik.description == "0101015507870002" }.count == 1)
        let evidence = index.evidence(for: ranked[0].candidate, of: claim, prior: resolver.prior)
        #expect(evidence.contains { $0.resident == "SITI AMINAH RAHAYU" && $0.words.count == 3 })
    }

    @Test func `a row seen in the index hides none of the same number among the changes`() throws {
        func row(_ nik: String, _ name: String, _ born: String) -> String {
            "\(nik),0201010101100001,\(name),JAUH,\(born),P,ANAK,,,,,,020101"
        }
        // The first born of the index and the only one who changed, of one name: row 0 of each.
        var lines = [InventedRegistry.header, row("0201014101500001", "SEKAR LARASATI", "1950-01-01")]
        lines += (1...40).map { row("02010141018\(1000 + $0)1", "WULAN NUMBER\(["A", "B"][$0 % 2])", "1980-01-01") }
        let made = try InventedRegistry.build(lines.joined(separator: "\n") + "\n")
        defer { try? FileManager.default.removeItem(at: made.folder) }
        let renamed = row("0201014101810011", "SEKAR LARASATI", "1980-01-01") + ",change,2026-01-05"
        let report = try ChangedRegistry.add(ChangedRegistry.table([renamed]), to: made.path)
        try #require(report.taken == 1)
        let index = try PopulationIndex(path: made.path)
        var resolver = PopulationResolver(index: index)
        let ranked = resolver.resolve(TravellerClaim(surname: "SEKAR LARASATI", given: nil)).ranked
        let rows = Set(ranked.map(\.candidate.row))
        #expect(rows.isSuperset(of: [0, index.base.count]))
    }

    @Test func `companions on one card support each other over changes`() throws {
        let made = try InventedRegistry.build(InventedRegistry.crowd(2000))
        defer { try? FileManager.default.removeItem(at: made.folder) }
        _ = try ChangedRegistry.add(day1, to: made.path)
        let index = try PopulationIndex(path: made.path)
        let father = TravellerClaim(surname: "SANTOSO", given: "BUDI EKO", birth: PartialDate(iso: "1985-04-12"))
        let child = TravellerClaim(surname: "MELATI", given: nil, birth: PartialDate(iso: "2024"))
        var resolver = PartyResolver(index: index)
        let together = resolver.resolve([father, child])[1]
        let alone = resolver.resolve([child])[0]
        let row = try #require(try index.row(of: nik("0101012005240007")))
        func party(_ resolution: Resolution) -> Double? {
            resolution.ranked.first { $0.candidate.row == row }?.candidate.party
        }
        #expect(party(alone) == 0)
        #expect(party(together) ?? 0 > 3)
        let fatherRow = try #require(try index.row(of: nik("0101011204850001")))
        #expect(index.householdRows(of: fatherRow).contains(row) && index.householdRows(of: row).contains(fatherRow))
        #expect(index.householdRows(of: row).count == 3, "the mother moved away")
    }

    @Test func `the same changes twice, and days in any order, give the same file`() throws {
        let made = try InventedRegistry.build()
        defer { try? FileManager.default.removeItem(at: made.folder) }
        _ = try ChangedRegistry.add(day1, to: made.path)
        _ = try ChangedRegistry.add(day2, to: made.path)
        let bytes = try ChangedRegistry.bytes(made.path)
        let again = try ChangedRegistry.add(day1, to: made.path)
        #expect(again.taken == 0 && again.known == 2 && again.skipped.isEmpty)
        #expect(try ChangedRegistry.bytes(made.path) == bytes)
        try PopulationChanges(path: made.path).drop()
        #expect(!PopulationChanges(path: made.path).exist)
        _ = try ChangedRegistry.add(day2, to: made.path)
        _ = try ChangedRegistry.add(day1, to: made.path)
        #expect(try ChangedRegistry.bytes(made.path) == bytes, "the later day stays the later")
    }

    @Test func `a row that cannot be taken cannot be when its table comes again`() throws {
        let made = try InventedRegistry.build()
        defer { try? FileManager.default.removeItem(at: made.folder) }
        let table = ChangedRegistry.table([
            InventedRegistry.rows[0] + ",add,2026-01-05", ChangedRegistry.removed + ",remove,2026-01-05",
            InventedRegistry.rows[1] + ",change,2026-01-05", InventedRegistry.rows[1] + ",change,2026-01-05",
        ])
        let report = try ChangedRegistry.add(table, to: made.path)
        #expect(report.skipped == [SkippedRow(line: 2, reason: .registered)] && report.taken == 3)
        let bytes = try ChangedRegistry.bytes(made.path)
        let again = try ChangedRegistry.add(table, to: made.path)
        #expect(again.skipped == report.skipped && again.taken == 0 && again.known == 3)
        #expect(try ChangedRegistry.bytes(made.path) == bytes)
        // A row that was left out before takes its place between those of its table.
        let moved = ChangedRegistry.moved + ",change,2026-01-05"
        let first = ChangedRegistry.table([ChangedRegistry.renamed + ",change,2026-01-05"])
        let whole = ChangedRegistry.table([moved, ChangedRegistry.renamed + ",change,2026-01-05"])
        try PopulationChanges(path: made.path).drop()
        _ = try ChangedRegistry.add(first, to: made.path)
        #expect(try ChangedRegistry.add(whole, to: made.path).taken == 1)
        let index = try PopulationIndex(path: made.path)
        let row = try #require(try index.row(of: nik("0101015507870002")))
        #expect(index.resident(row: row)?.name == "SITI AMINAH RAHAYU")
    }

    @Test func `rows that are none or cannot be are listed with their lines`() throws {
        let made = try InventedRegistry.build()
        defer { try? FileManager.default.removeItem(at: made.folder) }
        let report = try ChangedRegistry.add(
            ChangedRegistry.table([
                InventedRegistry.rows[0] + ",add,2026-01-05",
                ChangedRegistry.newborn + ",change,2026-01-05",
                "0101019999999999,,,,,,,,,,,,,remove,2026-01-05",
                "0301010101900009,,,,,,,,,,,,,remove,2026-01-05",
                ChangedRegistry.moved + ",swap,2026-01-05",
                ChangedRegistry.moved + ",change,2026-02-30",
                ChangedRegistry.moved.replacing("1987-07-15", with: "1987-13-15") + ",change,2026-01-05",
                ChangedRegistry.newborn.replacing("MELATI", with: String(repeating: "A", count: 5000))
                    + ",add,2026-01-05",
                "short", ChangedRegistry.newborn + ",add,2026-01-05",
            ]), to: made.path)
        #expect(report.skipped.map(\.line) == [2, 3, 4, 5, 6, 7, 8, 9, 10])
        #expect(
            report.skipped.map(\.reason) == [
                .registered, .unregistered, .nik, .unregistered, .change, .changeDate, .birthDate, .tooLong, .fields,
            ])
        #expect(report.taken == 1)
        for missing in ["CHANGE", "DATE", "NO_KK"] {
            #expect(throws: PopulationIndexError.missingColumn(missing)) {
                try ChangedRegistry.add(ChangedRegistry.header.replacing(missing, with: "X"), to: made.path)
            }
        }
    }

    @Test func `a changes file that is damaged, cut or of another index is refused`() throws {
        let made = try InventedRegistry.build()
        defer { try? FileManager.default.removeItem(at: made.folder) }
        _ = try ChangedRegistry.add(day1, to: made.path)
        let bytes = try ChangedRegistry.bytes(made.path)
        let file = URL(fileURLWithPath: made.path + ".changes")
        for place in Array(stride(from: 0, to: bytes.count, by: 997)) + [
            8, 24, 32, 40, 64, 4080, 4088, bytes.count - 1,
        ] {
            var damaged = bytes
            damaged[place] ^= 0x10
            try damaged.write(to: file, options: .atomic)
            #expect(throws: PopulationIndexError.self, "byte \(place)") { try PopulationIndex(path: made.path) }
        }
        for count in [0, 100, 4095, 4096, 5000, bytes.count - 1] {
            try bytes.prefix(count).write(to: file, options: .atomic)
            #expect(throws: PopulationIndexError.self, "\(count) bytes") { try PopulationIndex(path: made.path) }
        }
        try bytes.write(to: file, options: .atomic)
        #expect(try PopulationIndex(path: made.path).residentCount == 6)
        let other = try InventedRegistry.build(InventedRegistry.crowd(10))
        defer { try? FileManager.default.removeItem(at: other.folder) }
        try bytes.write(to: URL(fileURLWithPath: other.path + ".changes"))
        #expect(throws: PopulationIndexError.foreignCompanion(.changes)) { try PopulationIndex(path: other.path) }
        #expect(throws: PopulationIndexError.foreignCompanion(.changes)) { try PopulationIndex.version(at: other.path) }
        #expect(throws: PopulationIndexError.foreignCompanion(.changes)) {
            try ChangedRegistry.add(day1, to: other.path)
        }
    }
}
