// SPDX-License-Identifier: Apache-2.0

import Messages
import Travel
import Wording

/// The text of a tried message, part by part; each opens into what was read from it. Works without a script: parts about
/// one person stand in one group, which lights up as the target of their link.
struct TrialSegments {
    let words: Words
    let trial: MessageTrial
    let number: Int
    let places: TrialPlaces

    func write(_ html: inout Markup) {
        let warned = Dictionary(grouping: trial.message.warnings.filter { $0.segment != nil }) { $0.segment ?? 0 }
        html.add(
            "div",
            [
                "class": "beside-right raw", "tabindex": "0", "role": "region",
                "aria-label": words(TrialText.raw) + " \(number)",
            ]
        ) { html in
            for group in places.groups {
                let owner = group.owner.map { TrialAnchor.id($0, in: number) }
                html.add("div", ["class": "pieces", "id": "m\(number)-g\(group.number)", "data-of": owner]) { html in
                    for piece in group.pieces { line(piece, warned, &html) }
                }
            }
            if places.isCut { html.add("p", ["class": "quiet"], words(TrialText.moreSegments)) }
        }
    }

    private func line(_ piece: MessageText.Piece, _ warned: [Int: [MessageWarning]], _ html: inout Markup) {
        guard let segment = piece.number else {
            return html.add("p", ["class": "piece quiet", "title": words(TrialText.uncounted)]) { html in
                html.add("span", ["class": "n"], "·")
                html.add("code") { html in text(piece, &html) }
            }
        }
        let warnings = warned[segment] ?? []
        html.add("details", ["class": "piece", "id": "m\(number)-s\(segment)"]) { html in
            html.add("summary", ["class": warnings.isEmpty ? nil : "warned"]) { html in
                html.add("span", ["class": "n"], "\(segment)")
                html.add("code") { html in text(piece, &html) }
                if !warnings.isEmpty {
                    html.add("span", ["class": "warning"]) { html in
                        html.say("⚠ ")
                        html.add("span", ["class": "hidden"], words(TrialText.warnings))
                    }
                }
            }
            html.add("div", ["class": "reading"]) { html in
                for warning in warnings.prefix(5) {
                    html.add("p", ["class": "warning"], "⚠ " + words(.warningCode, warning.code))
                }
                read(trial.readings[segment] ?? [], &html)
            }
        }
    }

    private func read(_ values: [ReadValue], _ html: inout Markup) {
        if values.isEmpty { return html.add("p", ["class": "quiet"], words(TrialText.nothingRead)) }
        html.add("ul", ["class": "plain"]) { html in
            for value in values.prefix(40) {
                html.add("li") { html in
                    html.say(words(.readField, value.field) + " ")
                    html.add("b", ["class": "mono"], value.field == .sex ? words(.sex, value.value) : value.value)
                    if let name = name(of: value.owner) {
                        html.say(" · ")
                        html.add("a", ["href": "#" + TrialAnchor.id(value.owner, in: number)], name)
                    }
                }
            }
        }
    }

    private func name(of owner: ReadValue.Owner) -> String? {
        switch owner {
        case .traveller(let index):
            guard trial.message.travellers.indices.contains(index), index < TrialPlaces.travellerLimit else {
                return nil
            }
            let traveller = trial.message.travellers[index]
            let name = [traveller.surname, traveller.given].compactMap(\.self).joined(separator: " / ")
            return name.isEmpty ? words(TrialText.travellers) + " \(index + 1)" : name
        case .booking(let index):
            guard trial.message.bookings.indices.contains(index) else { return nil }
            return trial.message.bookings[index].recordLocator ?? words(TrialText.bookings) + " \(index + 1)"
        case .voyage: return words(TrialText.voyage)
        case .message: return words(TrialText.envelope)
        }
    }

    private func text(_ piece: MessageText.Piece, _ html: inout Markup) {
        for (index, run) in piece.runs.enumerated() {
            if run.isOverwritten {
                html.add("mark", ["class": "overwritten", "title": words(TrialText.overwritten)], run.text)
            } else if index == 0, !piece.tag.isEmpty, run.text.hasPrefix(piece.tag) {
                html.add("b", piece.tag)
                html.say(String(run.text.dropFirst(piece.tag.count)))
            } else {
                html.say(run.text)
            }
        }
    }
}
