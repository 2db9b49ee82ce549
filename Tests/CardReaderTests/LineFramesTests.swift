// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import CardReader

/// Bytes come in any pieces; lines come out the same, and none is held beyond the limit.
@Suite struct LineFramesTests {
    @Test(arguments: 0..<100) func `pieces of any size give the same lines`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var stream: [UInt8] = []
        var expected: [LineFrames.Frame] = []
        for _ in 0..<20 {
            let size = Int.random(in: 0..<12, using: &random) == 0 ? 4_200 : Int.random(in: 0...80, using: &random)
            let line = (0..<size).map { _ in UInt8.random(in: 32...126, using: &random) }
            stream += line + (Bool.random(using: &random) ? [13, 10] : [10])
            if size > ReaderLine.limitBytes {
                expected.append(.tooLong)
            } else if size > 0 {
                expected.append(.line(line))
            }
        }
        var frames = LineFrames()
        var found: [LineFrames.Frame] = []
        var rest = stream[...]
        while !rest.isEmpty {
            let piece = rest.prefix(Int.random(in: 1...700, using: &random))
            found += frames.take(piece)
            #expect(frames.heldBytes <= ReaderLine.limitBytes + 2)
            rest = rest.dropFirst(piece.count)
        }
        #expect(found == expected)
    }

    @Test func `a line without end takes no memory, and the next one is read`() {
        var frames = LineFrames()
        for _ in 0..<1_000 {
            #expect(frames.take([UInt8](repeating: 65, count: 1_000)).isEmpty)
            #expect(frames.heldBytes <= ReaderLine.limitBytes + 2)
        }
        #expect(
            frames.take(Array("\nCERMAT-READER 1 ALIVE\n".utf8)) == [
                .tooLong, .line(Array("CERMAT-READER 1 ALIVE".utf8)),
            ])
    }

    @Test func `a line of exactly the limit is whole`() {
        var frames = LineFrames()
        let line = [UInt8](repeating: 65, count: ReaderLine.limitBytes)
        #expect(frames.take(line + [10]) == [.line(line)])
        #expect(frames.take(line + [13, 10]) == [.line(line)])
        #expect(frames.take(line + [65, 10]) == [.tooLong])
    }
}
