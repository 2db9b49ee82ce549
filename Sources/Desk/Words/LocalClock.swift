// SPDX-License-Identifier: Apache-2.0

import Civil
import Gazetteer
import Mandate
import Wording

/// The clock of a post: its zone, and how times are written in the reader's language.
struct LocalClock: Sendable {
    let zone: IndonesianZone
    let words: Words

    /// The clock of a post; western time where the post is unknown.
    init(post: PostCode?, gazetteer: GazetteerIndex, words: Words) {
        zone = post.flatMap { gazetteer.port($0.description)?.indonesianZone } ?? .western
        self.words = words
    }

    init(zone: IndonesianZone, words: Words) {
        self.zone = zone
        self.words = words
    }

    /// `14.03 WIB`, with the day where it is not today's.
    func moment(_ milliseconds: Int64, now: Int64, seconds: Bool = false) -> String {
        guard let local = local(minutes: minutes(milliseconds)) else { return "–" }
        var text = time(local)
        if seconds {
            let rest = Int(milliseconds / 1000 % 60)
            text += (words.language == .indonesian ? "." : ":") + two(rest)
        }
        if let today = self.local(minutes: minutes(now)), today.date != local.date {
            text = day(local.date) + " " + text
        }
        return text + " " + zone.label
    }

    /// `14.03`, on the day `today`; other days stand before it.
    func clock(utcMinutes: Int, now: Int64) -> String {
        guard let local = local(minutes: utcMinutes) else { return "–" }
        if let today = self.local(minutes: minutes(now)), today.date != local.date {
            return day(local.date) + " " + time(local)
        }
        return time(local)
    }

    /// `23 Nov 14.03` of a wall-clock time that needs no zone.
    func written(_ local: CivilDateTime) -> String { day(local.date) + " " + time(local) }

    /// `14.03` or `14:03`.
    func time(_ local: CivilDateTime) -> String {
        two(local.hour) + (words.language == .indonesian ? "." : ":") + two(local.minute)
    }

    /// `23 Nov`.
    func day(_ date: CivilDate) -> String { "\(date.day) \(month(date.month))" }

    /// `23 Nov 2026`.
    func date(_ date: CivilDate) -> String { "\(day(date)) \(date.year)" }

    /// The post's day at a moment.
    func today(_ milliseconds: Int64) -> CivilDate? { local(minutes: minutes(milliseconds))?.date }

    /// The post's wall clock at a moment.
    func now(_ milliseconds: Int64) -> CivilDateTime? { local(minutes: minutes(milliseconds)) }

    /// When the post's day began, milliseconds since 1970 UTC.
    func dayStart(_ milliseconds: Int64) -> Int64 {
        let offset = Int64(zone.utcOffsetMinutes) * 60_000
        let day: Int64 = 86_400_000
        return (milliseconds + offset) / day * day - offset
    }

    /// Time left or gone: `−0.42` is 42 minutes ahead, `+1.05` an hour and five minutes ago.
    func countdown(utcMinutes: Int, now: Int64) -> String {
        let left = utcMinutes - minutes(now)
        let size = Int(left.magnitude)
        let mark = words.language == .indonesian ? "." : ":"
        return (left > 0 ? "−" : "+") + "\(size / 60)\(mark)\(two(size % 60))"
    }

    private func local(minutes: Int) -> CivilDateTime? {
        CivilDateTime(minutesSinceEpoch: minutes + zone.utcOffsetMinutes)
    }

    private func minutes(_ milliseconds: Int64) -> Int { Int(milliseconds / 60_000) }

    private func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }

    private func month(_ number: Int) -> String {
        let indonesian = ["Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des"]
        let english = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        return (words.language == .indonesian ? indonesian : english)[max(0, min(11, number - 1))]
    }
}
