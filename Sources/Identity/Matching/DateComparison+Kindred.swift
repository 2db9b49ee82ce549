// SPDX-License-Identifier: Apache-2.0

internal import Civil

extension DateComparison {
    /// The days of the year of a full date, and its day and month in a hundred years around it: where it is looked for
    /// when too many have the name to look at everyone.
    func kindredDays() -> [Range<Int>] {
        guard let date = birth?.date else { return [] }
        var ranges: [Range<Int>] = []
        if let year = PartialDate(year: date.year), let days = DateComparison.days(of: year) { ranges.append(days) }
        for year in date.year - 100...date.year + 100 where year != date.year {
            guard let other = CivilDate(year: year, month: date.month, day: date.day) else { continue }
            let day = other.daysSinceEpoch - IndexLayout.firstDay
            ranges.append(day..<day + 1)
        }
        return ranges
    }
}
