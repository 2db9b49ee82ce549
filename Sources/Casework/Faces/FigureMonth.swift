// SPDX-License-Identifier: Apache-2.0

internal import Civil

/// A month of a post's clock.
public struct FigureMonth: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// Months since January of the year nought.
    private let number: Int

    private init(number: Int) { self.number = number }

    /// The month of a moment at a place so many minutes ahead of UTC.
    public init(atMilliseconds: Int64, utcOffsetMinutes: Int) {
        let minutes = (Double(atMilliseconds) / 60_000).rounded(.down) + Double(utcOffsetMinutes)
        let day = CivilDate(daysSinceEpoch: Int((minutes / 1440).rounded(.down)))
        number = day.map { $0.year * 12 + $0.month - 1 } ?? 0
    }

    /// So many months earlier.
    public func earlier(by months: Int) -> FigureMonth { FigureMonth(number: number - months) }

    /// Before it no post's clock is in this month: its first day by the easternmost clock, milliseconds since 1970 UTC.
    public var startMilliseconds: Int64 {
        let day = CivilDate(year: year, month: month, day: 1)?.daysSinceEpoch ?? 0
        return Int64(day) * 86_400_000 - 14 * 3_600_000
    }

    public var year: Int { number / 12 }
    /// 1...12.
    public var month: Int { number % 12 + 1 }

    /// `2026-11`.
    public var description: String { "\(year)-" + (month < 10 ? "0" : "") + "\(month)" }

    public static func < (a: FigureMonth, b: FigureMonth) -> Bool { a.number < b.number }
}
