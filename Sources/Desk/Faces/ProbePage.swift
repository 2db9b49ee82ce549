// SPDX-License-Identifier: Apache-2.0

import Casework
import Civil
import Mandate
import Travel
import Wording

/// The kept picture of a confirmed face, with when and where it was.
struct ProbePage {
    let visit: Visit
    let probe: KeptProbe
    /// Nil where the person was on no journey.
    let traveller: RecordID<Traveller>?

    private var words: Words { visit.words }

    func render() -> String {
        PageFrame(visit, words(StationText.keptTitle), current: .hits).render { html in
            if let traveller {
                html.add("p", ["class": "crumbs"]) { html in
                    html.add("a", ["href": "/penumpang/\(traveller)"], "← " + words(StationText.journey))
                }
            }
            html.add("h1", words(StationText.keptTitle))
            html.add("p", ["class": "quiet"], words(StationText.keptLead))
            html.add("section", ["class": "card", "aria-label": words(StationText.probe)]) { html in
                html.add("figure") { html in
                    html.void(
                        "img",
                        [
                            "src": "/wajah-pasti/\(probe.review)/gambar", "alt": words(StationText.probe),
                            "width": "320", "height": "320",
                        ])
                    html.add("figcaption", words(StationText.probe))
                }
                html.add("dl", ["class": "facts"]) { html in
                    Facts.pair(
                        words(StationText.confirmedAt), visit.clock.moment(probe.atMilliseconds, now: visit.now), &html)
                    Facts.pair(words(CommonText.post), probe.post?.description, isCode: true, &html)
                }
                html.add("p", words(StationText.confirmedLead))
            }
        }
    }
}
