// SPDX-License-Identifier: Apache-2.0

import Civil
import Mandate
import Screening
import Travel
import Wording

/// A crossing that was just registered: what its check found.
struct CrossingPage {
    let visit: Visit
    /// Nil while the check is under way.
    let opening: VoyageOpening?
    let traveller: Traveller?

    func render() -> String {
        let words = visit.words
        return PageFrame(visit, words(ZoneText.registered), current: .document).render { html in
            html.add("nav", ["class": "crumbs", "aria-label": words(NavigationText.breadcrumb)]) { html in
                html.add("a", ["href": "/dokumen"], "← " + words(PostText.title))
            }
            html.add("div", ["class": "page-head"]) { html in html.add("h1", words(ZoneText.registered)) }
            guard let opening, let traveller else {
                return html.add("p", ["class": "notice", "role": "status"], words(ZoneText.notYet))
            }
            let hits = opening.hits(of: traveller.id).filter(\.status.standsOut)
            html.add("p", ["class": hits.isEmpty ? "notice" : "notice problem", "role": "status"]) { html in
                html.say(hits.isEmpty ? "✓ " + words(ZoneText.nothingFound) : "⚠ " + words(ZoneText.hitsFound))
            }
            let own = TravellerWords(
                traveller: traveller, lens: visit.lens(isHit: opening.isHit(traveller.id)), words: words)
            html.add("p") { html in
                html.add("a", ["href": "/penumpang/\(traveller.id)"], own.name)
                html.say(" · " + (own.document ?? "–") + " · ")
                html.add("a", ["href": "/perjalanan/\(opening.facts.id)"], words(ZoneText.openCrossing))
                html.say(" · " + words.name(of: opening.facts))
            }
            for hit in hits {
                HitCard(visit: visit, hit: hit, traveller: traveller, facts: opening.facts).write(&html)
            }
            html.add("p") { html in
                html.add("a", ["href": "/dokumen", "class": "button primary"], words(ZoneText.next))
            }
        }
    }
}
