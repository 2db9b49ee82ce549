// SPDX-License-Identifier: Apache-2.0

/// What a scanner noticed about the bytes of a segment.
@frozen
public struct SegmentFlags: OptionSet, Hashable, Sendable {
    public let rawValue: UInt32

    @inlinable
    public init(rawValue: UInt32) { self.rawValue = rawValue }

    /// A release character occurs.
    @inlinable public static var released: SegmentFlags { SegmentFlags(rawValue: 1) }
    /// Line breaks or other control characters were left out.
    @inlinable public static var folded: SegmentFlags { SegmentFlags(rawValue: 2) }
    /// Cut at the length limit.
    @inlinable public static var tooLong: SegmentFlags { SegmentFlags(rawValue: 8) }
    /// More components than the limit; the last one holds the rest.
    @inlinable public static var tooMany: SegmentFlags { SegmentFlags(rawValue: 16) }
    /// The input ended before a terminator.
    @inlinable public static var unterminated: SegmentFlags { SegmentFlags(rawValue: 32) }
    /// A release character at the very end, kept literally.
    @inlinable public static var danglingRelease: SegmentFlags { SegmentFlags(rawValue: 64) }
    /// Anything that a warning should mention.
    @inlinable public static var troubled: SegmentFlags { SegmentFlags(rawValue: 8 | 16 | 64) }
}
