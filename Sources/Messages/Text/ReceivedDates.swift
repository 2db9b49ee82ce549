// SPDX-License-Identifier: Apache-2.0

internal import Civil
internal import Edifact

/// How the century of a two-digit year is found, from the message's own time so that decoding stays a pure function.
struct YearRule {
    /// The latest day that a birth may lie on.
    let today: CivilDate

    /// The rule of a message without any date: births up to 2030.
    static let withoutDate: YearRule = {
        guard let day = CivilDate(year: 2030, month: 12, day: 31) else { preconditionFailure("a day of the calendar") }
        return YearRule(today: day)
    }()

    /// A birth lies in the past: one in the future is a hundred years earlier (messages.md, section 7).
    @inline(__always)
    func birth(_ short: Int, _ month: Int, _ day: Int) -> PartialDate? {
        let year = today.year / 100 * 100 + short
        let packed = year * 512 + month * 32 + day
        return partial(packed > Int(today.packed) ? year - 100 : year, month, day)
    }

    /// Other days lie within fifty years of the message.
    @inline(__always)
    func near(_ short: Int) -> Int {
        var year = today.year / 100 * 100 + short
        if year > today.year + 49 { year -= 100 }
        if year < today.year - 50 { year += 100 }
        return year
    }
}

/// A date whose month or day may be `00`.
@inline(__always)
func partial(_ year: Int, _ month: Int, _ day: Int) -> PartialDate? {
    if month == 0 { return PartialDate(year: year) }
    return PartialDate(year: year, month: month, day: day == 0 ? nil : day)
}

/// Dates as the messages write them.
extension EdifactBytes {
    /// Three pairs of digits at the start, or nil; there must be six bytes.
    @inline(__always)
    var threePairs: (Int, Int, Int)? {
        let word = UInt64(littleEndian: UnsafeRawPointer(base).loadUnaligned(as: UInt64.self)) & 0xFFFF_FFFF_FFFF
        let digits = word ^ 0x3030_3030_3030
        // Above nine, six more reaches the upper half of the byte.
        guard (digits | (digits &+ 0x0606_0606_0606)) & 0xF0F0_F0F0_F0F0 == 0 else { return nil }
        let pairs = digits &* 10 &+ (digits &>> 8)
        return (Int(pairs & 255), Int(pairs &>> 16 & 255), Int(pairs &>> 32 & 255))
    }

    /// Two digits at `offset`, or nil.
    @inline(__always)
    func pair(_ offset: Int) -> Int? {
        guard offset &+ 1 < count else { return nil }
        let a = base[offset] &- 48
        let b = base[offset &+ 1] &- 48
        guard a <= 9, b <= 9 else { return nil }
        return Int(a) &* 10 &+ Int(b)
    }

    /// `YYMMDD` or `CCYYMMDD`, birth rule or not.
    func date(_ rule: YearRule, isBirth: Bool) -> PartialDate? {
        let view = trimmed
        switch view.count {
        case 6:
            guard let (y, m, d) = view.threePairs else { return nil }
            return isBirth ? rule.birth(y, m, d) : partial(rule.near(y), m, d)
        case 8:
            guard let c = view.pair(0), let y = view.pair(2), let m = view.pair(4), let d = view.pair(6) else {
                return nil
            }
            return partial(c * 100 + y, m, d)
        case 10: return view.isDigits ? view.slice(0, 6).date(rule, isBirth: isBirth) : isoDate
        case 12: return view.slice(0, 8).date(rule, isBirth: isBirth)
        default: return nil
        }
    }

    /// Whether the date is noughts only: nobody knows it.
    var isUnknownDate: Bool {
        let view = trimmed
        guard view.count >= 6, view[0] == UInt8(ascii: "0") else { return false }
        for i in 0..<view.count where view.base[i] != UInt8(ascii: "0") { return false }
        return true
    }

    /// `YYYY-MM-DD`, `YYYY-MM` or `YYYY`.
    var isoDate: PartialDate? { PartialDate(iso: trimmed.verbatim) }

    /// `YYMMDDHHMM` or `CCYYMMDDHHMM`, with seconds or without; a date alone is its midnight.
    func dateTime(_ rule: YearRule) -> CivilDateTime? {
        let view = trimmed
        if view.count == 10 {
            guard let (y, m, d) = view.threePairs, let date = CivilDate(year: rule.near(y), month: m, day: d),
                let hour = view.pair(6), let minute = view.pair(8)
            else { return nil }
            return CivilDateTime(date: date, hour: hour, minute: minute)
        }
        let year: Int
        let from: Int
        switch view.count {
        case 6:
            guard let y = view.pair(0) else { return nil }
            year = rule.near(y)
            from = 2
        case 8, 12, 14:
            guard let c = view.pair(0), let y = view.pair(2) else { return nil }
            year = c * 100 + y
            from = 4
        default: return nil
        }
        guard let m = view.pair(from), let d = view.pair(from + 2), let date = CivilDate(year: year, month: m, day: d)
        else { return nil }
        guard view.count > from + 4 else { return CivilDateTime(date: date, hour: 0, minute: 0) }
        guard let hour = view.pair(from + 4), let minute = view.pair(from + 6) else { return nil }
        return CivilDateTime(date: date, hour: hour, minute: minute)
    }

    /// `DDMMYY`.
    func dayFirst(_ rule: YearRule) -> CivilDate? {
        guard count == 6, let (d, m, y) = threePairs else { return nil }
        return CivilDate(year: rule.near(y), month: m, day: d)
    }

    /// `DDMMYY` with `HHMM` or `HHMMSS`; without a time it is midnight.
    func dayFirst(_ rule: YearRule, time: EdifactBytes) -> CivilDateTime? {
        guard let date = dayFirst(rule) else { return nil }
        return time.clock(on: date)
    }

    /// `HHMM` or `HHMMSS` on a day; midnight when empty.
    func clock(on date: CivilDate) -> CivilDateTime? {
        guard count >= 4 else { return count == 0 ? CivilDateTime(date: date, hour: 0, minute: 0) : nil }
        guard let hour = pair(0), let minute = pair(2) else { return nil }
        return CivilDateTime(date: date, hour: hour, minute: minute)
    }

    /// `DDMMMYY` or `DDMMMYYYY`, month in English letters; `YY` alone and `MMMYY` are partial dates.
    func namedMonth(_ rule: YearRule, isBirth: Bool) -> PartialDate? {
        let view = trimmed
        guard view.count == 7 || view.count == 9, let d = view.pair(0),
            let m = EdifactBytes.month(view.slice(2, 5).key)
        else { return view.date(rule, isBirth: isBirth) }
        if view.count == 9 {
            guard let c = view.pair(5), let y = view.pair(7) else { return nil }
            return partial(c * 100 + y, m, d)
        }
        guard let y = view.pair(5) else { return nil }
        return isBirth ? rule.birth(y, m, d) : partial(rule.near(y), m, d)
    }

    /// The number of a month's three letters.
    static func month(_ key: UInt32) -> Int? {
        switch key {
        case 0x4A_41_4E: 1
        case 0x46_45_42: 2
        case 0x4D_41_52: 3
        case 0x41_50_52: 4
        case 0x4D_41_59: 5
        case 0x4A_55_4E: 6
        case 0x4A_55_4C: 7
        case 0x41_55_47: 8
        case 0x53_45_50: 9
        case 0x4F_43_54: 10
        case 0x4E_4F_56: 11
        case 0x44_45_43: 12
        default: nil
        }
    }
}
