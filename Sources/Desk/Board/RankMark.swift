// SPDX-License-Identifier: Apache-2.0

import Wording

/// A rank as bar, sign, word and number.
enum RankMark {
    static func write(_ rank: Int, _ words: Words, _ html: inout Markup) {
        let band = RankBand(rank: rank)
        html.add("span", ["class": "rank " + band.rawValue]) { html in
            html.add(
                "svg",
                [
                    "class": "bar", "viewBox": "0 0 100 8", "preserveAspectRatio": "none", "aria-hidden": "true",
                    "focusable": "false",
                ]
            ) { html in
                html.add("rect", ["class": "track", "width": "100", "height": "8", "rx": "4"], "")
                html.add("rect", ["class": "fill", "data-fill": "", "width": "\(rank)", "height": "8", "rx": "4"], "")
            }
            html.add("span", ["class": "sign", "aria-hidden": "true", "data-cell": "symbol"], band.symbol)
            html.add("span", ["class": "word", "data-cell": "band"], words(.rankBand, band))
            html.add("span", ["class": "number", "data-cell": "rank"], rank > 0 ? "\(rank)" : "")
        }
    }
}
