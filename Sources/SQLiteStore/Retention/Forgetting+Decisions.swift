// SPDX-License-Identifier: Apache-2.0

internal import Casework
internal import Foundation
internal import GRDB
internal import Mandate
internal import Safeguards
internal import Screening

extension Forgetting {
    /// Decisions on no voyage, or on one whose travellers have lost their names, that are older than the age.
    private static let dueDecisions = """
        d.at < ? AND NOT EXISTS (SELECT 1 FROM voyage AS v WHERE v.id = d.voyage AND v.forgotten_at IS NULL)
            AND \(decisionNotHeld)
        """
    /// The columns of a decision that is to be forgotten; a clause over `d` follows.
    static let decisionColumns = """
        SELECT d.id, d.sealed, k.id, k.retention, k.bytes, d.seq, d.key, d.forgotten_at IS NOT NULL,
            d.kind IN (\(kindsNamingTravellers))
        FROM decision AS d LEFT JOIN data_key AS k ON k.number = d.key
        """

    /// Deals with the next decisions of the log, whatever holds keep of them.
    mutating func depersonaliseDecisions(limit: Int) throws {
        let isAnyHeld = try readHolds()
        // What was depersonalised before is looked at too: taking it back may not be.
        let open =
            isAnyHeld ? "(d.forgotten_at IS NULL OR d.kind IN (\(Self.kindReferredTo)))" : "d.forgotten_at IS NULL"
        let rows = try Row.fetchAll(
            db,
            sql: """
                \(Self.decisionColumns) WHERE d.seq > ? AND \(open) AND \(Self.dueDecisions) ORDER BY d.seq LIMIT ?
                """, arguments: [cursor.after, cutoffs.depersonalise, limit])
        let reading = DecisionReading(db: db, sealer: sealer)
        for row in rows {
            let record = try reading.listed(row)
            cursor.after = reading.sequence(row)
            if isAnyHeld, let record, isHeldByTraveller(record.decision) { continue }
            if row[7] as Bool { continue }
            try depersonalise(record, row)
        }
        touched += rows.count
    }

    /// Writes the decisions on a voyage in the form that stays.
    mutating func depersonaliseDecisions(onVoyage id: Data) throws {
        let rows = try Row.fetchAll(
            db, sql: "\(Self.decisionColumns) WHERE d.forgotten_at IS NULL AND d.voyage = ?", arguments: [id])
        let reading = DecisionReading(db: db, sealer: sealer)
        for row in rows { try depersonalise(try reading.listed(row), row) }
        touched += rows.count
    }

    /// Writes a decision in the form that stays, under a new key, and destroys the old one.
    private mutating func depersonalise(_ record: DecisionRecord?, _ row: Row) throws {
        let seq: Int64 = row[5]
        let now = cutoffs.atMilliseconds
        switch record?.forgetting {
        // A record whose key is gone, or one of a face that is damaged, says nothing.
        case .stays, nil: try db.run("UPDATE decision SET forgotten_at = ? WHERE seq = ?", [now, seq])
        case .goes:
            try destroy(key: row[6])
            try db.run("UPDATE decision SET forgotten_at = ?, sealed = x'' WHERE seq = ?", [now, seq])
            tally[.decisionsDestroyed] += 1
        case .becomes(let record):
            let sealed = try DecisionWriting.seal(record, sealer)
            try db.run(
                "UPDATE decision SET forgotten_at = ?, key = ?, sealed = ? WHERE seq = ?",
                [now, try sealer.insert(sealed.key, db), Data(sealed.bytes), seq])
            try destroy(key: row[6])
            tally[.decisionsDepersonalised] += 1
        }
    }
}
