// SPDX-License-Identifier: Apache-2.0

import Drawing

/// HTML in the making. Every text and attribute value is escaped; tags and attribute names are literals.
///
/// There is no way to add a string unescaped; pictures come as Drawing's values, which escape what they are given.
struct Markup: Sendable {
    /// What was written so far.
    private(set) var text = ""

    /// An element with what a closure puts into it.
    mutating func add(
        _ tag: StaticString, _ attributes: KeyValuePairs<StaticString, String?>, _ body: (inout Markup) -> Void
    ) {
        open(tag, attributes)
        body(&self)
        text += "</\(tag)>"
    }

    /// An element that holds a text.
    mutating func add(_ tag: StaticString, _ attributes: KeyValuePairs<StaticString, String?>, _ content: String) {
        open(tag, attributes)
        say(content)
        text += "</\(tag)>"
    }

    /// An element without attributes, with what a closure puts into it.
    mutating func add(_ tag: StaticString, _ body: (inout Markup) -> Void) { add(tag, [:], body) }

    /// An element without attributes that holds a text.
    mutating func add(_ tag: StaticString, _ content: String) { add(tag, [:], content) }

    /// An element without content or end tag, such as `input`.
    mutating func void(_ tag: StaticString, _ attributes: KeyValuePairs<StaticString, String?> = [:]) {
        open(tag, attributes)
    }

    /// A text.
    mutating func say(_ content: String) { Markup.escape(content, into: &text) }

    /// A picture that Drawing made, escaped there, with the table that says the same.
    mutating func figure(_ figure: some Figure, tableTitle: String) {
        add("figure", ["class": "figure"]) { html in
            html.text += figure.svg
            html.add("details", ["class": "figure-table"]) { html in
                html.add("summary", tableTitle)
                html.table(figure.table)
            }
        }
    }

    /// A picture whose table the page writes itself.
    mutating func picture(_ figure: some Figure) {
        add("figure", ["class": "figure"]) { html in html.text += figure.svg }
    }

    private mutating func table(_ table: FigureTable) {
        add("table") { html in
            html.add("caption", table.caption)
            html.add("thead") { html in
                html.add("tr") { html in for column in table.columns { html.add("th", ["scope": "col"], column) } }
            }
            html.add("tbody") { html in
                for row in table.rows { html.add("tr") { html in for cell in row { html.add("td", cell) } } }
            }
        }
    }

    /// A whole document of this content.
    static func document(_ language: String, theme: String?, _ body: (inout Markup) -> Void) -> String {
        var html = Markup()
        html.text = "<!doctype html>\n"
        html.add("html", ["lang": language, "data-theme": theme], body)
        return html.text
    }

    private mutating func open(_ tag: StaticString, _ attributes: KeyValuePairs<StaticString, String?>) {
        text += "<\(tag)"
        for (name, value) in attributes {
            guard let value else { continue }
            text += " \(name)"
            if value.isEmpty { continue }
            text += "=\""
            Markup.escape(value, into: &text)
            text += "\""
        }
        text += ">"
    }

    private static func escape(_ content: String, into text: inout String) {
        for scalar in content.unicodeScalars {
            switch scalar {
            case "&": text += "&amp;"
            case "<": text += "&lt;"
            case ">": text += "&gt;"
            case "\"": text += "&quot;"
            case "'": text += "&#39;"
            // Direction overrides could make a name read as another one.
            case "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}": text += "\u{FFFD}"
            case "\t", "\n", " "..."\u{7E}", "\u{A0}"...: text.unicodeScalars.append(scalar)
            default: text += "\u{FFFD}"
            }
        }
    }
}

/// An attribute that stands without a value, or not at all.
func flag(_ isSet: Bool) -> String? { isSet ? "" : nil }
