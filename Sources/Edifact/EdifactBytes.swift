// SPDX-License-Identifier: Apache-2.0

/// A view of some bytes of a message; valid while the scanner stands on the segment that it came from.
///
/// At least ``slack`` bytes may be loaded from its start on, however short it is: scanners see to that, and so must
/// whoever makes one of other bytes.
@frozen
public struct EdifactBytes {
    public let base: UnsafePointer<UInt8>
    public let count: Int

    /// How many bytes may be loaded from the start of a view.
    public static var slack: Int { 16 }

    @inlinable
    public init(base: UnsafePointer<UInt8>, count: Int) {
        self.base = base
        self.count = count
    }

    @inlinable @inline(__always) public var isEmpty: Bool { count == 0 }
    @inlinable public var buffer: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: base, count: count) }
    /// The byte at `index`; 0 outside.
    @inlinable @inline(__always)
    public subscript(_ index: Int) -> UInt8 { index >= 0 && index < count ? base[index] : 0 }

    /// The bytes from `lower` to before `upper`, both cut to what there is.
    @inlinable @inline(__always)
    public func slice(_ lower: Int, _ upper: Int) -> EdifactBytes {
        let a = Swift.max(0, Swift.min(lower, count))
        let b = Swift.max(a, Swift.min(upper, count))
        return EdifactBytes(base: base + a, count: b - a)
    }

    @inlinable @inline(__always)
    public func dropping(_ n: Int) -> EdifactBytes { slice(n, count) }

    /// Without blanks at both ends.
    @inlinable @inline(__always)
    public var trimmed: EdifactBytes {
        var a = 0
        var b = count
        while a < b, base[a] <= 0x20 { a += 1 }
        while b > a, base[b - 1] <= 0x20 { b -= 1 }
        return EdifactBytes(base: base + a, count: b - a)
    }

    /// Whether the bytes are those of `text`, ASCII letters compared without case.
    @inlinable
    public func matches(_ text: StaticString) -> Bool {
        guard count == text.utf8CodeUnitCount else { return false }
        return hasPrefix(text)
    }

    /// Whether the bytes begin with `text` (upper case), ASCII letters compared without case.
    @inlinable @inline(__always)
    public func hasPrefix(_ text: StaticString) -> Bool {
        let n = text.utf8CodeUnitCount
        guard count >= n else { return false }
        for i in 0..<n where upperCased(base[i]) != text.utf8Start[i] { return false }
        return true
    }

    /// The offset of the first `byte`, or nil.
    @inlinable @inline(__always)
    public func firstIndex(of byte: UInt8) -> Int? {
        for i in 0..<count where base[i] == byte { return i }
        return nil
    }

    /// The first `length` (at most four) bytes, big-endian in upper case: a key to switch on; 0 unless there are exactly
    /// so many.
    @inlinable @inline(__always)
    public var key: UInt32 {
        guard count &- 1 < 4, count > 0 else { return 0 }
        let word = UInt32(bigEndian: UnsafeRawPointer(base).loadUnaligned(as: UInt32.self))
        return upperCased(word &>> UInt32(truncatingIfNeeded: 32 &- 8 &* count))
    }

    /// The first four bytes as a key, whatever follows; 0 when there are fewer.
    @inlinable @inline(__always)
    public var prefixKey: UInt32 {
        guard count >= 4 else { return 0 }
        return slice(0, 4).key
    }

    /// Whether there is at least one byte and all are ASCII digits.
    @inlinable @inline(__always)
    public var isDigits: Bool {
        guard count > 0 else { return false }
        for i in 0..<count where base[i] &- 48 > 9 { return false }
        return true
    }

    /// The number that the ASCII digits make; nil for anything else or more than eighteen digits.
    @inlinable
    public var number: Int? {
        guard count > 0, count <= 18 else { return nil }
        var value = 0
        for i in 0..<count {
            let digit = base[i] &- 48
            guard digit <= 9 else { return nil }
            value = value &* 10 &+ Int(digit)
        }
        return value
    }
}

/// The ASCII upper-case form of a byte; others stay.
@inlinable @inline(__always)
public func upperCased(_ byte: UInt8) -> UInt8 { byte &- 97 < 26 ? byte &- 32 : byte }

/// Four ASCII bytes in upper case, without a branch; bytes beyond ASCII stay.
@inlinable @inline(__always)
public func upperCased(_ word: UInt32) -> UInt32 {
    let low = word & 0x7F7F_7F7F
    let isLower = ((low &+ 0x1F1F_1F1F) ^ (low &+ 0x0505_0505)) & ~word & 0x8080_8080
    return word ^ (isLower &>> 2)
}

/// The key of a tag or code of up to four letters, as ``EdifactBytes/key`` gives it.
@inlinable @inline(__always)
public func edifactKey(_ text: StaticString) -> UInt32 {
    var key: UInt32 = 0
    for i in 0..<min(4, text.utf8CodeUnitCount) { key = key << 8 | UInt32(text.utf8Start[i]) }
    return key
}
