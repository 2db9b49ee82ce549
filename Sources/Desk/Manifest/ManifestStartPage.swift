// SPDX-License-Identifier: Apache-2.0

import Casework
import Mandate
import Manifests
import Wording

/// The way in for a passenger list: a file or a paste, and the layouts that are remembered.
struct ManifestStartPage {
    let visit: Visit
    let layouts: [LayoutShelf.Entry]
    var refusal: SheetRefusal?

    private var words: Words { visit.words }

    func render() -> String {
        PageFrame(visit, words(ManifestText.title), current: .manifest).render { html in
            html.add("div", ["class": "page-head"]) { html in
                html.add("h1", words(ManifestText.title))
                html.add("p", ["class": "quiet"], words(ManifestText.leastData))
            }
            if let refusal {
                html.add("p", ["class": "notice problem", "role": "alert"], words(.sheetRefusal, refusal.code))
            }
            html.add("p", words(ManifestText.lead))
            form(&html)
            shelf(&html)
        }
    }

    private func form(_ html: inout Markup) {
        html.add(
            "form",
            [
                "method": "post", "action": "/manifes", "enctype": "multipart/form-data", "class": "card stack",
                "data-drop": "f-berkas",
            ]
        ) { html in
            FormParts.token(visit, &html)
            FormParts.field(
                "berkas", words(ManifestText.file), type: "file", hint: words(ManifestText.fileHint), completion: nil,
                &html)
            html.add("div", ["class": "field wide"]) { html in
                html.add("label", ["for": "f-tempel"], words(ManifestText.paste))
                html.add(
                    "textarea",
                    [
                        "id": "f-tempel", "name": "tempel", "rows": "7", "class": "mono", "spellcheck": "false",
                        "autocomplete": "off", "aria-describedby": "h-tempel",
                    ], "")
                html.add("p", ["class": "hint", "id": "h-tempel"], words(ManifestText.pasteHint))
            }
            FormParts.field(
                "operator", words(ManifestText.operatorName), hint: words(ManifestText.operatorHint), limit: 30, &html)
            html.add("button", ["class": "button primary"], words(ManifestText.run))
        }
    }

    private func shelf(_ html: inout Markup) {
        html.add("div", ["class": "card"]) { html in
            html.add("h2", ["id": "tata-letak"], words(ManifestText.layouts))
            if layouts.isEmpty { return html.add("p", ["class": "empty"], words(ManifestText.noLayouts)) }
            html.add("div", ["class": "scroll", "tabindex": "0", "role": "region", "aria-labelledby": "tata-letak"]) {
                html in
                html.add("table", ["class": "rows"]) { html in
                    TableParts.head(
                        [
                            words(ManifestText.operatorName), "#" + words(ManifestText.version),
                            words(ManifestText.columns), words(CommonText.time),
                        ], &html)
                    html.add("tbody") { html in
                        for entry in layouts.prefix(50) {
                            html.add("tr") { html in
                                html.add("th", ["scope": "row"], entry.layout.operatorCode)
                                html.add("td", ["class": "n"], "\(entry.layout.version)")
                                html.add(
                                    "td",
                                    entry.layout.columns.compactMap { $0.map { words(.manifestField, $0) } }
                                        .joined(separator: ", "))
                                html.add(
                                    "td", ["class": "nowrap"], visit.clock.moment(entry.atMilliseconds, now: visit.now))
                            }
                        }
                    }
                }
            }
        }
    }
}
