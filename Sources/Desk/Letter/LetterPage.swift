// SPDX-License-Identifier: Apache-2.0

import Casework
import Wording

/// A letter ready to be printed on A4, with its other language and its text to keep; without one the form for a carrier.
struct LetterPage {
    /// Where the letter comes from, so that it can be had in another form.
    enum Source {
        case address(String)
        /// A trial's bytes in base 64: they are in the page and nowhere else.
        case trial(String)
    }

    let visit: Visit
    var letter: ConformanceLetter?
    var source: Source?
    var problem: String?

    private var words: Words { visit.words }

    func render() -> String {
        PageFrame(visit, words(LetterText.title), current: .trial).render { html in
            html.add("nav", ["class": "crumbs no-print", "aria-label": words(NavigationText.breadcrumb)]) { html in
                html.add("a", ["href": "/coba"], "← " + words(TrialText.title))
            }
            html.add("h1", ["class": "no-print"], words(LetterText.title))
            if let problem { html.add("p", ["class": "notice problem", "role": "alert"], problem) }
            guard let letter, let source else { return form(&html) }
            html.add("div", ["class": "toolbar no-print"]) { html in
                for (language, form, label) in choices(letter) { choice(source, language, form, label, &html) }
            }
            html.add("p", ["class": "hint no-print"], words(LetterText.print))
            html.add("article", ["class": "letter", "lang": letter.language.rawValue]) { html in
                for block in letter.blocks { write(block, &html) }
            }
        }
    }

    private func choices(_ letter: ConformanceLetter) -> [(Language, String?, String)] {
        let other: Language = letter.language == .indonesian ? .english : .indonesian
        return [
            (other, nil, other.ownName), (letter.language, "teks", words(LetterText.download)),
        ]
    }

    private func choice(
        _ source: Source, _ language: Language, _ form: String?, _ label: String, _ html: inout Markup
    ) {
        switch source {
        case .address(let address):
            let address = address + "&bahasa=" + language.rawValue + (form.map { "&bentuk=" + $0 } ?? "")
            html.add(
                "a", ["class": "button", "href": address, "hreflang": form == nil ? language.rawValue : nil], label)
        case .trial(let bytes):
            html.add(
                "form",
                ["method": "post", "action": "/surat", "enctype": "multipart/form-data", "class": "inline"]
            ) { html in
                FormParts.token(visit, &html)
                html.void("input", ["type": "hidden", "name": "isi", "value": bytes])
                html.void("input", ["type": "hidden", "name": "bahasa", "value": language.rawValue])
                if let form { html.void("input", ["type": "hidden", "name": "bentuk", "value": form]) }
                html.add("button", ["class": "button"], label)
            }
        }
    }

    private func write(_ block: ConformanceLetter.Block, _ html: inout Markup) {
        switch block {
        case .title(let text): html.add("h2", text)
        case .paragraph(let text): html.add("p", text)
        case .heading(let text): html.add("h3", text)
        case .finding(let finding):
            html.add("section", ["class": "finding"]) { html in
                html.add("h4") { html in
                    html.say(finding.what + " ")
                    html.add("span", ["class": "quiet"], finding.counts)
                }
                html.add("p", finding.meaning)
                html.add("dl") { html in
                    for detail in finding.details where !detail.lines.isEmpty {
                        html.add("div") { html in
                            html.add("dt", detail.label)
                            html.add("dd") { html in
                                for line in detail.lines {
                                    html.add("span", ["class": detail.isCode ? "mono sub-line" : "sub-line"], line)
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    private func form(_ html: inout Markup) {
        html.add("form", ["method": "get", "action": "/surat", "class": "card grid-form"]) { html in
            html.add("h2", ["class": "wide"], words(LetterText.form))
            FormParts.field(
                "pengangkut", words(LetterText.carrier), value: visit.query["pengangkut"], isRequired: true, limit: 35,
                &html)
            FormParts.field(
                "dari", words(LetterText.from), value: visit.query["dari"], type: "date", isRequired: true, &html)
            FormParts.field(
                "sampai", words(LetterText.to), value: visit.query["sampai"], type: "date",
                hint: words(LetterText.periodHint), isRequired: true, &html)
            FormParts.choice(
                "bahasa", words(CommonText.language), Language.allCases.map { ($0.rawValue, $0.ownName) },
                selected: words.language.rawValue, &html)
            html.add("div", ["class": "field end"]) { html in
                html.add("button", ["class": "button primary"], words(LetterText.write))
            }
        }
    }
}
