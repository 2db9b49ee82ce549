// SPDX-License-Identifier: Apache-2.0

/// The segments (or CSV lines) that a value was read from, 1-based and inclusive, numbered as ``MessageWarning/segment``.
public struct SegmentSpan: Hashable, Sendable, Codable {
    public var first: Int32
    public var last: Int32

    public init(first: Int, last: Int) {
        self.first = Int32(clamping: first)
        self.last = Int32(clamping: last)
    }
}
