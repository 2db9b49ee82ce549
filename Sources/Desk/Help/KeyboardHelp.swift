// SPDX-License-Identifier: Apache-2.0

import Wording

/// The keyboard map, as a dialog on every page and on a page of its own.
enum KeyboardHelp {
    /// The dialog that `?` opens.
    static func dialog(_ visit: Visit, _ html: inout Markup) {
        html.add("dialog", ["id": "bantuan", "aria-labelledby": "bantuan-judul"]) { html in
            html.add("h2", ["id": "bantuan-judul"], visit.words(HelpText.title))
            html.add("div", ["class": "keys-room", "tabindex": "0"]) { html in table(visit, &html) }
            html.add("form", ["method": "dialog"]) { html in
                html.add("button", ["class": "button", "autofocus": ""], visit.words(CommonText.close))
            }
        }
    }

    /// The map as a table, and the switch that turns single letters off (WCAG 2.1.4).
    static func table(_ visit: Visit, _ html: inout Markup) {
        let words = visit.words
        html.add("table", ["class": "keys"]) { html in
            html.add("caption", words(HelpText.lead))
            html.add("thead") { html in
                html.add("tr") { html in
                    html.add("th", ["scope": "col"], words(HelpText.key))
                    html.add("th", ["scope": "col"], words(HelpText.does))
                }
            }
            html.add("tbody") { html in
                let rows: [(keys: [String], text: String)] =
                    [
                        (["/"], words(HelpText.search)), (["j", "↓"], words(HelpText.down)),
                        (["k", "↑"], words(HelpText.up)), (["Enter"], words(HelpText.open)),
                        (["Esc"], words(HelpText.back)), (["r"], words(HelpText.updates)),
                        (["y"], words(HelpText.same)), (["n"], words(HelpText.different)),
                        (["u"], words(HelpText.unsure)), (["Enter"], words(HelpText.confirm)),
                        (["?"], words(HelpText.thisHelp)),
                    ] + NavigationItem.permitted(visit).map { (["g", $0.shortcut], $0.title(words)) }
                for row in rows {
                    html.add("tr") { html in
                        html.add("td") { html in
                            for key in row.keys {
                                html.add("kbd", key)
                                html.say(" ")
                            }
                        }
                        html.add("td", row.text)
                    }
                }
            }
        }
    }
}
