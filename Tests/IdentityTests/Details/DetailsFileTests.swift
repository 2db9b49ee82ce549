// SPDX-License-Identifier: Apache-2.0

import Civil
import Foundation
import Testing

@testable import Identity

/// What goes into a file of details comes out of it, and nothing else does.
@Suite struct DetailsFileTests {
    /// A text as an address may be, or stranger.
    private static func text(using rng: inout SeededGenerator) -> [UInt8] {
        let words = [
            "JL", "JL.", "MERDEKA", "NO.", "12/A", "", "BLOK \"C\"", "RATNA", "ÉLISE", "O'BRIEN", ",", "\n", "007",
            String(repeating: "PANJANG", count: 10),
        ]
        if Int.random(in: 0..<40, using: &rng) == 0 {
            return (0..<Int.random(in: 0...DetailField.mostTextBytes, using: &rng)).map { _ in
                UInt8.random(in: 0...255, using: &rng)
            }
        }
        let count = Int.random(in: 0...5, using: &rng)
        let text = (0..<count).map { _ in
            Bool.random(using: &rng)
                ? words[Int.random(in: 0..<words.count, using: &rng)] : "\(Int.random(in: 0..<500, using: &rng))"
        }
        return Array(text.joined(separator: " ").utf8)
    }

    private static func details(using rng: inout SeededGenerator) -> ExtractedDetails {
        var details = ExtractedDetails()
        for field in DetailField.allCases { details[field] = text(using: &rng) }
        return details
    }

    private static func write(
        _ rows: [(nik: UInt64, details: ExtractedDetails)], to path: String, memoryBytes: Int = 1 << 20,
        mostWords: Int = 1 << 22
    ) throws {
        let folder = (path as NSString).deletingLastPathComponent
        var writer = try DetailsWriter(
            in: folder, memoryBytes: memoryBytes, temporaryFolder: folder, mostWords: mostWords)
        for row in rows {
            let isKept = try writer.add(nik: row.nik, preference: 0, row.details)
            #expect(isKept)
        }
        try writer.close()
        try writer.finish(index: 77, at: path + ".details")
    }

    private static func folder() throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appending(path: "cermat-details-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder
    }

    @Test(arguments: 1...12 as ClosedRange<UInt64>)
    func `what goes in comes out byte for byte, in any order, with duplicates, in little memory`(seed: UInt64) throws {
        var rng = SeededGenerator(seed: seed)
        let folder = try Self.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        var rows: [(nik: UInt64, details: ExtractedDetails)] = []
        for _ in 0..<Int.random(in: 0...900, using: &rng) {
            // Few enough numbers that some come again.
            rows.append((UInt64.random(in: 1...2000, using: &rng) * 5_000_000_000_000, Self.details(using: &rng)))
        }
        var expected: [UInt64: ExtractedDetails] = [:]
        for row in rows where expected[row.nik] == nil { expected[row.nik] = row.details }
        // Room for sixty-four entries and ten words, or for all.
        let isSmall = seed % 2 == 0
        try Self.write(
            rows, to: folder.path + "/a", memoryBytes: isSmall ? 1 : 1 << 20, mostWords: isSmall ? 10 : 1 << 22)
        let file = try #require(try DetailsFile(beside: folder.path + "/a", index: 77, isVerifying: true))
        #expect(file.count == expected.count)
        for number in UInt64(0)...2001 {
            let nik = number * 5_000_000_000_000
            #expect(try file.details(nik: nik) == expected[nik])
            #expect(try file.details(nik: nik + 1) == nil)
        }
        var all: [UInt64] = []
        try file.forEach { nik, known throws(PopulationIndexError) in
            all.append(nik)
            #expect(known == expected[nik])
        }
        #expect(all == expected.keys.sorted())
        // Another order of different people tells nothing else.
        var others = expected.map { (nik: $0.key, details: $0.value) }
        others.shuffle(using: &rng)
        try Self.write(others, to: folder.path + "/b", memoryBytes: 1)
        let again = try #require(try DetailsFile(beside: folder.path + "/b", index: 77))
        for (nik, known) in expected { #expect(try again.details(nik: nik) == known) }
    }

    @Test func `a text that is too long is not kept`() throws {
        let folder = try Self.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        var writer = try DetailsWriter(in: folder.path, memoryBytes: 1 << 20, temporaryFolder: folder.path)
        var details = ExtractedDetails()
        details[.address] = Array(repeating: 0x20, count: DetailField.mostTextBytes)
        let isKept = try writer.add(nik: 1, preference: 0, details)
        details[.address].append(0x20)
        let isLongerKept = try writer.add(nik: 2, preference: 0, details)
        #expect(isKept && !isLongerKept && writer.count == 1)
    }

    @Test(arguments: 1...4 as ClosedRange<UInt64>)
    func `a damaged, cut or foreign file is refused, or what it says is right`(seed: UInt64) throws {
        var rng = SeededGenerator(seed: seed)
        let folder = try Self.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.path + "/a"
        let rows = (1...60).map { (nik: UInt64($0) * 11, details: Self.details(using: &rng)) }
        try Self.write(rows, to: path)
        let whole = try Data(contentsOf: URL(fileURLWithPath: path + ".details"))
        func open(_ data: Data, index: UInt64 = 77) throws -> DetailsFile? {
            try data.write(to: URL(fileURLWithPath: path + ".details"), options: .atomic)
            return try DetailsFile(beside: path, index: index)
        }
        #expect(try open(whole) != nil)
        // What lies between parts sums to nothing and says nothing.
        let header = try Array(whole).withUnsafeBytes { bytes in
            let header = try DetailsHeader(bytes)
            return try DetailsSection.allCases.map { try header.range(of: $0) }
        }
        for _ in 0..<400 {
            var damaged = whole
            let place = Int.random(in: 0..<whole.count, using: &rng)
            damaged[place] ^= 1 << UInt8.random(in: 0..<8, using: &rng)
            let isSummed = place < DetailsLayout.headerBytes || header.contains { $0.contains(place) }
            if isSummed {
                #expect(throws: PopulationIndexError.self, "byte \(place)") { try open(damaged) }
            } else {
                #expect(try open(damaged)?.details(nik: 11) == rows[0].details)
            }
        }
        for count in [0, 1, 4095, 4096, 4097, whole.count - 1] {
            #expect(throws: PopulationIndexError.self, "\(count) bytes") { try open(whole.prefix(count)) }
        }
        #expect(throws: PopulationIndexError.damagedCompanion(.details, part: "length")) { try open(whole + [0]) }
        #expect(throws: PopulationIndexError.foreignCompanion(.details)) { try open(whole, index: 78) }
        try FileManager.default.removeItem(atPath: path + ".details")
        #expect(try DetailsFile(beside: path, index: 77) == nil)
    }

    @Test(arguments: DetailsSection.allCases)
    func `a part of other bytes with right checksums is refused, or shows nobody another's details`(
        section: DetailsSection
    ) throws {
        var rng = SeededGenerator(seed: UInt64(section.rawValue) + 90)
        let folder = try Self.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.path + "/a"
        let rows = (1...80).map { (nik: UInt64($0) * 11, details: Self.details(using: &rng)) }
        try Self.write(rows, to: path, mostWords: 40)
        let whole = Array(try Data(contentsOf: URL(fileURLWithPath: path + ".details")))
        #expect(Self.sealed(whole) == whole, "the seal of this test is that of the program")
        let range = try whole.withUnsafeBytes { try DetailsHeader($0).range(of: section) }
        var wrong = 0
        for _ in 0..<150 {
            var bytes = whole
            for _ in 0...Int.random(in: 0..<4, using: &rng) {
                bytes[Int.random(in: range, using: &rng)] = UInt8.random(in: 0...255, using: &rng)
            }
            if Int.random(in: 0..<4, using: &rng) == 0 {
                // A part that ends early, begins elsewhere or is far away.
                let number = 8 + section.rawValue * 3 + Int.random(in: 0...1, using: &rng)
                bytes[number * 8 + Int.random(in: 0..<8, using: &rng)] = UInt8.random(in: 0...255, using: &rng)
            }
            try Data(Self.sealed(bytes)).write(to: URL(fileURLWithPath: path + ".details"), options: .atomic)
            guard let file = try? DetailsFile(beside: path, index: 77, isVerifying: true) else { continue }
            for row in rows {
                // Other words under the same numbers are the forger's; a record is bound to its number.
                let isOther = (try? file.details(nik: row.nik)).flatMap { $0 }.map { $0 != row.details } ?? false
                if isOther && section != .words && section != .wordStarts { wrong += 1 }
            }
        }
        #expect(wrong == 0)
    }

    /// A file with other parts, its checksums made right.
    private static func sealed(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        func number(_ place: Int) -> Int {
            bytes.withUnsafeBytes { Int(clamping: $0.loadUnaligned(fromByteOffset: place * 8, as: UInt64.self)) }
        }
        func put(_ value: UInt64, at place: Int) {
            withUnsafeBytes(of: value) { bytes.replaceSubrange(place * 8..<place * 8 + 8, with: $0) }
        }
        for section in DetailsSection.allCases {
            let start = number(8 + section.rawValue * 3)
            let length = number(9 + section.rawValue * 3)
            guard start <= bytes.count, length <= bytes.count - start else { continue }
            let sum = bytes[start..<start + length].withUnsafeBytes { IndexChecksum.of($0) }
            put(sum, at: 10 + section.rawValue * 3)
        }
        let sum = bytes[..<(DetailsLayout.headerBytes - 8)].withUnsafeBytes { IndexChecksum.of($0) }
        put(sum, at: DetailsLayout.headerChecksum)
        return bytes
    }
}
