// SPDX-License-Identifier: Apache-2.0

import Civil
import Mandate
import Travel
import Wording

/// The form of a search, and what it found.
struct SearchPage {
    struct Result {
        let traveller: Traveller
        let facts: VoyageFacts
        let isHit: Bool
    }

    let visit: Visit
    /// Nil before a search.
    let results: [Result]?
    var isCut = false

    func render() -> String {
        let words = visit.words
        return PageFrame(visit, words(SearchText.title), current: .search).render { html in
            html.add("h1", words(SearchText.title))
            html.add("p", ["class": "quiet"], words(SearchText.lead))
            html.add("form", ["method": "post", "action": "/cari", "class": "card grid-form", "role": "search"]) {
                html in
                FormParts.token(visit, &html)
                FormParts.field("nama", words(.dataField, "name"), value: visit.form["nama"], limit: 80, &html)
                FormParts.field(
                    "lahir", words(.dataField, "birth-date"), value: visit.form["lahir"],
                    hint: words("TTTT-BB-HH", "YYYY-MM-DD"),
                    limit: 10, &html)
                FormParts.field(
                    "dokumen", words(TravellerText.documentNumber), value: visit.form["dokumen"], limit: 40, &html)
                FormParts.field("kode", words(TravellerText.recordLocator), value: visit.form["kode"], limit: 12, &html)
                FormParts.field("kontak", words(TravellerText.contacts), value: visit.form["kontak"], limit: 80, &html)
                FormParts.field(
                    "alasan", words(SearchText.reason), value: visit.form["alasan"], hint: words(SearchText.reasonHint),
                    isRequired: true, limit: 200, &html)
                html.add("div", ["class": "field end"]) { html in
                    html.add("button", ["class": "button primary"], words(SearchText.submit))
                }
            }
            if let results { list(results, &html) }
        }
    }

    private func list(_ results: [Result], _ html: inout Markup) {
        let words = visit.words
        html.add("section", ["aria-labelledby": "hasil"]) { html in
            html.add("h2", ["id": "hasil", "tabindex": "-1"], words(SearchText.results))
            if results.isEmpty { return html.add("p", ["class": "empty"], words(SearchText.none)) }
            html.add("table", ["class": "rows"]) { html in
                html.add("caption", words.travellers(results.count) + (isCut ? " · " + words(SearchText.tooMany) : ""))
                TableParts.head(
                    [
                        words(VoyageText.name), words(VoyageText.birthDate), words(VoyageText.nationality),
                        words(VoyageText.document), words(BoardText.voyage), words(VoyageText.route),
                        words(CommonText.state),
                    ], &html)
                html.add("tbody") { html in
                    for result in results {
                        let own = TravellerWords(
                            traveller: result.traveller, lens: visit.lens(isHit: result.isHit), words: words)
                        html.add("tr", ["class": result.isHit ? "is-hit" : nil, "data-row": ""]) { html in
                            html.add("th", ["scope": "row"]) { html in
                                html.add("a", ["href": "/penumpang/\(result.traveller.id)", "data-open": ""], own.name)
                                if result.isHit { html.add("span", ["class": "tag hit"], words(FigureText.markHit)) }
                            }
                            html.add("td", ["class": "nowrap"], own.shortBirthDate ?? "–")
                            html.add("td", own.nationality.map { visit.country($0) } ?? "–")
                            html.add("td", ["class": "mono"], own.document ?? "–")
                            html.add("td", words.name(of: result.facts))
                            html.add("td") { html in
                                html.say(words.route(of: result.facts))
                                if let time = result.facts.arrival ?? result.facts.departure {
                                    html.add("span", ["class": "sub"], words.shortDateTime(time))
                                }
                            }
                            html.add("td", words(.travellerStatus, result.traveller.status))
                        }
                    }
                }
            }
        }
    }
}
