// SPDX-License-Identifier: Apache-2.0

import Casework
import Civil
import Gazetteer
import Mandate
import Wording

/// The alarms about officers' look-ups, for those who may see decisions.
struct LookUpAlarmDesk: Sendable {
    let services: DeskServices

    /// How far back the count on the board and on the state of the system goes.
    static let countedMilliseconds: Int64 = 86_400_000

    /// The alarms of the last days at some posts, the latest first; nil posts are all.
    func alarms(at posts: Set<String>?, now: Int64) async throws -> [LookUpAlarm] {
        guard services.registry.terms.access != .none else { return [] }
        let own = Dictionary(
            try await services.store.accounts().compactMap { account in
                account.ownNumber.map { (account.officer.id, $0) }
            }, uniquingKeysWith: { a, _ in a })
        let gazetteer = services.gazetteer
        let all = try await services.lookUps.alarms(own: own, atMilliseconds: now) { post in
            post.flatMap { gazetteer.port($0.description)?.utcOffsetMinutes } ?? 420
        }
        guard let posts else { return all }
        return all.filter { $0.post.map { posts.contains($0.description) } ?? true }
    }

    /// How many came in the last day.
    func count(at posts: Set<String>?, now: Int64) async throws -> Int {
        try await alarms(at: posts, now: now).count { now - $0.atMilliseconds < Self.countedMilliseconds }
    }
}

/// The table of alarms on the pages of decisions and of the audit trail: who, when, how many; never of whom.
struct LookUpAlarmTable {
    let visit: Visit
    let alarms: [LookUpAlarm]
    let officers: [RecordID<Officer>: Officer]
    /// Where the page's links to the table lead.
    var anchor = "alarm"

    /// More are counted, not listed.
    static let mostRows = 50

    func write(_ html: inout Markup) {
        let words = visit.words
        guard visit.services.registry.terms.access != .none else { return }
        html.add("section", ["class": "card", "id": anchor, "aria-labelledby": "judul-\(anchor)"]) { html in
            html.add("h2", ["id": "judul-\(anchor)"], words(LookUpText.alarms) + " · " + words.number(alarms.count))
            html.add("p", ["class": "quiet"], words(LookUpText.alarmsNote))
            if alarms.isEmpty {
                html.add("p", ["class": "empty"], words(LookUpText.noAlarms))
            } else {
                html.add(
                    "div", ["class": "scroll", "tabindex": "0", "role": "group", "aria-labelledby": "judul-\(anchor)"]
                ) {
                    html in table(words, &html)
                }
            }
        }
    }

    private func table(_ words: Words, _ html: inout Markup) {
        html.add("table") { html in
            TableParts.head(
                [
                    words(LookUpText.alarmWhen), words(LookUpText.alarmWhat), words(LookUpText.alarmWho),
                    words(LookUpText.alarmPost), "#" + words(LookUpText.alarmCount),
                ], &html)
            html.add("tbody") { html in
                for alarm in alarms.prefix(Self.mostRows) {
                    html.add("tr", ["data-lookup-alarm": alarm.kind.rawValue]) { html in
                        html.add("td", visit.clock.moment(alarm.atMilliseconds, now: visit.now))
                        html.add("td", words.raised(words(.lookUpAlarm, alarm.kind)))
                        html.add(
                            "td",
                            alarm.officers.map { officers[$0]?.displayName ?? String("\($0)".prefix(8)) }
                                .joined(separator: ", "))
                        html.add("td", ["class": "mono"], alarm.post?.description ?? "–")
                        html.add("td", ["class": "n"], words.number(alarm.count))
                    }
                }
            }
        }
    }
}
