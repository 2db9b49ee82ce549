// SPDX-License-Identifier: Apache-2.0

public import Civil
public import Mandate
public import Travel
public import Watchlists

/// A reason to look at a traveller: one watchlist entry that matches, with why.
public struct Hit: Hashable, Sendable, Codable, Identifiable {
    /// Derived from entry and traveller.
    public var id: RecordID<Hit>
    public var voyage: RecordID<Voyage>
    public var traveller: RecordID<Traveller>
    public var entry: RecordID<WatchlistEntry>
    public var category: WatchlistCategory
    /// 1...100: the entry's urgency and the strength of the match; orders lists, decides nothing.
    public var rank: Int
    public var reasons: [HitReason]
    /// The facts that the match rests on, as one token: a judgement holds until it changes.
    public var facts: BlindToken
    /// Tokens that stand for the same person on other journeys (documents; name with birth date).
    public var personTokens: [BlindToken]
    public var isChild: Bool
    /// When the hit could first be known: the receipt of the first message that made it, or the writing of the entry,
    /// whichever came later, milliseconds since 1970 UTC.
    public var knownAtMilliseconds: Int64
    public var status: HitStatus
    public var assignee: RecordID<Officer>?

    public init(
        id: RecordID<Hit>, voyage: RecordID<Voyage>, traveller: RecordID<Traveller>, entry: RecordID<WatchlistEntry>,
        category: WatchlistCategory, rank: Int, reasons: [HitReason], facts: BlindToken, personTokens: [BlindToken],
        isChild: Bool, knownAtMilliseconds: Int64, status: HitStatus, assignee: RecordID<Officer>? = nil
    ) {
        self.id = id
        self.voyage = voyage
        self.traveller = traveller
        self.entry = entry
        self.category = category
        self.rank = rank
        self.reasons = reasons
        self.facts = facts
        self.personTokens = personTokens
        self.isChild = isChild
        self.knownAtMilliseconds = knownAtMilliseconds
        self.status = status
        self.assignee = assignee
    }
}

/// Where a hit stands. Only a named officer moves it from open to judged.
public enum HitStatus: String, Hashable, Sendable, Codable, CaseIterable {
    /// Waits for an officer.
    case open
    /// Was judged, and the facts have changed since.
    case reopened
    case judgedSame = "judged-same"
    case judgedDifferent = "judged-different"
    case judgedNotEnough = "judged-not-enough"
    /// The same person was judged different from this entry on an earlier journey, on the same facts.
    case differentEarlier = "different-earlier"
    /// The traveller, booking or voyage was cancelled.
    case withdrawn
    /// The match rested on values that a later message corrected.
    case corrected
    /// The entry was withdrawn or had expired by the day of travel.
    case lapsed

    /// Whether an officer should look at it.
    public var isWaiting: Bool { self == .open || self == .reopened }
}

/// Why an entry matches a traveller: typed, with the message and segments that show it.
public struct HitReason: Hashable, Sendable, Codable {
    public var kind: HitReasonKind
    /// What the traveller's messages say.
    public var observed: String
    /// What the entry says.
    public var expected: String
    public var message: RecordID<ReceivedMessage>?
    public var span: SegmentSpan?
    public var source: SourceKind?

    public init(
        kind: HitReasonKind, observed: String, expected: String, message: RecordID<ReceivedMessage>?,
        span: SegmentSpan?,
        source: SourceKind?
    ) {
        self.kind = kind
        self.observed = observed
        self.expected = expected
        self.message = message
        self.span = span
        self.source = source
    }
}

/// The kinds of reason; Wording has words for each in both languages.
public enum HitReasonKind: String, Hashable, Sendable, Codable, CaseIterable {
    /// The document number is equal, letter for letter.
    case documentEqual = "document-equal"
    /// Document numbers are equal but the issuers differ.
    case documentOtherIssuer = "document-other-issuer"
    case nameEqual = "name-equal"
    /// Equal after folding of spelling, order and titles.
    case nameFolded = "name-folded"
    /// At least two names in common, others missing on one side.
    case namePartial = "name-partial"
    case birthDateEqual = "birth-date-equal"
    /// The known parts agree, others are unknown.
    case birthDatePartial = "birth-date-partial"
    case sexEqual = "sex-equal"
    case sexDiffers = "sex-differs"
    case nationalityEqual = "nationality-equal"
    case nationalityDiffers = "nationality-differs"
    case birthDateDiffers = "birth-date-differs"
    case phoneEqual = "phone-equal"
    case emailEqual = "email-equal"
    case cardEqual = "card-equal"

    /// Whether the reason speaks against the match.
    public var isContrary: Bool {
        switch self {
        case .sexDiffers, .nationalityDiffers, .birthDateDiffers, .documentOtherIssuer: true
        default: false
        }
    }
}
