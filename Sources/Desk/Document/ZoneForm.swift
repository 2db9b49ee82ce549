// SPDX-License-Identifier: Apache-2.0

import Wording

/// The box that a document reader types into.
enum ZoneForm {
    /// The longest text that is looked through for a zone.
    static let limit = 2_000

    static func write(_ visit: Visit, problem: String? = nil, _ html: inout Markup) {
        let words = visit.words
        html.add("form", ["method": "post", "action": "/dokumen/zona", "class": "card"]) { html in
            FormParts.token(visit, &html)
            FormParts.readerBox(
                "zona", words(ZoneText.zone), value: visit.form["zona"] ?? "", rows: 3, limit: limit,
                hint: words(ZoneText.zoneHint) + " " + words(ZoneText.lead), problem: problem, &html)
            html.add("div", ["class": "field end"]) { html in
                html.add("button", ["class": "button primary"], words(ZoneText.read))
            }
        }
    }
}
