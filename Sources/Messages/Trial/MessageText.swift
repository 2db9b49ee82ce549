// SPDX-License-Identifier: Apache-2.0

internal import Edifact
public import Travel

/// The text of a message in the numbered pieces that warnings and spans speak of: segments, elements of a document, or
/// lines.
public struct MessageText: Hashable, Sendable {
    /// What the numbers count.
    public enum Unit: String, Hashable, Sendable {
        case segment, line, element
    }

    /// One segment or line, with what the edge filter overwrote told apart.
    public struct Piece: Hashable, Sendable {
        /// 1-based; nil for what does not count: UNA, and bytes between segments.
        public let number: Int?
        /// The three letters of a segment's tag; empty for a line.
        public let tag: String
        public let runs: [Run]
        /// Its place in the message's bytes.
        public let range: Range<Int>

        /// The whole text.
        public var text: String { runs.reduce(into: "") { $0 += $1.text } }
    }

    /// Text of one kind within a piece.
    public struct Run: Hashable, Sendable {
        public let text: String
        public let isOverwritten: Bool
    }

    public let unit: Unit
    public let pieces: [Piece]

    /// Cuts a message's own bytes.
    ///
    /// - Parameter overwritten: what the edge filter overwrote, in order or not.
    public init(_ bytes: [UInt8], kind: MessageKind, overwritten: [Range<Int>] = []) {
        if let elements = DocumentElements.ranges(of: bytes) {
            unit = .element
            pieces = elements.enumerated().map { index, range in
                MessageText.piece(index + 1, bytes, range, overwritten, isSegment: false)
            }
            return
        }
        let hasLines = kind == .manifest || kind == .mrz
        let ranges = hasLines ? [] : InterchangeSegments.ranges(in: bytes)
        let marks = overwritten.sorted { $0.lowerBound < $1.lowerBound }
        if ranges.isEmpty {
            unit = .line
            pieces = MessageText.lines(bytes).enumerated().compactMap { index, range in
                range.isEmpty ? nil : MessageText.piece(index + 1, bytes, range, marks, isSegment: false)
            }
        } else {
            unit = .segment
            var pieces: [Piece] = []
            var end = 0
            for (index, range) in ranges.enumerated() {
                MessageText.gap(end..<max(end, range.lowerBound), bytes, &pieces)
                pieces.append(MessageText.piece(index + 1, bytes, range, marks, isSegment: true))
                end = range.upperBound
            }
            MessageText.gap(end..<max(end, bytes.count), bytes, &pieces)
            self.pieces = pieces
        }
    }

    private static func lines(_ bytes: [UInt8]) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var start = 0
        for (index, byte) in bytes.enumerated() where byte == 0x0A {
            ranges.append(start..<index)
            start = index + 1
        }
        if start < bytes.count { ranges.append(start..<bytes.count) }
        return ranges
    }

    /// Bytes outside any segment, where they can be seen.
    private static func gap(_ range: Range<Int>, _ bytes: [UInt8], _ pieces: inout [Piece]) {
        let visible = range.filter { bytes[$0] > 0x20 }
        guard let first = visible.first, let last = visible.last else { return }
        pieces.append(piece(nil, bytes, first..<(last + 1), [], isSegment: false))
    }

    private static func piece(
        _ number: Int?, _ bytes: [UInt8], _ range: Range<Int>, _ marks: [Range<Int>], isSegment: Bool
    ) -> Piece {
        var start = range.lowerBound
        while isSegment, start < range.upperBound, bytes[start] <= 0x20 { start += 1 }
        var runs: [Run] = []
        var at = start
        func add(_ end: Int, isOverwritten: Bool) {
            guard end > at else { return }
            // Carriers fold long lines inside segments; the breaks mean nothing.
            let shown = bytes[at..<end].filter { $0 != 0x0A && $0 != 0x0D }
            runs.append(Run(text: String(decoding: shown, as: UTF8.self), isOverwritten: isOverwritten))
            at = end
        }
        for mark in marks where mark.lowerBound < range.upperBound && mark.upperBound > start {
            add(max(at, mark.lowerBound), isOverwritten: false)
            add(min(mark.upperBound, range.upperBound), isOverwritten: true)
        }
        add(range.upperBound, isOverwritten: false)
        let letters = bytes[start..<range.upperBound].lazy.filter { $0 > 0x20 }.prefix(3)
        return Piece(
            number: number, tag: isSegment ? String(decoding: Array(letters), as: UTF8.self) : "", runs: runs,
            range: range)
    }
}
