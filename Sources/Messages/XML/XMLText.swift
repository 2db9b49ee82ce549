// SPDX-License-Identifier: Apache-2.0

/// A value of a document in UTF-8, references replaced, with the scanned bytes that each of its bytes came from.
struct XMLText {
    private(set) var bytes: [UInt8] = []
    private var starts: [Int32] = []
    private var lengths: [UInt8] = []

    var isEmpty: Bool { bytes.isEmpty }
    var count: Int { bytes.count }
    var string: String { String(decoding: bytes, as: UTF8.self) }

    /// The scanned bytes of one byte of the value.
    func origin(_ index: Int) -> Range<Int> {
        let start = Int(starts[index])
        return start..<(start + Int(lengths[index]))
    }

    mutating func append(_ byte: UInt8, from start: Int, length: Int) {
        bytes.append(byte)
        starts.append(Int32(clamping: start))
        lengths.append(UInt8(clamping: length))
    }

    mutating func append(_ other: XMLText) {
        bytes += other.bytes
        starts += other.starts
        lengths += other.lengths
    }

    /// A part of the value.
    func slice(_ range: Range<Int>) -> XMLText {
        let part = range.clamped(to: 0..<count)
        var text = XMLText()
        text.bytes = Array(bytes[part])
        text.starts = Array(starts[part])
        text.lengths = Array(lengths[part])
        return text
    }

    /// Without blanks and line breaks at both ends.
    var trimmed: XMLText {
        var a = 0
        var b = count
        while a < b, bytes[a] <= 0x20 { a += 1 }
        while b > a, bytes[b - 1] <= 0x20 { b -= 1 }
        return a == 0 && b == count ? self : slice(a..<b)
    }

    /// The pieces between bytes that `isSeparator` picks, blanks at their ends taken off, empty ones left out.
    func pieces(_ isSeparator: (UInt8) -> Bool) -> [XMLText] {
        var pieces: [XMLText] = []
        var start = 0
        for index in 0...count where index == count || isSeparator(bytes[index]) {
            let piece = slice(start..<index).trimmed
            if !piece.isEmpty { pieces.append(piece) }
            start = index + 1
        }
        return pieces
    }

    /// With every `old` byte as a blank.
    func blanking(_ old: UInt8) -> XMLText {
        guard bytes.contains(old) else { return self }
        var text = self
        for index in text.bytes.indices where text.bytes[index] == old { text.bytes[index] = 0x20 }
        return text
    }
}

extension XMLText {
    /// Expands scanned bytes: the five predefined entities and character references, nothing else.
    ///
    /// - Parameter isLatin: whether bytes beyond ASCII are ISO 8859-1.
    init(_ scanned: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, isLatin: Bool, isLiteral: Bool = false) {
        bytes.reserveCapacity(range.count)
        starts.reserveCapacity(range.count)
        lengths.reserveCapacity(range.count)
        var at = range.lowerBound
        while at < range.upperBound {
            let byte = scanned[at]
            if byte == UInt8(ascii: "&"), !isLiteral,
                case .character(let scalar, let end) = XMLReference(scanned, at, limit: range.upperBound)
            {
                for (index, unit) in scalar.utf8.enumerated() {
                    append(unit, from: index == 0 ? at : end, length: index == 0 ? end - at : 0)
                }
                at = end
            } else if byte >= 0x80, isLatin {
                append(0xC0 | byte >> 6, from: at, length: 1)
                append(0x80 | byte & 0x3F, from: at + 1, length: 0)
                at += 1
            } else {
                append(byte, from: at, length: 1)
                at += 1
            }
        }
    }
}

/// What stands behind an ampersand.
enum XMLReference {
    case character(Unicode.Scalar, end: Int)
    /// An ampersand by itself: not well formed, but plain.
    case ampersand
    case refused(XMLRefusal)

    init(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int, limit: Int) {
        var end = at + 1
        let reach = min(limit, at + XMLLimits.standard.nameBytes)
        while end < reach, XMLScanner.isNameByte(bytes[end]) || bytes[end] == UInt8(ascii: "#") { end += 1 }
        guard end < limit, bytes[end] == UInt8(ascii: ";"), end > at + 1 else {
            self = .ampersand
            return
        }
        if bytes[at + 1] == UInt8(ascii: "#") {
            guard let scalar = XMLReference.scalar(bytes, at + 2, end) else {
                self = .refused(.characterReference)
                return
            }
            self = .character(scalar, end: end + 1)
            return
        }
        switch String(decoding: bytes[(at + 1)..<end], as: UTF8.self) {
        case "amp": self = .character("&", end: end + 1)
        case "lt": self = .character("<", end: end + 1)
        case "gt": self = .character(">", end: end + 1)
        case "quot": self = .character("\"", end: end + 1)
        case "apos": self = .character("'", end: end + 1)
        default: self = .refused(.entity)
        }
    }

    /// Decimal or `x` and hexadecimal digits of a character that XML 1.0 allows.
    private static func scalar(_ bytes: UnsafeBufferPointer<UInt8>, _ from: Int, _ end: Int) -> Unicode.Scalar? {
        guard from < end else { return nil }
        let isHex = bytes[from] == UInt8(ascii: "x")
        let digits = String(decoding: bytes[(from + (isHex ? 1 : 0))..<end], as: UTF8.self)
        guard digits.utf8.allSatisfy({ $0 &- 48 <= 9 || ($0 | 0x20) &- 97 < 6 }),
            let value = UInt32(digits, radix: isHex ? 16 : 10), let scalar = Unicode.Scalar(value)
        else { return nil }
        return value >= 0x20 || value == 9 || value == 10 || value == 13 ? scalar : nil
    }
}
