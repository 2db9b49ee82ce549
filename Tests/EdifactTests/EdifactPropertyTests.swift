// SPDX-License-Identifier: Apache-2.0

import Edifact
import Testing

/// A small seeded generator (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

@Suite struct EdifactPropertyTests {
    private static let alphabet = Array("ABCXYZ019 abc?+:'*$-/.")

    private func randomSegments(_ rng: inout SeededGenerator) -> [EdifactSegment] {
        var segments = [
            EdifactSegment("UNB", [["UNOA", "4"], ["A"], ["B"]]), EdifactSegment("UNH", [["1"], ["PAXLST", "D"]]),
        ]
        for _ in 0..<Int.random(in: 1...30, using: &rng) {
            let elements = (0..<Int.random(in: 1...8, using: &rng)).map { _ in
                (0..<Int.random(in: 1...5, using: &rng)).map { _ in
                    String(
                        (0..<Int.random(in: 0...12, using: &rng)).map { _ in
                            Self.alphabet[Int.random(in: 0..<Self.alphabet.count, using: &rng)]
                        }
                    )
                }
            }
            segments.append(EdifactSegment("FTX", elements))
        }
        return segments
    }

    /// Without what a writer leaves out: empty components and elements at the end.
    private func trimmed(_ segment: EdifactSegment) -> EdifactSegment {
        var elements = segment.elements.map { element in
            var element = element
            while element.count > 1, element.last == "" { element.removeLast() }
            return element
        }
        while let last = elements.last, last.allSatisfy({ $0 == "" }) { elements.removeLast() }
        return EdifactSegment(segment.tag, elements)
    }

    @Test(arguments: 0..<100 as Range<UInt64>) func `write then read is identity`(seed: UInt64) {
        var rng = SeededGenerator(seed: seed)
        let segments = randomSegments(&rng).map(trimmed)
        var writer = EdifactWriter()
        for segment in segments { writer.write(segment) }
        #expect(EdifactSegment.all(in: writer.bytes) == segments)
    }

    @Test(arguments: 0..<100 as Range<UInt64>) func `all scanner levels agree on any bytes`(seed: UInt64) {
        var rng = SeededGenerator(seed: seed)
        var writer = EdifactWriter()
        for segment in randomSegments(&rng) { writer.write(segment) }
        var bytes = writer.bytes
        for _ in 0..<Int.random(in: 0...20, using: &rng) {
            bytes[Int.random(in: 0..<bytes.count, using: &rng)] = UInt8.random(in: 0...255, using: &rng)
        }
        let readings = SegmentScanner.Level.allCases.map { level in
            bytes.withUnsafeBufferPointer { buffer in
                var scanner = SegmentScanner(buffer, level: level)
                var reading: [String] = []
                while scanner.next() {
                    var text = "\(scanner.start)-\(scanner.end) \(scanner.tag) \(scanner.isUsual) \(scanner.isPlain)"
                    for element in 0..<scanner.elementCount {
                        for component in 1...max(1, scanner.componentCount(element)) {
                            text += "|" + String(decoding: scanner.value(element, component).buffer, as: UTF8.self)
                        }
                    }
                    reading.append(text)
                }
                return reading
            }
        }
        for reading in readings { #expect(reading == readings[0]) }
    }
}
