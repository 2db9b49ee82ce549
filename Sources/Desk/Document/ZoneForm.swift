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
            html.add("div", ["class": "field wide"]) { html in
                html.add("label", ["for": "f-zona"], words(ZoneText.zone))
                html.add(
                    "textarea",
                    [
                        "id": "f-zona", "name": "zona", "rows": "3", "cols": "48", "maxlength": "\(limit)",
                        "required": "", "class": "mono", "spellcheck": "false", "autocomplete": "off",
                        "autocapitalize": "characters", "autofocus": "", "aria-describedby": "h-zona",
                    ], visit.form["zona"] ?? "")
                html.add(
                    "p", ["class": "hint", "id": "h-zona"], words(ZoneText.zoneHint) + " " + words(ZoneText.lead))
                if let problem { html.add("p", ["class": "warning", "role": "alert"], problem) }
            }
            html.add("div", ["class": "field end"]) { html in
                html.add("button", ["class": "button primary"], words(ZoneText.read))
            }
        }
    }
}
