// SPDX-License-Identifier: Apache-2.0

internal import Foundation

/// The wall clock, read in one place.
enum WallClock {
    /// Milliseconds since 1970 UTC.
    static var nowMilliseconds: Int64 { Int64(Date().timeIntervalSince1970 * 1000) }
}
