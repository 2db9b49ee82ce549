// SPDX-License-Identifier: Apache-2.0

internal import Civil
internal import Mandate
internal import Screening
internal import Synchronization
internal import Travel
internal import Watchlists

/// A store that counts the calls made to it.
final class CountingStore: ScreeningStore {
    private let store: any ScreeningStore
    private let count = Mutex(0)

    init(_ store: any ScreeningStore) { self.store = store }

    /// Calls so far that had something to do: an empty look for pending messages does not count.
    var calls: Int { count.withLock { $0 } }

    func pendingMessages(limit: Int) async throws -> [StoredMessage] {
        let found = try await store.pendingMessages(limit: limit)
        if !found.isEmpty { count.withLock { $0 += 1 } }
        return found
    }

    func knowledge(
        of voyages: [RecordID<Voyage>], held: Set<RecordID<ReceivedMessage>>
    ) async throws -> [VoyageKnowledge] {
        count.withLock { $0 += 1 }
        return try await store.knowledge(of: voyages, held: held)
    }

    func watchlistTokens(since version: Int64) async throws -> WatchlistDelta {
        count.withLock { $0 += 1 }
        return try await store.watchlistTokens(since: version)
    }

    func entries(_ ids: [RecordID<WatchlistEntry>]) async throws -> [EntryKnowledge] {
        count.withLock { $0 += 1 }
        return try await store.entries(ids)
    }

    func voyages(carrying tokens: [BlindToken], limit: Int) async throws -> [RecordID<Voyage>] {
        count.withLock { $0 += 1 }
        return try await store.voyages(carrying: tokens, limit: limit)
    }

    func commit(_ changes: ScreeningChanges, audit: [AuditEvent]) async throws {
        count.withLock { $0 += 1 }
        try await store.commit(changes, audit: audit)
    }
}
