// SPDX-License-Identifier: Apache-2.0

import Civil
import Mandate
import Screening
import Travel
import Wording

/// The form that places a hold, for whoever may.
struct HoldForm {
    let visit: Visit
    /// Nil where the officer types the record's number.
    let voyage: RecordID<Voyage>?
    var traveller: RecordID<Traveller>?

    private var words: Words { visit.words }

    /// The form as a part of the side of a voyage's or traveller's page; nothing where the policy says no.
    func writeCard(at facts: VoyageFacts, _ html: inout Markup) {
        guard visit.allows(.manageHolds, at: facts) else { return }
        html.add("section", ["class": "card", "aria-labelledby": "penangguhan"]) { html in
            html.add("h2", ["id": "penangguhan"], words(HoldText.title))
            html.add("p") { html in html.add("a", ["href": "/penangguhan"], words(HoldText.standing)) }
            write(words(HoldText.place), &html)
        }
    }

    func write(_ title: String, _ html: inout Markup) {
        html.add("details", ["class": "do"]) { html in
            html.add("summary", title)
            html.add("form", ["method": "post", "action": "/penangguhan", "class": "stack"]) { html in
                FormParts.token(visit, &html)
                if let voyage {
                    hidden("perjalanan", "\(voyage)", &html)
                    if let traveller { hidden("penumpang", "\(traveller)", &html) }
                } else {
                    FormParts.field("perjalanan", words(HoldText.voyageNumber), isRequired: true, limit: 64, &html)
                    FormParts.field(
                        "penumpang", words(HoldText.travellerNumber), hint: words(CommonText.optional), limit: 64,
                        &html)
                }
                html.add("p", ["class": "hint"], words(HoldText.placeLead))
                FormParts.field(
                    "perkara", words(HoldText.caseNumber), hint: words(HoldText.caseHint), isRequired: true, limit: 64,
                    &html)
                FormParts.area(
                    "alasan-tahan", words(CommonText.reason), rows: 2, hint: words(CommonText.reasonHint),
                    isRequired: true,
                    &html)
                FormParts.field(
                    "tinjau", words(HoldText.reviewOn), type: "date", hint: words(CommonText.optional), &html)
                html.add("button", ["class": "button primary"], words(HoldText.place))
            }
        }
    }

    private func hidden(_ name: String, _ value: String, _ html: inout Markup) {
        html.void("input", ["type": "hidden", "name": name, "value": value])
    }
}
