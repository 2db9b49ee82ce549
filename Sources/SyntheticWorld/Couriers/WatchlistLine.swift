// SPDX-License-Identifier: Apache-2.0

/// One line of watchlist.csv, as an office would send it.
public struct WatchlistLine: Hashable, Sendable {
    /// What the entry names.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        case person, document, contact, card
    }

    public var listID: String
    public var kind: Kind
    public var surname = ""
    public var given = ""
    public var birthDate = ""
    public var sex = ""
    public var nationality = ""
    public var documentType = ""
    public var documentNumber = ""
    public var documentIssuer = ""
    public var contactKind = ""
    public var contact = ""
    public var card = ""
    public var owner: String
    public var basis: String
    public var category: String
    public var grading: String
    public var reviewDate: String
    public var expiry: String
    public var reason: String

    /// The header of watchlist.csv.
    public static let header =
        "LIST_ID,KIND,SURNAME,GIVEN,DOB,SEX,NATIONALITY,DOC_TYPE,DOC_NO,DOC_ISSUER,CONTACT_KIND,CONTACT,CARD,OWNER,BASIS,"
        + "CATEGORY,GRADING,REVIEW_DATE,EXPIRY,REASON"

    /// The line without its end.
    public var csv: String {
        [
            listID, kind.rawValue, surname, given, birthDate, sex, nationality, documentType, documentNumber,
            documentIssuer, contactKind, contact, card, owner, basis, category, grading, reviewDate, expiry, reason,
        ].joined(separator: ",")
    }
}
