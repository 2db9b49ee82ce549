// SPDX-License-Identifier: Apache-2.0

import Casework
import Wording

/// A reviewer's page: who is on duty, whether a face waits, and the stations' own figures.
struct FaceQueuePage {
    let visit: Visit
    let waiting: Int
    let onDuty: Int
    let tally: FaceTally

    private var words: Words { visit.words }

    func render() -> String {
        PageFrame(visit, words(FaceReviewText.title), current: .faceReviews, script: "faces.js").render { html in
            html.add("div", ["class": "page-head"]) { html in
                html.add("h1", words(FaceReviewText.title))
                html.add("p", ["class": "quiet"], words(FaceReviewText.lead))
            }
            html.add(
                "section",
                [
                    "class": "card", "id": "jaga", "data-live": "/live/face", "data-on": words(FaceReviewText.onDuty),
                    "data-off": words(FaceReviewText.offDuty),
                ]
            ) { html in
                html.add("p", ["class": "live off", "role": "status", "data-duty": ""], words(FaceReviewText.offDuty))
                html.add("p") { html in
                    html.say(words(FaceReviewText.reviewers) + ": ")
                    html.add("strong", ["class": "mono", "id": "petugas-jaga"], "\(onDuty)")
                }
                html.add(
                    "p", ["class": "warning", "id": "kurang", "hidden": flag(onDuty >= 2)],
                    words(FaceReviewText.needTwo))
                html.add(
                    "form",
                    ["method": "post", "action": "/tinjau-wajah", "id": "ambil", "hidden": flag(waiting == 0)]
                ) { html in
                    FormParts.token(visit, &html)
                    html.add("p", ["role": "alert", "class": "notice"], words(FaceReviewText.waits))
                    html.add("button", ["class": "button primary"], words(FaceReviewText.open))
                }
                html.add(
                    "p", ["class": "empty", "id": "sepi", "hidden": flag(waiting > 0)], words(FaceReviewText.none))
            }
            figures(&html)
        }
    }

    private func figures(_ html: inout Markup) {
        html.add("section", ["class": "card", "aria-labelledby": "angka"]) { html in
            html.add("h2", ["id": "angka"], words(FaceReviewText.figures))
            html.add("p", ["class": "quiet"], words(FaceReviewText.period))
            html.add("dl", ["class": "facts"]) { html in
                Facts.pair(words(FaceReviewText.opened), "\(tally.opened)", &html)
                Facts.pair(words(FaceReviewText.missed), "\(tally.missed)", &html)
                Facts.pair(words(FaceReviewText.thirds), "\(tally.thirds)", &html)
                for kind in FaceVerdictKind.allCases where tally.ends[kind] != nil {
                    Facts.pair(words.raised(words(.faceVerdict, kind)), tally.ends[kind].map { "\($0)" }, &html)
                }
                for result in FaceActResult.allCases where tally.acts[result] != nil {
                    Facts.pair(words.raised(words(.faceAct, result)), tally.acts[result].map { "\($0)" }, &html)
                }
            }
        }
    }
}
