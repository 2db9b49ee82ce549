// SPDX-License-Identifier: Apache-2.0

internal import Foundation

/// Standard time of the zones of the IANA database.
enum StandardOffset {
    /// Minutes ahead of UTC, daylight saving time left out; nil where there is no such zone.
    static func minutes(_ zone: String) -> Int? {
        // A name with a place in it: abbreviations such as `WIB` are ambiguous.
        guard zone.contains("/"), let found = TimeZone(identifier: zone), found.identifier == zone else { return nil }
        let now = Date()
        return (found.secondsFromGMT(for: now) - Int(found.daylightSavingTimeOffset(for: now))) / 60
    }
}
