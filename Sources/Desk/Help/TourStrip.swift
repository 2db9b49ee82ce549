// SPDX-License-Identifier: Apache-2.0

import Wording

/// The tour of the demonstration: a strip that opens under the page.
enum TourStrip {
    static func write(_ visit: Visit, _ html: inout Markup) {
        let words = visit.words
        html.add("aside", ["class": "tour no-print", "aria-label": words(TourText.title)]) { html in
            html.add("p", ["class": "synthetic"], words(CommonText.synthetic))
            if visit.services.visitors != nil {
                html.add("p") { html in
                    html.add("a", ["href": VisitorPlace.path], words(VisitorText.title))
                }
            }
            html.add("details") { html in
                html.add("summary", words(TourText.title))
                html.add("ol") { html in
                    let steps: [(title: String, text: String)] = [
                        (words(TourText.boardTitle), words(TourText.board)),
                        (words(TourText.hitTitle), words(TourText.hit)),
                        (words(TourText.compareTitle), words(TourText.compare)),
                        (words(TourText.decideTitle), words(TourText.decide)),
                        (words(TourText.auditTitle), words(TourText.audit)),
                    ]
                    for step in steps {
                        html.add("li") { html in
                            html.add("strong", step.title)
                            html.say(" – " + step.text)
                        }
                    }
                }
            }
        }
    }
}
