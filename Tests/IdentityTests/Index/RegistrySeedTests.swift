// SPDX-License-Identifier: Apache-2.0

import Foundation
import Identity
import Testing

/// The seeds of the fuzz targets for extracts and travellers' tables, whole and damaged, on every run of the tests.
@Suite struct RegistrySeedTests {
    private static func seeds(_ kind: String) throws -> [[UInt8]] {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Fuzz/Seeds/\(kind)")
        return try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .sorted { $0.lastPathComponent < $1.lastPathComponent }.map { Array(try Data(contentsOf: $0)) }
    }

    /// One bit turned at each place, and the bytes up to there.
    private static func damaged(_ seed: [UInt8]) -> [[UInt8]] {
        seed.indices.flatMap { place -> [[UInt8]] in
            var turned = seed
            turned[place] ^= 1 << UInt8(place % 8)
            return [turned, Array(seed[..<place])]
        }
    }

    private func table(_ bytes: [UInt8]) -> TravellerTable? {
        bytes.withUnsafeBufferPointer { try? TravellerTable($0) }
    }

    @Test func `every resident of a seed is in the index and every number is found`() throws {
        for seed in try Self.seeds("registry") {
            let text = String(decoding: seed, as: UTF8.self)
            guard seed.count(where: { $0 == 0x0A }) > 1 else {
                #expect(throws: PopulationIndexError.noResidents) { try InventedRegistry.build(text) }
                continue
            }
            let (folder, path, _) = try InventedRegistry.build(text)
            defer { try? FileManager.default.removeItem(at: folder) }
            let index = try PopulationIndex(path: path)
            #expect(index.count > 0 && index.count < seed.count { $0 == 0x0A })
            for row in 0..<index.count {
                let resident = try #require(index.resident(row: row))
                // Two birth dates under one number are two residents, of whom the number finds one.
                let found = try #require(index.row(of: resident.nik))
                #expect(index.resident(row: found)?.nik == resident.nik)
            }
        }
    }

    @Test func `damaged extracts neither trap nor gain residents`() throws {
        for seed in try Self.seeds("registry") {
            let lines = seed.count(where: { $0 == 0x0A }) + 1
            for bytes in Self.damaged(seed) {
                var builder = PopulationIndexBuilder()
                try? bytes.withUnsafeBufferPointer { try builder.add($0) }
                #expect(builder.count + builder.skipped.count <= lines)
            }
        }
    }

    @Test func `every traveller of a table, whole or damaged, is in one booking`() throws {
        for seed in try Self.seeds("travellers") {
            #expect(table(seed) != nil)
            for bytes in [seed] + Self.damaged(seed) {
                guard let table = table(bytes) else { continue }
                #expect(table.claims.count == table.ids.count)
                #expect(table.parties.joined().sorted() == Array(table.ids.indices))
            }
        }
    }
}
