// SPDX-License-Identifier: Apache-2.0

internal import Edifact

/// Makes readable what came through hands and programs that are not made for messages: UTF-16, text copied out of a
/// document whose terminators became curly quotes, quoted e-mail.
///
/// But for UTF-16 the length stays, so that every position stays true.
enum InputRepair {
    /// The bytes to read in place of `bytes`; nil where they are fine as they are.
    static func repaired(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
        // XML says itself which encoding it is in, and is read where it lies.
        guard !XMLStart.begins(bytes) else { return nil }
        if let text = utf16(bytes) { return sound(text) ?? text }
        return mayNeedRepair(bytes) ? sound(Array(bytes)) : nil
    }

    /// Larger inputs were not copied by hand: only their beginning is looked through.
    private static let handSize = 1 << 20
    private static let sampleSize = 1 << 16

    private static func mayNeedRepair(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let sample = bytes.count <= handSize ? bytes.count : sampleSize
        return bytes.first == UInt8(ascii: ">") || UnsafeBufferPointer(rebasing: bytes[..<sample]).hasHighByte
    }

    // MARK: UTF-16

    /// UTF-16 with a byte order mark, or whose first letters are ASCII.
    private static func utf16(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
        guard bytes.count >= 8 else { return nil }
        let isLittle: Bool
        let start: Int
        switch (bytes[0], bytes[1]) {
        case (0xFF, 0xFE): (isLittle, start) = (true, 2)
        case (0xFE, 0xFF): (isLittle, start) = (false, 2)
        case (1..., 0): (isLittle, start) = (true, 0)
        case (0, 1...): (isLittle, start) = (false, 0)
        default: return nil
        }
        // Every other byte of the first letters is nought; documents (XML) are read wide as they are.
        guard bytes[start] != UInt8(ascii: "<"), bytes[start + 1] != UInt8(ascii: "<") else { return nil }
        for place in 0..<3 {
            let at = start + place * 2
            let (low, high) = isLittle ? (bytes[at], bytes[at + 1]) : (bytes[at + 1], bytes[at])
            guard high == 0, low > 0, low < 0x80 else { return nil }
        }
        var units: [UInt16] = []
        units.reserveCapacity((bytes.count - start) / 2)
        var at = start
        while at + 1 < bytes.count {
            let (low, high) = isLittle ? (bytes[at], bytes[at + 1]) : (bytes[at + 1], bytes[at])
            units.append(UInt16(high) << 8 | UInt16(low))
            at += 2
        }
        return Array(String(decoding: units, as: UTF16.self).utf8)
    }

    // MARK: Copied text

    private static func sound(_ received: [UInt8]) -> [UInt8]? {
        var bytes = received
        let isQuoted = removeQuoteMarks(&bytes)
        return replaceQuotes(&bytes) || isQuoted ? bytes : nil
    }

    /// `> ` before every line, as mail programs put it.
    private static func removeQuoteMarks(_ bytes: inout [UInt8]) -> Bool {
        guard bytes.first == UInt8(ascii: ">") else { return false }
        var i = 0
        while i < bytes.count {
            while i < bytes.count, bytes[i] == UInt8(ascii: ">") || bytes[i] == 0x20 {
                bytes[i] = 0
                i += 1
            }
            while i < bytes.count, bytes[i] != 0x0A { i += 1 }
            i += 1
        }
        return true
    }

    /// Quotes of other kinds where a terminator stands: behind them begins a segment that messages know, or the end.
    private static func replaceQuotes(_ bytes: inout [UInt8]) -> Bool {
        var isChanged = false
        var i = 0
        while i < bytes.count {
            guard bytes[i] >= 0x80 else {
                i += 1
                continue
            }
            let length = quoteLength(bytes, i)
            guard length > 0 else {
                i += 1
                continue
            }
            if isFollowedBySegment(bytes, i + length) {
                bytes[i] = Separators.standard.terminator
                for rest in 1..<max(1, length) { bytes[i + rest] = 0x0A }
                isChanged = true
            }
            i += length
        }
        return isChanged
    }

    /// How many bytes of a quote of another kind stand at `i`: curly ones, primes and accents in UTF-8, Windows-1252 and
    /// ISO 8859-1.
    private static func quoteLength(_ bytes: [UInt8], _ i: Int) -> Int {
        let next = i + 1 < bytes.count ? bytes[i + 1] : 0
        let third = i + 2 < bytes.count ? bytes[i + 2] : 0
        switch bytes[i] {
        case 0xE2 where next == 0x80 && ((0x98...0x9B).contains(third) || third == 0xB2): return 3
        case 0xEF where next == 0xBC && third == 0x87: return 3
        case 0xC2 where next == 0xB4 || next == 0x91 || next == 0x92: return 2
        case 0x91, 0x92, 0xB4: return next < 0x80 ? 1 : 0
        default: return 0
        }
    }

    private static func isFollowedBySegment(_ bytes: [UInt8], _ from: Int) -> Bool {
        var i = from
        while i < bytes.count, bytes[i] <= 0x20 { i += 1 }
        guard i + 3 < bytes.count else { return i == bytes.count }
        let tag =
            UInt32(upperCased(bytes[i])) << 16 | UInt32(upperCased(bytes[i + 1])) << 8
            | UInt32(upperCased(bytes[i + 2]))
        guard Tag.isKnown(tag) else { return false }
        let behind = bytes[i + 3]
        return behind == Separators.standard.element || behind == Separators.standard.terminator || behind <= 0x20
            || behind >= 0x80 || tag == SegmentTag.una
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether a byte lies beyond ASCII.
    fileprivate var hasHighByte: Bool {
        let raw = UnsafeRawBufferPointer(self)
        var i = 0
        while i &+ 32 <= count {
            let words =
                raw.loadUnaligned(fromByteOffset: i, as: UInt64.self)
                | raw.loadUnaligned(fromByteOffset: i &+ 8, as: UInt64.self)
                | raw.loadUnaligned(fromByteOffset: i &+ 16, as: UInt64.self)
                | raw.loadUnaligned(fromByteOffset: i &+ 24, as: UInt64.self)
            if words & 0x8080_8080_8080_8080 != 0 { return true }
            i &+= 32
        }
        while i < count {
            if self[i] >= 0x80 { return true }
            i &+= 1
        }
        return false
    }
}
