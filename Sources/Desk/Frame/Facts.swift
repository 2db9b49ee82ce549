// SPDX-License-Identifier: Apache-2.0

/// Pairs of label and value.
enum Facts {
    /// One pair; nothing where the value is missing.
    static func pair(_ label: String, _ value: String?, isCode: Bool = false, _ html: inout Markup) {
        guard let value, !value.isEmpty else { return }
        html.add("div") { html in
            html.add("dt", label)
            html.add("dd", ["class": isCode ? "mono" : nil], value)
        }
    }
}

/// Heads of tables.
enum TableParts {
    /// A head of columns; names that begin with `#` are for numbers.
    static func head(_ names: [String], _ html: inout Markup) {
        html.add("thead") { html in
            html.add("tr") { html in
                for name in names {
                    let isNumber = name.hasPrefix("#")
                    html.add(
                        "th", ["scope": "col", "class": isNumber ? "n" : nil],
                        isNumber ? String(name.dropFirst()) : name)
                }
            }
        }
    }
}
