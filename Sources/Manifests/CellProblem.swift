// SPDX-License-Identifier: Apache-2.0

/// What is wrong with a cell; Wording says what would be right.
public enum CellProblem: String, Hashable, Sendable, CaseIterable {
    case dateUnreadable = "date-unreadable"
    /// No calendar has the day.
    case dateImpossible = "date-impossible"
    /// Day and month cannot be told apart.
    case dateUndecided = "date-undecided"
    case birthInFuture = "birth-in-future"
    case birthTooLongAgo = "birth-too-long-ago"
    case timeUnreadable = "time-unreadable"
    /// `####`, `#REF!`.
    case spreadsheetError = "spreadsheet-error"
    /// `3,17404E+15`.
    case numberRounded = "number-rounded"
    case nikLength = "nik-length"
    case nikImpossible = "nik-impossible"
    /// All identity numbers of the column end in the zero that a rounding spreadsheet leaves.
    case nikLastDigit = "nik-last-digit"
    /// The NIK tells another birth date.
    case nikBirthDiffers = "nik-birth-differs"
    case countryUnknown = "country-unknown"
    case sexUnknown = "sex-unknown"
    case documentTypeUnknown = "document-type-unknown"
    case roleUnknown = "role-unknown"
    case documentShort = "document-short"
    /// Shorter than its column by leading zeros that a spreadsheet may have taken off.
    case leadingZeroLost = "leading-zero-lost"
    case nameHasDigits = "name-has-digits"
    case nameMissing = "name-missing"
    case portUnknown = "port-unknown"
    case shipNumberWrong = "ship-number-wrong"
    case cellTooLong = "cell-too-long"
    case quoteUnclosed = "quote-unclosed"

    /// Whether the value is not taken; else it is taken, and looked at.
    public var isError: Bool {
        switch self {
        case .nikLastDigit, .nikBirthDiffers, .documentShort, .leadingZeroLost, .nameHasDigits, .documentTypeUnknown,
            .nameMissing, .shipNumberWrong, .quoteUnclosed:
            false
        default: true
        }
    }
}

/// Why a row makes no traveller.
public enum RowRefusal: Hashable, Sendable {
    /// `Total 42`.
    case total
    /// Nothing in it names a traveller: notes, signatures, headings.
    case note
    case repeatedHeader
    /// The same traveller stands in an earlier line.
    case repeated(line: Int)

    /// A stable code of a bounded set.
    public var code: String {
        switch self {
        case .total: "total"
        case .note: "note"
        case .repeatedHeader: "repeated-header"
        case .repeated: "repeated"
        }
    }

    /// All codes.
    public static let codes = ["total", "note", "repeated-header", "repeated"]
}

/// What keeps a list from being handed in.
public enum ListProblem: String, Hashable, Sendable, CaseIterable {
    case noTravellers = "no-travellers"
    /// No column of names and none of document numbers.
    case noNames = "no-names"
    case operatorMissing = "operator-missing"
    case modeMissing = "mode-missing"
    case fromMissing = "from-missing"
    case toMissing = "to-missing"
    /// Neither departure nor arrival.
    case timeMissing = "time-missing"
    /// A column's day and month cannot be told apart.
    case datesUndecided = "dates-undecided"
    case samePort = "same-port"
}
