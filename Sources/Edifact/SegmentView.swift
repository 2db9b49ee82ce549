// SPDX-License-Identifier: Apache-2.0

public import CEdifactScan

/// The values of one segment, as small as a few words; valid until the scanner moves on or overwrites.
///
/// Short segments are described by two bit masks over their bytes, long ones by lists of offsets.
@frozen
public struct SegmentView {
    @usableFromInline let place: UnsafePointer<cedifact_view>
    @usableFromInline let long: UnsafePointer<cedifact_segment>
    /// The number of the segment as its reader counts.
    public let number: Int

    @inlinable @inline(__always)
    init(
        place: UnsafeMutablePointer<cedifact_view>, long: UnsafeMutablePointer<cedifact_segment>, number: Int
    ) {
        self.place = UnsafePointer(place)
        self.long = UnsafePointer(long)
        self.number = number
    }

    @inlinable @inline(__always)
    var text: UnsafePointer<UInt8> { place.pointee.text.unsafelyUnwrapped }
    /// The places of all separators and of element separators, the terminator's in both; 0 for a long segment.
    @inlinable @inline(__always)
    var separators: UInt64 { place.pointee.separators }
    @inlinable @inline(__always)
    var elementSeparators: UInt64 { place.pointee.element_separators }
    @inlinable var at: UnsafeMutablePointer<UInt32> { long.pointee.at }
    @inlinable var first: UnsafeMutablePointer<UInt32> { long.pointee.first }
    @inlinable var longCount: Int { Int(place.pointee.elements) }

    /// The text of a segment of less than 64 bytes and where its separators are, a bit each, the terminator's the last;
    /// nil for a longer one.
    @inlinable @inline(__always)
    public var short: (text: EdifactBytes, separators: UInt64)? {
        guard separators != 0 else { return nil }
        return (EdifactBytes(base: text, count: Int(place.pointee.length)), separators)
    }

    /// The number of elements, the tag counted as one.
    @inlinable public var elementCount: Int { separators != 0 ? elementSeparators.nonzeroBitCount : longCount }

    /// The components of an element; 0 where the element is missing.
    @inlinable
    public func componentCount(_ element: Int) -> Int {
        guard separators != 0 else {
            guard element < longCount else { return 0 }
            return Int(first[element &+ 1] &- first[element])
        }
        guard let start = shortStart(element) else { return 0 }
        let behind = ~UInt64(0) &<< UInt64(truncatingIfNeeded: start)
        let elements = elementSeparators & behind
        // Up to and including the separator that ends the element.
        return (separators & behind & (elements ^ (elements &- 1))).nonzeroBitCount
    }

    /// Where an element of a short segment begins.
    @inlinable @inline(__always)
    func shortStart(_ element: Int) -> Int? {
        guard element > 0 else { return 0 }
        var rest = elementSeparators
        for _ in 1..<Swift.max(1, element) { rest &= rest &- 1 }
        // The last bit is the terminator's.
        guard rest & (rest &- 1) != 0 else { return nil }
        return rest.trailingZeroBitCount &+ 1
    }

    /// One component, both numbers counted from 1 (element 0 is the tag); empty where it is missing.
    @inlinable @inline(__always)
    public func value(_ element: Int, _ component: Int = 1) -> EdifactBytes {
        guard separators != 0 else { return longValue(element, component) }
        var start = 0
        if element > 0 {
            var rest = elementSeparators
            for _ in 1..<Swift.max(1, element) { rest &= rest &- 1 }
            guard rest & (rest &- 1) != 0 else { return EdifactBytes(base: text, count: 0) }
            start = rest.trailingZeroBitCount &+ 1
        }
        var rest = separators & (~UInt64(0) &<< UInt64(truncatingIfNeeded: start))
        for _ in 1..<Swift.max(1, component) {
            // A separator that ends the element ends its components.
            guard rest & (0 &- rest) & elementSeparators == 0 else { return EdifactBytes(base: text, count: 0) }
            start = rest.trailingZeroBitCount &+ 1
            rest &= rest &- 1
        }
        return EdifactBytes(base: text + start, count: rest.trailingZeroBitCount &- start)
    }

    @inlinable @inline(never)
    func longValue(_ element: Int, _ component: Int) -> EdifactBytes {
        guard element < longCount else { return EdifactBytes(base: text, count: 0) }
        let index = Int(first[element]) &+ component &- 1
        guard index < Int(first[element &+ 1]) else { return EdifactBytes(base: text, count: 0) }
        let from = Int(at[index])
        return EdifactBytes(base: text + from, count: Int(at[index &+ 1]) &- 1 &- from)
    }

    /// A whole element with its component separators.
    @inlinable
    public func element(_ element: Int) -> EdifactBytes {
        guard separators != 0 else {
            guard element < longCount else { return EdifactBytes(base: text, count: 0) }
            let from = Int(at[Int(first[element])])
            let to = Int(at[Int(first[element &+ 1])]) &- 1
            return EdifactBytes(base: text + from, count: to &- from)
        }
        guard let start = shortStart(element) else { return EdifactBytes(base: text, count: 0) }
        let rest = elementSeparators & (~UInt64(0) &<< UInt64(truncatingIfNeeded: start))
        return EdifactBytes(base: text + start, count: rest.trailingZeroBitCount &- start)
    }
}
