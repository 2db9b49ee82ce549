// SPDX-License-Identifier: Apache-2.0

internal import Edifact

/// Texts of up to fifteen ASCII bytes, which Swift keeps inside the string itself.
///
/// Nearly every value of a message is one. They are made from two loaded words without a loop or a branch on their
/// length: a third of the time of decoding went into the standard initialiser. The layout (bytes in order, then count
/// and 0xE0; stdlib/public/core/SmallString.swift) is checked once at run time; where it differs, the initialiser is used.
enum SmallText {
    /// The text of a short ASCII view, or nil.
    @inline(__always)
    static func text(_ view: EdifactBytes, upper: Bool) -> String? {
        let count = view.count
        guard count <= 15 else { return nil }
        let source = UnsafeRawPointer(view.base)
        let bits = UInt64(truncatingIfNeeded: count &* 8)
        let lowMask: UInt64 = count >= 8 ? ~0 : (1 &<< bits) &- 1
        let highMask: UInt64 = count > 8 ? (1 &<< (bits &- 64)) &- 1 : 0
        var low = UInt64(littleEndian: source.loadUnaligned(as: UInt64.self)) & lowMask
        var high = UInt64(littleEndian: source.loadUnaligned(fromByteOffset: 8, as: UInt64.self)) & highMask
        guard (low | high) & 0x8080_8080_8080_8080 == 0 else { return nil }
        if upper {
            low = UpperCase.upper(low)
            high = UpperCase.upper(high)
        }
        return make(low, high, count)
    }

    @inline(__always)
    private static func make(_ low: UInt64, _ high: UInt64, _ count: Int) -> String {
        guard isLayoutKnown else { return slow(low, high, count) }
        return unsafeBitCast((low, high | (0xE0 | UInt64(truncatingIfNeeded: count)) &<< 56), to: String.self)
    }

    /// Whether strings of this toolchain and platform are laid out as expected.
    static let isLayoutKnown: Bool = {
        guard MemoryLayout<String>.size == 16, 1.littleEndian == 1 else { return false }
        return [("", 0), ("GA", 0x4147), ("X7K2PQA", 0x41_5150_324B_3758)].allSatisfy { text, low in
            let made = String(unsafeUninitializedCapacity: 15) { out in
                var count = 0
                for byte in text.utf8 {
                    out[count] = byte
                    count += 1
                }
                return count
            }
            let words = unsafeBitCast(made, to: (UInt64, UInt64).self)
            return words == (UInt64(low), (0xE0 | UInt64(text.utf8.count)) << 56)
        }
    }()

    @inline(never)
    private static func slow(_ low: UInt64, _ high: UInt64, _ count: Int) -> String {
        String(unsafeUninitializedCapacity: 15) { out in
            for i in 0..<count { out[i] = UInt8(truncatingIfNeeded: (i < 8 ? low : high) >> UInt64(i % 8 * 8)) }
            return count
        }
    }
}
