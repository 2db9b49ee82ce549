// SPDX-License-Identifier: Apache-2.0

import Casework
import Wording

/// How the asking at the civil registry goes, in figures without personal data.
struct RegistryFigures {
    let visit: Visit
    let overview: VerificationDesk.Overview

    func write(_ html: inout Markup) {
        let words = visit.words
        html.add("h2", words(RegistryText.title))
        html.add("p") { html in
            if let hold = overview.hold {
                html.add("span", ["class": "tag warn"], words(RegistryText.notVerified))
                html.say(" " + RegistryHoldWords.text(hold, visit))
            } else {
                html.add("span", ["class": "tag ok"], words(RegistryText.working))
            }
        }
        html.add("dl", ["class": "figures"]) { html in
            let items: [(RegistryText, String)] = [
                (.askedToday, words.number(overview.askedToday) + " / " + words.number(overview.quota)),
                (.waitingCount, words.number(overview.waiting)), (.answered, words.number(overview.answered)),
            ]
            for (label, value) in items {
                html.add("div") { html in
                    html.add("dt", words(label))
                    html.add("dd", value)
                }
            }
        }
    }
}
