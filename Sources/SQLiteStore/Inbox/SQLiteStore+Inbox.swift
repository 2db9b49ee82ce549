// SPDX-License-Identifier: Apache-2.0

public import Civil
internal import Foundation
internal import GRDB
public import Mandate
public import Screening
public import Travel

extension SQLiteStore {
    public func append(_ batch: [InboxEntry], audit: [AuditEvent]) async throws(StoreError) -> [InboxReceipt] {
        var sealed: [RecordSealer.Sealed] = []
        sealed.reserveCapacity(batch.count)
        do {
            for entry in batch { sealed.append(try InboxWriting.seal(entry, sealer)) }
        } catch {
            throw StoreError(error)
        }
        return try await writing { [sealer, sealed, node] db in
            let receipts = try InboxWriting.append(batch, sealed, sealer, db)
            try AuditWriting.append(audit, node: node, db)
            return receipts
        }
    }

    public func inboxCounts() async throws(StoreError) -> InboxCounts {
        try await reading { db in
            let messages = try Counters.messages.value(db)
            let quarantined = try Counters.quarantined.value(db)
            let pending: Int = try db.row("SELECT count(*) FROM inbox WHERE state = 'pending'")?[0] ?? 0
            return InboxCounts(
                stored: Int(messages - quarantined), pending: pending, quarantined: Int(quarantined),
                duplicates: Int(try Counters.duplicates.value(db)), forgotten: Int(try Counters.forgotten.value(db)))
        }
    }

    public func inboxRows(
        after cursor: Int64?, states: Set<MessageState>, limit: Int
    ) async throws(StoreError) -> [InboxRow] {
        try await reading { db in
            // One state has an index of its own; named as it is there, so that it is used.
            let filter: String
            switch states {
            case Set(MessageState.allCases): filter = ""
            case [.pending]: filter = "AND i.state = 'pending'"
            case [.quarantined]: filter = "AND i.state = 'quarantined'"
            default: filter = "AND i.state IN (\(states.map { "'\($0.rawValue)'" }.sorted().joined(separator: ",")))"
            }
            let rows = try db.rows(
                """
                SELECT i.seq, i.id, i.state, i.received_at, i.origin, i.size, i.kind, v.id, i.warnings, i.quarantine_reason
                FROM inbox AS i LEFT JOIN voyage AS v ON v.number = i.voyage
                WHERE i.seq > ? \(filter) ORDER BY i.seq LIMIT ?
                """, [cursor ?? 0, limit])
            var found: [InboxRow] = []
            while let row = try rows.next() {
                found.append(
                    InboxRow(
                        cursor: row[0], id: try RecordID(blob: row[1]), state: try InboxReading.state(row[2]),
                        receivedAtMilliseconds: row[3], origin: row[4], sizeBytes: row[5],
                        kind: (row[6] as String?).flatMap { MessageKind(rawValue: $0) },
                        voyage: try RecordID(optional: row[7]),
                        warnings: try (row[8] as String?).map { try StoredJSON.value([String: Int].self, from: $0) }
                            ?? [:],
                        quarantineReason: row[9]))
            }
            return found
        }
    }

    public func message(_ id: RecordID<ReceivedMessage>) async throws(StoreError) -> StoredMessage? {
        try await reading { [sealer] db in
            guard let row = try db.row("\(InboxReading.select) WHERE i.id = ?", [id.blob]) else { return nil }
            return try InboxReading.message(row, sealer, db)
        }
    }
}
