// SPDX-License-Identifier: Apache-2.0

import Casework
import Civil
import Mandate
import Safeguards
import Wording

/// Alarms about officers' reading on the audit page: who, when, how many; never of whom. Each can be marked as looked at.
struct ReadAlarmTable {
    let visit: Visit
    let alarms: [ReadAlarm]
    let officers: [RecordID<Officer>: Officer]

    /// More are counted, not listed.
    static let mostRows = 50

    private var words: Words { visit.words }

    func write(_ html: inout Markup) {
        let open = alarms.count { !$0.isSeen }
        html.add("section", ["class": "card", "id": "alarm", "aria-labelledby": "judul-alarm"]) { html in
            html.add("h2", ["id": "judul-alarm"], words(AuditText.alarms) + " · " + words.number(open))
            html.add("p", ["class": "quiet"], words(AuditText.alarmsNote))
            if !visit.services.registry.knowsFamilyCards {
                html.add("p", ["class": "quiet", "data-no-family": ""], words(AuditText.noFamilyAlarm))
            }
            if alarms.isEmpty {
                html.add("p", ["class": "empty"], words(AuditText.noAlarms))
            } else {
                html.add(
                    "div", ["class": "scroll", "tabindex": "0", "role": "group", "aria-labelledby": "judul-alarm"]
                ) { html in
                    html.add("table") { html in
                        TableParts.head(
                            [
                                words(AuditText.when), words(AuditText.what), words(AuditText.who),
                                words(CommonText.post), "#" + words(AuditText.alarmCount), words(AuditText.alarmSeen),
                            ], &html)
                        html.add("tbody") { html in
                            for alarm in sorted.prefix(Self.mostRows) { row(alarm, &html) }
                        }
                    }
                }
            }
        }
    }

    /// What nobody has looked at first.
    private var sorted: [ReadAlarm] { alarms.filter { !$0.isSeen } + alarms.filter(\.isSeen) }

    private func row(_ alarm: ReadAlarm, _ html: inout Markup) {
        html.add("tr", ["data-alarm": alarm.key.kind.rawValue]) { html in
            html.add("td", ["class": "mono"], visit.clock.moment(alarm.atMilliseconds, now: visit.now))
            html.add("th", ["scope": "row"], words.raised(words(.readAlarm, alarm.key.kind)))
            html.add("td") { html in
                html.add("a", ["href": "/audit?petugas=\(alarm.key.officer)"], name(alarm.key.officer))
            }
            html.add("td", ["class": "mono"], alarm.post?.description ?? "–")
            html.add("td", ["class": "n"], words.number(alarm.count))
            html.add("td") { html in state(alarm, &html) }
        }
    }

    private func state(_ alarm: ReadAlarm, _ html: inout Markup) {
        if let record = alarm.seen, case .alarmSeen(let look) = record.decision {
            html.add("p") { html in
                html.add("span", ["class": "tag ok"], words(AuditText.alarmLookedAt))
                html.say(" " + (record.officer.map(name) ?? "–") + ": " + look.note)
            }
        }
        guard !alarm.isSeen else { return }
        guard visit.signedIn?.session.officer != alarm.key.officer else {
            return html.add("p", ["class": "quiet"], words(AuditText.alarmOwn))
        }
        html.add("details") { html in
            html.add("summary", words(AuditText.alarmMark))
            html.add("form", ["method": "post", "action": "/audit/alarm"]) { html in
                FormParts.token(visit, &html)
                for (name, value) in [
                    ("jenis", alarm.key.kind.rawValue), ("petugas", "\(alarm.key.officer)"),
                    ("hari", "\(alarm.key.day)"), ("sampai", "\(alarm.lastSequence)"),
                ] { html.void("input", ["type": "hidden", "name": name, "value": value]) }
                html.add("label") { html in
                    html.say(words(AuditText.alarmNote))
                    html.void(
                        "input",
                        [
                            "name": "catatan", "required": "", "minlength": "3", "maxlength": "500",
                            "autocomplete": "off",
                        ])
                }
                html.add("button", ["class": "button small"], words(AuditText.alarmMark))
            }
        }
    }

    private func name(_ id: RecordID<Officer>) -> String { officers[id]?.displayName ?? String("\(id)".prefix(8)) }
}
