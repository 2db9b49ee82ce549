// SPDX-License-Identifier: Apache-2.0

internal import Edifact

/// Texts of up to fifteen ASCII bytes, which Swift keeps inside the string itself.
///
/// Nearly every value of a message is one. They are made from two loaded words without a loop or a branch on their
/// length, which the standard initialiser cannot do. The layout (bytes in order, then the count and 0xE0;
/// stdlib/public/core/SmallString.swift) is fixed on 64-bit platforms; SmallTextTests would notice a change.
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

    /// The text of a short view without blanks, hyphens, lower case and bytes beyond ASCII; nil for any other.
    @inline(__always)
    static func plain(_ view: EdifactBytes) -> String? {
        let count = view.count
        guard count <= 15 else { return nil }
        let source = UnsafeRawPointer(view.base)
        let bits = UInt64(truncatingIfNeeded: count &* 8)
        let lowMask: UInt64 = count >= 8 ? ~0 : (1 &<< bits) &- 1
        let highMask: UInt64 = count > 8 ? (1 &<< (bits &- 64)) &- 1 : 0
        let low = UInt64(littleEndian: source.loadUnaligned(as: UInt64.self)) & lowMask
        let high = UInt64(littleEndian: source.loadUnaligned(fromByteOffset: 8, as: UInt64.self)) & highMask
        guard (odd(low) & lowMask) | (odd(high) & highMask) == 0 else { return nil }
        return make(low, high, count)
    }

    /// A high bit for at least each byte that is below `0` (blank, hyphen) or from `a` on.
    @inline(__always)
    private static func odd(_ word: UInt64) -> UInt64 {
        let seven = word & 0x7F7F_7F7F_7F7F_7F7F
        let above = seven &+ 0x1F1F_1F1F_1F1F_1F1F
        let fromZero = seven &+ 0x5050_5050_5050_5050
        return (word | above | ~fromZero) & 0x8080_8080_8080_8080
    }

    /// One to seven digits with zeros on the left.
    @inline(__always)
    static func padded(_ digits: EdifactBytes, to width: Int) -> String {
        let source = UnsafeRawPointer(digits.base)
        let missing = UInt64(truncatingIfNeeded: (width &- digits.count) &* 8)
        let mask: UInt64 = (1 &<< UInt64(truncatingIfNeeded: digits.count &* 8)) &- 1
        let word = UInt64(littleEndian: source.loadUnaligned(as: UInt64.self)) & mask
        return make(word &<< missing | 0x3030_3030_3030_3030 & ((1 &<< missing) &- 1), 0, width)
    }

    /// Whether a `String` or `String?` lies wholly in its own two words, so that nothing has to be released.
    @inline(__always)
    static func isHeldInside(_ place: UnsafeMutableRawPointer) -> Bool {
        #if arch(x86_64) || arch(arm64)
            let object = place.load(fromByteOffset: 8, as: UInt64.self)
            return object == 0 || object &>> 61 == 7
        #else
            return false
        #endif
    }

    @inline(__always)
    private static func make(_ low: UInt64, _ high: UInt64, _ count: Int) -> String {
        #if arch(x86_64) || arch(arm64)
            // Moved out of memory: a bit cast would count one reference more.
            var words = (low, high | (0xE0 | UInt64(truncatingIfNeeded: count)) &<< 56)
            return withUnsafeMutableBytes(of: &words) { bytes in
                bytes.baseAddress.unsafelyUnwrapped.assumingMemoryBound(to: String.self).move()
            }
        #else
            String(unsafeUninitializedCapacity: 15) { out in
                for i in 0..<count { out[i] = UInt8(truncatingIfNeeded: (i < 8 ? low : high) >> UInt64(i % 8 * 8)) }
                return count
            }
        #endif
    }
}

extension String? {
    /// Takes a text; where there was none, nothing is released, which by itself takes longer than the rest.
    @inline(__always)
    mutating func take(_ text: __owned String?) {
        if self == nil {
            withUnsafeMutablePointer(to: &self) { $0.initialize(to: text) }
        } else {
            self = text
        }
    }

    /// Becomes nil; only a text that lies elsewhere is released.
    @inline(__always)
    mutating func clear() {
        withUnsafeMutablePointer(to: &self) { place in
            if SmallText.isHeldInside(place) { place.initialize(to: nil) } else { place.pointee = nil }
        }
    }
}

extension EdifactBytes {
    /// Puts the text, trimmed and in upper case, or nil into a place.
    @inline(never)
    func upper(to place: inout String?) { place.take(upper) }

    /// Puts a country code in three letters or nil into a place.
    @inline(never)
    func country(to place: inout String?) { place.take(country) }
}
