// SPDX-License-Identifier: Apache-2.0

/// Fields that many forms share.
enum FormParts {
    /// The hidden token without which no form is taken.
    static func token(_ visit: Visit, _ html: inout Markup) {
        html.void("input", ["type": "hidden", "name": "csrf", "value": visit.formToken])
    }

    /// A label with a text field and an optional hint.
    static func field(
        _ name: String, _ label: String, value: String? = nil, type: String = "text", hint: String? = nil,
        isRequired: Bool = false, limit: Int? = nil, completion: String? = "off", _ html: inout Markup
    ) {
        html.add("div", ["class": "field"]) { html in
            html.add("label", ["for": "f-" + name], label)
            html.void(
                "input",
                [
                    "id": "f-" + name, "name": name, "type": type, "value": value, "required": flag(isRequired),
                    "maxlength": limit.map { "\($0)" }, "autocomplete": completion, "spellcheck": "false",
                    "aria-describedby": hint == nil ? nil : "h-" + name,
                ])
            if let hint { html.add("p", ["class": "hint", "id": "h-" + name], hint) }
        }
    }

    /// A label with a choice of picture files, and a hint.
    ///
    /// - Parameter isOfPerson: whether a device with a camera should rather take the picture.
    static func picture(
        _ name: String, _ label: String, hint: String, isRequired: Bool = true, isMultiple: Bool = false,
        isOfPerson: Bool = false, _ html: inout Markup
    ) {
        html.add("div", ["class": "field"]) { html in
            html.add("label", ["for": "f-" + name], label)
            html.void(
                "input",
                [
                    "id": "f-" + name, "name": name, "type": "file", "accept": "image/jpeg,image/png",
                    "aria-describedby": "h-" + name, "capture": isOfPerson ? "user" : nil,
                    "multiple": flag(isMultiple), "required": flag(isRequired),
                ])
            html.add("p", ["class": "hint", "id": "h-" + name], hint)
        }
    }

    /// A box that document and card readers type into, as from a keyboard, with what was wrong with the last text.
    static func readerBox(
        _ name: String, _ label: String, value: String, rows: Int, limit: Int, hint: String, isFocused: Bool = true,
        problem: String?, _ html: inout Markup
    ) {
        html.add("div", ["class": "field wide"]) { html in
            html.add("label", ["for": "f-" + name], label)
            html.add(
                "textarea",
                [
                    "id": "f-" + name, "name": name, "rows": "\(rows)", "cols": "48", "maxlength": "\(limit)",
                    "required": "", "class": "mono", "spellcheck": "false", "autocomplete": "off",
                    "autocapitalize": "characters", "autofocus": flag(isFocused), "aria-describedby": "h-" + name,
                ], value)
            html.add("p", ["class": "hint", "id": "h-" + name], hint)
            if let problem { html.add("p", ["class": "warning", "role": "alert"], problem) }
        }
    }

    /// A label with a choice.
    ///
    /// - Parameter id: where the page has another field of that name.
    static func choice(
        _ name: String, _ label: String, id: String? = nil, _ options: [(value: String, text: String)],
        selected: String? = nil,
        isRequired: Bool = false, _ html: inout Markup
    ) {
        html.add("div", ["class": "field"]) { html in
            html.add("label", ["for": id ?? "f-" + name], label)
            html.add("select", ["id": id ?? "f-" + name, "name": name, "required": flag(isRequired)]) { html in
                for option in options {
                    html.add(
                        "option", ["value": option.value, "selected": flag(option.value == selected)], option.text)
                }
            }
        }
    }

    /// A label with a text of several lines.
    static func area(
        _ name: String, _ label: String, value: String = "", rows: Int = 3, hint: String? = nil,
        isRequired: Bool = false,
        limit: Int = 500, _ html: inout Markup
    ) {
        html.add("div", ["class": "field wide"]) { html in
            html.add("label", ["for": "f-" + name], label)
            html.add(
                "textarea",
                [
                    "id": "f-" + name, "name": name, "rows": "\(rows)", "maxlength": "\(limit)",
                    "required": flag(isRequired),
                    "aria-describedby": hint == nil ? nil : "h-" + name,
                ], value)
            if let hint { html.add("p", ["class": "hint", "id": "h-" + name], hint) }
        }
    }
}
