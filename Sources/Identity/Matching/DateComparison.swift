// SPDX-License-Identifier: Apache-2.0

internal import Civil
internal import Glibc

/// How a traveller's birth date stands to a resident's.
public enum DateLevel: String, Hashable, Sendable, Codable, CaseIterable {
    case missing, same, swapped, day, month, year, digits, heaped, sameYear, sameDayAndMonth, other
    case partialSame, partialNear, partialOther
}

/// Compares a traveller's birth date with residents', and knows which other dates it may stand for.
struct DateComparison {
    let birth: PartialDate?
    private let index: PopulationFile
    private let model: MatchModel.Dates
    private let base: Double

    init(_ birth: PartialDate?, index: PopulationFile, model: MatchModel.Dates) {
        self.birth = birth
        self.index = index
        self.model = model
        guard let birth else {
            base = 1
            return
        }
        let count = DateComparison.days(of: birth).map { index.rows(days: $0).count } ?? 0
        // Strangers too, not only residents, are given a heaped date where the day is not known.
        let heaped = birth.date.map(DateComparison.isHeap) == true ? DateComparison.heapShare * model.heaped / 60 : 0
        base = max(Double(count), 0.5) / Double(index.count) + heaped
    }

    /// How often a day that is not known becomes the day in question and not another heap: mostly 1 January.
    private static let heapShare = 0.5

    /// The days that a date of unknown day, or of unknown month and day, may be.
    static func days(of birth: PartialDate) -> Range<Int>? {
        let first = CivilDate(year: birth.year, month: birth.month ?? 1, day: birth.day ?? 1)
        let lastMonth = birth.month ?? 12
        let last = CivilDate(
            year: birth.year, month: lastMonth,
            day: birth.day ?? CivilDate.daysInMonth(year: birth.year, month: lastMonth))
        guard let first, let last else { return nil }
        return first.daysSinceEpoch - IndexLayout.firstDay..<last.daysSinceEpoch - IndexLayout.firstDay + 1
    }

    /// The weight of evidence of a resident's date in bits: log2 of P(traveller's date | resident's date) over P(that
    /// date in the population).
    func weigh(_ resident: CivilDate) -> (level: DateLevel, weight: Double) {
        guard let birth else { return (.missing, 0) }
        guard let date = birth.date else { return weighPartial(birth, resident) }
        let level = DateComparison.level(date, resident)
        let probability: Double =
            switch level {
            case .same: model.same
            case .swapped: model.swapped
            case .day: model.day / 12
            case .month: model.month / 8
            case .year: model.year / 4
            case .digits: model.digits / 40
            case .heaped: model.heaped * DateComparison.heapShare
            case .sameYear: model.sameYear / 365
            case .sameDayAndMonth: model.sameDayAndMonth / 70
            default: other(date, resident)
            }
        return (level, log2(probability / base))
    }

    private func other(_ date: CivilDate, _ resident: CivilDate) -> Double {
        // Four years of the seventy that travellers are spread over.
        abs(date.daysSinceEpoch - resident.daysSinceEpoch) <= 730
            ? model.nearYears * base / (4 / 70) : model.other * base
    }

    private func weighPartial(_ birth: PartialDate, _ resident: CivilDate) -> (level: DateLevel, weight: Double) {
        if birth.agrees(with: PartialDate(resident)) { return (.partialSame, log2(0.94 / base)) }
        let isNear = abs(birth.year - resident.year) <= 1 || birth.year == resident.year
        return isNear ? (.partialNear, log2(0.02 / base / 12)) : (.partialOther, log2(0.03))
    }

    /// The level of two full dates.
    static func level(_ a: CivilDate, _ b: CivilDate) -> DateLevel {
        if a == b { return .same }
        let isYear = a.year == b.year
        let isMonth = a.month == b.month
        let isDay = a.day == b.day
        if isYear, a.day == b.month, a.month == b.day { return .swapped }
        if isYear, isMonth { return isDigitSlip(a.day, b.day) ? .day : .sameYear }
        if isYear, isDay { return isDigitSlip(a.month, b.month) ? .month : .sameYear }
        if isYear, isHeap(a) { return .heaped }
        if isMonth, isDay {
            let years = abs(a.year - b.year)
            if years == 1 || years == 10 || years == 100 { return .year }
            return isDigitSlip(a.year, b.year) ? .digits : .sameDayAndMonth
        }
        if isYear { return .sameYear }
        // A day more or less over the end of a month.
        if abs(a.daysSinceEpoch - b.daysSinceEpoch) == 1 { return .day }
        return .other
    }

    /// Whether people without a known birthday are written down with this one.
    static func isHeap(_ date: CivilDate) -> Bool {
        switch (date.month, date.day) {
        case (1, 1), (7, 1), (12, 31), (8, 17), (6, 30): true
        default: false
        }
    }

    /// One digit read or keyed as another, two exchanged, or one more or less.
    private static func isDigitSlip(_ a: Int, _ b: Int) -> Bool {
        if abs(a - b) == 1 || abs(a - b) == 10 { return true }
        var a = a
        var b = b
        var differing = 0
        var pairs: [(Int, Int)] = []
        while a > 0 || b > 0 {
            if a % 10 != b % 10 {
                differing += 1
                pairs.append((a % 10, b % 10))
            }
            a /= 10
            b /= 10
        }
        return differing == 1 || differing == 2 && pairs[0].0 == pairs[1].1 && pairs[0].1 == pairs[1].0
    }

    /// All days of the year, where the date is one that stands for an unknown day.
    func daysOfHeap() -> Range<Int> {
        guard let date = birth?.date, DateComparison.isHeap(date), let year = PartialDate(year: date.year),
            let days = DateComparison.days(of: year)
        else { return 0..<0 }
        return days
    }

    /// The days, besides the date's own, that slips may have turned into this date.
    func nearDays() -> [Int] {
        guard let date = birth?.date else { return [] }
        var days = Set<Int>()
        func add(_ year: Int, _ month: Int, _ day: Int) {
            if let other = CivilDate(year: year, month: month, day: day), other != date {
                days.insert(other.daysSinceEpoch - IndexLayout.firstDay)
            }
        }
        add(date.year, date.day, date.month)
        for day in 1...31 { add(date.year, date.month, day) }
        for month in 1...12 { add(date.year, month, date.day) }
        for year in [-100, -10, -9, -5, -4, -3, -2, -1, 1, 2, 3, 4, 5, 9, 10, 20, 30, -20, -30] {
            add(date.year + year, date.month, date.day)
        }
        let tens = date.year % 100
        add(date.year - tens + tens % 10 * 10 + tens / 10, date.month, date.day)
        for step in [-1, 1] { days.insert(date.daysSinceEpoch - IndexLayout.firstDay + step) }
        return days.sorted()
    }
}
