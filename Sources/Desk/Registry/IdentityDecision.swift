// SPDX-License-Identifier: Apache-2.0

import Casework
import Civil
import Mandate
import Screening
import Travel
import Wording

/// What officers said of a traveller and a resident, and the form to say it.
struct IdentityDecision {
    let visit: Visit
    let opening: TravellerOpening
    let nik: NIK

    private var words: Words { visit.words }
    /// The resident as the form names them: a token that tells nothing without the key.
    private var resident: BlindToken { visit.services.tokeniser.token(.nik, nik.description) }

    func write(_ html: inout Markup) {
        if let link = opening.links[nik] { told(link, &html) }
        guard visit.allows(.reviewIdentity, at: opening.facts) else { return }
        let path = "/penumpang/\(opening.traveller.id)/penduduk"
        html.add("form", ["method": "post", "action": path, "class": "decision identity"]) { html in
            FormParts.token(visit, &html)
            html.void("input", ["type": "hidden", "name": "penduduk", "value": "\(resident)"])
            html.add("fieldset") { html in
                html.add("legend", words(ReviewText.question))
                html.add("div", ["class": "answers"]) { html in
                    for answer in [JudgementAnswer.same, .different, .notEnoughEvidence] {
                        html.add("label", ["class": "answer a-" + answer.rawValue]) { html in
                            html.void(
                                "input",
                                ["type": "radio", "name": "jawaban", "value": answer.rawValue, "required": ""])
                            html.add("span", words(.judgementAnswer, answer))
                        }
                    }
                }
            }
            html.add("div", ["class": "field wide"]) { html in
                html.add("label", ["for": "alasan-\(resident)"], words(CommonText.reason))
                html.void(
                    "input",
                    [
                        "id": "alasan-\(resident)", "name": "alasan", "required": "", "minlength": "3",
                        "maxlength": "500", "autocomplete": "off", "placeholder": words(CommonText.reasonHint),
                    ])
            }
            html.add("button", ["class": "button"], words(DecisionText.confirm))
        }
    }

    private func told(_ link: ConfirmedLinks.Link, _ html: inout Markup) {
        html.add("p", ["class": "notice"]) { html in
            switch link.answer {
            case .same: html.add("strong", "✓ " + words(ReviewText.confirmedEarlier))
            case .different: html.add("strong", "✗ " + words(ReviewText.rejectedEarlier))
            case .notEnoughEvidence: html.add("strong", words(.judgementAnswer, link.answer))
            }
            html.say(": " + link.reason + " · " + (opening.officerName(link.officer) ?? "–") + " · ")
            html.say(visit.clock.moment(link.atMilliseconds, now: visit.now))
        }
    }
}
