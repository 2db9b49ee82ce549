// SPDX-License-Identifier: Apache-2.0

/// Reads the records of a table of separated values (RFC 4180), line by line, fields as ranges of the input.
public struct TableScanner {
    /// The whole input.
    public let bytes: UnsafeBufferPointer<UInt8>
    /// The byte between two fields.
    public let separator: UInt8
    private var position: Int
    /// The line that the next record begins on, 1 for the first.
    public private(set) var line = 1

    /// One record.
    public struct Record: Sendable {
        /// The raw bytes, line end included.
        public var range: Range<Int>
        /// The line that it begins on.
        public var line: Int
        /// Raw fields, quotes included.
        public var fields: [Range<Int>]
        /// Whether a quoted field was never closed.
        public var isUnclosed: Bool
    }

    /// The most fields that a record may have.
    public static let mostFields = 512

    /// Begins behind a byte order mark.
    public init(_ bytes: UnsafeBufferPointer<UInt8>, separator: UInt8) {
        self.bytes = bytes
        self.separator = separator
        position = 0
        if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { position = 3 }
    }

    /// The next record, blank lines passed over; nil at the end.
    public mutating func next() -> Record? {
        while position < bytes.count, bytes[position] == 0x0A || bytes[position] == 0x0D {
            if bytes[position] == 0x0A { line += 1 }
            position += 1
        }
        guard position < bytes.count else { return nil }
        let start = position
        let firstLine = line
        var fields: [Range<Int>] = []
        var fieldStart = position
        var isQuoted = false
        var i = position
        var recovery: (position: Int, line: Int, fields: [Range<Int>])?
        while i < bytes.count {
            let byte = bytes[i]
            if byte == UInt8(ascii: "\"") {
                if isQuoted {
                    if i + 1 < bytes.count, bytes[i + 1] == UInt8(ascii: "\"") { i += 1 } else { isQuoted = false }
                } else if i == fieldStart {
                    isQuoted = true
                }
            } else if byte == 0x0A || byte == 0x0D {
                if !isQuoted { break }
                // Should the quote never close, the record ends at its first line end.
                if recovery == nil { recovery = (i, line, fields + [fieldStart..<i]) }
                if byte == 0x0A { line += 1 }
            } else if byte == separator, !isQuoted, fields.count < TableScanner.mostFields {
                fields.append(fieldStart..<i)
                fieldStart = i + 1
            }
            i += 1
        }
        fields.append(fieldStart..<i)
        if isQuoted, let recovery {
            i = recovery.position
            line = recovery.line
            fields = recovery.fields
        }
        if i < bytes.count, bytes[i] == 0x0D { i += 1 }
        if i < bytes.count, bytes[i] == 0x0A {
            i += 1
            line += 1
        }
        position = i
        return Record(range: start..<i, line: firstLine, fields: fields, isUnclosed: isQuoted)
    }

    /// The text of a field, quotes taken off and halved inside.
    public func text(_ range: Range<Int>) -> String {
        var out: [UInt8] = []
        out.reserveCapacity(range.count)
        var i = range.lowerBound
        var end = range.upperBound
        while i < end, bytes[i] == 0x20 { i += 1 }
        while end > i, bytes[end - 1] == 0x20 { end -= 1 }
        if end - i >= 1, bytes[i] == UInt8(ascii: "\"") {
            i += 1
            if end > i, bytes[end - 1] == UInt8(ascii: "\"") { end -= 1 }
            while i < end {
                if bytes[i] == UInt8(ascii: "\""), i + 1 < end, bytes[i + 1] == UInt8(ascii: "\"") { i += 1 }
                out.append(bytes[i])
                i += 1
            }
        } else {
            out.append(contentsOf: bytes[i..<end])
        }
        return String(decoding: out, as: UTF8.self)
    }
}
