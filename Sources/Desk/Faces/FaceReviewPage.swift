// SPDX-License-Identifier: Apache-2.0

import Casework
import Screening
import Wording

/// One review: probe and candidates eye-aligned at one size, the checklist, the answer, the time that is left.
struct FaceReviewPage {
    let visit: Visit
    let sheet: ReviewSheet
    let hasProbe: Bool
    /// Places of candidates with a photograph.
    let portraits: Set<Int>

    private var words: Words { visit.words }
    private var isWaiting: Bool { sheet.own == nil && sheet.verdict == nil }

    func render() -> String {
        PageFrame(visit, words(FaceReviewText.title), current: .faceReviews, script: "faces.js").render { html in
            html.add("p", ["class": "crumbs"]) { html in
                html.add("a", ["href": "/tinjau-wajah"], words(FaceReviewText.title))
            }
            html.add("h1", words(FaceReviewText.title))
            if let verdict = sheet.verdict, sheet.own != nil || verdict.kind.isMissed { result(verdict, &html) }
            if isWaiting { time(&html) }
            if let own = sheet.own {
                html.add("p", ["class": "notice", "role": "status"]) { html in
                    html.say(words(FaceReviewText.recorded) + " " + words.raised(words(.judgementAnswer, own.answer)))
                }
            }
            pictures(&html)
            if isWaiting { form(&html) }
        }
    }

    private func result(_ verdict: FaceVerdict, _ html: inout Markup) {
        html.add("p", ["class": "notice", "role": "status"]) { html in
            html.add("strong", words(FaceReviewText.ended) + ": ")
            html.say(words(.faceVerdict, verdict.kind))
        }
    }

    private func time(_ html: inout Markup) {
        let left = max(0, sheet.deadlineMilliseconds - visit.now)
        html.add(
            "p",
            [
                "class": "time-left", "id": "sisa", "data-until": "\(sheet.deadlineMilliseconds)",
                "data-over": words(FaceReviewText.lapsed),
            ]
        ) { html in
            html.add("label", ["for": "batang"], words(FaceReviewText.timeLeft) + " ")
            html.add("progress", ["id": "batang", "max": "\(sheet.limitMilliseconds)", "value": "\(left)"], "")
            html.say(" ")
            html.add("span", ["class": "mono", "data-seconds": ""], "\(left / 1000)")
        }
    }

    private func pictures(_ html: inout Markup) {
        // Whoever looks at one face is on duty for the next too.
        html.add(
            "section", ["class": "card", "data-on-duty": "/live/face", "aria-label": words(FaceReviewText.candidate)]
        ) { html in
            html.add("p", ["class": "zoom", "role": "group", "aria-label": words(FaceReviewText.zoom)]) { html in
                html.add(
                    "button", ["type": "button", "class": "button small", "data-zoom": "in"],
                    words(FaceReviewText.zoomIn))
                html.add(
                    "button", ["type": "button", "class": "button small", "data-zoom": "out"],
                    words(FaceReviewText.zoomOut))
                html.add("span", ["class": "quiet"], words(FaceReviewText.keys) + ": " + words(FaceReviewText.keyHelp))
            }
            html.add("div", ["class": "faces"]) { html in
                picture(hasProbe ? "/tinjau-wajah/\(sheet.id)/uji" : nil, words(FaceReviewText.probe), nil, &html)
                for place in sheet.entries.indices {
                    let score = sheet.similarities.isEmpty ? nil : sheet.similarities[place]
                    picture(
                        portraits.contains(place) ? "/tinjau-wajah/\(sheet.id)/calon/\(place + 1)" : nil,
                        words(FaceReviewText.candidate) + " \(place + 1)", score, &html)
                }
            }
            if sheet.own == nil { html.add("p", ["class": "quiet"], words(FaceReviewText.scoreHidden)) }
        }
    }

    private func picture(_ path: String?, _ title: String, _ score: Double?, _ html: inout Markup) {
        html.add("figure") { html in
            html.add("div", ["class": "face-window"]) { html in
                if let path {
                    html.void("img", ["src": path, "alt": title, "width": "320", "height": "320", "data-view": ""])
                } else {
                    html.add("p", ["class": "empty"], words(FaceReviewText.noPicture))
                }
            }
            html.add("figcaption") { html in
                html.say(title)
                if let score {
                    let hundredths = Int((score * 100).rounded())
                    html.say(" · " + words(FaceReviewText.score) + " \(hundredths) / 100")
                }
            }
        }
    }

    private func form(_ html: inout Markup) {
        html.add(
            "form",
            [
                "method": "post", "action": "/tinjau-wajah/\(sheet.id)/jawaban", "class": "card", "data-decision": "",
                "id": "jawab",
            ]
        ) { html in
            FormParts.token(visit, &html)
            checklist(&html)
            html.add("fieldset", ["class": "choices"]) { html in
                html.add("legend", words(FaceReviewText.answer))
                for (answer, key) in [(JudgementAnswer.same, "y"), (.different, "n"), (.notEnoughEvidence, "u")] {
                    html.add("label") { html in
                        html.void(
                            "input",
                            [
                                "type": "radio", "name": "jawaban", "value": answer.rawValue, "data-key": key,
                                "required": "",
                            ])
                        html.say(" " + words.raised(words(.judgementAnswer, answer)) + " ")
                        html.add("kbd", key)
                    }
                }
            }
            html.add("fieldset", ["class": "choices"]) { html in
                html.add("legend", words(FaceReviewText.whichOne))
                for place in sheet.entries.indices {
                    html.add("label") { html in
                        html.void("input", ["type": "radio", "name": "calon", "value": "\(place + 1)"])
                        html.say(" " + words(FaceReviewText.candidate) + " \(place + 1)")
                    }
                }
            }
            html.add("div", ["class": "field wide"]) { html in
                html.add("label", ["for": "alasan"], words(FaceReviewText.reason))
                html.void(
                    "input",
                    [
                        "id": "alasan", "name": "alasan", "type": "text", "required": "", "minlength": "3",
                        "maxlength": "500", "autocomplete": "off",
                    ])
            }
            html.add("button", ["class": "button primary"], words(FaceReviewText.confirm))
        }
    }

    private func checklist(_ html: inout Markup) {
        html.add("details", ["open": ""]) { html in
            html.add("summary", words(FaceReviewText.checklist))
            html.add("p", ["class": "hint"], words(FaceReviewText.checklistHint))
            html.add("table", ["class": "checklist"]) { html in
                html.add("tbody") { html in
                    for feature in FaceFeature.allCases {
                        html.add("tr") { html in
                            html.add("th", ["scope": "row"], words.raised(words(.faceFeature, feature)))
                            for finding in FeatureFinding.allCases {
                                html.add("td") { html in
                                    html.add("label") { html in
                                        html.void(
                                            "input",
                                            [
                                                "type": "radio", "name": "ciri-" + feature.rawValue,
                                                "value": finding.rawValue,
                                            ])
                                        html.say(" " + words(.featureFinding, finding))
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
