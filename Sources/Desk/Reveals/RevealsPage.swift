// SPDX-License-Identifier: Apache-2.0

import Casework
import Civil
import Mandate
import Safeguards
import Screening
import Travel
import Wording

/// What waits for a second person, and what is unmasked now.
struct RevealsPage {
    let visit: Visit
    let list: RevealList

    private var words: Words { visit.words }

    func render() -> String {
        PageFrame(visit, words(RevealText.title), current: .reveals).render { html in
            html.add("div", ["class": "page-head"]) { html in
                html.add("h1", words(RevealText.title))
                html.add("p", ["class": "quiet"], words(RevealText.lead))
            }
            section("menunggu", .waiting, .none, list.waiting, words(CommonText.actions), &html) { row, html in
                answers(row.item, &html)
            }
            section("dibuka", .standing, .noneStanding, list.standing, words(RevealText.opened), &html) { row, html in
                let until = row.item.endsAtMilliseconds.map { visit.clock.moment($0, now: visit.now) } ?? "–"
                html.say(words(RevealText.until) + " " + until)
                html.add(
                    "small", words(RevealText.approvedBy) + " " + name(row.item.answer?.officer))
            }
        }
    }

    private func name(_ officer: RecordID<Officer>?) -> String {
        officer.flatMap { list.officers[$0]?.displayName } ?? "–"
    }

    private func section(
        _ id: String, _ title: RevealText, _ empty: RevealText, _ rows: [RevealList.Row], _ last: String,
        _ html: inout Markup, _ cell: (RevealList.Row, inout Markup) -> Void
    ) {
        html.add("h2", ["id": id], words(title))
        guard !rows.isEmpty else { return html.add("p", ["class": "empty"], words(empty)) }
        html.add("div", ["class": "scroll"]) { html in
            html.add("table", ["class": "rows", "aria-labelledby": id]) { html in
                TableParts.head(
                    [
                        words(CommonText.time), words(VoyageText.title), words(TravellerText.title),
                        words(RevealText.askedBy), words(RevealText.caseNumber), words(CommonText.reason), last,
                    ], &html)
                html.add("tbody") { html in
                    for row in rows {
                        html.add("tr", ["data-row": ""]) { html in
                            html.add(
                                "td", ["class": "mono"], visit.clock.moment(row.item.atMilliseconds, now: visit.now))
                            html.add("th", ["scope": "row"], words.name(of: row.facts))
                            html.add("td") { html in
                                let traveller = row.item.request.traveller
                                html.add(
                                    "a", ["href": "/penumpang/\(traveller)", "class": "mono", "data-open": ""],
                                    String("\(traveller)".prefix(8)) + "…")
                            }
                            html.add("td", name(row.item.officer))
                            html.add("td", ["class": "mono"], row.item.request.caseNumber)
                            html.add("td", row.item.request.reason)
                            html.add("td") { html in cell(row, &html) }
                        }
                    }
                }
            }
        }
    }

    private func answers(_ item: Reveals.Item, _ html: inout Markup) {
        guard item.officer != visit.signedIn?.session.officer else {
            return html.add("small", words(RevealText.needsSecond))
        }
        html.add("form", ["method": "post", "action": "/samaran/\(item.id)/setujui"]) { html in
            FormParts.token(visit, &html)
            html.add("button", ["class": "button small"], words(RevealText.approve))
        }
        html.add("details", ["class": "do"]) { html in
            html.add("summary", words(RevealText.decline))
            html.add("form", ["method": "post", "action": "/samaran/\(item.id)/tolak", "class": "stack"]) { html in
                FormParts.token(visit, &html)
                let field = "alasan-\(item.id)"
                html.add("label", ["for": field], words(CommonText.reason))
                html.add(
                    "textarea", ["id": field, "name": "alasan", "rows": "2", "maxlength": "500", "required": ""], "")
                html.add("button", ["class": "button small"], words(RevealText.decline))
            }
        }
    }
}
