// SPDX-License-Identifier: Apache-2.0

internal import CEdifactScan

/// Walks over the segments of EDIFACT bytes, one at a time, without copying those that need no unfolding.
///
/// The input must stay valid for the scanner's life. Values are views of the current segment.
public struct SegmentScanner: ~Copyable {
    // Behind pointers, so that passing the scanner copies next to nothing.
    private let state: UnsafeMutablePointer<cedifact_scanner>
    private let segment: UnsafeMutablePointer<cedifact_segment>
    @usableFromInline let current: UnsafeMutablePointer<CurrentSegment>

    /// The input.
    @inlinable public var bytes: UnsafeBufferPointer<UInt8> { current.pointee.bytes }
    /// The packed tag of the current segment; 0 where it has none.
    @inlinable public var tag: UInt32 { current.pointee.tag }
    @inlinable public var flags: SegmentFlags { current.pointee.flags }
    /// The raw bytes of the current segment in the input, terminator included.
    @inlinable public var start: Int { current.pointee.start }
    @inlinable public var end: Int { current.pointee.end }
    /// Whether the current segment neither begins an interchange nor may have swallowed one for want of a terminator.
    @inlinable public var isUsual: Bool { current.pointee.isUsual }

    @usableFromInline
    struct CurrentSegment {
        @usableFromInline let bytes: UnsafeBufferPointer<UInt8>
        @usableFromInline var tag: UInt32 = 0
        @usableFromInline var flags = SegmentFlags(rawValue: 0)
        @usableFromInline var start = 0
        @usableFromInline var end = 0
        @usableFromInline var isUsual = true
    }

    /// How separators are looked for; all give the same.
    public enum Level: Int32, CaseIterable, Sendable {
        case scalar = 0
        case sse2, avx2
    }

    public init(_ bytes: UnsafeBufferPointer<UInt8>, separators: Separators = .standard, level: Level = .avx2) {
        current = .allocate(capacity: 1)
        current.initialize(to: CurrentSegment(bytes: bytes))
        state = .allocate(capacity: 1)
        state.initialize(to: cedifact_scanner())
        segment = .allocate(capacity: 1)
        segment.initialize(to: cedifact_segment())
        segment.pointee.at = .allocate(capacity: Int(CEDIFACT_MAX_COMPONENTS) + 16)
        segment.pointee.first = .allocate(capacity: Int(CEDIFACT_MAX_COMPONENTS) + 16)
        segment.pointee.scratch = .allocate(capacity: Int(CEDIFACT_MAX_SEGMENT) + 128)
        segment.pointee.text = UnsafePointer(segment.pointee.scratch)
        cedifact_begin(
            state, bytes.baseAddress ?? UnsafePointer(segment.pointee.scratch), bytes.count, level.rawValue)
        restart(at: 0, separators: separators)
    }

    deinit {
        segment.pointee.at.deallocate()
        segment.pointee.first.deallocate()
        segment.pointee.scratch.deallocate()
        segment.deallocate()
        state.deallocate()
        current.deallocate()
    }

    /// Goes on from another place with other separators.
    public mutating func restart(at position: Int, separators: Separators) {
        cedifact_restart(
            state, min(position, bytes.count), separators.component, separators.element, separators.release,
            separators.terminator)
        clear(at: min(position, bytes.count))
    }

    /// Moves to the next segment; false at the end of the input.
    public mutating func next() -> Bool {
        guard cedifact_next(state, segment) != 0 else {
            clear(at: bytes.count)
            return false
        }
        let tag = segment.pointee.tag
        let flags = SegmentFlags(rawValue: segment.pointee.flags)
        current.pointee.tag = tag
        current.pointee.flags = flags
        current.pointee.start = segment.pointee.start
        current.pointee.end = segment.pointee.end
        current.pointee.isUsual =
            tag != 0 && (tag & 0xFFFF00 != 0x554E00 || !isInterchangeTag) && end - start < SegmentScanner.usualLength
            && flags.rawValue & SegmentScanner.unusual == 0
        return true
    }

    private var isInterchangeTag: Bool {
        tag == SegmentTag.unb || tag == SegmentTag.una || tag == SegmentTag.unz
    }

    private mutating func clear(at position: Int) {
        current.pointee.tag = 0
        current.pointee.flags = SegmentFlags(rawValue: 0)
        segment.pointee.elements = 0
        segment.pointee.components = 0
        segment.pointee.at[0] = 0
        segment.pointee.separators = 0
        segment.pointee.element_separators = 0
        segment.pointee.length = 0
        segment.pointee.start = position
        segment.pointee.end = position
        current.pointee.start = position
        current.pointee.end = position
    }

    /// Longer segments are looked through.
    private static var usualLength: Int { 400 }
    private static var unusual: UInt32 {
        SegmentFlags.folded.rawValue | SegmentFlags.tooLong.rawValue | SegmentFlags.unterminated.rawValue
    }

    /// The values of the current segment, numbered as its reader counts.
    public func view(number: Int = 0) -> SegmentView {
        SegmentView(
            text: segment.pointee.text, separators: segment.pointee.separators,
            elementSeparators: segment.pointee.element_separators, at: segment.pointee.at,
            first: segment.pointee.first, longCount: Int(segment.pointee.elements), number: number)
    }

    public var elementCount: Int { view().elementCount }
    public func componentCount(_ element: Int) -> Int { view().componentCount(element) }
    public func value(_ element: Int, _ component: Int = 1) -> EdifactBytes { view().value(element, component) }
    public func element(_ element: Int) -> EdifactBytes { view().element(element) }

    /// Where a view of the current segment begins in the input.
    public func rawOffset(of view: EdifactBytes) -> Int { cedifact_raw_offset(state, segment, offset(of: view)) }

    /// Where a view begins in the segment's text, also one that was taken before the text moved to the scratch.
    private func offset(of view: EdifactBytes) -> Int {
        let inScratch = view.base - UnsafePointer(segment.pointee.scratch)
        if inScratch >= 0, inScratch <= Int(CEDIFACT_MAX_SEGMENT) { return inScratch }
        return view.base - (bytes.baseAddress.map { $0 + start } ?? UnsafePointer(segment.pointee.scratch))
    }

    /// Whether the current segment is a copy: without releases and line breaks, or with bytes overwritten.
    public var isCopy: Bool { segment.pointee.text == UnsafePointer(segment.pointee.scratch) }

    /// Overwrites bytes of the current segment as later views see it; the input stays.
    public mutating func overwrite(_ view: EdifactBytes, with byte: UInt8) {
        let offset = offset(of: view)
        let length = Int(segment.pointee.length)
        guard offset >= 0, offset + view.count <= length, let scratch = segment.pointee.scratch else { return }
        if !isCopy {
            scratch.update(from: segment.pointee.text, count: length)
            segment.pointee.text = UnsafePointer(scratch)
        }
        (scratch + offset).update(repeating: byte, count: view.count)
    }
}
