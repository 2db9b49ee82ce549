// SPDX-License-Identifier: Apache-2.0

internal import Civil

/// What decides the order of day and month in a column.
public enum DateEvidence: Hashable, Sendable {
    /// No cell can be read in two ways.
    case notNeeded
    /// So many cells can be read in one order only.
    case cells(Int)
    /// The header says it.
    case header
    /// So many birth dates agree with the NIK of their row.
    case nik(Int)
    /// Another column of the same table is decided.
    case otherColumn(Int)
    /// The operator's layout says it.
    case remembered
    /// The officer said it.
    case chosen
    /// Some cells can be read in one order only, some only in the other: a spreadsheet changed some of them.
    case conflict(dayFirst: Int, monthFirst: Int)
    /// Nothing tells.
    case none

    /// A stable code of a bounded set.
    public var code: String {
        switch self {
        case .notNeeded: "not-needed"
        case .cells: "cells"
        case .header: "header"
        case .nik: "nik"
        case .otherColumn: "other-column"
        case .remembered: "remembered"
        case .chosen: "chosen"
        case .conflict: "conflict"
        case .none: "none"
        }
    }

    /// All codes.
    public static let codes = [
        "not-needed", "cells", "header", "nik", "other-column", "remembered", "chosen", "conflict", "none",
    ]
}

/// How a column's dates are read, and why.
public struct DateReading: Hashable, Sendable {
    /// Nil where nobody can tell.
    public var order: DateOrder?
    public var evidence: DateEvidence
    /// How many cells could be read in two ways.
    public var undecided: Int

    /// Whether the officer must say the order before anything is handed in.
    public var mustAsk: Bool { order == nil && evidence != .notNeeded }
}

/// Counts of what a column's cells allow.
struct DateVotes: Hashable {
    var dayFirst = 0
    var monthFirst = 0
    var yearFirst = 0
    /// Cells with both orders open and different.
    var undecided = 0
    var dates = 0

    init(_ cells: some Sequence<String>) {
        for cell in cells {
            guard let text = DateText(cell) else { continue }
            dates += 1
            guard case .numbers(let a, let b, let c) = text.form else { continue }
            let day = (1...31).contains(a) && (1...12).contains(b)
            let month = (1...12).contains(a) && (1...31).contains(b)
            // `85-04-12`: only a year can stand first.
            if a > 31, (1...12).contains(b), (1...31).contains(c) {
                yearFirst += 1
            } else if day, !month {
                dayFirst += 1
            } else if month, !day {
                monthFirst += 1
            } else if day, a != b {
                undecided += 1
            }
        }
    }

    /// What the cells alone say.
    var reading: DateReading {
        switch (dayFirst, monthFirst, yearFirst) {
        case (0, 0, 0):
            DateReading(
                order: undecided == 0 ? .dayFirst : nil, evidence: undecided == 0 ? .notNeeded : .none,
                undecided: undecided)
        case (_, _, let years) where years > 0 && monthFirst == 0 && dayFirst <= years * 20:
            // What reads as day first among years first is `26-03-12`.
            DateReading(order: .yearFirst, evidence: .cells(years), undecided: 0)
        case (let days, 0, 0): DateReading(order: .dayFirst, evidence: .cells(days), undecided: undecided)
        case (0, let months, 0): DateReading(order: .monthFirst, evidence: .cells(months), undecided: undecided)
        default:
            DateReading(
                order: nil, evidence: .conflict(dayFirst: dayFirst, monthFirst: monthFirst), undecided: undecided)
        }
    }
}

/// Turns a cell's date into a day, once the column's order is known.
struct DateResolver {
    /// The day of the record: births lie before it.
    let today: CivilDate
    let isBirth: Bool

    /// Why a cell gives no date.
    enum Failure: Error, Hashable {
        case unreadable, impossible, undecided
    }

    func date(_ text: DateText, order: DateOrder?) throws(Failure) -> PartialDate {
        switch text.form {
        case .fixed(let year, let month, let day, let isShort):
            guard
                let date = PartialDate(year: isShort ? full(year, month ?? 1, day ?? 1) : year, month: month, day: day)
            else { throw .impossible }
            return date
        case .serial(let days):
            // The 30th of December 1899 makes every day from March 1900 on right (Excel counts a 29 February 1900).
            guard let date = CivilDate(year: 1899, month: 12, day: 30)?.adding(days: days) else { throw .unreadable }
            return PartialDate(date)
        case .numbers(let a, let b, let c): return try ordered(a, b, c, order)
        }
    }

    private func ordered(_ a: Int, _ b: Int, _ c: Int, _ order: DateOrder?) throws(Failure) -> PartialDate {
        let parts: (year: Int, month: Int, day: Int)
        switch order {
        case .dayFirst: parts = (c, b, a)
        case .monthFirst: parts = (c, a, b)
        case .yearFirst: parts = (a, b, c)
        case nil:
            let asDay = try? ordered(a, b, c, .dayFirst)
            let asMonth = try? ordered(a, b, c, .monthFirst)
            if let asDay, let asMonth {
                guard asDay == asMonth else { throw .undecided }
                return asDay
            }
            guard let only = asDay ?? asMonth else { throw .impossible }
            return only
        }
        let year = parts.year < 100 ? full(parts.year, max(1, parts.month), max(1, parts.day)) : parts.year
        // `00` stands for a part that nobody knows (ICAO Doc 9303 part 3, 4.8).
        let month = parts.month == 0 ? nil : parts.month
        guard (1850...2200).contains(year),
            let date = PartialDate(year: year, month: month, day: month == nil || parts.day == 0 ? nil : parts.day)
        else { throw .impossible }
        return date
    }

    /// The century of two digits: a birth is the latest that is not after today, other days lie within fifty years.
    private func full(_ short: Int, _ month: Int, _ day: Int) -> Int {
        guard short < 100 else { return short }
        var year = today.year / 100 * 100 + short
        if isBirth {
            if (year, month, day) > (today.year, today.month, today.day) { year -= 100 }
        } else if year > today.year + 49 {
            year -= 100
        } else if year < today.year - 50 {
            year += 100
        }
        return year
    }
}
