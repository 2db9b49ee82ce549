// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@testable import Identity

@Suite struct NameBoundsTests {
    /// Names of few words, so that words are met again in other spellings, run together, cut and as fathers.
    private static func names(_ count: Int, _ random: inout SeededGenerator) -> [[String]] {
        let words = [
            "MUHAMMAD", "MOHAMAD", "BUDI", "BOEDI", "SANTOSO", "SANTOSA", "EKO", "PUTRA", "PUTERA", "DEWI", "SRI",
            "NURHAYATI", "SITI", "AMINAH", "ABDUL", "RAHMAN", "ABDURRAHMAN", "BUDISANTOSO", "SRIDEWI", "WAYAN", "I",
            "TAN", "SUKARNO", "SOEKARNO", "YANTO", "SURYANTO", "HAJI",
        ]
        return (0..<count).map { _ in
            (0..<Int.random(in: 1...4, using: &random)).map { _ in
                var word = words.randomElement(using: &random) ?? ""
                switch Int.random(in: 0..<12, using: &random) {
                case 0 where word.count > 3: word.removeLast(2)
                case 1 where word.count > 3: word.removeFirst()
                case 2: word = String(word.prefix(1))
                case 3: word += words.randomElement(using: &random) ?? ""
                default: break
                }
                return word
            }
        }
    }

    /// An extract of residents with such names, as lines without titles.
    private static func extract(_ count: Int, _ random: inout SeededGenerator) -> [String] {
        let fathers = names(count, &random)
        return names(count, &random).enumerated().map { number, name in
            let serial = String(number + 10_000).suffix(4)
            return "020101010180\(serial == "0000" ? "9999" : String(serial)),0201010101100001,"
                + "\(name.joined(separator: " ")),JAUH,1980-01-01,1,1,,\(fathers[number].joined(separator: " ")),,,,020101"
        }
    }

    /// Compares invented names with all of an index; gives how often a bound was the weight and how often a limit.
    private static func check(
        _ index: PopulationFile, of population: PopulationFile, _ random: inout SeededGenerator
    ) -> (exact: Int, bounded: Int) {
        let signatures = index.numbers(.signatures)
        var (exact, bounded) = (0, 0)
        for words in names(60, &random) {
            var query = NameQuery(
                words.map { Array($0.utf8) }, index: index, population: population, model: MatchModel.standard.words)
            var resident = ResidentName()
            var weighing = NameQuery.Weighing()
            for row in 0..<index.count {
                query.read(row: row, into: &resident)
                let weight = query.weigh(resident, &weighing)
                switch query.bound(resident) {
                case .unlike(let bound):
                    exact += 1
                    #expect(weight == bound)
                case .atMost(let bound):
                    bounded += 1
                    #expect(weight <= bound + 1e-9)
                case .unknown: break
                }
                #expect(weight <= query.bounds.most(signature: signatures[row]) + 1e-9)
            }
        }
        return (exact, bounded)
    }

    @Test(arguments: [1, 2, 3] as [UInt64]) func `no name weighs more than its bound, and an unlike one exactly that`(
        seed: UInt64
    ) throws {
        var random = SeededGenerator(seed: seed)
        let lines = [InventedRegistry.header] + Self.extract(600, &random)
        let made = try InventedRegistry.build(lines.joined(separator: "\n") + "\n")
        defer { try? FileManager.default.removeItem(at: made.folder) }
        let index = try PopulationFile(path: made.path)
        let found = Self.check(index, of: index, &random)
        #expect(found.exact > 1_000 && found.bounded > 1_000)
    }

    /// The index of the changes borrows the frequencies of the whole, and does not know most of its words.
    @Test(arguments: [7, 8] as [UInt64]) func `bounds hold for residents changed since the index was built`(
        seed: UInt64
    ) throws {
        var random = SeededGenerator(seed: seed)
        let lines = Self.extract(600, &random)
        let made = try InventedRegistry.build(([InventedRegistry.header] + lines).joined(separator: "\n") + "\n")
        defer { try? FileManager.default.removeItem(at: made.folder) }
        let changed = Self.extract(150, &random).map { $0 + ",change,2026-01-05" }
        let report = try ChangedRegistry.add(ChangedRegistry.table(changed), to: made.path)
        #expect(report.taken == 150)
        let whole = try PopulationIndex(path: made.path)
        let later = try #require(whole.changes?.residents)
        let found = Self.check(later, of: whole.base, &random)
        #expect(found.exact > 500 && found.bounded > 500)
    }

    @Test func `names are not mixed up when the index and its changes are read by turns`() throws {
        var random = SeededGenerator(seed: 9)
        let lines = Self.extract(300, &random)
        let made = try InventedRegistry.build(([InventedRegistry.header] + lines).joined(separator: "\n") + "\n")
        defer { try? FileManager.default.removeItem(at: made.folder) }
        let changed = Self.extract(100, &random).map { $0 + ",change,2026-01-05" }
        _ = try ChangedRegistry.add(ChangedRegistry.table(changed), to: made.path)
        let whole = try PopulationIndex(path: made.path)
        let files = [whole.base, try #require(whole.changes?.residents)]
        let parts = files.map { NameParts($0) }
        var kept = ResidentName()
        for row in 0..<files[1].count {
            // A row later than the last one read from the other file, mostly in the same group.
            for file in files.indices {
                var fresh = ResidentName()
                parts[file].read(row: row, into: &fresh)
                parts[file].read(row: row, into: &kept)
                #expect((0..<fresh.ownCount).map { fresh.own($0) } == (0..<kept.ownCount).map { kept.own($0) })
                let fathers = (0..<fresh.fatherCount).map { fresh.father($0) }
                #expect(fathers == (0..<kept.fatherCount).map { kept.father($0) })
            }
        }
    }

    @Test(arguments: [4, 5] as [UInt64]) func `words that are unlike at a glance have no relation`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var words = Self.names(250, &random).flatMap(\.self)
        words += (0..<200).map { _ in
            String(
                (0..<Int.random(in: 1...9, using: &random)).map { _ in "AEIKMNRST".randomElement(using: &random) ?? "A"
                })
        }
        let all = words.map { ComparableWord(Array($0.utf8)) }
        var unlike = 0
        for a in all {
            let glance = WordGlance(letters: a.letters, folded: a.folded, kin: a.kin)
            for b in all where glance.isUnlike(WordGlance(letters: b.letters, folded: b.folded, kin: b.kin)) {
                unlike += 1
                #expect(WordRelation.between(a, b) == .different)
            }
        }
        #expect(unlike > all.count * all.count / 4)
    }

    @Test func `names are the same whichever rows were read before`() throws {
        let made = try InventedRegistry.build(InventedRegistry.crowd(500))
        defer { try? FileManager.default.removeItem(at: made.folder) }
        let index = try PopulationFile(path: made.path)
        let parts = NameParts(index)
        var random = SeededGenerator(seed: 6)
        var kept = ResidentName()
        for _ in 0..<3_000 {
            let start = Int.random(in: 0..<index.count, using: &random)
            for row in start..<min(start + Int.random(in: 1...20, using: &random), index.count) {
                var fresh = ResidentName()
                parts.read(row: row, into: &fresh)
                parts.read(row: row, into: &kept)
                #expect((0..<fresh.ownCount).map { fresh.own($0) } == (0..<kept.ownCount).map { kept.own($0) })
                #expect(
                    (0..<fresh.fatherCount).map { fresh.father($0) } == (0..<kept.fatherCount).map { kept.father($0) })
            }
        }
    }

    @Test func `a row is new once for each traveller`() {
        var seen = SeenRows()
        seen.forget()
        let first = [0, 7, 7].map { seen.insert($0) }
        #expect(first == [true, true, false])
        seen.forget()
        let second = [7, 7].map { seen.insert($0) }
        #expect(second == [true, false])
    }
}
