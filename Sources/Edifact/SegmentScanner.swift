// SPDX-License-Identifier: Apache-2.0

internal import CEdifactScan

/// Walks over the segments of EDIFACT bytes, one at a time, without copying those that need no unfolding.
///
/// The input must stay valid for the scanner's life. Values are views of the current segment.
public struct SegmentScanner: ~Copyable {
    private var state = cedifact_scanner()
    private var segment = cedifact_segment()
    @usableFromInline var text: UnsafePointer<UInt8>
    @usableFromInline let at: UnsafeMutablePointer<UInt32>
    @usableFromInline let first: UnsafeMutablePointer<UInt32>
    private let scratch: UnsafeMutablePointer<UInt8>
    private let empty: UnsafeMutablePointer<UInt8>
    /// The input.
    public let bytes: UnsafeBufferPointer<UInt8>
    /// The packed tag of the current segment; 0 where it has none.
    public private(set) var tag: UInt32 = 0
    public private(set) var flags = SegmentFlags(rawValue: 0)
    /// The number of elements, the tag counted as one.
    public private(set) var elementCount = 0
    @usableFromInline private(set) var componentTotal = 0
    /// The raw bytes of the current segment in the input, terminator included.
    public private(set) var start = 0
    public private(set) var end = 0

    /// How separators are looked for; all give the same.
    public enum Level: Int32, CaseIterable, Sendable {
        case scalar = 0
        case sse2, avx2
    }

    public init(_ bytes: UnsafeBufferPointer<UInt8>, separators: Separators = .standard, level: Level = .avx2) {
        self.bytes = bytes
        at = .allocate(capacity: Int(CEDIFACT_MAX_COMPONENTS) + 2)
        first = .allocate(capacity: Int(CEDIFACT_MAX_COMPONENTS) + 2)
        scratch = .allocate(capacity: Int(CEDIFACT_MAX_SEGMENT) + 64)
        empty = .allocate(capacity: 1)
        empty.pointee = 0
        text = UnsafePointer(empty)
        segment.at = at
        segment.first = first
        segment.scratch = scratch
        cedifact_begin(&state, bytes.baseAddress ?? UnsafePointer(empty), bytes.count, level.rawValue)
        restart(at: 0, separators: separators)
    }

    deinit {
        at.deallocate()
        first.deallocate()
        scratch.deallocate()
        empty.deallocate()
    }

    /// Goes on from another place with other separators.
    public mutating func restart(at position: Int, separators: Separators) {
        cedifact_restart(
            &state, min(position, bytes.count), separators.component, separators.element, separators.release,
            separators.terminator)
        tag = 0
        elementCount = 0
        componentTotal = 0
        start = min(position, bytes.count)
        end = start
    }

    /// Moves to the next segment; false at the end of the input.
    public mutating func next() -> Bool {
        guard cedifact_next(&state, &segment) != 0 else {
            tag = 0
            elementCount = 0
            componentTotal = 0
            start = bytes.count
            end = bytes.count
            return false
        }
        text = segment.text
        tag = segment.tag
        flags = SegmentFlags(rawValue: segment.flags)
        elementCount = Int(segment.elements)
        componentTotal = Int(segment.components)
        start = segment.start
        end = segment.end
        return true
    }

    /// Where the scanner will go on.
    public var position: Int { end }

    /// The components of an element; 0 where the element is missing.
    @inlinable
    public func componentCount(_ element: Int) -> Int {
        guard element < elementCount else { return 0 }
        return Int(first[element &+ 1] &- first[element])
    }

    /// One component, both numbers counted from 1 (element 0 is the tag); empty where it is missing.
    @inlinable
    public func value(_ element: Int, _ component: Int = 1) -> EdifactBytes {
        guard element < elementCount else { return EdifactBytes(base: text, count: 0) }
        let index = Int(first[element]) &+ component &- 1
        guard index < Int(first[element &+ 1]) else { return EdifactBytes(base: text, count: 0) }
        let from = Int(at[index])
        return EdifactBytes(base: text + from, count: Int(at[index &+ 1]) &- 1 &- from)
    }

    /// A whole element with its component separators.
    @inlinable
    public func element(_ element: Int) -> EdifactBytes {
        guard element < elementCount else { return EdifactBytes(base: text, count: 0) }
        let from = Int(at[Int(first[element])])
        let to = Int(at[Int(first[element &+ 1])]) &- 1
        return EdifactBytes(base: text + from, count: to &- from)
    }

    /// Where a view of the current segment begins in the input.
    public func rawOffset(of view: EdifactBytes) -> Int {
        withUnsafePointer(to: state) { state in
            withUnsafePointer(to: segment) { segment in
                cedifact_raw_offset(state, segment, view.base - text)
            }
        }
    }

    /// Whether the current segment is a copy without releases and line breaks.
    public var isUnfolded: Bool { text == UnsafePointer(scratch) }

    /// Overwrites bytes of the current segment as later reads see it; the input stays.
    public mutating func overwrite(_ view: EdifactBytes, with byte: UInt8) {
        let offset = view.base - text
        let length = Int(at[componentTotal])
        guard offset >= 0, offset + view.count <= length else { return }
        if !isUnfolded {
            scratch.update(from: text, count: min(length, bytes.count - start))
            text = UnsafePointer(scratch)
        }
        (scratch + offset).update(repeating: byte, count: view.count)
    }
}
