// SPDX-License-Identifier: Apache-2.0

public import Civil

extension Words {
    /// `Senin, 23 November 2026`; in English `Monday, 23 November 2026`.
    public func longDate(_ date: CivilDate) -> String { weekday(date) + ", " + self.date(date) }

    /// `23 November 2026`.
    public func date(_ date: CivilDate) -> String { "\(date.day) \(month(date.month)) \(date.year)" }

    /// As much of a date as is known: `23 November 2026`, `November 2026`, `2026`.
    public func date(_ date: PartialDate) -> String {
        guard let month = date.month else { return String(date.year) }
        guard let day = date.day else { return "\(self.month(month)) \(date.year)" }
        return "\(day) \(self.month(month)) \(date.year)"
    }

    /// `23 Nov`, for tables; with the year where asked: `23 Nov 2026`.
    public func shortDate(_ date: CivilDate, withYear: Bool = false) -> String {
        "\(date.day) \(month(date.month).prefix(3))" + (withYear ? " \(date.year)" : "")
    }

    /// A wall-clock time with the label of its zone: `14.03 WIB`; in English `14:03 WIB`.
    public func time(_ time: CivilDateTime, zone: String? = nil) -> String {
        clock(minuteOfDay: Int(time.minuteOfDay)) + (zone.map { " " + $0 } ?? "")
    }

    /// `23 Nov 14.03 WIB`.
    public func shortDateTime(_ time: CivilDateTime, zone: String? = nil) -> String {
        shortDate(time.date) + " " + self.time(time, zone: zone)
    }

    /// `Senin, 23 November 2026 pukul 14.03 WIB`; in English `Monday, 23 November 2026 at 14:03 WIB`.
    public func longDateTime(_ time: CivilDateTime, zone: String? = nil) -> String {
        longDate(time.date) + pick(" pukul ", " at ") + self.time(time, zone: zone)
    }

    /// A moment in a zone: `23 Nov 14.03 WIB`, or with seconds `23 Nov 14.03.22 WIB`.
    public func moment(
        milliseconds: Int64, utcOffsetMinutes: Int, zone: String?, withSeconds: Bool = false
    ) -> String {
        let local = LocalMoment(milliseconds: milliseconds, utcOffsetMinutes: utcOffsetMinutes)
        guard let time = local.time else { return "–" }
        return shortDate(time.date) + " " + clock(local, withSeconds: withSeconds) + (zone.map { " " + $0 } ?? "")
    }

    /// The time of day of a moment in a zone: `14.03.22 WIB`.
    public func clock(
        milliseconds: Int64, utcOffsetMinutes: Int, zone: String?, withSeconds: Bool = true
    ) -> String {
        let local = LocalMoment(milliseconds: milliseconds, utcOffsetMinutes: utcOffsetMinutes)
        return clock(local, withSeconds: withSeconds) + (zone.map { " " + $0 } ?? "")
    }

    /// `14.03`, in English `14:03`, of the minutes since midnight.
    public func clock(minuteOfDay: Int) -> String {
        twoDigits(minuteOfDay / 60) + timeSeparator + twoDigits(minuteOfDay % 60)
    }

    /// The name of a day of the week.
    public func weekday(_ date: CivilDate) -> String {
        // 1970-01-01 was a Thursday.
        let index = ((date.daysSinceEpoch + 3) % 7 + 7) % 7
        return Self.weekdays[index][language]
    }

    /// The name of a month, 1...12.
    public func month(_ month: Int) -> String {
        (1...12).contains(month) ? Self.months[month - 1][language] : String(month)
    }

    private func clock(_ local: LocalMoment, withSeconds: Bool) -> String {
        guard let time = local.time else { return "–" }
        let text = clock(minuteOfDay: Int(time.minuteOfDay))
        return withSeconds ? text + timeSeparator + twoDigits(local.second) : text
    }

    private var timeSeparator: String { pick(".", ":") }

    private func twoDigits(_ value: Int) -> String { value < 10 ? "0\(value)" : String(value) }

    private static let weekdays = [
        Phrase("Senin", "Monday"), Phrase("Selasa", "Tuesday"), Phrase("Rabu", "Wednesday"),
        Phrase("Kamis", "Thursday"), Phrase("Jumat", "Friday"), Phrase("Sabtu", "Saturday"), Phrase("Minggu", "Sunday"),
    ]

    private static let months = [
        Phrase("Januari", "January"), Phrase("Februari", "February"), Phrase("Maret", "March"),
        Phrase("April", "April"),
        Phrase("Mei", "May"), Phrase("Juni", "June"), Phrase("Juli", "July"), Phrase("Agustus", "August"),
        Phrase("September", "September"), Phrase("Oktober", "October"), Phrase("November", "November"),
        Phrase("Desember", "December"),
    ]
}

/// A moment on a wall clock, to the second.
private struct LocalMoment {
    var time: CivilDateTime?
    var second: Int

    init(milliseconds: Int64, utcOffsetMinutes: Int) {
        // Bounded, so that the arithmetic cannot overflow: years 1 to 9999.
        let seconds = Int(max(-62_135_596_800, min(253_402_300_799, milliseconds / 1000))) + utcOffsetMinutes * 60
        let minutes = seconds >= 0 ? seconds / 60 : (seconds - 59) / 60
        second = seconds - minutes * 60
        time = CivilDateTime(minutesSinceEpoch: minutes)
    }
}
