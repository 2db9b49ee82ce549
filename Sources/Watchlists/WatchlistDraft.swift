// SPDX-License-Identifier: Apache-2.0

public import Civil
public import Identity
public import Mandate

/// What an entry lacks.
public enum WatchlistDraftError: Error, Equatable, CustomStringConvertible {
    case missing(field: String)
    case invalid(field: String, expected: String)

    public var description: String {
        switch self {
        case .missing(let field): "\(field) is missing"
        case .invalid(let field, let expected): "\(field) is not \(expected)"
        }
    }

    /// The field that is wrong.
    public var field: String {
        switch self {
        case .missing(let field), .invalid(let field, _): field
        }
    }
}

/// A watchlist entry as somebody typed it, checked and complete.
public struct WatchlistDraft: Hashable, Sendable {
    /// Nil for a new entry.
    public var id: RecordID<WatchlistEntry>?
    public var list: String
    public var subject: WatchlistSubject
    public var owner: String
    public var basis: String
    public var category: WatchlistCategory
    public var grading: String?
    public var reason: String
    public var reviewDate: CivilDate
    public var expiry: CivilDate

    /// Makes a draft from named columns (see ``WatchlistCSV``); the first thing wrong is thrown.
    ///
    /// A card number is turned into its token at once; the number is not kept.
    public init(columns: [String: String], list: String, tokens: IdentityTokens) throws(WatchlistDraftError) {
        func need(_ field: String, atMost limit: Int = 200) throws(WatchlistDraftError) -> String {
            guard let value = columns[field], !value.isEmpty else { throw .missing(field: field) }
            guard value.count <= limit else { throw .invalid(field: field, expected: "at most \(limit) characters") }
            return value
        }
        func date(_ field: String) throws(WatchlistDraftError) -> CivilDate {
            guard let date = CivilDate(iso: try need(field)) else {
                throw .invalid(field: field, expected: "a date YYYY-MM-DD")
            }
            return date
        }
        self.list = list
        id = columns["LIST_ID"].map { tokens.entryID(list: list, listID: $0) }
        subject = try WatchlistDraft.subject(columns, tokens: tokens)
        owner = try need("OWNER", atMost: 80)
        basis = try need("BASIS", atMost: 80)
        guard let category = WatchlistCategory(rawValue: try need("CATEGORY").lowercased()) else {
            throw .invalid(
                field: "CATEGORY",
                expected: "one of " + WatchlistCategory.allCases.map(\.rawValue).joined(separator: ", "))
        }
        self.category = category
        grading = columns["GRADING"]
        reason = columns["REASON"] ?? ""
        reviewDate = try date("REVIEW_DATE")
        expiry = try date("EXPIRY")
        guard reviewDate <= expiry else { throw .invalid(field: "REVIEW_DATE", expected: "on or before EXPIRY") }
    }

    private static func subject(
        _ columns: [String: String], tokens: IdentityTokens
    ) throws(WatchlistDraftError) -> WatchlistSubject {
        switch (columns["KIND"] ?? "").lowercased() {
        case "person": return .person(try person(columns))
        case "document":
            guard let number = columns["DOC_NO"], tokens.document(number) != nil else {
                throw .missing(field: "DOC_NO")
            }
            return .document(number: number.uppercased(), issuer: columns["DOC_ISSUER"]?.uppercased())
        case "contact":
            guard let value = columns["CONTACT"] else { throw .missing(field: "CONTACT") }
            let kind = WatchedContactKind(rawValue: (columns["CONTACT_KIND"] ?? "phone").lowercased())
            guard let kind else { throw .invalid(field: "CONTACT_KIND", expected: "phone or email") }
            if kind == .phone, tokens.phone(value) == nil {
                throw .invalid(field: "CONTACT", expected: "a number of seven digits or more")
            }
            return .contact(kind: kind, value: value)
        case "card":
            let digits = Array((columns["CARD"] ?? "").utf8.filter { $0 >= 48 && $0 <= 57 })
            guard (13...19).contains(digits.count) else { throw .invalid(field: "CARD", expected: "13 to 19 digits") }
            return .card(token: tokens.card(digits), lastFour: String(decoding: digits.suffix(4), as: UTF8.self))
        default:
            throw .invalid(field: "KIND", expected: "person, document, contact or card")
        }
    }

    private static func person(_ columns: [String: String]) throws(WatchlistDraftError) -> WatchedPerson {
        let surname = columns["SURNAME"]?.uppercased()
        let given = columns["GIVEN"]?.uppercased()
        guard surname != nil || given != nil || columns["DOC_NO"] != nil else { throw .missing(field: "SURNAME") }
        var birth: PartialDate?
        if let text = columns["DOB"] {
            guard let date = PartialDate(iso: text) else {
                throw .invalid(field: "DOB", expected: "a date YYYY-MM-DD, YYYY-MM or YYYY")
            }
            birth = date
        }
        var sex: Sex?
        if let text = columns["SEX"] {
            guard let value = Sex(rawValue: text.uppercased()) else {
                throw .invalid(field: "SEX", expected: "M, F or X")
            }
            sex = value
        }
        return WatchedPerson(
            surname: surname, given: given, birthDate: birth, sex: sex,
            nationality: columns["NATIONALITY"]?.uppercased(),
            documentNumber: columns["DOC_NO"]?.uppercased(), documentIssuer: columns["DOC_ISSUER"]?.uppercased())
    }

    /// The entry with this content.
    public func entry(
        id: RecordID<WatchlistEntry>, addedAtMilliseconds: Int64, addedBy: RecordID<Officer>?
    ) -> WatchlistEntry {
        WatchlistEntry(
            id: id, list: list, subject: subject, owner: owner, basis: basis, category: category, grading: grading,
            reason: reason, reviewDate: reviewDate, expiry: expiry, addedAtMilliseconds: addedAtMilliseconds,
            addedBy: addedBy)
    }
}

extension IdentityTokens {
    /// The identity of an entry that a list numbers itself.
    public func entryID(list: String, listID: String) -> RecordID<WatchlistEntry> {
        let token = watchlistEntry(list: list, listID: listID)
        return RecordID(high: token.high, low: token.low)
    }
}
