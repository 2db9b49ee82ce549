// SPDX-License-Identifier: Apache-2.0

internal import CEdifactScan

/// Walks over the segments of EDIFACT bytes, one at a time, without copying those that need no unfolding.
///
/// The input must stay valid for the scanner's life. Values are views of the current segment.
public struct SegmentScanner: ~Copyable {
    /// Behind pointers, so that passing the scanner copies nothing.
    private let state: UnsafeMutablePointer<cedifact_scanner>
    private let segment: UnsafeMutablePointer<cedifact_segment>
    private let empty: UnsafeMutablePointer<UInt8>
    /// The input.
    public let bytes: UnsafeBufferPointer<UInt8>
    /// The packed tag of the current segment; 0 where it has none.
    public private(set) var tag: UInt32 = 0
    public private(set) var flags = SegmentFlags(rawValue: 0)
    /// The raw bytes of the current segment in the input, terminator included.
    public private(set) var start = 0
    public private(set) var end = 0

    /// Whether the current segment neither begins an interchange nor may have swallowed one for want of a terminator.
    public private(set) var isUsual = true

    /// How separators are looked for; all give the same.
    public enum Level: Int32, CaseIterable, Sendable {
        case scalar = 0
        case sse2, avx2
    }

    public init(_ bytes: UnsafeBufferPointer<UInt8>, separators: Separators = .standard, level: Level = .avx2) {
        self.bytes = bytes
        state = .allocate(capacity: 1)
        state.initialize(to: cedifact_scanner())
        segment = .allocate(capacity: 1)
        segment.initialize(to: cedifact_segment())
        empty = .allocate(capacity: Int(CEDIFACT_SLACK))
        empty.initialize(repeating: 0, count: Int(CEDIFACT_SLACK))
        segment.pointee.text = UnsafePointer(empty)
        segment.pointee.at = .allocate(capacity: Int(CEDIFACT_MAX_COMPONENTS) + 16)
        segment.pointee.first = .allocate(capacity: Int(CEDIFACT_MAX_COMPONENTS) + 16)
        segment.pointee.scratch = .allocate(capacity: Int(CEDIFACT_MAX_SEGMENT) + 128)
        cedifact_begin(state, bytes.baseAddress ?? UnsafePointer(empty), bytes.count, level.rawValue)
        restart(at: 0, separators: separators)
    }

    deinit {
        segment.pointee.at.deallocate()
        segment.pointee.first.deallocate()
        segment.pointee.scratch.deallocate()
        segment.deallocate()
        state.deallocate()
        empty.deallocate()
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
        tag = segment.pointee.tag
        flags = SegmentFlags(rawValue: segment.pointee.flags)
        start = segment.pointee.start
        end = segment.pointee.end
        isUsual =
            tag != 0 && (tag & 0xFFFF00 != 0x554E00 || !isInterchangeTag) && end - start < SegmentScanner.usualLength
            && flags.isDisjoint(with: [.folded, .tooLong, .unterminated])
        return true
    }

    private var isInterchangeTag: Bool {
        tag == SegmentTag.unb || tag == SegmentTag.una || tag == SegmentTag.unz
    }

    private mutating func clear(at position: Int) {
        tag = 0
        flags = SegmentFlags(rawValue: 0)
        segment.pointee.elements = 0
        segment.pointee.components = 0
        segment.pointee.at[0] = 0
        segment.pointee.start = position
        segment.pointee.end = position
        start = position
        end = position
    }

    /// Longer segments are looked through.
    private static var usualLength: Int { 400 }

    /// The values of the current segment, numbered as its reader counts.
    public func view(number: Int = 0) -> SegmentView {
        SegmentView(
            text: segment.pointee.text, at: segment.pointee.at, first: segment.pointee.first,
            elementCount: Int(segment.pointee.elements), number: number)
    }

    public var elementCount: Int { Int(segment.pointee.elements) }
    public func componentCount(_ element: Int) -> Int { view().componentCount(element) }
    public func value(_ element: Int, _ component: Int = 1) -> EdifactBytes { view().value(element, component) }
    public func element(_ element: Int) -> EdifactBytes { view().element(element) }

    /// Where a view of the current segment begins in the input.
    public func rawOffset(of view: EdifactBytes) -> Int { cedifact_raw_offset(state, segment, offset(of: view)) }

    /// Where a view begins in the segment's text, also one that was taken before the text moved to the scratch.
    private func offset(of view: EdifactBytes) -> Int {
        let inScratch = view.base - UnsafePointer(segment.pointee.scratch)
        if inScratch >= 0, inScratch <= Int(CEDIFACT_MAX_SEGMENT) { return inScratch }
        return view.base - (bytes.baseAddress.map { $0 + start } ?? UnsafePointer(empty))
    }

    /// Whether the current segment is a copy: without releases and line breaks, or with bytes overwritten.
    public var isCopy: Bool { segment.pointee.text == UnsafePointer(segment.pointee.scratch) }

    /// Overwrites bytes of the current segment as later views see it; the input stays.
    public mutating func overwrite(_ view: EdifactBytes, with byte: UInt8) {
        let offset = offset(of: view)
        let length = Int(segment.pointee.at[Int(segment.pointee.components)])
        guard offset >= 0, offset + view.count <= length else { return }
        let scratch = segment.pointee.scratch!
        if !isCopy {
            scratch.update(from: segment.pointee.text, count: min(length, bytes.count - start))
            segment.pointee.text = UnsafePointer(scratch)
        }
        (scratch + offset).update(repeating: byte, count: view.count)
    }
}
