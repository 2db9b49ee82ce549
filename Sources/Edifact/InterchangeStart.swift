// SPDX-License-Identifier: Apache-2.0

/// Where an interchange, or a message without one, begins.
public struct InterchangeStart: Hashable, Sendable {
    /// The first byte: that of the UNA where there is one.
    public let start: Int
    /// The UNB, or the UNH of a message that came without an interchange header.
    public let header: Int
    public let hasHeader: Bool
    public let separators: Separators
    /// Whether the UNA says the separators; one that does not fit the header says nothing.
    public let isAdvised: Bool

    /// Finds the next start at or after `from` and before `limit`.
    ///
    /// A UNB or UNA is taken wherever it stands, since terminators get lost; a bare UNH only at the start of a segment.
    public static func next(
        in bytes: UnsafeBufferPointer<UInt8>, from: Int, limit: Int? = nil, acceptsBareMessage: Bool = true
    ) -> InterchangeStart? {
        let end = min(limit ?? bytes.count, bytes.count)
        guard let base = bytes.baseAddress else { return nil }
        var i = max(0, from)
        while i + 3 < end {
            guard upperCased(base[i]) == UInt8(ascii: "U"), upperCased(base[i + 1]) == UInt8(ascii: "N") else {
                i += 1
                continue
            }
            switch upperCased(base[i + 2]) {
            case UInt8(ascii: "B") where isHeader(bytes, i):
                let una = advice(before: i, in: bytes, from: from)
                let governing = GoverningSeparators(bytes, unb: i, una: una)
                return InterchangeStart(
                    start: una ?? i, header: i, hasHeader: true, separators: governing.separators,
                    isAdvised: governing.isAdvised)
            case UInt8(ascii: "H") where acceptsBareMessage && isMessageHeader(bytes, i, from: from):
                return InterchangeStart(
                    start: i, header: i, hasHeader: false, separators: .standard, isAdvised: false)
            default:
                i += 1
            }
        }
        return nil
    }

    /// `UNB`, a separator, then a syntax identifier of three to five letters or digits and a separator.
    private static func isHeader(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
        var i = at + 3
        while i < bytes.count, bytes[i] == 0x20 { i += 1 }
        guard i < bytes.count, !isWord(bytes[i]), maySeparate(bytes[i]) else { return false }
        i = skipControls(bytes, i + 1)
        var length = 0
        while i < bytes.count, isWord(bytes[i]), length < 6 {
            length += 1
            i = skipControls(bytes, i + 1)
        }
        return length >= 3 && length <= 5 && (i >= bytes.count || maySeparate(bytes[i]))
    }

    /// Printable, or one of the separators of syntax level B (ISO 9735: IS4 to IS1).
    private static func maySeparate(_ byte: UInt8) -> Bool { byte > 0x20 || byte &- 0x1C < 4 }

    /// `UNH+`, first or behind a line break or a terminator, its message type following.
    private static func isMessageHeader(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int, from: Int) -> Bool {
        var after = at + 3
        while after < bytes.count, bytes[after] <= 0x20 { after += 1 }
        guard after < bytes.count, [Separators.standard.element, Separators.standard.terminator].contains(bytes[after])
        else { return false }
        var before = at - 1
        while before >= 0, bytes[before] == 0x20 { before -= 1 }
        guard
            before < 0 || bytes[before] < 0x20 || bytes[before] == Separators.standard.terminator
                || bytes[before] == 0xBF
        else { return false }
        return true
    }

    /// The UNA whose six characters end right before the header, blanks and line breaks between them allowed.
    private static func advice(before header: Int, in bytes: UnsafeBufferPointer<UInt8>, from: Int) -> Int? {
        var i = header - 4
        while i >= max(from, header - longestAdvice) {
            if upperCased(bytes[i]) == UInt8(ascii: "U"), upperCased(bytes[i + 1]) == UInt8(ascii: "N"),
                upperCased(bytes[i + 2]) == UInt8(ascii: "A"), !isWord(bytes[i + 3])
            {
                return i
            }
            i -= 1
        }
        return nil
    }

    /// UNA with six characters of up to three bytes each and some blank lines.
    private static let longestAdvice = 32

    private static func isWord(_ byte: UInt8) -> Bool { upperCased(byte) &- 65 < 26 || byte &- 48 < 10 }

    private static func skipControls(_ bytes: UnsafeBufferPointer<UInt8>, _ from: Int) -> Int {
        var i = from
        while i < bytes.count, bytes[i] == 0x0A || bytes[i] == 0x0D { i += 1 }
        return i
    }
}
