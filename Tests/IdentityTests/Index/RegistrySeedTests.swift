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

    @Test func `changes, whole or damaged, are taken once, known the second time, or listed`() throws {
        // The residents of the fuzzer's sample that the seeds name.
        let residents = [
            "9999002801601000,9999000101990000,BUDI SANTOSO,BATAM,1960-01-01,LAKI-LAKI,1,IBU,A,JL 1,1,2,999900",
            "9999014202611001,9999010101990000,SITI AMINAH,TANJUNG PINANG,1961-02-02,P,2,IBU,B,JL 2,1,2,999901",
        ]
        let csv = ([InventedRegistry.header] + residents).joined(separator: "\n")
        let (folder, path, _) = try InventedRegistry.build(csv, keepsDetails: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for seed in try Self.seeds("changes") {
            let damaged = Self.damaged(seed)
            for bytes in [seed] + stride(from: 0, to: damaged.count, by: 11).map({ damaged[$0] }) {
                let table = String(decoding: bytes, as: UTF8.self)
                try PopulationChanges(path: path).drop()
                guard let report = try? ChangedRegistry.add(table, to: path) else { continue }
                #expect(report.known == 0)
                let first = try ChangedRegistry.bytes(path)
                let again = try ChangedRegistry.add(table, to: path)
                #expect(again.known == report.taken && again.taken == 0 && again.skipped == report.skipped)
                #expect(try ChangedRegistry.bytes(path) == first)
                let index = try PopulationIndex(path: path)
                let details = try #require(try PopulationDetails(beside: path, of: index))
                for row in 0..<index.count {
                    guard let resident = index.resident(row: row) else { continue }
                    #expect(try details.details(of: resident.nik) != nil)
                }
            }
        }
    }

    @Test func `documents, whole or damaged, are written and read back, or listed`() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "cermat-seeds-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.path + "/r.index"
        for seed in try Self.seeds("documents") {
            for bytes in [seed] + Self.damaged(seed) {
                let lines = bytes.count(where: { $0 == 0x0A }) + 1
                let report = bytes.withUnsafeBufferPointer {
                    try? DocumentTable(beside: path, temporaryFolder: folder.path).write($0)
                }
                guard let report else { continue }
                #expect(report.count + report.ambiguous + report.skipped.count <= lines)
                #expect(try DocumentHistory(beside: path)?.count == report.count)
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
