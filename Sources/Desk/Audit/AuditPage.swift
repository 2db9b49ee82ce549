// SPDX-License-Identifier: Apache-2.0

import Casework
import Civil
import Drawing
import Mandate
import Safeguards
import Wording

/// The audit trail as a list with its filters, the chain's verdict, and accesses by officer and hour.
struct AuditPage {
    let visit: Visit
    let rows: [AuditRow]
    let query: AuditQuery
    let officers: [RecordID<Officer>: Officer]
    let alarms: [ReadAlarm]
    /// About look-ups in the civil registry, at all posts.
    let lookUps: [LookUpAlarm]
    let verdict: AuditVerdict?
    let hasMore: Bool

    static let lookUpAnchor = "alarm-pencocokan"

    private var words: Words { visit.words }

    func render() -> String {
        PageFrame(visit, words(AuditText.title), current: .audit).render { html in
            html.add("div", ["class": "page-head"]) { html in
                html.add("h1", words(AuditText.title))
                html.add("p", ["class": "quiet"], words(AuditText.lead))
            }
            chain(&html)
            ReadAlarmTable(visit: visit, alarms: alarms, officers: officers).write(&html)
            LookUpAlarmTable(visit: visit, alarms: lookUps, officers: officers, anchor: AuditPage.lookUpAnchor)
                .write(&html)
            filters(&html)
            if rows.isEmpty {
                html.add("p", ["class": "empty"], words(AuditText.none))
            } else {
                table(&html)
                if hasMore, let last = rows.last { older(last, &html) }
                heat(&html)
            }
        }
    }

    private func chain(_ html: inout Markup) {
        switch verdict {
        case .intact(let head)?:
            html.add("p", ["class": "notice ok"]) { html in
                html.add("strong", words(AuditText.chain) + ": ")
                html.say(words(AuditText.intact) + " (" + words.number(Int(head.sequence)) + ")")
            }
        case .restored(let head, let missing)?:
            html.add("p", ["class": "notice"]) { html in
                html.add("strong", words(AuditText.chain) + ": ")
                let gone = missing.map { words.number(Int($0.lowerBound)) + "–" + words.number(Int($0.upperBound)) }
                html.say(words(AuditText.restored) + " " + gone.joined(separator: ", "))
                html.say(" (" + words.number(Int(head.sequence)) + ")")
            }
        case .broken(let fault)?:
            html.add("p", ["class": "notice problem", "role": "alert"]) { html in
                html.add("strong", words(AuditText.broken) + " ")
                html.say(words(.auditFault, fault.kind) + " (" + words.number(Int(fault.sequence)) + ")")
            }
        case nil:
            html.add("p", ["class": "notice"]) { html in
                html.say(
                    words(
                        "Rantai belum diperiksa sejak server mulai: jalankan ",
                        "The chain was not checked since the server began: run "))
                html.add("code", "cermat audit verify")
            }
        }
    }

    private func filters(_ html: inout Markup) {
        html.add("form", ["method": "get", "action": "/audit", "class": "card grid-form"]) { html in
            FormParts.choice(
                "petugas", words(AuditText.filterOfficer),
                [("", words(BoardText.allVoyages))]
                    + officers.values.sorted { $0.displayName < $1.displayName }.map {
                        ("\($0.id)", $0.displayName + " · " + words(.role, $0.role))
                    },
                selected: query.officer.map { "\($0)" }, &html)
            FormParts.choice(
                "tindakan", words(AuditText.filterAction),
                [("", words(BoardText.allVoyages))]
                    + AuditAction.allCases.map { ($0.rawValue, words(.auditAction, $0)) },
                selected: query.actions.first?.rawValue, &html)
            FormParts.field("tentang", words(AuditText.filterSubject), value: query.subject, limit: 80, &html)
            html.add("div", ["class": "field end"]) { html in
                html.add("button", ["class": "button"], words(CommonText.filter))
            }
        }
    }

    private func table(_ html: inout Markup) {
        html.add("div", ["class": "scroll"]) { html in
            html.add("table", ["class": "rows audit"]) { html in
                html.add("caption", words.range(first: 1, last: rows.count, of: rows.count))
                TableParts.head(
                    [
                        "#" + words(AuditText.sequence), words(AuditText.when), words(AuditText.who),
                        words(AuditText.what),
                        words(AuditText.purpose), words(AuditText.subjects),
                    ], &html)
                html.add("tbody") { html in for row in rows { self.row(row, &html) } }
            }
        }
    }

    private func row(_ row: AuditRow, _ html: inout Markup) {
        let event = row.event
        html.add("tr", ["class": "o-" + event.outcome.rawValue, "data-row": ""]) { html in
            html.add("td", ["class": "n mono"], "\(row.sequence)")
            html.add("td", ["class": "mono"], visit.clock.moment(event.atMilliseconds, now: visit.now, seconds: true))
            html.add("th", ["scope": "row"]) { html in
                html.say(who(event.actor))
                if case .officer(_, let role, let post) = event.actor {
                    html.add(
                        "span", ["class": "sub"],
                        [words(.role, role), post?.description].compactMap(\.self).joined(separator: " · "))
                }
            }
            html.add("td") { html in
                html.say(words(.auditAction, event.action))
                if event.outcome != .done {
                    html.add("span", ["class": "tag warn"], words(.auditOutcome, event.outcome))
                }
                if let detail = event.detail { html.add("span", ["class": "sub mono"], detail) }
            }
            html.add("td") { html in
                if let purpose = event.purpose { html.say(words(.purpose, purpose)) }
                if let reference = event.reference { html.add("span", ["class": "sub mono"], reference) }
            }
            html.add("td", ["class": "subjects"]) { html in subjects(event.subjects, &html) }
        }
    }

    private func subjects(_ subjects: [String], _ html: inout Markup) {
        for subject in subjects.prefix(3) { link(subject, &html) }
        guard subjects.count > 3 else { return }
        html.add("details") { html in
            html.add("summary", "+ \(words.number(subjects.count - 3))")
            for subject in subjects.dropFirst(3).prefix(400) { link(subject, &html) }
        }
    }

    private func link(_ subject: String, _ html: inout Markup) {
        let parts = subject.split(separator: ":", maxSplits: 1)
        html.add("a", ["class": "mono subject", "href": "/audit?tentang=" + subject, "title": subject]) { html in
            html.say(parts.count == 2 ? parts[0] + ":" + parts[1].prefix(8) : subject)
        }
    }

    private func older(_ last: AuditRow, _ html: inout Markup) {
        var address = "/audit?sebelum=\(last.sequence)"
        if let officer = query.officer { address += "&petugas=\(officer)" }
        if let action = query.actions.first { address += "&tindakan=" + action.rawValue }
        if let subject = query.subject {
            address += "&tentang=" + subject.filter { $0.isLetter || $0.isNumber || $0 == ":" || $0 == "-" }
        }
        html.add("p") { html in html.add("a", ["class": "button", "href": address], words(AuditText.older)) }
    }

    private func heat(_ html: inout Markup) {
        var counts: [String: [Int]] = [:]
        for row in rows {
            guard case .officer = row.event.actor, let local = visit.clock.now(row.event.atMilliseconds) else {
                continue
            }
            counts[who(row.event.actor), default: [Int](repeating: 0, count: 24)][local.hour] += 1
        }
        guard !counts.isEmpty else { return }
        let names = counts.keys.sorted()
        html.add("section", ["class": "card", "aria-labelledby": "panas"]) { html in
            html.add("h2", ["id": "panas"], words(AuditText.heatmap))
            html.figure(
                HeatMap(
                    id: "access", title: words(AuditText.heatmap),
                    summary: words.range(first: 1, last: rows.count, of: rows.count),
                    rowHead: words(AuditText.filterOfficer), columnNames: (0..<24).map { $0 < 10 ? "0\($0)" : "\($0)" },
                    rowNames: names,
                    counts: names.map { counts[$0] ?? [] }), tableTitle: words(CommonText.showTable))
        }
    }

    private func who(_ actor: AuditActor) -> String {
        switch actor {
        case .officer(let id, _, _): officers[id]?.displayName ?? String("\(id)".prefix(8))
        case .system: words(AuditText.system)
        case .anonymous: words(AuditText.anonymous)
        }
    }
}
