// SPDX-License-Identifier: Apache-2.0

import Wording

/// The form of a look-up: one box that readers type into, and a reason where nobody is present.
struct LookUpPage {
    let visit: Visit
    var problem: String?
    var needsReason = false
    /// The readers of the officer's post.
    var readers: [ReaderShelf.View] = []
    /// The card that waits.
    var card: CardAtPost?

    func render() -> String {
        let words = visit.words
        return PageFrame(visit, words(LookUpText.title), current: .lookUp).render { html in
            html.add("div", ["class": "page-head"]) { html in html.add("h1", words(LookUpText.title)) }
            html.add("p", ["class": "quiet"], words(LookUpText.lead))
            ReaderPanel(visit: visit, readers: readers, card: card).write(&html)
            html.add("form", ["method": "post", "action": "/kenali", "class": "card"]) { html in
                FormParts.token(visit, &html)
                FormParts.readerBox(
                    "isi", words(LookUpText.input), value: visit.form["isi"] ?? "", rows: 4,
                    limit: LookUpInput.limit, hint: words(LookUpText.inputHint), isFocused: !needsReason && card == nil,
                    problem: problem, &html)
                FormParts.field(
                    "alasan", words(LookUpText.reason), value: visit.form["alasan"],
                    hint: words(LookUpText.reasonHint), isRequired: needsReason, limit: 500, &html)
                DetailsPart.ask("rincian", visit, &html)
                html.add("div", ["class": "field end"]) { html in
                    html.add("button", ["class": "button primary"], words(LookUpText.find))
                }
            }
        }
    }
}
