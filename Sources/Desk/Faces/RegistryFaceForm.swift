// SPDX-License-Identifier: Apache-2.0

import Casework
import Civil
import Mandate
import Wording

/// Asks for a picture that is compared with the registry's photograph, and repeats the look-up that it belongs to.
struct RegistryFaceForm {
    let visit: Visit
    let input: LookUpInput
    /// Whose photograph it would be; nothing is offered without a number.
    let nik: NIK?

    private var words: Words { visit.words }

    func write(_ html: inout Markup) {
        let access = visit.services.registry.verification?.faceAccess ?? .none
        guard visit.allows(.verifyHolder), access != .none, nik != nil else { return }
        html.add("section", ["class": "card", "aria-labelledby": "foto-dinas"]) { html in
            html.add("h2", ["id": "foto-dinas"], words(RegistryFaceText.title))
            html.add(
                "p", ["class": "quiet"],
                words(access == .verification ? RegistryFaceText.leadSends : .leadFetches))
            html.add(
                "form",
                ["method": "post", "action": "/kenali/foto", "enctype": "multipart/form-data", "class": "stack"]
            ) { html in
                LookUpAgain(visit: visit, input: input).write(&html)
                FormParts.picture(
                    "gambar", words(RegistryFaceText.picture), hint: words(HolderText.probeHint), &html)
                source(&html)
                html.add(
                    "button", ["class": "button primary"],
                    words(access == .verification ? RegistryFaceText.ask : .askHere))
            }
        }
    }

    private func source(_ html: inout Markup) {
        html.add("fieldset") { html in
            html.add("legend", words(RegistryFaceText.source))
            for (source, text) in [
                (HolderDesk.Source.person, RegistryFaceText.person), (.chip, .chip),
            ] {
                html.add("label") { html in
                    html.void(
                        "input", ["type": "radio", "name": "asal", "value": source.rawValue, "required": ""])
                    html.say(" " + words(text))
                }
            }
        }
    }
}
