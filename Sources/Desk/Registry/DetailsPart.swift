// SPDX-License-Identifier: Apache-2.0

import Casework
import Identity
import Mandate
import Safeguards
import Wording

/// Mother's name and address at a post: asked for with a look-up, and shown only after that was recorded.
struct DetailsPart {
    let visit: Visit
    let details: ExtractDesk.Details

    private var words: Words { visit.words }

    /// Whether the officer may ask: the extract has details, and the purpose shows some of them.
    static func isOffered(_ visit: Visit) -> Bool {
        let lens = visit.lens(isHit: true)
        return visit.services.registry.extract?.hasDetails == true
            && (lens.mentions(.motherName) || lens.mentions(.address))
    }

    /// The box with which they are asked for.
    ///
    /// - Parameter id: the form's, since a page may have two.
    static func ask(_ id: String, _ visit: Visit, _ html: inout Markup) {
        guard isOffered(visit) else { return }
        html.add("div", ["class": "field wide"]) { html in
            html.add("label", ["class": "option"]) { html in
                html.void(
                    "input",
                    [
                        "type": "checkbox", "name": "rincian", "value": "1", "aria-describedby": "h-" + id,
                        "checked": flag(visit.form["rincian"] != nil),
                    ])
                html.add("span", visit.words(LookUpText.askDetails))
            }
            html.add("p", ["class": "hint", "id": "h-" + id], visit.words(LookUpText.askDetailsHint))
        }
    }

    func write(_ html: inout Markup) {
        html.add("h3", words(LookUpText.details))
        switch details {
        case .none, .unknown: html.add("p", ["class": "empty"], words(LookUpText.detailsUnknown))
        case .refused: html.add("p", ["class": "notice problem"], words(LookUpText.detailsRefused))
        case .known(let details): facts(details, &html)
        }
    }

    private func facts(_ details: ResidentDetails, _ html: inout Markup) {
        // Whoever stands at the post with a document is seen as a hit is: whole.
        let lens = visit.lens(isHit: true)
        let units = [details.neighbourhood, details.community].filter { !$0.isEmpty }.joined(separator: "/")
        html.add("dl", ["class": "facts"]) { html in
            Facts.pair(
                words(.dataField, DataField.motherName), lens.text(details.motherName, .motherName, as: .name), &html)
            let address: [(String, String)] = [
                (words(.dataField, DataField.address), details.address), (words(LookUpText.units), units),
                (words(LookUpText.village), details.village), (words(LookUpText.postcode), details.postcode),
            ]
            for (label, value) in address where !value.isEmpty {
                Facts.pair(label, lens.text(value, .address, as: .text), &html)
            }
        }
    }
}
