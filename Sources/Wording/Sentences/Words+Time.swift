// SPDX-License-Identifier: Apache-2.0

public import Civil

extension Words {
    /// A span of time in words: `1 jam 20 menit`, `2 hari 3 jam`; in English `1 h 20 min`, `2 days 3 h`.
    public func duration(minutes: Int) -> String {
        let minutes = minutes.magnitude
        let (days, hours, rest) = (minutes / 1440, minutes / 60 % 24, minutes % 60)
        var parts: [String] = []
        if days > 0 { parts.append(pick("\(days) hari", days == 1 ? "1 day" : "\(days) days")) }
        if hours > 0 { parts.append(pick("\(hours) jam", "\(hours) h")) }
        if days == 0, rest > 0 || hours == 0 { parts.append(pick("\(rest) menit", "\(rest) min")) }
        return parts.joined(separator: " ")
    }

    /// When something arrives: `tiba dalam 1 jam 20 menit`, `tiba sekarang`, `tiba 12 menit lalu`.
    public func arrival(inMinutes minutes: Int, mode: String = "air") -> String {
        if minutes > 0 { return pick("tiba dalam ", "arrives in ") + duration(minutes: minutes) }
        if minutes == 0 { return pick("tiba sekarang", "arriving now") }
        let verb =
            switch mode {
            case "air": pick("mendarat", "landed")
            case "sea": pick("sandar", "berthed")
            default: pick("tiba", "arrived")
            }
        return pick("\(verb) \(duration(minutes: minutes)) lalu", "\(verb) \(duration(minutes: minutes)) ago")
    }

    /// When something departs: `berangkat dalam 40 menit`, `berangkat 5 menit lalu`.
    public func departure(inMinutes minutes: Int) -> String {
        if minutes > 0 { return pick("berangkat dalam ", "departs in ") + duration(minutes: minutes) }
        if minutes == 0 { return pick("berangkat sekarang", "departing now") }
        return pick("berangkat \(duration(minutes: minutes)) lalu", "departed \(duration(minutes: minutes)) ago")
    }

    /// A countdown in hours and minutes for narrow columns: `+1.20` before, `-0.12` after (`+1:20` in English).
    public func countdown(minutes: Int) -> String {
        let rest = Int(minutes.magnitude % 60)
        return (minutes < 0 ? "-" : "+") + "\(minutes.magnitude / 60)" + pick(".", ":") + (rest < 10 ? "0" : "")
            + "\(rest)"
    }

    /// How long ago something was: `baru saja`, `12 menit lalu`, `2 hari 3 jam lalu`.
    public func ago(minutes: Int) -> String {
        minutes <= 0
            ? pick("baru saja", "just now")
            : pick("\(duration(minutes: minutes)) lalu", "\(duration(minutes: minutes)) ago")
    }

    /// `Data per 14.03.22 WIB`.
    public func dataAsOf(milliseconds: Int64, utcOffsetMinutes: Int, zone: String) -> String {
        pick("Data per ", "Data as of ")
            + clock(milliseconds: milliseconds, utcOffsetMinutes: utcOffsetMinutes, zone: zone)
    }

    /// `Aliran data terputus sejak 14.03 WIB: yang tampil mungkin sudah lama.`
    public func feedStopped(sinceMilliseconds: Int64, utcOffsetMinutes: Int, zone: String) -> String {
        let since = clock(
            milliseconds: sinceMilliseconds, utcOffsetMinutes: utcOffsetMinutes, zone: zone, withSeconds: false)
        return pick(
            "Aliran data terputus sejak \(since): yang tampil mungkin sudah lama.",
            "The feed has stopped since \(since): what is shown may be old.")
    }

    /// `Sambungan terputus sejak 14.03 WIB; menyambung lagi …`
    public func lineDown(sinceMilliseconds: Int64, utcOffsetMinutes: Int, zone: String) -> String {
        let since = clock(
            milliseconds: sinceMilliseconds, utcOffsetMinutes: utcOffsetMinutes, zone: zone, withSeconds: false)
        return pick(
            "Sambungan terputus sejak \(since); menyambung lagi …",
            "The line is down since \(since); connecting again …")
    }

    /// When a purpose or session ends: `berakhir pukul 22.00 WIB`.
    public func ends(atMilliseconds: Int64, utcOffsetMinutes: Int, zone: String) -> String {
        let end = clock(
            milliseconds: atMilliseconds, utcOffsetMinutes: utcOffsetMinutes, zone: zone, withSeconds: false)
        return pick("berakhir pukul \(end)", "ends at \(end)")
    }

    /// An age in years: `41 tahun`.
    public func age(years: Int) -> String { pick("\(years) tahun", years == 1 ? "1 year" : "\(years) years") }

    /// The age on a day of who was born on a date, as far as known.
    public func age(born birth: PartialDate, on day: CivilDate) -> String {
        var years = day.year - birth.year
        if let month = birth.month, (month, birth.day ?? 1) > (day.month, day.day) { years -= 1 }
        return birth.day == nil ? pick("sekitar ", "about ") + age(years: max(0, years)) : age(years: max(0, years))
    }
}
