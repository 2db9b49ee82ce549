// SPDX-License-Identifier: Apache-2.0

public import Casework
public import Civil
internal import GRDB
public import Mandate
public import Screening
public import Travel

extension SQLiteStore {
    public func replay(
        _ message: RecordID<ReceivedMessage>, as entries: [InboxEntry], record: DecisionRecord, audit: [AuditEvent]
    ) async throws(StoreError) -> [InboxReceipt]? {
        var bodies: [RecordSealer.Sealed] = []
        let sealed: RecordSealer.Sealed
        do {
            for entry in entries { bodies.append(try InboxWriting.seal(entry, sealer)) }
            sealed = try DecisionWriting.seal(record, sealer)
        } catch {
            throw StoreError(error)
        }
        return try await writing { [sealer, bodies, node] db in
            let row = try db.row("SELECT 1 FROM inbox WHERE id = ? AND state = 'quarantined'", [message.blob])
            guard row != nil else { return nil }
            let receipts = try InboxWriting.append(entries, bodies, sealer, db)
            try Counters.acts.add(1, db)
            let decisions = DecisionWriting(db: db, sealer: sealer, act: try Counters.acts.value(db))
            try decisions.insert(record, sealed)
            _ = try decisions.apply(record, tokens: nil)
            try Counters.changes.add(1, db)
            try AuditWriting.append(audit, node: node, db)
            return receipts
        }
    }
}
