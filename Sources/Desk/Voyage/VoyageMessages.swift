// SPDX-License-Identifier: Apache-2.0

import Civil
import Mandate
import Screening
import Travel
import Wording

/// The messages that a voyage is made from, with what was odd in each.
struct VoyageMessages {
    let visit: Visit
    let voyage: RecordID<Voyage>
    let messages: [VoyageMessage]
    let series: [PartSeries]

    func write(_ html: inout Markup) {
        let words = visit.words
        html.add("section", ["class": "card", "aria-labelledby": "pesan"]) { html in
            html.add("h2", ["id": "pesan"], words(VoyageText.messages))
            for own in series where !own.parts.isWhole || own.isTotalWrong {
                html.add("p", ["class": "warning"]) { html in
                    html.say("⚠ " + own.kind.rawValue + " ")
                    html.add("span", ["class": "mono"], own.reference)
                    html.say(
                        ": "
                            + words.parts(
                                held: own.parts.numbers, missing: own.parts.missing, isEndKnown: own.parts.final != nil)
                    )
                    if own.isTotalWrong, let declared = own.declared {
                        html.say("; " + words.totals(declared: declared, found: own.found))
                    }
                }
            }
            html.add("ol", ["class": "messages"]) { html in
                for message in messages.reversed().prefix(100) {
                    html.add("li") { html in
                        html.add("p") { html in
                            html.add("strong", message.kind?.rawValue ?? words(CommonText.unknown))
                            html.add("span", ["class": "mono quiet"], " " + (message.function ?? ""))
                            if let at = message.receivedAtMilliseconds {
                                html.add("span", ["class": "push quiet"], visit.clock.moment(at, now: visit.now))
                            }
                        }
                        html.add("p", ["class": "quiet"]) { html in
                            var parts: [String] = []
                            if let effect = message.effect { parts.append(words(.messageEffect, effect)) }
                            parts.append(words.size(bytes: message.sizeBytes))
                            if let origin = message.origin { parts.append(origin) }
                            html.say(parts.joined(separator: " · "))
                        }
                        for warning in message.warnings.prefix(5) {
                            html.add("p", ["class": "warning"]) { html in
                                html.say("⚠ " + words(.warningCode, warning.code))
                                if let segment = warning.segment {
                                    html.say(
                                        " ("
                                            + words.segments(
                                                first: segment, last: segment, isManifest: message.kind == .manifest)
                                            + ")")
                                }
                            }
                        }
                        for (category, count) in message.filtered.sorted(by: { $0.key < $1.key }) {
                            html.add("p", ["class": "quiet"], words.filtered(count, category: category))
                        }
                        if visit.lens(isHit: true).shows(.sourceText) {
                            html.add(
                                "a", ["href": "/pesan/\(message.order.message)?perjalanan=\(voyage)"],
                                words(TravellerText.sources))
                        }
                    }
                }
            }
        }
    }
}
