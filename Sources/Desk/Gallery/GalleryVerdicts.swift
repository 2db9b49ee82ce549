// SPDX-License-Identifier: Apache-2.0

import Casework
import Wording

/// What became of each picture that was handed in, with reasons in words and what to do.
struct GalleryVerdicts {
    let words: Words
    let verdicts: [(file: String, verdict: PictureVerdict)]

    func write(_ html: inout Markup) {
        let refused = verdicts.filter(\.verdict.isRefusal)
        html.add(
            "section",
            ["class": refused.isEmpty ? "notice ok" : "notice problem", "role": "status", "aria-labelledby": "hasil"]
        ) { html in
            html.add("h2", ["id": "hasil"], words(GalleryText.verdicts))
            if !refused.isEmpty {
                html.add("p") { html in
                    html.say(words(GalleryText.verdictsLead))
                    if refused.count == verdicts.count { html.say(" " + words(GalleryText.keptNone)) }
                }
            }
            html.add("table", ["class": "rows"]) { html in
                TableParts.head(
                    [words(GalleryText.file), words(GalleryText.verdict), words(GalleryText.quality)], &html)
                html.add("tbody") { html in
                    for (place, one) in verdicts.enumerated() {
                        html.add("tr") { html in
                            html.add(
                                "th", ["scope": "row"],
                                one.file.isEmpty ? words(GalleryText.portrait) + " \(place + 1)" : one.file)
                            html.add("td") { html in
                                html.say(one.verdict.isRefusal ? "✗ " : "✓ ")
                                html.say(
                                    one.verdict.codes.map { words.raised(words(.faceIntake, $0)) }
                                        .joined(separator: " "))
                            }
                            html.add(
                                "td", one.verdict.isRefusal ? "–" : GalleryQuality.words(one.verdict.quality, words))
                        }
                    }
                }
            }
        }
    }
}
