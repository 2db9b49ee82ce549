// SPDX-License-Identifier: Apache-2.0

internal import Casework
internal import Civil
internal import Mandate
internal import Screening
internal import Travel
internal import Watchlists

/// A store that answers reads without their audit record: the other side of the comparison in ``ReadBench``, on
/// invented data
/// that the benchmark made itself. Nothing else may use it.
struct UnrecordedStore: CaseworkStore {
    let store: any CaseworkStore

    func pendingMessages(limit: Int) async throws -> [StoredMessage] {
        try await store.pendingMessages(limit: limit)
    }

    func knowledge(of voyages: [RecordID<Voyage>], held: Set<RecordID<ReceivedMessage>>) async throws
        -> [VoyageKnowledge]
    {
        try await store.knowledge(of: voyages, held: held)
    }

    func watchlistTokens(since version: Int64) async throws -> WatchlistDelta {
        try await store.watchlistTokens(since: version)
    }

    func entries(_ ids: [RecordID<WatchlistEntry>]) async throws -> [EntryKnowledge] {
        try await store.entries(ids)
    }

    func voyages(carrying tokens: [BlindToken], limit: Int) async throws -> [RecordID<Voyage>] {
        try await store.voyages(carrying: tokens, limit: limit)
    }

    func commit(_ changes: ScreeningChanges, audit: [AuditEvent]) async throws {
        try await store.commit(changes, audit: audit)
    }

    func append(_ batch: [InboxEntry], audit: [AuditEvent]) async throws(StoreError) -> [InboxReceipt] {
        try await store.append(batch, audit: audit)
    }

    func inboxCounts() async throws(StoreError) -> InboxCounts {
        try await store.inboxCounts()
    }

    func inboxRows(after cursor: Int64?, states: Set<MessageState>, limit: Int) async throws(StoreError) -> [InboxRow] {
        try await store.inboxRows(after: cursor, states: states, limit: limit)
    }

    func message(_ id: RecordID<ReceivedMessage>) async throws(StoreError) -> StoredMessage? {
        try await store.message(id)
    }

    func replay(
        _ message: RecordID<ReceivedMessage>, as entries: [InboxEntry], record: DecisionRecord, audit: [AuditEvent]
    ) async throws(StoreError) -> [InboxReceipt]? {
        try await store.replay(message, as: entries, record: record, audit: audit)
    }

    func record(_ change: CaseworkChange, audit: [AuditEvent]) async throws(StoreError) {
        try await store.record(change, audit: audit)
    }

    func decisions(kinds: Set<DecisionKind>, post: PostCode?, sinceMilliseconds: Int64, limit: Int)
        async throws(StoreError) -> [DecisionRecord]
    {
        try await store.decisions(kinds: kinds, post: post, sinceMilliseconds: sinceMilliseconds, limit: limit)
    }

    func decisions(kinds: Set<DecisionKind>, behind sequence: Int64, limit: Int) async throws(StoreError)
        -> DecisionPage
    {
        try await store.decisions(kinds: kinds, behind: sequence, limit: limit)
    }

    func decisions(onVoyage voyage: RecordID<Voyage>) async throws(StoreError) -> [DecisionRecord] {
        try await store.decisions(onVoyage: voyage)
    }

    func board(_ query: BoardQuery) async throws(StoreError) -> [BoardRow] {
        try await store.board(query)
    }

    func voyages(_ ids: [RecordID<Voyage>]) async throws(StoreError) -> [BoardRow] {
        try await store.voyages(ids)
    }

    func hits(_ query: HitQuery) async throws(StoreError) -> [HitRow] {
        try await store.hits(query)
    }

    func locate(_ contribution: RecordID<Traveller>) async throws(StoreError) -> TravellerLocation? {
        try await store.locate(contribution)
    }

    func travellers(carrying tokens: [BlindToken], limit: Int) async throws(StoreError) -> [TravellerLocation] {
        try await store.travellers(carrying: tokens, limit: limit)
    }

    func entries(offset: Int, limit: Int, includingWithdrawn: Bool) async throws(StoreError) -> [WatchlistEntry] {
        try await store.entries(offset: offset, limit: limit, includingWithdrawn: includingWithdrawn)
    }

    func entries(carrying tokens: [BlindToken]) async throws(StoreError) -> [WatchlistEntry] {
        try await store.entries(carrying: tokens)
    }

    func account(login: BlindToken) async throws(StoreError) -> Account? {
        try await store.account(login: login)
    }

    func accounts() async throws(StoreError) -> [Account] {
        try await store.accounts()
    }

    func appendAudit(_ events: [AuditEvent]) async throws(StoreError) {}

    func audit(_ query: AuditQuery) async throws(StoreError) -> [AuditRow] {
        try await store.audit(query)
    }

    func keptProbes(of reviews: [RecordID<ReviewedFace>]) async throws(StoreError) -> [KeptProbe] {
        try await store.keptProbes(of: reviews)
    }

    func probePicture(of review: RecordID<ReviewedFace>) async throws(StoreError) -> [UInt8]? {
        try await store.probePicture(of: review)
    }

    func forgetReplies(beforeMilliseconds: Int64, atMilliseconds now: Int64) async throws(StoreError) -> Int {
        try await store.forgetReplies(beforeMilliseconds: beforeMilliseconds, atMilliseconds: now)
    }

    func traffic(of origins: [String], sinceMilliseconds: Int64) async throws(StoreError) -> [String: OriginTraffic] {
        try await store.traffic(of: origins, sinceMilliseconds: sinceMilliseconds)
    }

    func changeCount() async throws(StoreError) -> Int64 {
        try await store.changeCount()
    }
}
