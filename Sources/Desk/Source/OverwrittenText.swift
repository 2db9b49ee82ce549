// SPDX-License-Identifier: Apache-2.0

import Wording

/// Text of a message in which values that the edge filter overwrote can be told.
enum OverwrittenText {
    /// The filter fills with `X`; four in a row are taken for its work.
    static func write(_ text: String, _ words: Words, _ html: inout Markup) {
        var plain = ""
        var run = ""
        func end(_ html: inout Markup) {
            if run.count >= 4 {
                html.say(plain)
                plain = ""
                html.add(
                    "mark",
                    ["class": "overwritten", "title": words("ditimpa sebelum disimpan", "overwritten before storing")],
                    run)
            } else {
                plain += run
            }
            run = ""
        }
        for character in text {
            if character == "X" {
                run.append(character)
            } else {
                end(&html)
                plain.append(character)
            }
        }
        end(&html)
        html.say(plain)
    }
}
