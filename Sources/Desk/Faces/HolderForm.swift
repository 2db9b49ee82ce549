// SPDX-License-Identifier: Apache-2.0

import Civil
import Mandate
import Wording

/// Asks for a picture of the one at the counter, and repeats the look-up that it belongs to.
struct HolderForm {
    let visit: Visit
    let input: LookUpInput

    private var words: Words { visit.words }

    func write(_ html: inout Markup) {
        guard visit.allows(.compareHolder) else { return }
        html.add("section", ["class": "card", "aria-labelledby": "wajah"]) { html in
            html.add("h2", ["id": "wajah"], words(HolderText.title))
            html.add("p", ["class": "quiet"], words(HolderText.lead))
            html.add(
                "form",
                ["method": "post", "action": "/kenali/wajah", "enctype": "multipart/form-data", "class": "stack"]
            ) { html in
                FormParts.token(visit, &html)
                // A card is forgotten once it was read: its number stands for it.
                let text = visit.form["isi"] ?? input.nik?.description ?? ""
                html.void("input", ["type": "hidden", "name": "isi", "value": text])
                html.void("input", ["type": "hidden", "name": "alasan", "value": visit.form["alasan"] ?? ""])
                picture("foto", .probe, .probeHint, isRequired: true, &html)
                picture("foto-dokumen", .document, .documentHint, isRequired: false, &html)
                html.add("button", ["class": "button primary"], words(HolderText.compare))
            }
        }
    }

    private func picture(
        _ name: String, _ label: HolderText, _ hint: HolderText, isRequired: Bool, _ html: inout Markup
    ) {
        html.add("div", ["class": "field"]) { html in
            html.add("label", ["for": "f-" + name], words(label))
            html.void(
                "input",
                [
                    "id": "f-" + name, "name": name, "type": "file", "accept": "image/jpeg,image/png",
                    "aria-describedby": "h-" + name, "capture": isRequired ? "user" : nil,
                    "required": isRequired ? "" : nil,
                ])
            html.add("p", ["class": "hint", "id": "h-" + name], words(hint))
        }
    }
}
