// SPDX-License-Identifier: Apache-2.0

internal import Edifact

/// Texts of up to fifteen ASCII bytes, which Swift keeps inside the string itself.
///
/// Nearly every value of a message is one. They are made from two words without a loop or a branch on their length, which the standard initialiser cannot do. The layout (bytes in order, then the count and 0xE0;
/// stdlib/public/core/SmallString.swift) is fixed on 64-bit platforms; SmallTextTests would notice a change.
enum SmallText {
    /// The text of a short ASCII view in upper case, or nil.
    @inline(__always)
    static func upper(_ view: EdifactBytes) -> String? {
        let (low, high) = view.upperWords
        return high == 0 ? nil : make(low, high)
    }

    /// The text of a short view without blanks, hyphens, lower case and bytes beyond ASCII; nil for any other.
    @inline(__always)
    static func plain(_ view: EdifactBytes) -> String? {
        let (low, high) = view.plainWords
        return high == 0 ? nil : make(low, high)
    }

    /// The text of a short ASCII view as it is, or nil.
    @inline(__always)
    static func verbatim(_ view: EdifactBytes) -> String? {
        let count = view.count
        guard count <= 15 else { return nil }
        let source = UnsafeRawPointer(view.base)
        let bits = UInt64(truncatingIfNeeded: count &* 8)
        let lowMask: UInt64 = count >= 8 ? ~0 : (1 &<< bits) &- 1
        let highMask: UInt64 = count > 8 ? (1 &<< (bits &- 64)) &- 1 : 0
        let low = UInt64(littleEndian: source.loadUnaligned(as: UInt64.self)) & lowMask
        let high = UInt64(littleEndian: source.loadUnaligned(fromByteOffset: 8, as: UInt64.self)) & highMask
        guard (low | high) & 0x8080_8080_8080_8080 == 0 else { return nil }
        return make(low, high | (0xE0 | UInt64(truncatingIfNeeded: count)) &<< 56)
    }

    /// One to seven digits with zeros on the left.
    @inline(__always)
    static func padded(_ digits: EdifactBytes, to width: Int) -> String {
        let source = UnsafeRawPointer(digits.base)
        let missing = UInt64(truncatingIfNeeded: (width &- digits.count) &* 8)
        let mask: UInt64 = (1 &<< UInt64(truncatingIfNeeded: digits.count &* 8)) &- 1
        let word = UInt64(littleEndian: source.loadUnaligned(as: UInt64.self)) & mask
        let low = word &<< missing | 0x3030_3030_3030_3030 & ((1 &<< missing) &- 1)
        return make(low, (0xE0 | UInt64(truncatingIfNeeded: width)) &<< 56)
    }

    /// Puts a text made of its two words into a place that holds nil.
    @inline(__always)
    static func put(_ low: UInt64, _ high: UInt64, in place: inout String?) {
        #if arch(x86_64) || arch(arm64)
            withUnsafeMutableBytes(of: &place) { bytes in
                bytes.storeBytes(of: low, as: UInt64.self)
                bytes.storeBytes(of: high, toByteOffset: 8, as: UInt64.self)
            }
        #else
            place = make(low, high)
        #endif
    }

    /// Makes nil of texts that lie side by side; false, and nothing done, where one of them holds memory.
    @inline(__always)
    static func clear(_ first: UnsafeMutableRawPointer, count: Int) -> Bool {
        #if arch(x86_64) || arch(arm64)
            return TextMemory.clear(first, count: count)
        #else
            return false
        #endif
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

    /// A text from its two words, the count and 0xE0 in the last byte.
    @inline(__always)
    private static func make(_ low: UInt64, _ high: UInt64) -> String {
        #if arch(x86_64) || arch(arm64)
            // Moved out of memory: a bit cast would count one reference more.
            var words = (low, high)
            return withUnsafeMutableBytes(of: &words) { bytes in
                bytes.baseAddress.unsafelyUnwrapped.assumingMemoryBound(to: String.self).move()
            }
        #else
            String(unsafeUninitializedCapacity: 15) { out in
                let count = Int(high &>> 56 & 15)
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
    func upper(to place: inout String?) {
        let view = trimmed
        let (low, high) = view.upperWords
        place.clear()
        guard high != 0, view.count > 0 else { return place.take(view.upper) }
        SmallText.put(low, high, in: &place)
    }

    /// Puts a country code in three letters or nil into a place.
    @inline(never)
    func country(to place: inout String?) { place.take(country) }
}
