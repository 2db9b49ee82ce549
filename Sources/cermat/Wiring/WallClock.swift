// SPDX-License-Identifier: Apache-2.0

internal import Foundation

/// The wall clock, read in one place.
enum WallClock {
    /// Milliseconds since 1970 UTC.
    static var nowMilliseconds: Int64 { Int64(Date().timeIntervalSince1970 * 1000) }

    /// A moment in UTC, to the second: `2026-01-15T08:00:00Z`.
    static func text(_ milliseconds: Int64) -> String {
        Date(timeIntervalSince1970: Double(milliseconds) / 1000).formatted(.iso8601)
    }
}
