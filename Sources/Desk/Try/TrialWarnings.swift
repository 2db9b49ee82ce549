// SPDX-License-Identifier: Apache-2.0

import Messages
import Travel
import Wording

/// The warnings of a tried message: those of one kind together, with their places, what they mean and the remedy.
struct TrialWarnings {
    let words: Words
    let trial: MessageTrial
    let number: Int

    /// The most places that one kind of warning lists.
    private static let placeLimit = 12

    func write(_ html: inout Markup) {
        let warnings = trial.message.warnings
        html.add("section", ["class": "card", "aria-labelledby": "m\(number)-catatan"]) { html in
            html.add("h3", ["id": "m\(number)-catatan"]) { html in
                html.say(words(TrialText.warnings))
                if !warnings.isEmpty { html.say(": " + words.number(warnings.count)) }
            }
            if warnings.isEmpty { return html.add("p", ["class": "quiet"], words(TrialText.noWarnings)) }
            for (code, all) in TrialWarnings.grouped(warnings) {
                html.add("div", ["class": "advice"]) { html in
                    html.add("p", ["class": "warning"]) { html in
                        html.say("⚠ " + words(.warningCode, code))
                        if all[0].isExpected {
                            html.say(" ")
                            html.add("span", ["class": "tag ok"], words(ProfileText.expected))
                        }
                    }
                    html.add("dl") { html in
                        places(all, &html)
                        html.add("div") { html in
                            html.add("dt", words(TrialText.meaning))
                            html.add("dd", words(.warningMeaning, code))
                        }
                        html.add("div") { html in
                            html.add("dt", words(TrialText.remedy))
                            html.add("dd", words(.warningRemedy, code))
                        }
                    }
                }
            }
        }
    }

    private func places(_ warnings: [MessageWarning], _ html: inout Markup) {
        html.add("div") { html in
            html.add("dt", words(TrialText.atSegment))
            html.add("dd") { html in
                let numbers = warnings.compactMap(\.segment)
                if numbers.isEmpty { html.say(words(TrialText.wholeMessage)) }
                for segment in numbers.prefix(TrialWarnings.placeLimit) {
                    html.add("a", ["href": "#m\(number)-s\(segment)", "class": "place"], "\(segment)")
                    html.say(" ")
                }
                if numbers.count > TrialWarnings.placeLimit { html.say("… ×" + words.number(numbers.count)) }
                html.add("span", ["class": "sub mono", "lang": "en"], warnings[0].text)
            }
        }
    }

    /// By code, in the order in which they first appear.
    private static func grouped(_ warnings: [MessageWarning]) -> [(String, [MessageWarning])] {
        var order: [String] = []
        for warning in warnings where !order.contains(warning.code) { order.append(warning.code) }
        return order.map { code in (code, warnings.filter { $0.code == code }) }
    }
}
