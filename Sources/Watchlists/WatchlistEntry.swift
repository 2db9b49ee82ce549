// SPDX-License-Identifier: Apache-2.0

public import Civil
public import Mandate

/// Something to look for, with who wants it, on what ground, and until when (R26).
public struct WatchlistEntry: Hashable, Sendable, Codable, Identifiable {
    public var id: RecordID<WatchlistEntry>
    public var list: String
    public var subject: WatchlistSubject
    /// The unit that answers for the entry.
    public var owner: String
    /// The letter or decision on which it rests.
    public var basis: String
    public var category: WatchlistCategory
    /// Grading of source and information, for example `B2`.
    public var grading: String?
    /// Why, and what to do; shown with a hit.
    public var reason: String
    public var reviewDate: CivilDate
    /// The last day on which the entry matches.
    public var expiry: CivilDate
    /// Milliseconds since 1970 UTC.
    public var addedAtMilliseconds: Int64
    public var addedBy: RecordID<Officer>?
    public var isWithdrawn: Bool

    public init(
        id: RecordID<WatchlistEntry>, list: String, subject: WatchlistSubject, owner: String, basis: String,
        category: WatchlistCategory, grading: String? = nil, reason: String, reviewDate: CivilDate, expiry: CivilDate,
        addedAtMilliseconds: Int64, addedBy: RecordID<Officer>? = nil, isWithdrawn: Bool = false
    ) {
        self.id = id
        self.list = list
        self.subject = subject
        self.owner = owner
        self.basis = basis
        self.category = category
        self.grading = grading
        self.reason = reason
        self.reviewDate = reviewDate
        self.expiry = expiry
        self.addedAtMilliseconds = addedAtMilliseconds
        self.addedBy = addedBy
        self.isWithdrawn = isWithdrawn
    }

    /// Whether the entry may match a voyage of a day.
    public func isActive(on day: CivilDate) -> Bool { !isWithdrawn && day <= expiry }
}

/// What an entry looks for.
public enum WatchlistSubject: Hashable, Sendable, Codable {
    case person(WatchedPerson)
    case document(number: String, issuer: String?)
    case contact(kind: WatchedContactKind, value: String)
    /// The keyed token of a card number; the number itself is not kept.
    case card(token: BlindToken, lastFour: String)
}

/// A person to look for.
public struct WatchedPerson: Hashable, Sendable, Codable {
    public var surname: String?
    public var given: String?
    public var birthDate: PartialDate?
    public var sex: Sex?
    public var nationality: String?
    public var documentNumber: String?
    public var documentIssuer: String?

    public init(
        surname: String?, given: String?, birthDate: PartialDate? = nil, sex: Sex? = nil, nationality: String? = nil,
        documentNumber: String? = nil, documentIssuer: String? = nil
    ) {
        self.surname = surname
        self.given = given
        self.birthDate = birthDate
        self.sex = sex
        self.nationality = nationality
        self.documentNumber = documentNumber
        self.documentIssuer = documentIssuer
    }
}

/// The kinds of contact that can be watched.
public enum WatchedContactKind: String, Hashable, Sendable, Codable, CaseIterable {
    case phone, email
}

/// What the interest is about; it sets the order in which hits are shown.
public enum WatchlistCategory: String, Hashable, Sendable, Codable, CaseIterable {
    case narcotics, currency, wildlife, goods, fraud, other

    /// 1...5, higher first.
    public var urgency: Int {
        switch self {
        case .narcotics: 5
        case .currency, .wildlife: 4
        case .goods, .fraud: 3
        case .other: 2
        }
    }
}
