// SPDX-License-Identifier: Apache-2.0

import Civil
import Testing

@testable import Manifests

/// Dates and times in the ways of lists.
@Suite struct DateTests {
    private func read(_ cell: String, _ order: DateOrder? = .dayFirst, isBirth: Bool = true) -> String? {
        guard let text = DateText(cell) else { return nil }
        return (try? DateResolver(today: Invented.today, isBirth: isBirth).date(text, order: order)).map { "\($0)" }
    }

    @Test(arguments: [
        ("12/03/1985", "1985-03-12"), ("12-03-1985", "1985-03-12"), ("12.03.1985", "1985-03-12"),
        ("12 03 1985", "1985-03-12"), ("1985-03-12", "1985-03-12"), ("1985/3/12", "1985-03-12"),
        ("19850312", "1985-03-12"), ("12031985", "1985-03-12"), ("12-MAR-85", "1985-03-12"),
        ("12 Maret 1985", "1985-03-12"),
        ("12 Mei 1985", "1985-05-12"), ("5 Agustus 1985", "1985-08-05"), ("5 Agu 85", "1985-08-05"),
        ("5-Ags-1985", "1985-08-05"), ("1 Nopember 1970", "1970-11-01"), ("02 Pebruari 1970", "1970-02-02"),
        ("31 Des 1999", "1999-12-31"), ("5Okt1985", "1985-10-05"), ("Mar 12, 1985", "1985-03-12"),
        ("Senin, 12 Januari 1970", "1970-01-12"), ("31118", "1985-03-12"), ("31118.5", "1985-03-12"),
        ("12/3/85", "1985-03-12"),
        ("12/03/1985 00:00:00", "1985-03-12"), ("1985-03-12T00:00", "1985-03-12"), ("1985", "1985"),
        ("00/00/1985", "1985"),
        ("00/03/1985", "1985-03"), ("12/03/30", "1930-03-12"), ("12/03/26", "2026-03-12"), ("13/03/26", "1926-03-13"),
    ]) func `reads a date`(cell: String, iso: String) { #expect(read(cell) == iso) }

    @Test(arguments: [
        "31/02/1985", "BUDI", "12/03", "32/01/1985", "", "12:30", "99999", "1/2/3/4", "12-XYZ-1985", "C1234567",
    ])
    func `reads no date in what is none`(cell: String) { #expect(read(cell) == nil) }

    @Test func `other days than births lie near`() {
        #expect(read("12/03/30", isBirth: false) == "2030-03-12")
        #expect(read("12-MAR-31", isBirth: false) == "2031-03-12")
    }

    @Test func `two readings are told apart or refused`() {
        #expect(read("03/04/1985", .dayFirst) == "1985-04-03")
        #expect(read("03/04/1985", .monthFirst) == "1985-03-04")
        #expect(read("03/04/1985", nil) == nil)
        #expect(read("04/04/1985", nil) == "1985-04-04")
        #expect(read("13/04/1985", nil) == "1985-04-13")
        #expect(read("85-04-12", .yearFirst) == "1985-04-12")
    }

    @Test(arguments: [
        ("14:30", 14, 30), ("14.30", 14, 30), ("1430", 14, 30), ("930", 9, 30), ("2:30 PM", 14, 30), ("12:05 am", 0, 5),
        ("14:30:59", 14, 30), ("14:30 WIB", 14, 30), ("pukul 07.15", 7, 15), ("0,604166667", 14, 30), ("0.5", -1, -1),
        ("0.50000", 12, 0), ("9pm", 21, 0), ("24:00", 0, 0), ("14h30", 14, 30),
    ]) func `reads a time`(cell: String, hour: Int, minute: Int) {
        let clock = ClockText(cell)
        if hour < 0 { return }
        #expect(clock?.hour == hour && clock?.minute == minute, "\(cell)")
    }

    @Test(arguments: ["25:00", "12:60", "BUDI", "12", "", "12/03/1985", "13 PM"])
    func `reads no time in what is none`(cell: String) { #expect(ClockText(cell) == nil) }

    @Test func `a column is read by its evidence`() {
        #expect(DateVotes(["13/04/1985", "03/04/1985"]).reading.order == .dayFirst)
        #expect(DateVotes(["04/13/1985", "03/04/1985"]).reading.order == .monthFirst)
        #expect(DateVotes(["85-04-13", "26-03-12"]).reading.order == .yearFirst)
        #expect(DateVotes(["03/04/1985", "04/03/1985"]).reading.mustAsk)
        #expect(!DateVotes(["04/04/1985", "1985-03-04"]).reading.mustAsk)
        let mixed = DateVotes(["13/04/1985", "04/13/1985"]).reading
        #expect(mixed.mustAsk && mixed.evidence == .conflict(dayFirst: 1, monthFirst: 1))
    }

    @Test(arguments: 0..<300) func `every day is read back in every style`(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let day = try #require(
            CivilDate(year: 1930, month: 1, day: 1)?.adding(days: Int.random(in: 0..<35_000, using: &random)))
        for style in DateStyle.allCases {
            let order: DateOrder =
                style == .monthFirst ? .monthFirst : style == .shortYearFirst ? .yearFirst : .dayFirst
            #expect(read(style.write(day), order) == "\(day)", "\(style) \(style.write(day)) seed \(seed)")
        }
    }
}

/// Ways in which lists write a day.
enum DateStyle: CaseIterable {
    case dayFirst, dayFirstDots, monthFirst, iso, compact, named, namedIndonesian, serial, shortDayFirst, shortYearFirst

    private static let english = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    private static let indonesian = [
        "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November",
        "Desember",
    ]

    func write(_ day: CivilDate) -> String {
        func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
        let (y, m, d) = (day.year, day.month, day.day)
        switch self {
        case .dayFirst: return "\(two(d))/\(two(m))/\(y)"
        case .dayFirstDots: return "\(d).\(m).\(y)"
        case .monthFirst: return "\(m)/\(d)/\(y)"
        case .iso: return "\(day)"
        case .compact: return "\(y)\(two(m))\(two(d))"
        case .named: return "\(two(d))-\(Self.english[m - 1])-\(y)"
        case .namedIndonesian: return "\(d) \(Self.indonesian[m - 1]) \(y)"
        case .serial: return "\(day.daysSinceEpoch + 25_569)"
        case .shortDayFirst: return "\(two(d))/\(two(m))/\(two(y % 100))"
        case .shortYearFirst: return "\(two(y % 100))-\(two(m))-\(two(d))"
        }
    }
}
