// SPDX-License-Identifier: Apache-2.0

import Civil
import Foundation
import Testing

@testable import Identity

/// Changes files that somebody made with right checksums: they are refused, or answer something that is possible.
@Suite struct CraftedChangesTests {
    /// A changes file with other parts, its checksums made right.
    private func sealed(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        func put(_ value: UInt64, at number: Int) {
            withUnsafeBytes(of: value) { bytes.replaceSubrange(number * 8..<number * 8 + 8, with: $0) }
        }
        put(
            bytes[ChangesLayout.headerBytes...].withUnsafeBytes { IndexChecksum.of($0) }, at: ChangesLayout.bodyChecksum
        )
        put(
            bytes[..<(ChangesLayout.headerBytes - 8)].withUnsafeBytes { IndexChecksum.of($0) },
            at: ChangesLayout.headerChecksum)
        return bytes
    }

    private func ask(_ index: PopulationIndex) throws {
        for row in -1...index.count {
            let resident = index.resident(row: row)
            #expect(index.householdRows(of: row).allSatisfy { (0..<index.count).contains($0) })
            #expect(index.formerHousehold(of: row).allSatisfy { (0..<index.count).contains($0.row) })
            guard let resident else { continue }
            _ = index.familyCards(of: resident.nik)
            _ = try? index.changes?.details?.details(nik: resident.nik.value)
            _ = try index.members(of: resident.familyCard, on: #require(CivilDate(year: 2026, month: 1, day: 5)))
        }
        var resolver = PartyResolver(index: index)
        for resolution in resolver.resolve(index.claims(every: 1)) {
            #expect(resolution.ranked.allSatisfy { (0..<index.count).contains($0.candidate.row) })
        }
    }

    @Test(arguments: ChangesSection.allCases.filter { $0 != .residents })
    func `a part of other bytes is refused, or its answers are possible`(section: ChangesSection) throws {
        let made = try InventedRegistry.build(keepsDetails: true)
        defer { try? FileManager.default.removeItem(at: made.folder) }
        _ = try ChangedRegistry.add(
            ChangedRegistry.table([
                ChangedRegistry.newborn + ",add,2026-01-05", ChangedRegistry.moved + ",change,2026-01-05",
            ]), to: made.path)
        _ = try PopulationChanges(path: made.path).compact(to: made.path, temporaryFolder: made.folder.path)
        _ = try ChangedRegistry.add(
            ChangedRegistry.table([
                ChangedRegistry.renamed + ",change,2026-02-05", ChangedRegistry.removed + ",remove,2026-02-06",
                InventedRegistry.rows[2].replacing("ANAK", with: "4").replacing("100001", with: "260001")
                    + ",change,2026-02-06",
            ]), to: made.path)
        let whole = Array(try ChangedRegistry.bytes(made.path))
        #expect(sealed(whole) == whole, "the seal of this test is that of the program")
        let range = try whole.withUnsafeBytes { try ChangesHeader($0).range(of: section) }
        try #require(!range.isEmpty)
        var random = SeededGenerator(seed: UInt64(section.rawValue))
        for _ in 0..<60 {
            var bytes = whole
            for _ in 0...Int.random(in: 0..<3, using: &random) {
                bytes[Int.random(in: range, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            // Sometimes the part ends early, or the count of changes is another.
            if Bool.random(using: &random) {
                bytes[(9 + section.rawValue * 2) * 8] &-= UInt8.random(in: 0...9, using: &random)
            }
            try Data(sealed(bytes)).write(to: URL(fileURLWithPath: made.path + ".changes"), options: .atomic)
            guard let index = try? PopulationIndex(path: made.path) else { continue }
            try ask(index)
            _ = try? ChangedRegistry.add(
                ChangedRegistry.table([ChangedRegistry.removed + ",remove,2026-03-01"]), to: made.path)
        }
    }
}
