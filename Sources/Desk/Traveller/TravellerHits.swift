// SPDX-License-Identifier: Apache-2.0

import Casework
import Mandate
import Safeguards
import Screening
import Travel
import Watchlists
import Wording

/// A traveller's hits: the reasons, the evidence with its segments, the entry, and the decision.
struct TravellerHits {
    let visit: Visit
    let opening: TravellerOpening

    private var words: Words { visit.words }

    func write(_ html: inout Markup) {
        guard opening.lens.mentions(.hits) else { return }
        html.add("section", ["aria-labelledby": "kecocokan"]) { html in
            html.add("h2", ["id": "kecocokan"], words(TravellerText.hits))
            if opening.hits.isEmpty { html.add("p", ["class": "empty"], words(TravellerText.noHits)) }
            for hit in opening.hits { card(hit, &html) }
        }
    }

    private func card(_ hit: Hit, _ html: inout Markup) {
        let reasons = HitReasons(hit: hit, lens: opening.lens, words: words)
        html.add("article", ["class": "hit-card full band-" + RankBand(rank: hit.rank).rawValue, "id": "k\(hit.id)"]) {
            html in
            html.add("header") { html in
                html.add("h3", words.raised(words(.watchlistCategory, hit.category)))
                html.add("span", ["class": "tag h-" + hit.status.rawValue], words(.hitStatus, hit.status))
                html.add("span", ["class": "push"]) { html in RankMark.write(hit.rank, words, &html) }
            }
            reasons.sentences(&html)
            evidence(hit, reasons, &html)
            entry(hit, &html)
            if hit.status.isWaiting || hit.status == .judgedNotEnough { decision(hit, &html) }
            assignment(hit, &html)
            history(hit, &html)
        }
    }

    private func evidence(_ hit: Hit, _ reasons: HitReasons, _ html: inout Markup) {
        html.add("details", ["class": "evidence"]) { html in
            html.add("summary", words(HitText.evidence))
            html.add("div", ["class": "scroll"]) { html in
                html.add("table") { html in
                    html.add("caption", ["class": "hidden"], words(HitText.evidence))
                    TableParts.head(
                        [
                            words(HitText.why), words(HitText.observed), words(HitText.expected),
                            words(CommonText.source),
                        ], &html)
                    html.add("tbody") { html in
                        for reason in hit.reasons {
                            let values = reasons.inWords(reason)
                            let isCode = [.document, .phone, .email].contains(reason.kind.form)
                            html.add("tr", ["class": reason.kind.isContrary ? "contrary" : nil]) { html in
                                html.add("th", ["scope": "row"], words(.hitReason, reason.kind))
                                html.add("td", ["class": isCode ? "mono" : nil], values.observed)
                                html.add("td", ["class": isCode ? "mono" : nil], values.expected)
                                html.add("td") { html in source(reason, &html) }
                            }
                        }
                    }
                }
            }
        }
    }

    private func source(_ reason: HitReason, _ html: inout Markup) {
        guard let message = reason.message else { return html.say("–") }
        var text = reason.source.map { words.sourceName($0.rawValue) } ?? ""
        if let span = reason.span {
            text +=
                " "
                + words.segments(
                    first: Int(span.first), last: Int(span.last),
                    isManifest: reason.source == .manifest || reason.source == .desk)
        }
        guard opening.lens.shows(.sourceText) else { return html.say(text) }
        html.add("a", ["href": "/pesan/\(message)?untuk=\(opening.traveller.id)#sorot"], text)
    }

    private func entry(_ hit: Hit, _ html: inout Markup) {
        guard opening.lens.mentions(.watchlistEntry), let entry = opening.entries[hit.entry] else { return }
        html.add("dl", ["class": "facts entry"]) { html in
            Facts.pair(words(HitText.entryReason), entry.reason, &html)
            Facts.pair(words(HitText.owner), entry.owner, &html)
            Facts.pair(words(HitText.basis), entry.basis, isCode: true, &html)
            Facts.pair(words(HitText.grading), entry.grading, &html)
            Facts.pair(words(WatchlistText.expiry), words.date(entry.expiry), &html)
        }
    }

    private func decision(_ hit: Hit, _ html: inout Markup) {
        guard visit.allows(.judge, at: opening.facts) else { return }
        html.add(
            "form",
            ["method": "post", "action": "/kecocokan/\(hit.id)/putusan", "class": "decision", "data-decision": ""]
        ) { html in
            FormParts.token(visit, &html)
            html.add("fieldset") { html in
                html.add("legend", words(DecisionText.question))
                html.add("div", ["class": "answers"]) { html in
                    for (answer, key) in [(JudgementAnswer.same, "y"), (.different, "n"), (.notEnoughEvidence, "u")] {
                        html.add("label", ["class": "answer a-" + answer.rawValue]) { html in
                            html.void(
                                "input",
                                [
                                    "type": "radio", "name": "jawaban", "value": answer.rawValue, "required": "",
                                    "data-key": key,
                                ])
                            html.add("span", words(.judgementAnswer, answer))
                            html.add("kbd", ["aria-hidden": "true"], key)
                        }
                    }
                }
            }
            html.add("div", ["class": "field wide"]) { html in
                html.add("label", ["for": "alasan-\(hit.id)"], words(CommonText.reason))
                html.void(
                    "input",
                    [
                        "id": "alasan-\(hit.id)", "name": "alasan", "required": "", "minlength": "3",
                        "maxlength": "500",
                        "autocomplete": "off", "placeholder": words(CommonText.reasonHint),
                    ])
            }
            html.add("button", ["class": "button primary"], words(DecisionText.confirm))
        }
    }

    private func assignment(_ hit: Hit, _ html: inout Markup) {
        let name = opening.officerName(hit.assignee)
        let may = visit.allows(.assign, at: opening.facts) && hit.status.isWaiting
        guard name != nil || may else { return }
        html.add("div", ["class": "assignment"]) { html in
            html.add("span") { html in
                html.add("span", ["class": "quiet"], words(HitText.assignee) + ": ")
                html.say(name ?? words(HitText.unassigned))
            }
            guard may else { return }
            html.add("form", ["method": "post", "action": "/kecocokan/\(hit.id)/tugas", "class": "inline"]) { html in
                FormParts.token(visit, &html)
                html.add("label", ["class": "hidden", "for": "petugas-\(hit.id)"], words(HitText.assignee))
                html.add("select", ["id": "petugas-\(hit.id)", "name": "petugas"]) { html in
                    html.add("option", ["value": ""], words(HitText.unassigned))
                    let able = opening.officers.values.filter {
                        $0.isActive && ($0.role == .officer || $0.role == .supervisor)
                    }
                    for officer in able.sorted(by: { $0.displayName < $1.displayName }) {
                        html.add(
                            "option", ["value": officer.login, "selected": flag(officer.id == hit.assignee)],
                            officer.displayName)
                    }
                }
                html.add("button", ["class": "button small"], words(HitText.assign))
            }
        }
    }

    private func history(_ hit: Hit, _ html: inout Markup) {
        let own = opening.decisions.filter { record in
            if case .judged(let id, _) = record.decision { id == hit.id } else { false }
        }
        guard !own.isEmpty else { return }
        html.add("ol", ["class": "history"]) { html in
            for record in own {
                guard case .judged(_, let judgement) = record.decision else { continue }
                html.add("li") { html in
                    html.add(
                        "span", ["class": "quiet"], visit.clock.moment(record.atMilliseconds, now: visit.now) + " ")
                    html.add("strong", words(.judgementAnswer, judgement.answer))
                    html.say(" – " + judgement.reason + " ")
                    html.add("span", ["class": "quiet"], opening.officerName(record.officer) ?? "")
                }
            }
        }
    }
}
