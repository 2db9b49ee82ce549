// SPDX-License-Identifier: Apache-2.0

import Civil
import Foundation
import Population
import Testing

@testable import Identity

@Suite struct CompactionTests {
    private static func shown(_ row: String) -> [String] {
        row.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }

    private static func residents(_ index: PopulationIndex) -> Set<IndexedResident> {
        Set((0..<index.count).compactMap { index.resident(row: $0) })
    }

    /// A day's changes made by chance, and the extract that they make of one.
    private static func change(
        _ rows: inout [String: String], day: Int, using rng: inout SeededGenerator
    ) -> [String] {
        var table: [String] = []
        let date = "2026-01-0\(day)"
        for _ in 0..<40 {
            let niks = rows.keys.sorted()
            let nik = niks[Int.random(in: 0..<niks.count, using: &rng)]
            var fields = shown(rows[nik] ?? "")
            switch Int.random(in: 0..<4, using: &rng) {
            case 0:
                rows[nik] = nil
                table.append("\(nik),,,,,,,,,,,,,remove,\(date)")
            case 1:
                fields[1] = "02010101012600\(10 + Int.random(in: 0..<5, using: &rng))"
                rows[nik] = fields.joined(separator: ",")
                table.append(fields.joined(separator: ",") + ",change,\(date)")
            case 2:
                fields[2] += " BARU\(["", "LAH", "KAN"][Int.random(in: 0..<3, using: &rng)])"
                rows[nik] = fields.joined(separator: ",")
                table.append(fields.joined(separator: ",") + ",change,\(date)")
            default:
                let number = String(nik.prefix(12)) + String(Int.random(in: 3000...8999, using: &rng))
                guard rows[number] == nil else { continue }
                fields[0] = number
                fields[2] = "BAYI \(fields[2])"
                rows[number] = fields.joined(separator: ",")
                table.append(fields.joined(separator: ",") + ",add,\(date)")
            }
        }
        return table
    }

    @Test(arguments: 1...3 as ClosedRange<UInt64>)
    func `changes, compacting and building the whole new extract give the same answers`(seed: UInt64) throws {
        var rng = SeededGenerator(seed: seed)
        let old = InventedRegistry.crowd(900)
        let made = try InventedRegistry.build(old)
        defer { try? FileManager.default.removeItem(at: made.folder) }
        // Rows with quotes are left alone: the tables here are cut at commas.
        var rows: [String: String] = [:]
        var untouched: [String] = []
        for row in old.split(separator: "\n").dropFirst().map(String.init) {
            if row.contains("\"") { untouched.append(row) } else { rows[String(row.prefix(16))] = row }
        }
        for day in 1...3 {
            let report = try ChangedRegistry.add(
                ChangedRegistry.table(Self.change(&rows, day: day, using: &rng)), to: made.path)
            #expect(report.skipped.isEmpty)
        }
        let whole = ([InventedRegistry.header] + untouched + rows.keys.sorted().compactMap { rows[$0] })
            .joined(separator: "\n")
        let rebuilt = try InventedRegistry.build(whole)
        defer { try? FileManager.default.removeItem(at: rebuilt.folder) }
        let changed = try PopulationIndex(path: made.path)
        let target = made.folder.path + "/compacted"
        let count = try PopulationChanges(path: made.path).compact(
            to: target, memoryBytes: 1 << 16, temporaryFolder: made.folder.path)
        let compacted = try PopulationIndex(path: target, isVerifying: true)
        let fresh = try PopulationIndex(path: rebuilt.path)
        #expect(count == fresh.count && changed.residentCount == fresh.count && compacted.count == fresh.count)
        #expect(Self.residents(changed) == Self.residents(fresh))
        #expect(Self.residents(compacted) == Self.residents(fresh))
        let files = try [target, rebuilt.path].map { try Data(contentsOf: URL(fileURLWithPath: $0)) }
        #expect(files[0] == files[1], "an index does not tell in what order its rows came")

        let claims = fresh.claims(every: 19)
        var resolvers = [changed, fresh].map { ($0, PartyResolver(index: $0)) }
        for claim in claims {
            let answers = resolvers.indices.map { place in
                let best = resolvers[place].1.resolve([claim])[0].ranked.first
                return (
                    best.flatMap { resolvers[place].0.resident(row: $0.candidate.row)?.nik }, best?.probability ?? 0
                )
            }
            // Changes weigh words as they were before.
            #expect(answers[0].0 == answers[1].0 || answers[1].1 < 0.9, "\(answers)")
            #expect(abs(answers[0].1 - answers[1].1) < 0.1, "\(answers)")
        }
    }

    @Test func `an index compacted in its place keeps the history, also when stopped half-way`() throws {
        let made = try InventedRegistry.build()
        defer { try? FileManager.default.removeItem(at: made.folder) }
        _ = try ChangedRegistry.add(
            ChangedRegistry.table([ChangedRegistry.moved + ",change,2026-01-05"]), to: made.path)
        let old = try ChangedRegistry.bytes(made.path)
        let siti = try NIK(parsing: "0101015507870002")
        let cards = try PopulationIndex(path: made.path).familyCards(of: siti)
        _ = try PopulationChanges(path: made.path).compact(to: made.path, temporaryFolder: made.folder.path)
        let index = try PopulationIndex(path: made.path)
        #expect(index.count == 5 && index.base.count == 5)
        #expect(index.familyCards(of: siti) == cards)
        #expect(
            cards.map(\.relation) == [.wife, .head]
                && cards.map(\.until) == [CivilDate(year: 2026, month: 1, day: 5), nil])
        // As if stopped between the two: the new changes wait, the old ones are of another index.
        let manager = FileManager.default
        try manager.moveItem(atPath: made.path + ".changes", toPath: made.path + ".changes.next")
        try old.write(to: URL(fileURLWithPath: made.path + ".changes"))
        #expect(try PopulationIndex(path: made.path).familyCards(of: siti) == cards)
        let back = ChangedRegistry.table([InventedRegistry.rows[1] + ",change,2026-03-01"])
        #expect(try ChangedRegistry.add(back, to: made.path).taken == 1)
        #expect(!manager.fileExists(atPath: made.path + ".changes.next"))
        let now = try PopulationIndex(path: made.path).familyCards(of: siti)
        #expect(now.map(\.relation) == [.wife, .head, .wife])
        #expect(now.map { $0.from?.description } == [nil, "2026-01-05", "2026-03-01"])
        #expect(now.map { $0.until?.description } == ["2026-01-05", "2026-03-01", nil])
    }
}

extension PopulationIndex {
    /// Travellers who are residents of this index, some with a slip.
    func claims(every step: Int) -> [TravellerClaim] {
        stride(from: 0, to: count, by: step).compactMap { row in
            resident(row: row).map { resident in
                TravellerClaim(
                    surname: resident.name, given: nil,
                    birth: row % 2 == 0
                        ? PartialDate(resident.birthDate) : PartialDate(iso: "\(resident.birthDate.year)"),
                    sex: resident.sex, nik: row % 3 == 0 ? resident.nik : nil)
            }
        }
    }
}
