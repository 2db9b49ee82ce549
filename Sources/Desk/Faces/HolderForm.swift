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
                LookUpAgain(visit: visit, input: input).write(&html)
                FormParts.picture(
                    "foto", words(HolderText.probe), hint: words(HolderText.probeHint), isOfPerson: true, &html)
                FormParts.picture(
                    "foto-dokumen", words(HolderText.document), hint: words(HolderText.documentHint),
                    isRequired: false, &html)
                html.add("button", ["class": "button primary"], words(HolderText.compare))
            }
        }
    }
}
