// SPDX-License-Identifier: Apache-2.0

import Casework
import Gazetteer
import Mandate
import Screening
import Travel
import Wording

/// What the shift leaves: open hits, its decisions, a note; and taking over by name.
struct HandoverPage {
    let visit: Visit
    let opening: HandoverOpening

    private var words: Words { visit.words }

    func render() -> String {
        PageFrame(visit, words(HandoverText.title), current: .handover).render { html in
            html.add("div", ["class": "page-head"]) { html in
                html.add("h1", words(HandoverText.title) + " · " + opening.post.description)
                html.add("p", ["class": "quiet"]) { html in
                    html.say(words(HandoverText.shiftSince) + " " + visit.clock.moment(opening.since, now: visit.now))
                    html.say(" · " + words(HandoverText.onDuty) + ": ")
                    html.add("strong", opening.onDuty ?? words(HandoverText.nobody))
                }
            }
            html.add("div", ["class": "columns"]) { html in
                html.add("div") { html in
                    hits(&html)
                    decisions(&html)
                }
                html.add("aside", ["class": "side", "aria-label": words(HandoverText.note)]) { html in
                    note(&html)
                    takeover(&html)
                }
            }
        }
    }

    private func hits(_ html: inout Markup) {
        html.add("section", ["aria-labelledby": "terbuka"]) { html in
            html.add("h2", ["id": "terbuka"], words(HandoverText.openHits))
            if opening.hits.isEmpty { return html.add("p", ["class": "empty"], words(HitText.noneWaiting)) }
            html.add("div", ["class": "scroll"]) { html in
                html.add("table", ["class": "rows"]) { html in
                    html.add("caption", words.hits(opening.hits.count))
                    TableParts.head(
                        [
                            words(BoardText.voyage), words(CommonText.time), words(HitText.category),
                            words(HitText.rank),
                            words(CommonText.state), words(HitText.assignee),
                        ], &html)
                    html.add("tbody") { html in
                        for row in opening.hits { self.row(row, &html) }
                    }
                }
            }
        }
    }

    private func row(_ row: HitRow, _ html: inout Markup) {
        html.add("tr", ["data-row": ""]) { html in
            html.add("th", ["scope": "row"]) { html in
                html.add("a", ["href": "/penumpang/\(row.hit.traveller)", "data-open": ""], words.name(of: row.facts))
                html.add("span", ["class": "sub"], words.route(of: row.facts))
            }
            html.add(
                "td", ["class": "mono"],
                row.facts.postTimeUTC.map { visit.clock.clock(utcMinutes: $0, now: visit.now) } ?? "–")
            html.add("td", words.raised(words(.watchlistCategory, row.hit.category)))
            html.add("td") { html in RankMark.write(row.hit.rank, words, &html) }
            html.add("td") { html in
                html.add("span", ["class": "tag h-" + row.hit.status.rawValue], words(.hitStatus, row.hit.status))
            }
            html.add("td", row.hit.assignee.flatMap { opening.officers[$0]?.displayName } ?? words(HitText.unassigned))
        }
    }

    private func decisions(_ html: inout Markup) {
        html.add("section", ["aria-labelledby": "putusan"]) { html in
            html.add("h2", ["id": "putusan"], words(HandoverText.decisions))
            if opening.decisions.isEmpty { return html.add("p", ["class": "empty"], words(DecisionText.none)) }
            DecisionTable(visit: visit, records: opening.decisions, officers: opening.officers).write(&html)
        }
    }

    private func note(_ html: inout Markup) {
        html.add("section", ["class": "card", "aria-labelledby": "catatan-judul"]) { html in
            html.add("h2", ["id": "catatan-judul"], words(HandoverText.lastNote))
            if let (record, note) = opening.note {
                html.add("blockquote", note.text)
                html.add(
                    "p", ["class": "quiet"],
                    (record.officer.flatMap { opening.officers[$0]?.displayName } ?? "") + ", "
                        + visit.clock.moment(record.atMilliseconds, now: visit.now))
            } else {
                html.add("p", ["class": "empty"], words(HandoverText.noNote))
            }
            guard visit.allows(.writeHandover) else { return }
            html.add("form", ["method": "post", "action": "/serah-terima", "class": "stack"]) { html in
                FormParts.token(visit, &html)
                FormParts.area(
                    "catatan", words(HandoverText.note), rows: 6, hint: words(HandoverText.noteHint), isRequired: true,
                    limit: 4000,
                    &html)
                html.add("button", ["class": "button"], words(HandoverText.writeNote))
            }
        }
    }

    private func takeover(_ html: inout Markup) {
        guard visit.allows(.takeOver) else { return }
        html.add("section", ["class": "card", "aria-labelledby": "ambil"]) { html in
            html.add("h2", ["id": "ambil"], words(HandoverText.takeOver))
            html.add("p", words(HandoverText.takeOverHint))
            html.add("form", ["method": "post", "action": "/serah-terima/ambil", "class": "stack"]) { html in
                FormParts.token(visit, &html)
                html.add("label", ["class": "option"]) { html in
                    html.void("input", ["type": "checkbox", "name": "baca", "value": "1", "required": ""])
                    html.add(
                        "span",
                        words(
                            "Catatan dan kecocokan terbuka sudah saya baca.", "I have read the note and the open hits.")
                    )
                }
                html.add("button", ["class": "button primary"]) { html in
                    html.say(words(HandoverText.takeOver) + " – " + (visit.signedIn?.displayName ?? ""))
                }
            }
        }
    }
}
