// SPDX-License-Identifier: Apache-2.0

public import Mandate

/// Values with most of their characters covered: enough to tell two apart on a page, too little to look anybody up.
///
/// A masked value masked again stays as it is.
public enum Masking {
    /// What kind of value is covered, and so what stays open.
    public enum Form: String, Hashable, Sendable, CaseIterable {
        /// The first letter of each word: `B••• S•••`.
        case name
        /// The first and the last two characters, from six characters on: `C•••••67`.
        case document
        /// The last three digits: `•••••789`.
        case phone
        /// The first letter: `b•••@•••`.
        case email
        /// The last four digits: `••••••••••••0001`.
        case nik
        /// The year: `1985-••-••`.
        case date
        /// Nothing, not even the length: `•••`.
        case text
    }

    private static let cover: Character = "•"

    /// Covers a value; an empty one stays empty.
    public static func mask(_ value: String, as form: Form) -> String {
        if value.isEmpty { return "" }
        switch form {
        case .name:
            return value.split(separator: " ").map { "\($0.first ?? cover)•••" }.joined(separator: " ")
        case .document: return covering(value, first: 1, last: 2, fromCount: 6)
        case .phone:
            let digits = value.filter { $0.isASCII && $0.isNumber }
            return "•••••" + (digits.count >= 6 || value.hasPrefix("•••••") ? digits.suffix(3) : "")
        case .email:
            guard let at = value.firstIndex(of: "@"), at > value.startIndex else { return "•••" }
            return "\(value[value.startIndex])•••@•••"
        case .nik: return covering(value, first: 0, last: 4, fromCount: 16)
        case .date:
            let year = value.prefix(4)
            let isYear = year.count == 4 && year.allSatisfy { $0.isASCII && $0.isNumber }
            return isYear ? "\(year)-••-••" : "•••"
        case .text: return "•••"
        }
    }

    /// The value as it may appear: itself, covered, or nil when the place is left out.
    public static func render(_ value: String, as form: Form, _ visibility: FieldVisibility) -> String? {
        switch visibility {
        case .shown: value
        case .masked: mask(value, as: form)
        case .denied: nil
        }
    }

    private static func covering(_ value: String, first: Int, last: Int, fromCount: Int) -> String {
        guard value.count >= fromCount else { return String(repeating: cover, count: value.count) }
        let covered = String(repeating: cover, count: value.count - first - last)
        return value.prefix(first) + covered + value.suffix(last)
    }
}
