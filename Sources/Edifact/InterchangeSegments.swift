// SPDX-License-Identifier: Apache-2.0

/// Every segment of some EDIFACT bytes in order, through all their interchanges.
public enum InterchangeSegments {
    /// Calls `body` on each segment; the UNA is none. What stands between interchanges is passed over.
    public static func forEach(_ scanner: inout SegmentScanner, _ body: (borrowing SegmentScanner) -> Void) {
        let bytes = scanner.bytes
        var next = InterchangeStart.next(in: bytes, from: 0)
        while let start = next {
            next = nil
            scanner.restart(at: start.header, separators: start.separators)
            var isFirst = true
            while scanner.next() {
                if !isFirst, next == nil, let cut = embeddedStart(scanner) {
                    next = cut
                    guard standsAlone(&scanner, before: cut) else { break }
                }
                isFirst = false
                body(scanner)
                if scanner.tag == SegmentTag.unz {
                    next = next ?? InterchangeStart.next(in: bytes, from: scanner.end)
                    break
                }
            }
        }
    }

    /// The bytes of each segment as ``forEach(_:_:)`` counts them: entry 0 is segment 1.
    public static func ranges(in bytes: [UInt8]) -> [Range<Int>] {
        bytes.withUnsafeBufferPointer { buffer in
            var ranges: [Range<Int>] = []
            var scanner = SegmentScanner(buffer)
            forEach(&scanner) { ranges.append($0.start..<$0.end) }
            return ranges
        }
    }

    /// Cuts the current segment short where it has swallowed an interchange for want of a terminator; false where
    /// nothing but blanks stands before that, so that there is no segment. It is the last one before a restart.
    public static func standsAlone(_ scanner: inout SegmentScanner, before cut: InterchangeStart) -> Bool {
        let isText =
            cut.start > scanner.start && (scanner.start..<cut.start).contains { scanner.bytes[$0] > 0x20 }
        scanner.endInput(at: isText ? cut.start : scanner.start)
        return isText
    }

    /// The start of a further interchange that the current segment is, or has swallowed for want of a terminator.
    @inline(__always)
    public static func embeddedStart(_ scanner: borrowing SegmentScanner) -> InterchangeStart? {
        scanner.isUsual ? nil : search(scanner)
    }

    /// Looks through an unusual segment.
    public static func search(_ scanner: borrowing SegmentScanner) -> InterchangeStart? {
        // A UNA's own terminator may end the segment: the UNB stands right behind it.
        let reach = scanner.tag == SegmentTag.una ? scanner.end + 64 : scanner.end
        return InterchangeStart.next(in: scanner.bytes, from: scanner.start, limit: reach, acceptsBareMessage: false)
    }
}
