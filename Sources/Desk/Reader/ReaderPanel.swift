// SPDX-License-Identifier: Apache-2.0

import Wording

/// The readers of the post and the card that was read, above the form of a look-up.
struct ReaderPanel {
    let visit: Visit
    let readers: [ReaderShelf.View]
    let card: CardAtPost?

    private var words: Words { visit.words }

    func write(_ html: inout Markup) {
        guard !readers.isEmpty else { return }
        html.add("section", ["class": "card readers", "aria-labelledby": "pembaca"]) { html in
            html.add("h2", ["id": "pembaca"], words(ReaderText.title))
            html.add("p", ["class": "quiet"], words(ReaderText.hint))
            for reader in readers { line(reader, &html) }
        }
        waiting(&html)
    }

    private func line(_ reader: ReaderShelf.View, _ html: inout Markup) {
        html.add("form", ["method": "post", "action": "/kenali/pembaca", "class": "reader"]) { html in
            FormParts.token(visit, &html)
            html.void("input", ["type": "hidden", "name": "pembaca", "value": reader.name.description])
            html.add("strong", ["class": "mono"], reader.name.description)
            html.say(" ")
            html.add(
                "span",
                ["class": reader.state == .ready ? "tag ok" : "tag warn", "data-reader": reader.name.description],
                ReaderPanel.state(reader, words))
            html.say(" ")
            html.add(
                "button",
                ["class": "button small", "name": "tindakan", "value": reader.isOwn ? "lepas" : "pakai"],
                words(reader.isOwn ? ReaderText.leave : reader.isHeld ? .takeOver : .use))
            html.say(" ")
            html.add(
                "span", ["role": "status", "data-fault": reader.name.description], ReaderPanel.fault(reader, words))
        }
    }

    /// Filled by the page's script when a card is read; written here too, so that it works without.
    private func waiting(_ html: inout Markup) {
        guard readers.contains(where: \.isOwn) else { return }
        html.add(
            "section",
            [
                "class": "card at-reader", "id": "kartu", "aria-labelledby": "judul-kartu",
                "data-reading": "/api/reading",
                "data-live": "/live/reader", "data-until": card.map { "\($0.waiting.untilMilliseconds)" },
                "hidden": flag(card == nil),
            ]
        ) { html in
            html.add("h2", ["id": "judul-kartu"], words(ReaderText.cardRead))
            html.add("dl", ["class": "facts", "data-facts": ""]) { html in
                for fact in card?.facts(visit) ?? [] { Facts.pair(fact.label, fact.value, &html) }
            }
            html.add("form", ["method": "post", "action": "/kenali"]) { html in
                FormParts.token(visit, &html)
                html.void(
                    "input",
                    ["type": "hidden", "name": "kartu", "value": card?.waiting.handle ?? "", "data-handle": ""])
                DetailsPart.ask("rincian-kartu", visit, &html)
                html.add("button", ["class": "button primary"], words(ReaderText.lookUp))
                html.say(" ")
                html.add("span", ["class": "quiet"], words(ReaderText.leavesScreen))
            }
        }
        html.add("p", ["class": "hidden", "role": "status", "data-card-said": words(ReaderText.cardRead)], "")
    }

    static func state(_ reader: ReaderShelf.View, _ words: Words) -> String {
        guard reader.state == .ready else { return words(ReaderText.gone) }
        return words(reader.isOwn ? ReaderText.waiting : reader.isHeld ? .held : .ready)
    }

    static func fault(_ reader: ReaderShelf.View, _ words: Words) -> String {
        reader.fault.map { words.raised(words(.readerFault, $0)) + "." } ?? ""
    }
}
