// SPDX-License-Identifier: Apache-2.0

public import Civil
public import Mandate
public import Screening
internal import Synchronization
public import Travel
public import Watchlists

/// Passes screening's calls on to a store and counts them: a class since its users share the count.
public final class CountingStore: ScreeningStore {
    private let base: any ScreeningStore
    private let counted = Mutex(0)

    public init(_ base: any ScreeningStore) { self.base = base }

    /// How many calls were made.
    public var calls: Int { counted.withLock { $0 } }

    private func count() { counted.withLock { $0 += 1 } }

    public func pendingMessages(limit: Int) async throws -> [StoredMessage] {
        count()
        return try await base.pendingMessages(limit: limit)
    }

    public func knowledge(
        of voyages: [RecordID<Voyage>], held: Set<RecordID<ReceivedMessage>>
    ) async throws -> [VoyageKnowledge] {
        count()
        return try await base.knowledge(of: voyages, held: held)
    }

    public func watchlistTokens(since version: Int64) async throws -> WatchlistDelta {
        count()
        return try await base.watchlistTokens(since: version)
    }

    public func entries(_ ids: [RecordID<WatchlistEntry>]) async throws -> [EntryKnowledge] {
        count()
        return try await base.entries(ids)
    }

    public func voyages(carrying tokens: [BlindToken], limit: Int) async throws -> [RecordID<Voyage>] {
        count()
        return try await base.voyages(carrying: tokens, limit: limit)
    }

    public func commit(_ changes: ScreeningChanges, audit: [AuditEvent]) async throws {
        count()
        try await base.commit(changes, audit: audit)
    }
}
