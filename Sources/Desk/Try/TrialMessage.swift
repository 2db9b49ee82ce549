// SPDX-License-Identifier: Apache-2.0

import Civil
import Messages
import Travel
import Wording

/// One tried message: on the left what was read of it, on the right its text.
struct TrialMessage {
    let words: Words
    let trial: MessageTrial
    /// The message's place in the input, from 1: the beginning of all its anchors.
    let number: Int
    let segmentLimit: Int

    private var message: ReceivedMessage { trial.message }

    /// `PAXLST 745 · GA 0825 · GA00017`.
    static func name(_ message: ReceivedMessage, _ words: Words) -> String {
        let kind = message.kind == .unknown ? words(.messageKind, message.kind) : message.kind.rawValue
        let flight = [message.voyage.carrier, message.voyage.number].compactMap(\.self).joined(separator: " ")
        let function = [message.function, message.functionDetail].compactMap(\.self).joined(separator: "+")
        return [kind + (function.isEmpty ? "" : " " + function), flight, message.reference ?? ""]
            .filter { !$0.isEmpty }.joined(separator: " · ")
    }

    func write(_ html: inout Markup) {
        let places = TrialPlaces(trial, limit: segmentLimit)
        html.add("section", ["id": "m\(number)", "aria-labelledby": "m\(number)-judul", "class": "trial"]) { html in
            html.add("h2", ["id": "m\(number)-judul", "class": "trial-head"]) { html in
                html.say(TrialMessage.name(message, words) + " ")
                html.add(
                    "span", ["class": message.status == .accepted ? "tag ok" : "tag warn"],
                    words(.messageStatus, message.status))
            }
            html.add("div", ["class": "beside"]) { html in
                html.add("div", ["class": "beside-left"]) { html in
                    facts(&html)
                    TrialWarnings(words: words, trial: trial, number: number).write(&html)
                    overwritten(&html)
                    TrialPeople(words: words, trial: trial, number: number, places: places).write(&html)
                }
                TrialSegments(words: words, trial: trial, number: number, places: places).write(&html)
            }
        }
    }

    private func facts(_ html: inout Markup) {
        let voyage = message.voyage
        html.add("div", ["class": "card"]) { html in
            html.add("dl", ["class": "facts"]) { html in
                Facts.pair(words.raised(words(.readField, ReadField.sender)), message.sender, isCode: true, &html)
                Facts.pair(words.raised(words(.readField, ReadField.recipient)), message.recipient, isCode: true, &html)
                Facts.pair(
                    words.raised(words(.readField, ReadField.preparedAt)), message.preparedAt?.description,
                    isCode: true, &html)
                Facts.pair(words.raised(words(.readField, ReadField.version)), message.version, isCode: true, &html)
                Facts.pair(
                    words.raised(words(.readField, ReadField.function)), words(.messageEffect, message.effect), &html)
                Facts.pair(
                    words(TrialText.voyage),
                    [voyage.carrier, voyage.number.map { $0 + (voyage.suffix ?? "") }, voyage.conveyance.name]
                        .compactMap(\.self).joined(separator: " "), isCode: true, &html)
                Facts.pair(words(TrialText.totals), totals, &html)
                Facts.pair(
                    words(ProfileText.title),
                    trial.profile.map { $0.id + ($0.version == 0 ? "" : " v\($0.version)") }, isCode: true, &html)
            }
            if !voyage.legs.isEmpty {
                html.add("ol", ["class": "legs"]) { html in
                    for leg in voyage.legs.prefix(20) {
                        html.add("li", ["class": "mono"]) { html in
                            html.say(
                                (leg.from ?? "?") + " " + (leg.departure?.description ?? "–") + " → "
                                    + (leg.to ?? "?") + " " + (leg.arrival?.description ?? "–"))
                        }
                    }
                }
            }
        }
    }

    private var totals: String {
        let people = words.travellers(message.travellers.count)
        guard let declared = message.declaredTotal else { return people }
        return people + " · " + words.totals(declared: declared, found: message.foundTotal)
    }

    private func overwritten(_ html: inout Markup) {
        guard message.status != .quarantined else { return }
        html.add("section", ["class": "card", "aria-labelledby": "m\(number)-ditimpa"]) { html in
            html.add("h3", ["id": "m\(number)-ditimpa"], words(TrialText.overwritten))
            if trial.filtered.isEmpty {
                return html.add("p", ["class": "quiet"], words(TrialText.nothingOverwritten))
            }
            html.add("ul", ["class": "plain"]) { html in
                for (category, count) in trial.filtered.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
                    html.add("li", words.raised(words(.sensitiveCategory, category)) + ": " + words.number(count))
                }
            }
            html.add("p", ["class": "hint"], words(TrialText.overwrittenHint))
        }
    }
}
