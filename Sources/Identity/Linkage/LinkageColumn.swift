// SPDX-License-Identifier: Apache-2.0

/// What a column of any table of people holds; all that linking must be told of it.
public enum LinkageColumn: String, Hashable, Sendable, Codable, CaseIterable {
    /// What a row is called in labels.
    case id
    /// The truth, where it is known: rows of one person have the same text. Never compared.
    case person
    case given, surname
    /// A whole name in one piece.
    case name
    /// `YYYY`, `YYYY-MM`, `YYYY-MM-DD` or `YYYYMMDD`.
    case birthDate
    case place
    /// A postcode, a house number, any number or mark.
    case number
    /// A street, an occupation, any words.
    case text
    case sex, country
    /// A value that is the same or not.
    case other

    /// How values of the column are compared; nil for what is not compared.
    var comparison: LinkageComparison? {
        switch self {
        case .id, .person: nil
        case .given, .surname, .name: .name
        case .birthDate: .date
        case .place, .text: .words
        case .number: .code
        case .sex, .country, .other: .category
        }
    }
}

/// How two values are compared.
enum LinkageComparison: Hashable, Sendable {
    case name, words, date, code, category
}
