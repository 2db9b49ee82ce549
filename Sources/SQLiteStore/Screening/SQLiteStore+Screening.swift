// SPDX-License-Identifier: Apache-2.0

public import Civil
internal import Foundation
internal import GRDB
public import Mandate
public import Screening
public import Travel
public import Watchlists

extension SQLiteStore {
    public func pendingMessages(limit: Int) async throws -> [StoredMessage] {
        try await reading { [sealer] db in
            let rows = try db.rows(
                "\(InboxReading.select) WHERE i.state = 'pending' ORDER BY i.seq LIMIT ?", [limit])
            var found: [StoredMessage] = []
            while let row = try rows.next() {
                guard var message = try InboxReading.message(row, sealer, db) else { continue }
                message.voyage = try (row[9] as Data?).map { try RecordID<Voyage>(blob: $0) }
                found.append(message)
            }
            return found
        }
    }

    public func knowledge(
        of voyages: [RecordID<Voyage>], held: Set<RecordID<ReceivedMessage>>
    ) async throws -> [VoyageKnowledge] {
        try await reading { [sealer] db in
            try KnowledgeReading(db: db, sealer: sealer).knowledge(of: voyages, held: held)
        }
    }

    public func watchlistTokens(since version: Int64) async throws -> WatchlistDelta {
        try await reading { db in
            var delta = WatchlistDelta(version: try Counters.acts.value(db), tokens: [:])
            let rows = try db.rows("SELECT id, tokens FROM entry WHERE version > ?", [version])
            while let row = try rows.next() {
                delta.tokens[try RecordID(blob: row[0])] = try PackedList.tokens(row[1])
            }
            return delta
        }
    }

    public func entries(_ ids: [RecordID<WatchlistEntry>]) async throws -> [EntryKnowledge] {
        try await reading { [sealer, entryCache] db in
            try EntryReading(db: db, sealer: sealer).knowledge(of: ids, cache: entryCache)
        }
    }

    public func voyages(carrying tokens: [BlindToken], limit: Int) async throws -> [RecordID<Voyage>] {
        try await reading { db in
            let numbers = try TokenIndex.travellers(Set(tokens.map(\.indexed)), db)
            let wanted = Set(tokens)
            let rows = try db.rows(
                """
                SELECT v.id, t.tokens FROM traveller AS t JOIN voyage AS v ON v.number = t.voyage
                WHERE t.number IN (SELECT value FROM json_each(?))
                """, [JSONList.numbers(numbers)])
            var found = Set<RecordID<Voyage>>()
            while found.count < limit, let row = try rows.next() {
                guard !wanted.isDisjoint(with: try PackedList.tokens(row[1])) else { continue }
                found.insert(try RecordID(blob: row[0]))
            }
            return found.sorted()
        }
    }

    public func commit(_ changes: ScreeningChanges, audit: [AuditEvent]) async throws {
        try await writing { [sealer, node, qualityRules] db in
            try ScreeningWriting(db: db, sealer: sealer, qualityRules: qualityRules).write(changes)
            try AuditWriting.append(audit, node: node, db)
        }
    }
}
