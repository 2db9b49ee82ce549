// SPDX-License-Identifier: Apache-2.0

public import Civil
public import Mandate
public import Messages
public import Travel
public import Watchlists

/// What screening needs of a store. A batch costs the same number of calls whatever it holds.
public protocol ScreeningStore: Sendable {
    /// The oldest messages not yet screened, opened, at most `limit`.
    func pendingMessages(limit: Int) async throws -> [StoredMessage]

    /// Everything that is stored about some voyages; messages in `held` are left out of ``VoyageKnowledge/messages``.
    func knowledge(of voyages: [RecordID<Voyage>], held: Set<RecordID<ReceivedMessage>>) async throws
        -> [VoyageKnowledge]

    /// The tokens of entries added or changed after `version`, and the version that this answer brings one to.
    ///
    /// Version 0 asks for all. A withdrawn entry keeps its tokens, so that its hits can lapse.
    func watchlistTokens(since version: Int64) async throws -> WatchlistDelta

    /// Entries with every judgement ever made on them; unknown identifiers are left out.
    func entries(_ ids: [RecordID<WatchlistEntry>]) async throws -> [EntryKnowledge]

    /// Travellers that carry any of the tokens, at most `limit` voyages; for entries that come after their travellers.
    func voyages(carrying tokens: [BlindToken], limit: Int) async throws -> [RecordID<Voyage>]

    /// Writes what a batch changed, with its audit record, in one transaction.
    func commit(_ changes: ScreeningChanges, audit: [AuditEvent]) async throws
}

/// A message of the inbox, opened.
public struct StoredMessage: Hashable, Sendable {
    public var id: RecordID<ReceivedMessage>
    public var receivedAtMilliseconds: Int64
    /// The file's or feed's name as given; no personal data.
    public var origin: String
    public var state: MessageState
    /// The bytes after the edge filter; of a quarantined message the bytes as received.
    public var bytes: [UInt8]
    /// Keyed tokens of overwritten card numbers, by the number's offset in ``bytes``.
    public var cardTokens: [Int: BlindToken]
    public var filtered: [String: Int]
    /// When it was first screened, milliseconds since 1970 UTC; nil before, and where that was not recorded.
    public var screenedAtMilliseconds: Int64?
    /// The voyage that it was screened into; nil before.
    public var voyage: RecordID<Voyage>?
    /// The version of the carrier profile that it is read by, whole: the store looks it up in the decision log.
    public var profile: SavedProfile?

    public init(
        id: RecordID<ReceivedMessage>, receivedAtMilliseconds: Int64, origin: String, state: MessageState,
        bytes: [UInt8],
        cardTokens: [Int: BlindToken] = [:], filtered: [String: Int] = [:], screenedAtMilliseconds: Int64? = nil,
        voyage: RecordID<Voyage>? = nil, profile: SavedProfile? = nil
    ) {
        self.voyage = voyage
        self.screenedAtMilliseconds = screenedAtMilliseconds
        self.profile = profile
        self.id = id
        self.receivedAtMilliseconds = receivedAtMilliseconds
        self.origin = origin
        self.state = state
        self.bytes = bytes
        self.cardTokens = cardTokens
        self.filtered = filtered
    }
}

/// Where a message stands in the inbox.
public enum MessageState: String, Hashable, Sendable, Codable, CaseIterable {
    case pending, screened, quarantined
    /// Was in quarantine, could be read later, and went on as other messages that the replay's decision names.
    case replayed
    /// Its key was destroyed in time; the row says that there was a message.
    case forgotten
}

/// What is stored about one voyage.
public struct VoyageKnowledge: Hashable, Sendable {
    public var id: RecordID<Voyage>
    /// All messages of the voyage, also those not delivered because the asker holds them.
    public var messageIDs: [RecordID<ReceivedMessage>]
    public var messages: [StoredMessage]
    public var travellers: [TravellerIndex]
    public var hits: [Hit]

    public init(
        id: RecordID<Voyage>, messageIDs: [RecordID<ReceivedMessage>] = [], messages: [StoredMessage] = [],
        travellers: [TravellerIndex] = [], hits: [Hit] = []
    ) {
        self.id = id
        self.messageIDs = messageIDs
        self.messages = messages
        self.travellers = travellers
        self.hits = hits
    }
}

/// The index row of a traveller: opaque identifiers and blind tokens only, no personal data.
public struct TravellerIndex: Hashable, Sendable {
    public var id: RecordID<Traveller>
    public var status: TravellerStatus
    public var role: TravellerRole
    /// Sorted, without repeats.
    public var tokens: [BlindToken]
    /// The identities of the contributions, the earliest first; all lead to this traveller.
    public var contributions: [RecordID<Traveller>]

    public init(
        id: RecordID<Traveller>, status: TravellerStatus, role: TravellerRole, tokens: [BlindToken],
        contributions: [RecordID<Traveller>]
    ) {
        self.id = id
        self.status = status
        self.role = role
        self.tokens = tokens
        self.contributions = contributions
    }
}

/// Tokens by entry since some version.
public struct WatchlistDelta: Hashable, Sendable {
    public var version: Int64
    public var tokens: [RecordID<WatchlistEntry>: [BlindToken]]

    public init(version: Int64, tokens: [RecordID<WatchlistEntry>: [BlindToken]]) {
        self.version = version
        self.tokens = tokens
    }
}

/// An entry with the judgements made on it.
public struct EntryKnowledge: Hashable, Sendable {
    public var entry: WatchlistEntry
    public var judgements: [Judgement]
    public var assignments: [RecordID<Hit>: RecordID<Officer>]
    /// The entry as it was each time it was written, the oldest first.
    public var versions: [WatchlistEntry]

    public init(
        entry: WatchlistEntry, judgements: [Judgement], assignments: [RecordID<Hit>: RecordID<Officer>] = [:],
        versions: [WatchlistEntry] = []
    ) {
        self.versions = versions
        self.entry = entry
        self.judgements = judgements
        self.assignments = assignments
    }
}

/// What screening a batch of messages changes.
public struct ScreeningChanges: Hashable, Sendable {
    /// Messages that are no longer pending, each with the voyage it belongs to (nil: it belongs to none).
    public var screened: [ScreenedMessage]
    public var voyages: [VoyageChange]
    /// The version of the watchlist that the hits were made with. Where the store's is newer, it marks the voyages that
    /// carry
    /// a token of the newer entries as pending in the same transaction, so that no entry misses a voyage by a race.
    public var watchlistVersion: Int64

    public init(screened: [ScreenedMessage] = [], voyages: [VoyageChange] = [], watchlistVersion: Int64 = 0) {
        self.screened = screened
        self.voyages = voyages
        self.watchlistVersion = watchlistVersion
    }
}

/// The result of reading one message.
public struct ScreenedMessage: Hashable, Sendable {
    public var id: RecordID<ReceivedMessage>
    public var voyage: RecordID<Voyage>?
    public var kind: MessageKind
    public var state: MessageState
    public var carrier: String?
    public var travellers: Int
    /// Codes with counts, no texts.
    public var warnings: [String: Int]
    /// The moment of screening; a store keeps the first.
    public var screenedAtMilliseconds: Int64?

    public init(
        id: RecordID<ReceivedMessage>, voyage: RecordID<Voyage>?, kind: MessageKind, state: MessageState,
        carrier: String?,
        travellers: Int, warnings: [String: Int], screenedAtMilliseconds: Int64? = nil
    ) {
        self.screenedAtMilliseconds = screenedAtMilliseconds
        self.id = id
        self.voyage = voyage
        self.kind = kind
        self.state = state
        self.carrier = carrier
        self.travellers = travellers
        self.warnings = warnings
    }
}

/// What changed in one voyage: rows to write over or to remove. Rows not named stay as they are.
public struct VoyageChange: Hashable, Sendable {
    public var facts: VoyageFacts
    public var summary: VoyageSummary
    public var upsertedTravellers: [TravellerIndex]
    public var removedTravellers: [RecordID<Traveller>]
    public var upsertedHits: [Hit]
    public var removedHits: [RecordID<Hit>]
    /// The whole voyage's, not only what changed.
    public var tally: VoyageTally

    public init(
        facts: VoyageFacts, summary: VoyageSummary, upsertedTravellers: [TravellerIndex] = [],
        removedTravellers: [RecordID<Traveller>] = [], upsertedHits: [Hit] = [], removedHits: [RecordID<Hit>] = [],
        tally: VoyageTally = VoyageTally()
    ) {
        self.tally = tally
        self.facts = facts
        self.summary = summary
        self.upsertedTravellers = upsertedTravellers
        self.removedTravellers = removedTravellers
        self.upsertedHits = upsertedHits
        self.removedHits = removedHits
    }
}

/// The figures of a voyage that a board shows.
public struct VoyageSummary: Hashable, Sendable, Codable {
    public var travellers: Int
    public var crew: Int
    public var boarded: Int
    public var notOnBoard: Int
    public var cancelled: Int
    public var disputed: Int
    public var waitingHits: Int
    public var judgedSameHits: Int
    /// The highest rank among waiting and confirmed hits, 0 when there is none.
    public var topRank: Int
    /// When the latest message came, milliseconds since 1970 UTC.
    public var lastMessageAtMilliseconds: Int64
    /// When the travellers lost their names by the retention schedule; nil while they have them.
    public var forgottenAtMilliseconds: Int64?

    public init() {
        travellers = 0
        crew = 0
        boarded = 0
        notOnBoard = 0
        cancelled = 0
        disputed = 0
        waitingHits = 0
        judgedSameHits = 0
        topRank = 0
        lastMessageAtMilliseconds = 0
    }
}
