// SPDX-License-Identifier: Apache-2.0

public import CEdifactScan

/// Walks over the segments of EDIFACT bytes, one at a time, without copying those that need no unfolding.
///
/// The input must stay valid for the scanner's life. Values are views of the current segment.
public struct SegmentScanner: ~Copyable {
    private let state: UnsafeMutablePointer<cedifact_scanner>
    /// The offsets of a long segment.
    @usableFromInline let segment: UnsafeMutablePointer<cedifact_segment>
    /// Segments read ahead.
    private let batch: UnsafeMutablePointer<cedifact_view>
    /// The current one of them, and the last.
    @usableFromInline var current: UnsafeMutablePointer<cedifact_view>
    @usableFromInline var last: UnsafeMutablePointer<cedifact_view>
    private let scratch: UnsafeMutablePointer<UInt8>

    /// The input.
    public let bytes: UnsafeBufferPointer<UInt8>
    /// The packed tag of the current segment; 0 where it has none.
    @inlinable public var tag: UInt32 { current.pointee.tag }
    @inlinable public var flags: SegmentFlags { SegmentFlags(rawValue: current.pointee.flags) }
    /// The raw bytes of the current segment in the input, terminator included.
    @inlinable public var start: Int { current.pointee.start }
    @inlinable public var end: Int { current.pointee.end }
    /// Whether the current segment neither begins an interchange nor may have swallowed one for want of a terminator.
    @inlinable public var isUsual: Bool { current.pointee.attention & UInt32(CEDIFACT_UNUSUAL) == 0 }
    /// Whether nothing about the current segment asks for a second look: it is usual, its tag is no envelope's, and
    /// there is no trouble to warn of.
    @inlinable public var isPlain: Bool { current.pointee.attention == 0 }
    /// Whether a warning should mention something: a flag of ``SegmentFlags/troubled``, or no tag.
    @inlinable public var isTroubled: Bool { current.pointee.attention & UInt32(CEDIFACT_TROUBLED) != 0 }

    /// How separators are looked for; all give the same.
    public enum Level: Int32, CaseIterable, Sendable {
        case scalar = 0
        case sse2, avx2, avx512
    }

    public init(_ bytes: UnsafeBufferPointer<UInt8>, separators: Separators = .standard, level: Level = .avx512) {
        self.bytes = bytes
        let at = UnsafeMutablePointer<UInt32>.allocate(capacity: Int(CEDIFACT_MAX_COMPONENTS) + 16)
        let first = UnsafeMutablePointer<UInt32>.allocate(capacity: Int(CEDIFACT_MAX_COMPONENTS) + 16)
        scratch = .allocate(capacity: Int(CEDIFACT_MAX_SEGMENT) + 128)
        batch = .allocate(capacity: Int(CEDIFACT_BATCH))
        batch.initialize(repeating: cedifact_view(), count: Int(CEDIFACT_BATCH))
        current = batch
        last = batch
        state = .allocate(capacity: 1)
        state.initialize(to: cedifact_scanner())
        segment = .allocate(capacity: 1)
        segment.initialize(to: cedifact_segment())
        segment.pointee.at = at
        segment.pointee.first = first
        segment.pointee.scratch = scratch
        cedifact_begin(state, bytes.baseAddress ?? UnsafePointer(scratch), bytes.count, level.rawValue)
        restart(at: 0, separators: separators)
    }

    deinit {
        segment.pointee.at.deallocate()
        segment.pointee.first.deallocate()
        scratch.deallocate()
        batch.deallocate()
        segment.deallocate()
        state.deallocate()
    }

    /// Goes on from another place with other separators.
    public mutating func restart(at position: Int, separators: Separators) {
        state.pointee.end = bytes.count
        cedifact_restart(
            state, min(position, bytes.count), separators.component, separators.element, separators.release,
            separators.terminator)
        clear(at: min(position, bytes.count))
    }

    /// Reads the current segment again as if the input ended at `limit`; a restart sees the whole input again.
    mutating func endInput(at limit: Int) {
        let position = start
        let (component, element) = (state.pointee.component, state.pointee.element)
        let (release, terminator) = (state.pointee.release, state.pointee.terminator)
        state.pointee.end = min(limit, bytes.count)
        cedifact_restart(state, position, component, element, release, terminator)
        clear(at: position)
        _ = next()
    }

    /// Moves to the next segment; false at the end of the input.
    @inlinable @inline(__always)
    public mutating func next() -> Bool {
        guard current == last else {
            current += 1
            return true
        }
        return readAhead()
    }

    @usableFromInline @inline(never)
    mutating func readAhead() -> Bool {
        let count = cedifact_next(state, segment, batch)
        guard count > 0 else {
            clear(at: Int(state.pointee.end))
            return false
        }
        current = batch
        last = batch + (count - 1)
        return true
    }

    private mutating func clear(at position: Int) {
        batch.pointee = cedifact_view()
        batch.pointee.text = UnsafePointer(scratch)
        batch.pointee.start = position
        batch.pointee.end = position
        current = batch
        last = batch
    }

    /// The values of the current segment, numbered as its reader counts.
    @inlinable @inline(__always)
    public func view(number: Int = 0) -> SegmentView {
        SegmentView(place: current, long: segment, number: number)
    }

    public var elementCount: Int { view().elementCount }
    public func componentCount(_ element: Int) -> Int { view().componentCount(element) }
    public func value(_ element: Int, _ component: Int = 1) -> EdifactBytes { view().value(element, component) }
    public func element(_ element: Int) -> EdifactBytes { view().element(element) }

    /// Where a view of the current segment begins in the input.
    public func rawOffset(of view: EdifactBytes) -> Int { cedifact_raw_offset(state, current, offset(of: view)) }

    /// Where a view begins in the segment's text, also one that was taken before the text moved to the scratch.
    private func offset(of view: EdifactBytes) -> Int {
        let inScratch = view.base - UnsafePointer(scratch)
        if inScratch >= 0, inScratch <= Int(CEDIFACT_MAX_SEGMENT) { return inScratch }
        return view.base - (bytes.baseAddress.map { $0 + start } ?? UnsafePointer(scratch))
    }

    /// Whether the current segment is a copy: without releases and line breaks, or with bytes overwritten.
    public var isCopy: Bool { current.pointee.text == UnsafePointer(scratch) }

    /// Overwrites bytes of the current segment as later views see it; the input stays.
    public mutating func overwrite(_ view: EdifactBytes, with byte: UInt8) {
        let offset = offset(of: view)
        let length = Int(current.pointee.length)
        guard offset >= 0, offset + view.count <= length else { return }
        if !isCopy {
            scratch.update(from: current.pointee.text, count: length)
            current.pointee.text = UnsafePointer(scratch)
        }
        (scratch + offset).update(repeating: byte, count: view.count)
    }
}
