// SPDX-License-Identifier: Apache-2.0

import Civil
import Foundation
import Testing

@testable import Identity

/// Index files whose checksums are right and whose numbers lie.
@Suite struct CraftedIndexTests {
    /// Writes an index whose header says what its parts hold, whatever that is.
    private func seal(_ bytes: inout Data) {
        bytes.withUnsafeMutableBytes { bytes in
            for section in IndexSection.allCases.indices {
                let entry = (8 + section * 3) * 8
                let start = Int(clamping: bytes.load(fromByteOffset: entry, as: UInt64.self))
                let length = Int(clamping: bytes.load(fromByteOffset: entry + 8, as: UInt64.self))
                guard start <= bytes.count, length <= bytes.count - start else { continue }
                let part = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[start..<start + length])
                bytes.storeBytes(of: IndexChecksum.of(part), toByteOffset: entry + 16, as: UInt64.self)
            }
            let header = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[0..<4088])
            bytes.storeBytes(of: IndexChecksum.of(header), toByteOffset: 4088, as: UInt64.self)
        }
    }

    private func range(_ section: IndexSection, in bytes: Data) -> Range<Int> {
        bytes.withUnsafeBytes { bytes in
            let entry = (8 + section.rawValue * 3) * 8
            let start = Int(bytes.load(fromByteOffset: entry, as: UInt64.self))
            return start..<start + Int(bytes.load(fromByteOffset: entry + 8, as: UInt64.self))
        }
    }

    /// Asks everything of an index that a resolver may ask.
    private func exercise(_ path: String) {
        guard let index = try? PopulationIndex(path: path, isVerifying: true) else { return }
        for row in 0..<index.count {
            _ = index.resident(row: row)
            _ = index.base.members(household: index.base.household(row: row)).reduce(0) {
                $0 ^ index.base.nik(row: Int($1))
            }
            _ = index.base.regencyPlace(home: row)
            _ = index.base.regencyPlace(nik: row)
        }
        _ = try? index.row(of: NIK(parsing: "0102014101600001"))
        for row in 0..<index.count {
            #expect(index.householdRows(of: row).allSatisfy { $0 < index.count }, "relatives who are no residents")
        }
        var resolver = PartyResolver(index: index)
        for resolution in resolver.resolve(TravellerClaim.invented) {
            #expect(
                resolution.ranked.allSatisfy { $0.candidate.row < index.count }, "candidates who are no residents")
        }
        for claim in TravellerClaim.invented { _ = resolver.resolve([claim]) }
    }

    @Test(arguments: IndexSection.allCases)
    func `numbers that point outside their parts are refused or answered safely`(section: IndexSection) throws {
        let made = try InventedRegistry.build(InventedRegistry.crowd(60))
        defer { try? FileManager.default.removeItem(at: made.folder) }
        let original = try Data(contentsOf: URL(fileURLWithPath: made.path))
        let part = range(section, in: original)
        var random = SeededGenerator(seed: UInt64(section.rawValue))
        for attempt in 0..<10 {
            var bytes = original
            for place in part where attempt < 3 || Int.random(in: 0..<max(8, part.count / 4), using: &random) == 0 {
                bytes[place] =
                    [0xFF, 0x00, 0x7F].indices.contains(attempt)
                    ? [0xFF, 0x00, 0x7F][attempt] : UInt8.random(in: 0...255, using: &random)
            }
            seal(&bytes)
            try bytes.write(to: URL(fileURLWithPath: made.path))
            exercise(made.path)
        }
    }

    @Test func `a header that lies about places, lengths and counts is refused or answered safely`() throws {
        let made = try InventedRegistry.build(InventedRegistry.crowd(60))
        defer { try? FileManager.default.removeItem(at: made.folder) }
        let original = try Data(contentsOf: URL(fileURLWithPath: made.path))
        for field in [2, 3, 5] + Array(8..<8 + IndexSection.allCases.count * 3) {
            for value in [0, 64, UInt64(original.count), .max] as [UInt64] {
                var bytes = original
                bytes.withUnsafeMutableBytes { $0.storeBytes(of: value, toByteOffset: field * 8, as: UInt64.self) }
                seal(&bytes)
                try bytes.write(to: URL(fileURLWithPath: made.path))
                exercise(made.path)
            }
        }
    }
}

extension TravellerClaim {
    /// Travellers of the invented registry, with and without date and number.
    static var invented: [TravellerClaim] {
        [
            TravellerClaim(
                surname: "SANTOSO", given: "BUDI EKO", birth: PartialDate(iso: "1985-04-12"), sex: .male,
                birthPlace: "AWAN", nik: try? NIK(parsing: "0101011204850001"), residence: "010101"),
            TravellerClaim(
                surname: "AMINAH", given: "SITI", birth: PartialDate(iso: "1987"), sex: .female, birthPlace: nil,
                nik: nil, residence: "KOTA AWAN"),
            TravellerClaim(
                surname: "SANTOSO", given: "RAKA PUTRA", birth: nil, sex: nil, birthPlace: nil, nik: nil,
                residence: nil),
        ]
    }
}
