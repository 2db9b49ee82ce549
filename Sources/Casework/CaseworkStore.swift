// SPDX-License-Identifier: Apache-2.0

public import Civil
public import Mandate
public import Screening
public import Travel
public import Watchlists

/// What the desk needs of a store, beyond screening's own.
public protocol CaseworkStore: ScreeningStore, InboxStore {
    /// Writes decisions with what they change and the audit record in one transaction, on disk when the call returns.
    ///
    /// Nothing is written, and ``StoreError/taken`` thrown, where the log holds the same version of the same feed. Nor is
    /// anything written with a picture of a face that the change does not confirm.
    func record(_ change: CaseworkChange, audit: [AuditEvent]) async throws(StoreError)

    /// Decisions of some kinds, newest first, made at or after a moment; all kinds when `kinds` is empty.
    func decisions(
        kinds: Set<DecisionKind>, post: PostCode?, sinceMilliseconds: Int64, limit: Int
    ) async throws(StoreError) -> [DecisionRecord]

    /// Decisions of some kinds behind a number of the log, in its order; for who follows it.
    func decisions(
        kinds: Set<DecisionKind>, behind sequence: Int64, limit: Int
    ) async throws(StoreError) -> DecisionPage

    /// The decisions on one voyage (judgements of its hits, examinations), oldest first.
    func decisions(onVoyage voyage: RecordID<Voyage>) async throws(StoreError) -> [DecisionRecord]

    /// Rows of a board, by the post's time.
    func board(_ query: BoardQuery) async throws(StoreError) -> [BoardRow]

    /// The facts and figures of voyages; unknown identifiers are left out.
    func voyages(_ ids: [RecordID<Voyage>]) async throws(StoreError) -> [BoardRow]

    /// Hits of all voyages of a query, with their voyages.
    func hits(_ query: HitQuery) async throws(StoreError) -> [HitRow]

    /// Where a traveller, named by any contribution, is now; nil when unknown.
    func locate(_ contribution: RecordID<Traveller>) async throws(StoreError) -> TravellerLocation?

    /// Travellers that carry any of the tokens, newest voyage first.
    func travellers(carrying tokens: [BlindToken], limit: Int) async throws(StoreError) -> [TravellerLocation]

    /// Entries in order of addition, newest first.
    func entries(offset: Int, limit: Int, includingWithdrawn: Bool) async throws(StoreError) -> [WatchlistEntry]

    /// Entries that carry any of the tokens.
    func entries(carrying tokens: [BlindToken]) async throws(StoreError) -> [WatchlistEntry]

    /// The account of a sign-in name, by its token; nil when there is none.
    func account(login: BlindToken) async throws(StoreError) -> Account?

    /// All accounts, by sign-in name.
    func accounts() async throws(StoreError) -> [Account]

    /// Lets a message of the quarantine go on as the entries given, with the decision that says so, in one transaction
    /// that is on disk when the call returns; nil, and nothing written, where it is not in quarantine (any more).
    func replay(
        _ message: RecordID<ReceivedMessage>, as entries: [InboxEntry], record: DecisionRecord, audit: [AuditEvent]
    ) async throws(StoreError) -> [InboxReceipt]?

    /// Appends to the audit log; on disk when the call returns. Concurrent calls share an fsync.
    func appendAudit(_ events: [AuditEvent]) async throws(StoreError)

    /// The audit log, newest first.
    func audit(_ query: AuditQuery) async throws(StoreError) -> [AuditRow]

    /// What is kept of the pictures of some confirmed faces; none of them is opened, those that are gone are left out.
    func keptProbes(of reviews: [RecordID<ReviewedFace>]) async throws(StoreError) -> [KeptProbe]

    /// The kept picture of a confirmed face, opened; nil where there is none, or no longer.
    func probePicture(of review: RecordID<ReviewedFace>) async throws(StoreError) -> [UInt8]?

    /// Destroys the keys of the registry's answers that were given before a moment, with the record of it; returns how
    /// many. Their rows stay, unreadable.
    func forgetReplies(beforeMilliseconds: Int64, atMilliseconds now: Int64) async throws(StoreError) -> Int

    /// What came from some origins: when last, how many messages since a moment and how many of those went into
    /// quarantine. An origin that nothing came from, as far back as the store looks, is left out.
    func traffic(
        of origins: [String], sinceMilliseconds: Int64
    ) async throws(StoreError) -> [String: OriginTraffic]

    /// A number that grows with every change that a board could show, also by another process.
    func changeCount() async throws(StoreError) -> Int64
}

/// What decisions change.
public struct CaseworkChange: Hashable, Sendable {
    public var decisions: [DecisionRecord]
    /// Tokens of the entries among the decisions, for look-up (all tokens of an entry). In the same transaction the
    /// store
    /// marks the latest message of every voyage whose travellers carry one of them as pending, so that it is screened
    /// anew.
    public var entryTokens: [RecordID<WatchlistEntry>: [BlindToken]]
    /// Hits whose status or assignee changes.
    public var hits: [Hit]
    public var summaries: [RecordID<Voyage>: VoyageSummary]
    /// Further voyages to screen anew: their latest message becomes pending again.
    public var rederived: [RecordID<Voyage>]
    /// Voyages to screen anew since the ports changed, found by the store in the same transaction; none whose
    /// travellers were forgotten. What a screening under way makes by the ports as they were is screened again too.
    public var calls: PortCalls?
    /// The picture of a face that one of the decisions confirms, sealed under a key of its own in the same transaction.
    public var probe: ConfirmedProbe?

    public init(
        decisions: [DecisionRecord], entryTokens: [RecordID<WatchlistEntry>: [BlindToken]] = [:], hits: [Hit] = [],
        summaries: [RecordID<Voyage>: VoyageSummary] = [:], rederived: [RecordID<Voyage>] = [],
        calls: PortCalls? = nil, probe: ConfirmedProbe? = nil
    ) {
        self.probe = probe
        self.calls = calls
        self.rederived = rederived
        self.decisions = decisions
        self.entryTokens = entryTokens
        self.hits = hits
        self.summaries = summaries
    }
}

/// Which voyages a board shows.
public struct BoardQuery: Hashable, Sendable {
    /// Port codes that belong to the post; nil for all posts.
    public var posts: Set<String>?
    public var direction: TravelDirection
    /// Minutes since 1970 UTC, inclusive.
    public var fromUTC: Int
    public var toUTC: Int
    public var limit: Int

    public init(posts: Set<String>?, direction: TravelDirection, fromUTC: Int, toUTC: Int, limit: Int = 500) {
        self.posts = posts
        self.direction = direction
        self.fromUTC = fromUTC
        self.toUTC = toUTC
        self.limit = limit
    }
}

/// One voyage on a board.
public struct BoardRow: Hashable, Sendable {
    public var facts: VoyageFacts
    public var summary: VoyageSummary

    public init(facts: VoyageFacts, summary: VoyageSummary) {
        self.facts = facts
        self.summary = summary
    }
}

/// Which hits are asked for.
public struct HitQuery: Hashable, Sendable {
    public var posts: Set<String>?
    public var statuses: Set<HitStatus>
    public var voyages: [RecordID<Voyage>]?
    public var ids: [RecordID<Hit>]?
    /// Hits of one entry.
    public var entry: RecordID<WatchlistEntry>?
    /// Voyages whose post time is in this range, minutes since 1970 UTC; nil for all.
    public var fromUTC: Int?
    public var toUTC: Int?
    public var limit: Int

    public init(
        posts: Set<String>? = nil, statuses: Set<HitStatus> = Set(HitStatus.allCases),
        voyages: [RecordID<Voyage>]? = nil,
        ids: [RecordID<Hit>]? = nil, entry: RecordID<WatchlistEntry>? = nil, fromUTC: Int? = nil, toUTC: Int? = nil,
        limit: Int = 500
    ) {
        self.posts = posts
        self.statuses = statuses
        self.voyages = voyages
        self.ids = ids
        self.entry = entry
        self.fromUTC = fromUTC
        self.toUTC = toUTC
        self.limit = limit
    }
}

/// A hit with its voyage.
public struct HitRow: Hashable, Sendable {
    public var hit: Hit
    public var facts: VoyageFacts

    public init(hit: Hit, facts: VoyageFacts) {
        self.hit = hit
        self.facts = facts
    }
}

/// Where a traveller is found.
public struct TravellerLocation: Hashable, Sendable {
    public var traveller: RecordID<Traveller>
    public var status: TravellerStatus
    public var facts: VoyageFacts
    /// Which of the tokens asked for it carries.
    public var matched: [BlindToken]

    public init(traveller: RecordID<Traveller>, status: TravellerStatus, facts: VoyageFacts, matched: [BlindToken] = [])
    {
        self.traveller = traveller
        self.status = status
        self.facts = facts
        self.matched = matched
    }
}

/// Which audit records are asked for.
public struct AuditQuery: Hashable, Sendable {
    public var officer: RecordID<Officer>?
    /// An exact subject such as `traveller:<id>`: who saw whom.
    public var subject: String?
    public var actions: Set<AuditAction>
    public var beforeSequence: Int64?
    /// Only records behind this one.
    public var afterSequence: Int64?
    public var limit: Int

    public init(
        officer: RecordID<Officer>? = nil, subject: String? = nil, actions: Set<AuditAction> = [],
        beforeSequence: Int64? = nil, limit: Int = 200
    ) {
        self.officer = officer
        self.subject = subject
        self.actions = actions
        self.beforeSequence = beforeSequence
        self.limit = limit
    }
}

/// One record of the audit log as read.
public struct AuditRow: Hashable, Sendable {
    public var sequence: Int64
    public var event: AuditEvent
    public var hash: [UInt8]

    public init(sequence: Int64, event: AuditEvent, hash: [UInt8]) {
        self.sequence = sequence
        self.event = event
        self.hash = hash
    }
}
