// SPDX-License-Identifier: Apache-2.0

import Casework
import Wording

/// Where a picture of a case is handed in, and what two others confirmed of those before.
struct StillPage {
    let visit: Visit
    let obstacle: StationRefusal?
    /// Reviewers besides whoever looks.
    let onDuty: Int
    let matches: StationMatches

    private var words: Words { visit.words }

    func render() -> String {
        PageFrame(visit, words(StillText.title), current: .stills).render { html in
            html.add("div", ["class": "page-head"]) { html in
                html.add("h1", words(StillText.title))
                html.add("p", ["class": "quiet"], words(StillText.lead))
            }
            if let obstacle {
                html.add("p", ["class": "warning", "role": "alert"], words(.stationRefusal, obstacle.code))
            }
            form(&html)
            confirmed(&html)
        }
    }

    private func form(_ html: inout Markup) {
        html.add("section", ["class": "card", "aria-labelledby": "judul-foto"]) { html in
            html.add("h2", ["id": "judul-foto"], words(StillText.picture))
            html.add("p", ["class": "quiet"], words(StillText.explains))
            html.add("p") { html in
                html.say(words(FaceReviewText.reviewers) + ": ")
                html.add("strong", ["class": "mono"], "\(onDuty)")
            }
            if onDuty < 2 { html.add("p", ["class": "warning"], words(FaceReviewText.needTwo)) }
            html.add(
                "form",
                ["method": "post", "action": "/foto-perkara", "enctype": "multipart/form-data", "class": "stack"]
            ) { html in
                FormParts.token(visit, &html)
                FormParts.picture("foto", words(StillText.choose), hint: words(HolderText.probeHint), &html)
                html.add(
                    "button", ["class": "button primary", "disabled": flag(obstacle != nil)], words(StillText.search))
            }
        }
    }

    private func confirmed(_ html: inout Markup) {
        html.add("section", ["class": "card", "aria-labelledby": "judul-dipastikan"]) { html in
            html.add("h2", ["id": "judul-dipastikan"], words(StationText.confirmed))
            html.add("p", ["class": "quiet"], words(StillText.confirmedLead))
            if matches.items.isEmpty { html.add("p", ["class": "empty"], words(StationText.nothing)) }
            for item in matches.items {
                html.add("article", ["class": "face-match", "data-face": "\(item.face.id)"]) { html in
                    html.add("div", ["class": "faces"]) { html in
                        picture(item, "wajah", words(StillText.picture), item.hasProbe, &html)
                        picture(item, "foto", words(StationText.enrolled), item.hasPortrait, &html)
                    }
                    html.add("dl", ["class": "facts"]) { html in
                        for fact in matches.facts(item) { Facts.pair(fact.label, fact.value, &html) }
                    }
                }
            }
        }
    }

    private func picture(
        _ item: StationMatches.Item, _ part: String, _ title: String, _ isThere: Bool, _ html: inout Markup
    ) {
        html.add("figure") { html in
            if isThere {
                html.void(
                    "img",
                    [
                        "alt": title, "width": "320", "height": "320",
                        "src": "/foto-perkara/\(item.face.id)/\(part)",
                    ])
            } else {
                html.add("p", ["class": "empty"], words(StationText.pictureGone))
            }
            html.add("figcaption", title)
        }
    }
}
