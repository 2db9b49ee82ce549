// SPDX-License-Identifier: Apache-2.0

internal import Civil

/// Which row a number finds where an extract has it with several birth dates, so that the details of the same row are shown:
/// the one that the number agrees with, of those of several centuries as ``PopulationFile/row(nik:)`` tries them; else the
/// first by day.
enum RowPreference {
    private static let nineteenHundred = day(1900)
    private static let twoThousand = day(2000)

    private static func day(_ year: Int) -> Int {
        (CivilDate(year: year, month: 1, day: 1)?.daysSinceEpoch ?? 0) - IndexLayout.firstDay
    }

    /// The least is preferred; less than 2^19.
    ///
    /// - Parameters:
    ///   - day: the birth date, in days from ``IndexLayout/firstDay``.
    ///   - isOdd: whether the number does not agree with date and sex.
    static func of(day: Int, isOdd: Bool) -> UInt64 {
        if isOdd { return 3 << 17 | UInt64(day) }
        if day < nineteenHundred { return 2 << 17 }
        return day < twoThousand ? 0 : 1 << 17
    }
}
