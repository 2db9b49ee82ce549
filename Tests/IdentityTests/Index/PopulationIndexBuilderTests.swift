// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@testable import Identity

@Suite struct PopulationIndexBuilderTests {
    /// A table read in pieces of some bytes; the last piece may be shorter.
    private func build(
        _ csv: String, pieceBytes: Int = 1 << 16, memoryBytes: Int = 1 << 30
    ) throws -> (bytes: Data, skipped: [SkippedRow]) {
        let folder = FileManager.default.temporaryDirectory.appending(path: "cermat-build-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        var builder = PopulationIndexBuilder(memoryBytes: memoryBytes, temporaryFolder: folder.path)
        try add(csv, to: &builder, pieceBytes: pieceBytes)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty, "runs have no names")
        let path = folder.appending(path: "registry.index").path
        try builder.write(to: path)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["registry.index"])
        return (try Data(contentsOf: URL(fileURLWithPath: path)), builder.skipped)
    }

    private func add(_ csv: String, to builder: inout PopulationIndexBuilder, pieceBytes: Int) throws {
        let text = Array(csv.utf8)
        var at = 0
        try builder.add(pieceBytes: pieceBytes) { space throws(PopulationIndexError) in
            let count = min(space.count, text.count - at)
            text.withUnsafeBytes { space.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[at..<at + count])) }
            at += count
            return count
        }
    }

    /// Residents with repeated rows, rows that cannot be kept and fields of several lines among them.
    private func messy(_ seed: UInt64) -> String {
        var random = SeededGenerator(seed: seed)
        var lines = InventedRegistry.crowd(Int.random(in: 300...900, using: &random))
            .split(separator: "\n").map(String.init)
        for _ in 0..<40 {
            let row = lines[Int.random(in: 1..<lines.count, using: &random)]
            let place = Int.random(in: 1..<lines.count, using: &random)
            switch Int.random(in: 0..<4, using: &random) {
            case 0: lines.insert(row, at: place)
            case 1: lines.insert(String(row.dropFirst(3)), at: place)
            case 2: lines.insert(row.replacing("JAUH", with: "\"JA\nUH \"\"X\"\"\""), at: place)
            default: lines.insert(row.replacing(",19", with: ",20"), at: place)
            }
        }
        return lines.joined(separator: "\r\n")
    }

    @Test(arguments: 0..<6 as Range<UInt64>)
    func `an index is the same byte by byte whether or not it was sorted on the disk`(seed: UInt64) throws {
        let csv = messy(seed)
        let whole = try build(csv)
        let spilled = try build(csv, memoryBytes: 1 << 14)
        #expect(whole.bytes == spilled.bytes)
        #expect(whole.skipped == spilled.skipped)
        #expect(whole.skipped.contains { $0.reason == .duplicate })
    }

    @Test(arguments: [1, 7, 64, 4_096])
    func `rows may straddle the pieces in which they are read`(pieceBytes: Int) throws {
        let csv = "\u{FEFF}" + messy(5)
        let whole = try build(csv)
        let pieces = try build(csv, pieceBytes: pieceBytes)
        #expect(whole.bytes == pieces.bytes)
        #expect(whole.skipped == pieces.skipped)
    }

    @Test func `several extracts make one index, and skipped rows say which they stand in`() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "cermat-build-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        var builder = PopulationIndexBuilder(temporaryFolder: folder.path)
        for (number, rows) in [InventedRegistry.rows[0..<3], InventedRegistry.rows[2...]].enumerated() {
            let path = folder.appending(path: "extract-\(number).csv").path
            try Data(([InventedRegistry.header] + rows).joined(separator: "\n").utf8)
                .write(to: URL(fileURLWithPath: path))
            try builder.add(contentsOf: path)
        }
        let path = folder.appending(path: "registry.index").path
        #expect(try builder.write(to: path) == 5)
        #expect(builder.skipped == [SkippedRow(line: 2, reason: .duplicate, extract: 2)])
        #expect(try PopulationIndex(path: path, isVerifying: true).count == 5)
    }

    @Test func `a quote that is never closed costs its row alone`() throws {
        var lines = InventedRegistry.crowd(900).split(separator: "\n").map(String.init)
        lines[700] = lines[700].replacing("JAUH", with: "\"JAUH")
        let csv = lines.joined(separator: "\n") + "\n"
        for pieceBytes in [100, 1 << 20] {
            let made = try build(csv, pieceBytes: pieceBytes)
            #expect(made.skipped.count == 1)
            #expect(made.skipped.first == SkippedRow(line: 701, reason: .quotes))
        }
    }

    @Test func `a line without end, an unreadable file and a full disk are refused`() throws {
        var builder = PopulationIndexBuilder()
        #expect(throws: PopulationIndexError.self) { try builder.add(contentsOf: "/nowhere/extract.csv") }
        #expect(throws: PopulationIndexError.self) {
            try builder.add { space throws(PopulationIndexError) in
                space.initializeMemory(as: UInt8.self, repeating: 0x41)
                return space.count
            }
        }
        let error = #expect(throws: PopulationIndexError.self) {
            try builder.requireSpace(residents: 1 << 50, at: "registry.index")
        }
        guard case .needsSpace(_, let bytes, let free) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(bytes > free)
    }

    @Test func `an older index stays as it is when a new one cannot be made`() throws {
        let made = try InventedRegistry.build()
        defer { try? FileManager.default.removeItem(at: made.folder) }
        let old = try Data(contentsOf: URL(fileURLWithPath: made.path))
        var builder = PopulationIndexBuilder()
        #expect(throws: PopulationIndexError.noResidents) { try builder.write(to: made.path) }
        #expect(try Data(contentsOf: URL(fileURLWithPath: made.path)) == old)
    }
}

/// Chance that is the same for one seed.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
