// SPDX-License-Identifier: Apache-2.0

import Civil

/// Dates and times in the forms of the messages.
enum MessageTime {
    private static let months = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"]

    static func yymmdd(_ date: CivilDate) -> String {
        decimal(date.year % 100 * 10_000 + date.month * 100 + date.day, 6)
    }

    static func ddmmyy(_ date: CivilDate) -> String {
        decimal(date.day * 10_000 + date.month * 100 + date.year % 100, 6)
    }

    static func ddmmmyy(_ date: CivilDate) -> String {
        decimal(date.day, 2) + months[date.month - 1] + decimal(date.year % 100, 2)
    }

    static func hhmm(_ time: CivilDateTime) -> String { decimal(time.hour * 100 + time.minute, 4) }

    /// The wall clock at minutes since 1970-01-01T00:00 UTC, shifted by an offset.
    static func clock(_ minutes: Int, offset: Int = 0) -> CivilDateTime {
        guard let time = CivilDateTime(minutesSinceEpoch: minutes + offset) else {
            preconditionFailure("the configuration keeps times between 1990 and 2070")
        }
        return time
    }

    /// `20261120T0315Z`.
    static func stamp(_ minutes: Int) -> String {
        let time = clock(minutes)
        return decimal(time.date.year * 10_000 + time.date.month * 100 + time.date.day, 8) + "T" + hhmm(time) + "Z"
    }

    /// `2026-11-20T03:15`.
    static func iso(_ minutes: Int) -> String { clock(minutes).description }
}
