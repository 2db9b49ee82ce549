// SPDX-License-Identifier: Apache-2.0

/// Writes fields of comma-separated text (RFC 4180).
public enum DelimitedText {
    /// The field as it stands between commas: in quotation marks where it holds a comma, a mark or a line break.
    public static func quoted(_ field: String) -> String {
        guard field.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return field }
        return "\"" + field.replacing("\"", with: "\"\"") + "\""
    }
}
