// SPDX-License-Identifier: Apache-2.0

/// Finds zones in text: alone, both lines in one, or within the lines of a log.
public enum MRZSearch {
    /// Lines that may make a zone, and the bytes that they stand in.
    public struct Found: Hashable, Sendable {
        public let lines: [String]
        /// From the first byte of the first line to the last of the last one, with whatever stands between.
        public let range: Range<Int>
        /// The zone's own bytes: each line, and what ends it where another follows. They alone give the same lines.
        public let pieces: [Range<Int>]
        /// The number of the text line that the zone begins on, from 1.
        public let line: Int
    }

    /// The most zones of one input.
    public static let mostZones = 10_000
    /// Longer lines of text hold none.
    private static let longestLine = 4_096

    /// The zones of a text, in order.
    public static func zones(in bytes: [UInt8]) -> [Found] {
        bytes.withUnsafeBufferPointer { zones(in: $0) }
    }

    static func zones(in bytes: UnsafeBufferPointer<UInt8>) -> [Found] {
        var found: [Found] = []
        var open: [Stretch] = []
        var at = 0
        var number = 0
        while at < bytes.count, found.count < mostZones {
            number += 1
            var end = at
            while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
            let stretches = end - at <= longestLine ? stretches(bytes, at..<end, number) : []
            for stretch in stretches { take(stretch, bytes, &open, &found) }
            at = end + 1
            // CR LF is one line end.
            if at < bytes.count, bytes[at - 1] == 0x0D, bytes[at] == 0x0A { at += 1 }
        }
        return found
    }

    /// A run of characters of a zone.
    private struct Stretch {
        let range: Range<Int>
        let line: Int
        /// Characters without the blanks inside.
        let count: Int
    }

    /// The runs of a line that are long enough; blanks inside count only where the whole line is one.
    private static func stretches(
        _ bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>, _ number: Int
    ) -> [Stretch] {
        var start = line.lowerBound
        var end = line.upperBound
        while start < end, bytes[start] <= 0x20 || bytes[start] >= 0x80 { start += 1 }
        while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
        let whole = start..<end
        if let apart = apart(bytes, whole, number) { return apart }
        if whole.allSatisfy({ isZone(bytes[$0]) || bytes[$0] == 0x20 }) {
            let count = whole.reduce(0) { $0 + (bytes[$1] == 0x20 ? 0 : 1) }
            let holdsFiller = whole.contains { bytes[$0] == UInt8(ascii: "<") }
            return isLong(count) && (holdsFiller || count == whole.count)
                ? [Stretch(range: whole, line: number, count: count)] : []
        }
        var found: [Stretch] = []
        var at = start
        while at < end {
            guard isZone(bytes[at]) else {
                at += 1
                continue
            }
            var stop = at
            while stop < end, isZone(bytes[stop]) { stop += 1 }
            if isLong(stop - at) { found.append(Stretch(range: at..<stop, line: number, count: stop - at)) }
            at = stop
        }
        return found
    }

    /// Lines of a zone that stand in one line of text, blanks between them.
    private static func apart(
        _ bytes: UnsafeBufferPointer<UInt8>, _ whole: Range<Int>, _ number: Int
    ) -> [Stretch]? {
        let runs = bytes[whole].split(separator: 0x20)
        guard (2...3).contains(runs.count),
            runs.allSatisfy({ (24...50).contains($0.count) && $0.allSatisfy(isZone) })
        else { return nil }
        return runs.map { Stretch(range: $0.startIndex..<$0.endIndex, line: number, count: $0.count) }
    }

    private static func isZone(_ byte: UInt8) -> Bool {
        (byte | 0x20) &- 97 < 26 || byte &- 48 <= 9 || byte == UInt8(ascii: "<")
    }

    /// A line of a zone, or two or three of them joined, some characters more or less.
    private static func isLong(_ count: Int) -> Bool { (24...50).contains(count) || (66...100).contains(count) }

    private static func take(
        _ stretch: Stretch, _ bytes: UnsafeBufferPointer<UInt8>, _ open: inout [Stretch], _ found: inout [Found]
    ) {
        if stretch.count >= 66 {
            open = []
            if let zone = joined(stretch, bytes) { found.append(zone) }
            return
        }
        // A zone's lines follow each other, a log's own lines at most between them.
        if let last = open.last, stretch.line - last.line > 3 { open = [] }
        if open.isEmpty {
            if isFirst(stretch, bytes) { open = [stretch] }
            return
        }
        open.append(stretch)
        let isCard = (open.map(\.count).max() ?? 0) <= 33
        guard open.count >= (isCard ? 3 : 2) else { return }
        let lines = open.map { text(bytes, $0.range) }
        found.append(
            Found(
                lines: lines, range: open[0].range.lowerBound..<stretch.range.upperBound,
                pieces: pieces(open, bytes), line: open[0].line))
        open = []
    }

    /// What a log has around and between a zone's lines is left out: alone it could be read as something else.
    private static func pieces(_ lines: [Stretch], _ bytes: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
        var pieces: [Range<Int>] = []
        for (line, next) in zip(lines, lines.dropFirst()) {
            pieces.append(line.range)
            var end = line.range.upperBound
            if next.line != line.line {
                while bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
            }
            let isPair = bytes[end] == 0x0D && bytes[end + 1] == 0x0A
            pieces.append(end..<(end + (isPair ? 2 : 1)))
        }
        return pieces + lines.suffix(1).map(\.range)
    }

    /// Two or three lines pasted as one.
    private static func joined(_ stretch: Stretch, _ bytes: UnsafeBufferPointer<UInt8>) -> Found? {
        guard isFirst(stretch, bytes) else { return nil }
        let text = bytes[stretch.range].filter { $0 != 0x20 }
        let parts =
            switch text.count {
            case 90: 3
            case 66...76, 82...94: 2
            default: 0
            }
        guard parts > 0 else { return nil }
        let nominal = parts == 3 ? 30 : text.count < 80 ? 36 : 44
        // The second line begins where the first one's fillers end nearest to its place.
        var lines: [String] = []
        var start = 0
        for part in 1...parts {
            let end = part == parts ? text.count : min(text.count, start + nominal)
            lines.append(String(decoding: text[start..<max(start, end)], as: UTF8.self))
            start = max(start, end)
        }
        return Found(lines: lines, range: stretch.range, pieces: [stretch.range], line: stretch.line)
    }

    /// Whether a zone's first line may begin here: its kind of document, and fillers or an issuer behind.
    private static func isFirst(_ stretch: Stretch, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard bytes[stretch.range].contains(UInt8(ascii: "<")) else { return false }
        switch bytes[stretch.range.lowerBound] & 0xDF {
        case UInt8(ascii: "P"), UInt8(ascii: "I"), UInt8(ascii: "V"), UInt8(ascii: "A"), UInt8(ascii: "C"): return true
        default: return bytes[stretch.range.lowerBound] == UInt8(ascii: "1")
        }
    }

    private static func text(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> String {
        String(decoding: bytes[range], as: UTF8.self)
    }
}
