// SPDX-License-Identifier: Apache-2.0

/// What a scanner noticed about the bytes of a segment.
@frozen
public struct SegmentFlags: OptionSet, Hashable, Sendable {
    public let rawValue: UInt32

    @inlinable
    public init(rawValue: UInt32) { self.rawValue = rawValue }

    /// A release character occurs.
    public static var released: SegmentFlags { SegmentFlags(rawValue: 1) }
    /// Line breaks or other control characters were left out.
    public static var folded: SegmentFlags { SegmentFlags(rawValue: 2) }
    /// Lower case or bytes beyond ASCII may occur.
    @inlinable public static var wide: SegmentFlags { SegmentFlags(rawValue: 4) }
    /// Cut at the length limit.
    public static var tooLong: SegmentFlags { SegmentFlags(rawValue: 8) }
    /// More components than the limit; the last one holds the rest.
    public static var tooMany: SegmentFlags { SegmentFlags(rawValue: 16) }
    /// The input ended before a terminator.
    public static var unterminated: SegmentFlags { SegmentFlags(rawValue: 32) }
    /// A release character at the very end, kept literally.
    public static var danglingRelease: SegmentFlags { SegmentFlags(rawValue: 64) }
    /// Anything that a warning should mention.
    @inlinable public static var troubled: SegmentFlags { SegmentFlags(rawValue: 8 | 16 | 64) }
}
