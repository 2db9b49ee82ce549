// SPDX-License-Identifier: Apache-2.0

import Casework
import Civil
import Gazetteer
import Mandate
import Travel
import Wording

/// Other journeys of the same person.
struct TravellerHistory {
    let visit: Visit
    let opening: TravellerOpening

    func write(_ html: inout Markup) {
        let words = visit.words
        guard opening.lens.mentions(.history) else { return }
        html.add("section", ["class": "card", "aria-labelledby": "riwayat"]) { html in
            html.add("h2", ["id": "riwayat"], words(TravellerText.history))
            if opening.journeys.isEmpty { return html.add("p", ["class": "empty"], words(TravellerText.noHistory)) }
            html.add("p", ["class": "quiet"], words(TravellerText.historyBasis))
            html.add("div", ["class": "scroll"]) { html in
                html.add("table", ["class": "rows"]) { html in
                    html.add("caption", words.voyages(opening.journeys.count))
                    TableParts.head(
                        [
                            words(CommonText.date), words(BoardText.voyage), words(VoyageText.route),
                            words(CommonText.state),
                        ], &html)
                    html.add("tbody") { html in
                        for journey in opening.journeys { row(journey, &html) }
                    }
                }
            }
        }
    }

    private func row(_ journey: TravellerLocation, _ html: inout Markup) {
        let facts = journey.facts
        html.add("tr", ["data-row": ""]) { html in
            html.add("td") { html in
                html.say(
                    (facts.arrival ?? facts.departure).map { visit.words.shortDate($0.date, withYear: true) } ?? "–")
            }
            html.add("th", ["scope": "row"]) { html in
                // Where the voyage is at another post the officer sees that it was, and no more.
                if visit.allows(.viewTraveller, at: facts) {
                    html.add(
                        "a", ["href": "/penumpang/\(journey.traveller)", "data-open": ""], visit.words.name(of: facts))
                } else {
                    html.say(visit.words.name(of: facts))
                }
            }
            html.add("td", visit.words.route(of: facts))
            html.add("td", visit.words(.travellerStatus, journey.status))
        }
    }
}
