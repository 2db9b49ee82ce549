// SPDX-License-Identifier: Apache-2.0

import Casework
import Screening
import Travel
import Wording

/// Today's attention: every hit that waits at the post.
struct HitQueuePage {
    struct Item {
        let hit: Hit
        let traveller: Traveller
        let facts: VoyageFacts
        /// Whether two reviewers confirmed the person's face on this voyage.
        let isSeen: Bool
    }

    let visit: Visit
    let items: [Item]
    let total: Int
    /// Confirmed faces that wait and are none of the items.
    let faces: [ConfirmedFace]

    func render() -> String {
        let words = visit.words
        let title = words("Atensi hari ini", "Today's attention")
        return PageFrame(visit, title, current: .hits).render { html in
            html.add("div", ["class": "page-head"]) { html in
                html.add("h1", title)
                html.add("p", ["class": "quiet"], words.waitingHits(total) + " · " + words(HitText.lead))
            }
            ConfirmedFaceList(visit: visit, faces: faces, leadsToStation: true).write(&html)
            if items.isEmpty, faces.isEmpty {
                html.add("p", ["class": "empty"], words(HitText.noneWaiting))
            }
            let children = items.filter(\.hit.isChild)
            html.add("h2", ["class": "hidden"], words(HitText.waiting))
            list(items.filter { !$0.hit.isChild }, &html)
            if !children.isEmpty {
                html.add("section", ["class": "children", "aria-labelledby": "anak"]) { html in
                    html.add("h2", ["id": "anak"], words("Anak: tangani terpisah", "Children: handle apart"))
                    html.add("p", words(TravellerText.child))
                    list(children, &html)
                }
            }
            if total > items.count {
                html.add(
                    "p", ["class": "quiet"],
                    words(
                        "\(words.number(total - items.count)) lagi sesudah ini; mulai dari yang paling dekat.",
                        "\(words.number(total - items.count)) more after these; begin with the nearest."))
            }
        }
    }

    private func list(_ items: [Item], _ html: inout Markup) {
        html.add("div", ["class": "queue rows"]) { html in
            for item in items {
                HitCard(
                    visit: visit, hit: item.hit, traveller: item.traveller, facts: item.facts, showsVoyage: true,
                    isSeen: item.isSeen
                ).write(&html)
            }
        }
    }
}
