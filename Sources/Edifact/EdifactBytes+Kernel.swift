// SPDX-License-Identifier: Apache-2.0

public import CEdifactScan

/// What the C kernel tells of a view's bytes, many at a time.
extension EdifactBytes {
    /// The two words of a `String` with up to fifteen ASCII bytes in upper case; the second is 0 where there is none.
    @inlinable @inline(__always)
    public var upperWords: (UInt64, UInt64) {
        let text = cedifact_upper(base, count)
        return (text.low, text.high)
    }

    /// The same of bytes that stay as they are: without blanks, hyphens, lower case and bytes beyond ASCII.
    @inlinable @inline(__always)
    public var plainWords: (UInt64, UInt64) {
        let text = cedifact_plain(base, count)
        return (text.low, text.high)
    }

    /// Which of the first 64 bytes are ASCII letters and which are digits, a bit each.
    @inlinable @inline(__always)
    public var wordMasks: (letters: UInt64, digits: UInt64) {
        let found = cedifact_find_words(base, Swift.min(count, 64))
        return (found.letters, found.digits)
    }

    /// Where a name of up to 64 bytes has blanks, hyphens before a digit, and bytes that are lower case or beyond ASCII.
    @inlinable @inline(__always)
    public var nameMasks: (blanks: UInt64, tails: UInt64, others: UInt64) {
        let found = cedifact_find_name(base, Swift.min(count, 64))
        return (found.blanks, found.tails, found.others)
    }

    /// Where a byte stands in the first 64.
    @inlinable @inline(__always)
    public func places(of byte: UInt8) -> UInt64 { cedifact_find_byte(base, Swift.min(count, 64), byte) }
}

/// Texts in memory.
public enum TextMemory {
    /// Makes nil of `count` values of type `String?` that lie side by side; false, and nothing done, where one of them
    /// holds memory. Of 64-bit platforms.
    @inlinable @inline(__always)
    public static func clear(_ first: UnsafeMutableRawPointer, count: Int) -> Bool {
        cedifact_clear_texts(first, count) != 0
    }
}
