// SPDX-License-Identifier: Apache-2.0

import Casework
import Civil
import Mandate
import Screening
import Synchronization
import TestSupport
import Travel
import Watchlists

/// A store whose audit log can be made to fail: a class since the test turns it while the desk holds it.
final class AuditSwitch: CaseworkStore {
    private let base: MemoryStore
    private let broken = Mutex(false)

    /// Decisions that were read, each look counted.
    private let read = Mutex(0)

    var decisionsRead: Int { read.withLock { $0 } }

    /// Whether the inbox cannot be counted.
    private let uncounted = Mutex(false)

    init(_ base: MemoryStore) { self.base = base }

    var isBroken: Bool {
        get { broken.withLock { $0 } }
        set { broken.withLock { $0 = newValue } }
    }

    var isUncounted: Bool {
        get { uncounted.withLock { $0 } }
        set { uncounted.withLock { $0 = newValue } }
    }

    func appendAudit(_ events: [AuditEvent]) async throws(StoreError) {
        if isBroken { throw .full }
        try await base.appendAudit(events)
    }

    func replay(
        _ message: RecordID<ReceivedMessage>, as entries: [InboxEntry], record: DecisionRecord, audit: [AuditEvent]
    ) async throws(StoreError) -> [InboxReceipt]? {
        try await base.replay(message, as: entries, record: record, audit: audit)
    }

    func record(_ change: CaseworkChange, audit: [AuditEvent]) async throws(StoreError) {
        if isBroken { throw .full }
        try await base.record(change, audit: audit)
    }

    func pendingMessages(limit: Int) async throws -> [StoredMessage] { try await base.pendingMessages(limit: limit) }
    func knowledge(
        of voyages: [RecordID<Voyage>], held: Set<RecordID<ReceivedMessage>>
    ) async throws -> [VoyageKnowledge] { try await base.knowledge(of: voyages, held: held) }
    func watchlistTokens(since version: Int64) async throws -> WatchlistDelta {
        try await base.watchlistTokens(since: version)
    }
    func entries(_ ids: [RecordID<WatchlistEntry>]) async throws -> [EntryKnowledge] { try await base.entries(ids) }
    func voyages(carrying tokens: [BlindToken], limit: Int) async throws -> [RecordID<Voyage>] {
        try await base.voyages(carrying: tokens, limit: limit)
    }
    func commit(_ changes: ScreeningChanges, audit: [AuditEvent]) async throws {
        try await base.commit(changes, audit: audit)
    }
    func append(_ batch: [InboxEntry], audit: [AuditEvent]) async throws(StoreError) -> [InboxReceipt] {
        try await base.append(batch, audit: audit)
    }
    func inboxCounts() async throws(StoreError) -> InboxCounts {
        if isUncounted { throw .busy }
        return try await base.inboxCounts()
    }
    func inboxRows(after cursor: Int64?, states: Set<MessageState>, limit: Int) async throws(StoreError) -> [InboxRow] {
        try await base.inboxRows(after: cursor, states: states, limit: limit)
    }
    func message(_ id: RecordID<ReceivedMessage>) async throws(StoreError) -> StoredMessage? {
        try await base.message(id)
    }
    func decisions(
        kinds: Set<DecisionKind>, post: PostCode?, sinceMilliseconds: Int64, limit: Int
    ) async throws(StoreError) -> [DecisionRecord] {
        let found = try await base.decisions(
            kinds: kinds, post: post, sinceMilliseconds: sinceMilliseconds, limit: limit)
        read.withLock { $0 += found.count }
        return found
    }
    func decisions(kinds: Set<DecisionKind>, behind sequence: Int64, limit: Int) async throws(StoreError)
        -> DecisionPage
    {
        let page = try await base.decisions(kinds: kinds, behind: sequence, limit: limit)
        read.withLock { $0 += page.decisions.count }
        return page
    }
    func decisions(onVoyage voyage: RecordID<Voyage>) async throws(StoreError) -> [DecisionRecord] {
        try await base.decisions(onVoyage: voyage)
    }
    func board(_ query: BoardQuery) async throws(StoreError) -> [BoardRow] { try await base.board(query) }
    func voyages(_ ids: [RecordID<Voyage>]) async throws(StoreError) -> [BoardRow] { try await base.voyages(ids) }
    func hits(_ query: HitQuery) async throws(StoreError) -> [HitRow] { try await base.hits(query) }
    func locate(_ contribution: RecordID<Traveller>) async throws(StoreError) -> TravellerLocation? {
        try await base.locate(contribution)
    }
    func travellers(carrying tokens: [BlindToken], limit: Int) async throws(StoreError) -> [TravellerLocation] {
        try await base.travellers(carrying: tokens, limit: limit)
    }
    func entries(offset: Int, limit: Int, includingWithdrawn: Bool) async throws(StoreError) -> [WatchlistEntry] {
        try await base.entries(offset: offset, limit: limit, includingWithdrawn: includingWithdrawn)
    }
    func entries(carrying tokens: [BlindToken]) async throws(StoreError) -> [WatchlistEntry] {
        try await base.entries(carrying: tokens)
    }
    func account(login: BlindToken) async throws(StoreError) -> Account? { try await base.account(login: login) }
    func accounts() async throws(StoreError) -> [Account] { try await base.accounts() }
    func audit(_ query: AuditQuery) async throws(StoreError) -> [AuditRow] { try await base.audit(query) }
    func keptProbes(of reviews: [RecordID<ReviewedFace>]) async throws(StoreError) -> [KeptProbe] {
        try await base.keptProbes(of: reviews)
    }
    func probePicture(of review: RecordID<ReviewedFace>) async throws(StoreError) -> [UInt8]? {
        try await base.probePicture(of: review)
    }
    func forgetReplies(beforeMilliseconds: Int64, atMilliseconds now: Int64) async throws(StoreError) -> Int {
        try await base.forgetReplies(beforeMilliseconds: beforeMilliseconds, atMilliseconds: now)
    }
    func traffic(of origins: [String], sinceMilliseconds: Int64) async throws(StoreError) -> [String: OriginTraffic] {
        try await base.traffic(of: origins, sinceMilliseconds: sinceMilliseconds)
    }
    func changeCount() async throws(StoreError) -> Int64 { try await base.changeCount() }
}
