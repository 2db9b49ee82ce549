// SPDX-License-Identifier: Apache-2.0

import Casework
import Civil
import Gazetteer
import Mandate
import Screening
import Travel
import Wording

/// The form at the counter of a post.
struct DocumentPage {
    let visit: Visit
    let crossing: [BoardRow]
    /// Why the form came back, with what was typed still in it.
    var problem: String?

    func render() -> String {
        let words = visit.words
        return PageFrame(visit, words(PostText.title), current: .document).render { html in
            html.add("div", ["class": "page-head"]) { html in
                html.add("h1", words(PostText.title))
                html.add("p", ["class": "quiet"], words(PostText.lead))
            }
            if let problem { html.add("p", ["class": "notice problem", "role": "alert"], problem) }
            html.add("div", ["class": "columns"]) { html in
                html.add("div") { html in
                    ZoneForm.write(visit, &html)
                    html.add("h2", ["id": "ketik"], words(ZoneText.byHand))
                    form(words, &html)
                }
                html.add("aside", ["class": "side", "aria-label": words(PostText.crossing)]) { html in
                    today(words, &html)
                }
            }
        }
    }

    private func typed(_ name: String) -> String? { problem == nil ? nil : visit.form[name] }

    private func form(_ words: Words, _ html: inout Markup) {
        html.add("form", ["method": "post", "action": "/dokumen", "class": "card grid-form"]) { html in
            FormParts.token(visit, &html)
            FormParts.field(
                "keluarga", words(PostText.surname), value: typed("keluarga"), isRequired: true, limit: 60, &html)
            FormParts.field("depan", words(PostText.given), value: typed("depan"), limit: 60, &html)
            FormParts.choice(
                "jenis", words(PostText.documentType),
                ["P", "I", "B", "F"].map { ($0, words.raised(words(.documentType, $0))) },
                selected: typed("jenis"), isRequired: true, &html)
            FormParts.field(
                "nomor", words(PostText.documentNumber), value: typed("nomor"), isRequired: true, limit: 30, &html)
            FormParts.field("penerbit", words(PostText.issuer), value: typed("penerbit"), limit: 3, &html)
            FormParts.field("lahir", words(PostText.birthDate), value: typed("lahir"), limit: 10, &html)
            FormParts.choice(
                "kelamin", words(PostText.sex), [("", "–")] + Sex.allCases.map { ($0.rawValue, words(.sex, $0)) },
                selected: typed("kelamin"), &html
            )
            FormParts.field("warga", words(PostText.nationality), value: typed("warga"), limit: 3, &html)
            FormParts.field("berlaku", words(PostText.expiry), value: typed("berlaku"), limit: 10, &html)
            FormParts.choice(
                "arah", words(PostText.direction),
                [
                    ("datang", words(.travelDirection, TravelDirection.arrival)),
                    ("berangkat", words(.travelDirection, TravelDirection.departure)),
                ],
                selected: typed("arah"), isRequired: true, &html)
            FormParts.field("polisi", words(PostText.plate), value: typed("polisi"), limit: 12, &html)
            html.add("div", ["class": "field end"]) { html in
                html.add("button", ["class": "button primary"], words(PostText.submit))
            }
        }
    }

    private func today(_ words: Words, _ html: inout Markup) {
        html.add("section", ["class": "card", "aria-labelledby": "lintasan"]) { html in
            html.add("h2", ["id": "lintasan"], words(PostText.crossing))
            if crossing.isEmpty { return html.add("p", ["class": "empty"], words(BoardText.noCrossing)) }
            html.add("ul", ["class": "plain"]) { html in
                for row in crossing {
                    html.add("li") { html in
                        html.add("a", ["href": "/perjalanan/\(row.facts.id)"]) { html in
                            html.say(
                                words.raised(words(.travelDirection, row.facts.direction)) + " · "
                                    + words.name(of: row.facts))
                        }
                        html.say(" · " + words.travellers(row.summary.travellers))
                        if row.summary.waitingHits > 0 {
                            html.add("span", ["class": "tag hit"], words.waitingHits(row.summary.waitingHits))
                        }
                    }
                }
            }
        }
    }
}
