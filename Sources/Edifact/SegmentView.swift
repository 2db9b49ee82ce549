// SPDX-License-Identifier: Apache-2.0

/// The values of one segment, as small as a few pointers; valid until the scanner moves on or overwrites.
@frozen
public struct SegmentView {
    @usableFromInline let text: UnsafePointer<UInt8>
    @usableFromInline let at: UnsafePointer<UInt32>
    @usableFromInline let first: UnsafePointer<UInt32>
    /// The number of elements, the tag counted as one.
    public let elementCount: Int
    /// The number of the segment as its reader counts.
    public let number: Int

    @inlinable
    init(
        text: UnsafePointer<UInt8>, at: UnsafePointer<UInt32>, first: UnsafePointer<UInt32>, elementCount: Int,
        number: Int
    ) {
        self.text = text
        self.at = at
        self.first = first
        self.elementCount = elementCount
        self.number = number
    }

    /// The components of an element; 0 where the element is missing.
    @inlinable @inline(__always)
    public func componentCount(_ element: Int) -> Int {
        guard element < elementCount else { return 0 }
        return Int(first[element &+ 1] &- first[element])
    }

    /// One component, both numbers counted from 1 (element 0 is the tag); empty where it is missing.
    @inlinable @inline(__always)
    public func value(_ element: Int, _ component: Int = 1) -> EdifactBytes {
        guard element < elementCount else { return EdifactBytes(base: text, count: 0) }
        let index = Int(first[element]) &+ component &- 1
        guard index < Int(first[element &+ 1]) else { return EdifactBytes(base: text, count: 0) }
        let from = Int(at[index])
        return EdifactBytes(base: text + from, count: Int(at[index &+ 1]) &- 1 &- from)
    }

    /// A whole element with its component separators.
    @inlinable @inline(__always)
    public func element(_ element: Int) -> EdifactBytes {
        guard element < elementCount else { return EdifactBytes(base: text, count: 0) }
        let from = Int(at[Int(first[element])])
        let to = Int(at[Int(first[element &+ 1])]) &- 1
        return EdifactBytes(base: text + from, count: to &- from)
    }
}
