// SPDX-License-Identifier: Apache-2.0

/// Writes JSON by hand where the shape is small and fixed (RFC 8259); `<` is escaped so that it can stand in a page.
enum DeskJSON {
    /// A string in quotes.
    static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "<": result += "\\u003c"
            case "\u{2028}": result += "\\u2028"
            case "\u{2029}": result += "\\u2029"
            case "\0"..<" ":
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }

    /// A string, or null.
    static func value(_ text: String?) -> String { text.map(quoted) ?? "null" }
    /// A number, or null.
    static func value(_ number: Int?) -> String { number.map { "\($0)" } ?? "null" }

    /// An object of fields whose values are already JSON.
    static func object(_ fields: KeyValuePairs<StaticString, String>) -> String {
        "{" + fields.map { "\"\($0.key)\":\($0.value)" }.joined(separator: ",") + "}"
    }

    /// An array of values that are already JSON.
    static func array(_ items: [String]) -> String { "[" + items.joined(separator: ",") + "]" }
}
