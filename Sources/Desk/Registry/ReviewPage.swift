// SPDX-License-Identifier: Apache-2.0

import Casework
import Travel
import Wording

/// The travellers about whom a judgement of identity would teach most.
struct ReviewPage {
    struct Item {
        let traveller: Traveller
        let opening: VoyageOpening
        let standing: RegistryDesk.Standing
        let doubt: Double
    }

    let visit: Visit
    let items: [Item]

    func render() -> String {
        let words = visit.words
        return PageFrame(visit, words(ReviewText.title), current: .review).render { html in
            html.add("div", ["class": "page-head"]) { html in html.add("h1", words(ReviewText.title)) }
            html.add("p", ["class": "quiet"], words(ReviewText.lead) + " " + words(RegistryText.note))
            if items.isEmpty { return html.add("p", ["class": "empty"], words(ReviewText.none)) }
            html.add("div", ["class": "scroll"]) { html in
                html.add("table", ["class": "rows"]) { html in
                    html.add("caption", words(ReviewText.teaches) + ": " + words(ReviewText.teachesHint))
                    TableParts.head(
                        [
                            words(VoyageText.name), words(VoyageText.title), words(RegistryText.title),
                            "#" + words(ReviewText.teaches),
                        ], &html)
                    html.add("tbody") { html in for item in items { row(item, &html) } }
                }
            }
        }
    }

    private func row(_ item: Item, _ html: inout Markup) {
        let words = visit.words
        let lens = visit.lens(isHit: item.opening.isHit(item.traveller.id))
        let own = TravellerWords(traveller: item.traveller, lens: lens, words: words)
        html.add("tr", ["data-row": ""]) { html in
            html.add("th", ["scope": "row"]) { html in
                html.add(
                    "a", ["href": "/penumpang/\(item.traveller.id)#catatan-sipil", "data-open": ""], own.name)
            }
            html.add("td", words.name(of: item.opening.facts))
            html.add("td") { html in RegistryVerdict(item.standing)?.write(words, &html) }
            html.add("td", ["class": "n"], words.number(item.doubt, decimals: 2))
        }
    }
}
