// SPDX-License-Identifier: Apache-2.0

public import Casework
internal import Civil
internal import GRDB
public import Mandate
public import Screening
internal import Travel
internal import Watchlists

extension SQLiteStore {
    public func record(_ change: CaseworkChange, audit: [AuditEvent]) async throws(StoreError) {
        guard change.isProbeConfirmed else { throw .failed(reason: "a picture of a face that is not confirmed") }
        var sealed: [RecordSealer.Sealed] = []
        let probe: RecordSealer.Sealed?
        do {
            for record in change.decisions { sealed.append(try DecisionWriting.seal(record, sealer)) }
            probe = try change.probe.map { try ProbeRows.seal($0, sealer) }
        } catch {
            throw StoreError(error)
        }
        try await writing { [sealed, probe, sealer, node] db in
            try Counters.acts.add(1, db)
            let act = try Counters.acts.value(db)
            try SQLiteStore.write(change, sealed, sealer, act: act, db)
            if let facts = change.probe?.facts, let probe {
                try ProbeRows(db: db, sealer: sealer).insert(facts, probe)
            }
            try Counters.changes.add(1, db)
            try AuditWriting.append(audit, node: node, db)
        }
    }

    private static func write(
        _ change: CaseworkChange, _ sealed: [RecordSealer.Sealed], _ sealer: RecordSealer, act: Int64, _ db: Database
    ) throws {
        let decisions = DecisionWriting(db: db, sealer: sealer, act: act)
        var keys = Set(change.entryTokens.values.joined().map(\.indexed))
        for (record, body) in zip(change.decisions, sealed) {
            try decisions.refuseTaken(record.decision)
            try decisions.insert(record, body)
            let tokens: [BlindToken]? =
                switch record.decision {
                case .entryWritten(let entry): change.entryTokens[entry.id]
                case .entryWithdrawn(let id, _): change.entryTokens[id]
                default: nil
                }
            keys.formUnion(try decisions.apply(record, tokens: tokens))
        }
        let hits = HitWriting(db: db, sealer: sealer)
        for hit in change.hits {
            guard let row = try db.row("SELECT number FROM voyage WHERE id = ?", [hit.voyage.blob]) else { continue }
            let voyage: Int64 = row[0]
            try hits.write(hit, of: voyage, key: try hits.key(ofVoyage: voyage), knowing: act, decided: act)
        }
        for (voyage, summary) in change.summaries {
            try db.run("UPDATE voyage SET summary = ? WHERE id = ?", [try StoredJSON.text(summary), voyage.blob])
        }
        var due = try TokenIndex.voyages(keys, db)
        try db.rows(for: change.rederived, { "SELECT number FROM voyage WHERE id IN (\($0))" }) { due.insert($0[0]) }
        if let calls = change.calls { due.formUnion(try PortCallWriting(db: db).mark(calls, act: act)) }
        try InboxWriting.rederive(voyages: due, act: act, db)
    }
}
