// SPDX-License-Identifier: Apache-2.0

import Casework
import Civil
import Mandate
import Safeguards
import Screening
import Travel
import Wording

/// On a traveller's page: what is unmasked until when, what waits, or the form that asks.
struct TravellerReveal {
    let visit: Visit
    let opening: TravellerOpening

    private var words: Words { visit.words }

    func write(_ html: inout Markup) {
        guard visit.allows(.reveal, at: opening.facts), opening.reveal != nil || opening.lens.masksAnything else {
            return
        }
        html.add("section", ["class": "card", "aria-labelledby": "samaran"]) { html in
            html.add("h2", ["id": "samaran"], words(RevealText.title))
            if let reveal = opening.reveal, let until = reveal.endsAtMilliseconds {
                html.add("p", ["class": "notice", "role": "note"]) { html in
                    html.add("strong", words(RevealText.opened))
                    html.say(
                        " " + words(RevealText.until) + " " + visit.clock.moment(until, now: visit.now) + ", "
                            + words(RevealText.approvedBy) + " " + (opening.officerName(reveal.answer?.officer) ?? "–")
                            + " · " + reveal.request.caseNumber)
                }
            } else if opening.revealWaits {
                html.add("p", words(RevealText.requested))
            } else {
                form(&html)
            }
        }
    }

    private func form(_ html: inout Markup) {
        html.add("details", ["class": "do"]) { html in
            html.add("summary", words(RevealText.request))
            html.add(
                "form", ["method": "post", "action": "/penumpang/\(opening.traveller.id)/samaran", "class": "stack"]
            ) { html in
                FormParts.token(visit, &html)
                html.add("p", ["class": "hint"], words(RevealText.requestLead))
                // Further forms of this page ask for a case and a reason too; labels need names of their own.
                html.add("div", ["class": "field"]) { html in
                    html.add("label", ["for": "s-perkara"], words(RevealText.caseNumber))
                    html.void(
                        "input",
                        [
                            "id": "s-perkara", "name": "perkara", "type": "text", "required": "", "maxlength": "64",
                            "autocomplete": "off", "spellcheck": "false",
                        ])
                }
                html.add("div", ["class": "field wide"]) { html in
                    html.add("label", ["for": "s-alasan"], words(CommonText.reason))
                    html.add(
                        "textarea",
                        ["id": "s-alasan", "name": "alasan", "rows": "2", "maxlength": "500", "required": ""], "")
                    html.add("p", ["class": "hint"], words(CommonText.reasonHint))
                }
                html.add("button", ["class": "button primary"], words(RevealText.request))
            }
        }
    }
}
