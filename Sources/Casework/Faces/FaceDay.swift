// SPDX-License-Identifier: Apache-2.0

public import Civil

/// Days as faces count them: those of western Indonesia, UTC+7, where customs has its seat.
public enum FaceDay {
    private static let offsetMilliseconds: Int64 = 7 * 3_600_000
    private static let dayMilliseconds: Int64 = 86_400_000
    /// The days that a ``CivilDate`` knows: years 1 to 9999.
    private static let known = -719_162...2_932_896

    /// The day of a moment.
    public static func of(milliseconds: Int64) -> CivilDate {
        let local = Double(milliseconds) + Double(offsetMilliseconds)
        let number = Int((local / Double(dayMilliseconds)).rounded(.down))
        guard let day = CivilDate(daysSinceEpoch: min(known.upperBound, max(known.lowerBound, number))) else {
            preconditionFailure("a known day")
        }
        return day
    }
}
