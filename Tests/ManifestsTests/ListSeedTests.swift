// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@testable import Manifests

/// The seeds of the fuzz target for lists, and damaged forms of them.
@Suite struct ListSeedTests {
    private static let folder = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Fuzz/Seeds/list")

    @Test(arguments: 0..<30 as Range<UInt64>) func `damaged seeds neither trap nor lose a row`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let files = try FileManager.default.contentsOfDirectory(at: Self.folder, includingPropertiesForKeys: nil)
        #expect(files.count >= 4)
        for file in files.sorted(by: { $0.lastPathComponent < $1.lastPathComponent }) {
            var bytes = Array(try Data(contentsOf: file))
            for _ in 0..<Int.random(in: 0..<12, using: &random) {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
                case 1: bytes.remove(at: place)
                default: bytes.insert(contentsOf: Array(",;\t\"\n9".utf8).shuffled(using: &random), at: place)
                }
            }
            guard let draft = try? Invented.draft(bytes) else { continue }
            let reading = draft.read()
            #expect(
                reading.travellers + reading.refused.count == reading.rows.count,
                "seed \(seed) \(file.lastPathComponent)")
        }
    }
}
