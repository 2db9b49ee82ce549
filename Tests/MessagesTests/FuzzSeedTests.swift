// SPDX-License-Identifier: Apache-2.0

import Foundation
import Messages
import Testing

/// The seeds of the fuzz targets, and thousands of damaged forms of them, on every run of the tests.
@Suite struct FuzzSeedTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Fuzz/Seeds")

    private static func seeds() throws -> [[UInt8]] {
        try ["edifact", "xml", "mrz", "manifest"].flatMap { kind in
            try FileManager.default.contentsOfDirectory(
                at: folder.appending(path: kind), includingPropertiesForKeys: nil
            ).sorted { $0.lastPathComponent < $1.lastPathComponent }.map { Array(try Data(contentsOf: $0)) }
        }
    }

    /// What must hold of any bytes; the fuzz targets check more.
    private func check(_ bytes: [UInt8]) {
        var pieces: [[UInt8]] = []
        MessageDecoder.decode(bytes) { unit in
            pieces.append(unit.receivedBytes)
            #expect(unit.filtered().bytes.count == unit.receivedBytes.count)
        }
        #expect(!pieces.isEmpty)
        #expect(MessageDecoder.split(bytes) == pieces)
    }

    @Test func `every seed is read and cut alike`() throws {
        let seeds = try Self.seeds()
        #expect(seeds.count > 40)
        for seed in seeds { check(seed) }
    }

    @Test(arguments: 0..<40 as Range<UInt64>) func `damaged seeds neither trap nor vanish`(seed: UInt64) throws {
        var rng = SeededGenerator(seed: seed)
        let seeds = try Self.seeds()
        for _ in 0..<25 {
            var bytes = seeds.randomElement(using: &rng) ?? []
            for _ in 0..<Int.random(in: 1...8, using: &rng) where !bytes.isEmpty {
                let place = Int.random(in: 0..<bytes.count, using: &rng)
                switch Int.random(in: 0..<5, using: &rng) {
                case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &rng)
                case 1: bytes.remove(at: place)
                case 2: bytes[place] = Array("+:'?*<>&,;\"".utf8).randomElement(using: &rng)!
                case 3: bytes.removeSubrange(place...)
                default: bytes.insert(contentsOf: seeds.randomElement(using: &rng)!.prefix(200), at: place)
                }
            }
            check(bytes)
        }
    }
}
