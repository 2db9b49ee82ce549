// SPDX-License-Identifier: Apache-2.0

/// A day of the Gregorian calendar without a time zone, as printed in a travel document.
///
/// Packed as `year * 512 + month * 32 + day`, so that comparison is one integer comparison.
/// Years run from 1 to 9999.
public struct CivilDate: Hashable, Sendable, Comparable {
    /// The packed value; order is calendar order.
    public let packed: Int32

    /// Makes a date from its parts, or nil where the calendar has no such day.
    @inlinable
    public init?(year: Int, month: Int, day: Int) {
        guard year >= 1, year <= 9999, month >= 1, month <= 12, day >= 1,
            day <= CivilDate.daysInMonth(year: year, month: month)
        else { return nil }
        packed = Int32(truncatingIfNeeded: year * 512 + month * 32 + day)
    }

    /// The year, 1...9999.
    @inlinable public var year: Int { Int(packed) / 512 }
    /// The month, 1...12.
    @inlinable public var month: Int { Int(packed) / 32 % 16 }
    /// The day of the month, 1...31.
    @inlinable public var day: Int { Int(packed) % 32 }

    @inlinable
    public static func < (a: CivilDate, b: CivilDate) -> Bool { a.packed < b.packed }

    /// The number of days in a month; February follows the Gregorian rule.
    @inlinable
    public static func daysInMonth(year: Int, month: Int) -> Int {
        switch month {
        case 4, 6, 9, 11: 30
        case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
        default: 31
        }
    }

    /// Days since 1970-01-01 (Howard Hinnant, "chrono-compatible low-level date algorithms").
    public var daysSinceEpoch: Int {
        let y = month <= 2 ? year - 1 : year
        let era = (y >= 0 ? y : y - 399) / 400
        let yearOfEra = y - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    /// The date that lies `days` after 1970-01-01, or nil outside years 1...9999.
    public init?(daysSinceEpoch days: Int) {
        let z = days + 719_468
        let era = (z >= 0 ? z : z - 146_096) / 146_097
        let dayOfEra = z - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let month = shifted + (shifted < 10 ? 3 : -9)
        self.init(
            year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
            day: dayOfYear - (153 * shifted + 2) / 5 + 1)
    }

    /// The date `days` later (earlier when negative), or nil outside years 1...9999.
    public func adding(days: Int) -> CivilDate? { CivilDate(daysSinceEpoch: daysSinceEpoch + days) }
}

extension CivilDate: CustomStringConvertible {
    /// ISO 8601 calendar date, `2026-01-15`.
    public var description: String { padded(year, 4) + "-" + padded(month, 2) + "-" + padded(day, 2) }

    /// Parses `YYYY-MM-DD`; anything else gives nil.
    public init?(iso text: some StringProtocol) {
        guard let partial = PartialDate(iso: text), let date = partial.date else { return nil }
        self = date
    }
}

extension CivilDate: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let date = CivilDate(iso: text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a date YYYY-MM-DD")
        }
        self = date
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

/// Decimal digits of `value`, padded with zeros on the left to `width`.
func padded(_ value: Int, _ width: Int) -> String {
    let digits = String(value)
    return digits.count >= width ? digits : String(repeating: "0", count: width - digits.count) + digits
}
