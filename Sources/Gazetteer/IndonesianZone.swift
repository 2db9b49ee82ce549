// SPDX-License-Identifier: Apache-2.0

/// The three time zones of Indonesia (Keppres 41/1987); none knows daylight saving time.
public enum IndonesianZone: String, Hashable, Sendable, Codable, CaseIterable {
    case western = "WIB"
    case central = "WITA"
    case eastern = "WIT"

    /// The label that officers use: `WIB`, `WITA`, `WIT`.
    public var label: String { rawValue }

    /// Minutes ahead of UTC.
    public var utcOffsetMinutes: Int {
        switch self {
        case .western: 420
        case .central: 480
        case .eastern: 540
        }
    }

    /// The zone's name in the IANA database.
    public var zoneName: String {
        switch self {
        case .western: "Asia/Jakarta"
        case .central: "Asia/Makassar"
        case .eastern: "Asia/Jayapura"
        }
    }

    /// The zone with an IANA name, or nil outside Indonesia. `Asia/Pontianak` keeps western time.
    public init?(zoneName: String) {
        switch zoneName {
        case "Asia/Jakarta", "Asia/Pontianak": self = .western
        case "Asia/Makassar": self = .central
        case "Asia/Jayapura": self = .eastern
        default: return nil
        }
    }
}
