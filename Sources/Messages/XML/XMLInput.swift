// SPDX-License-Identifier: Apache-2.0

/// The bytes of an input as the XML scanner reads them: UTF-8 or ISO 8859-1 as they are, UTF-16 turned into UTF-8 with
/// the place of every byte kept.
struct XMLInput {
    /// The bytes to scan.
    let bytes: UnsafeBufferPointer<UInt8>
    /// The offset in the input of each scanned byte and of the end; nil where they are the same.
    private let offsets: [UInt32]?
    /// Whether the input has two bytes for a character.
    let isWide: Bool
    /// Whether surrogates stood alone.
    let hasBadCharacters: Bool
    /// Whether the pairs of bytes have the higher one first.
    let isBigEndian: Bool

    /// Calls `body` with what can be scanned; memory lives as long as the call.
    static func with<Result>(_ input: UnsafeBufferPointer<UInt8>, _ body: (XMLInput) -> Result) -> Result {
        guard let form = WideForm(input) else {
            return body(
                XMLInput(bytes: input, offsets: nil, isWide: false, hasBadCharacters: false, isBigEndian: false))
        }
        let wide = form.narrowed(input)
        return wide.bytes.withUnsafeBufferPointer { bytes in
            body(
                XMLInput(
                    bytes: bytes, offsets: wide.offsets, isWide: true, hasBadCharacters: wide.hasBad,
                    isBigEndian: form.isBigEndian))
        }
    }

    /// The range of the input that scanned bytes came from.
    func source(_ range: Range<Int>) -> Range<Int> {
        guard let offsets else { return range }
        let last = offsets.count - 1
        return Int(offsets[min(range.lowerBound, last)])..<Int(offsets[min(range.upperBound, last)])
    }
}

/// UTF-16 as its first bytes tell: a byte order mark, or `<` and a zero.
private struct WideForm {
    let isBigEndian: Bool

    init?(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard bytes.count >= 4 else { return nil }
        switch (bytes[0], bytes[1]) {
        case (0xFE, 0xFF), (0, UInt8(ascii: "<")): isBigEndian = true
        case (0xFF, 0xFE), (UInt8(ascii: "<"), 0): isBigEndian = false
        default: return nil
        }
    }

    func narrowed(_ input: UnsafeBufferPointer<UInt8>) -> (bytes: [UInt8], offsets: [UInt32], hasBad: Bool) {
        var bytes: [UInt8] = []
        var offsets: [UInt32] = []
        bytes.reserveCapacity(input.count / 2 + 16)
        offsets.reserveCapacity(input.count / 2 + 16)
        var hasBad = false
        func unit(_ at: Int) -> UInt32 {
            let (a, b) = (UInt32(input[at]), UInt32(input[at + 1]))
            return isBigEndian ? a << 8 | b : b << 8 | a
        }
        var at = 0
        while at + 1 < input.count {
            let start = at
            var scalar = unit(at)
            at += 2
            if scalar & 0xFC00 == 0xD800, at + 1 < input.count, unit(at) & 0xFC00 == 0xDC00 {
                scalar = 0x1_0000 + (scalar & 0x3FF) << 10 + (unit(at) & 0x3FF)
                at += 2
            }
            // A byte order mark inside joined documents is no text.
            if scalar == 0xFEFF { scalar = 0x20 }
            let character = Unicode.Scalar(scalar) ?? "\u{FFFD}"
            if Unicode.Scalar(scalar) == nil { hasBad = true }
            for (index, byte) in character.utf8.enumerated() {
                bytes.append(byte)
                // Later bytes of a character begin where it ends, so that ranges of whole characters stay whole.
                offsets.append(UInt32(index == 0 ? start : at))
            }
        }
        offsets.append(UInt32(input.count))
        return (bytes, offsets, hasBad)
    }
}
