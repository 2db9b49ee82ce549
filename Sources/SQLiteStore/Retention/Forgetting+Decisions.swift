// SPDX-License-Identifier: Apache-2.0

internal import Casework
internal import Foundation
internal import GRDB
internal import Mandate
internal import Safeguards
internal import Screening

extension Forgetting {
    /// Decisions on no voyage, or on one whose travellers have lost their names, that are older than the age.
    static let dueDecisions = """
        d.at < ? AND NOT EXISTS (SELECT 1 FROM voyage AS v WHERE v.id = d.voyage AND v.forgotten_at IS NULL)
            AND \(decisionNotHeld) AND d.seq NOT IN (SELECT value FROM json_each(?))
        """

    mutating func depersonaliseDecisions(limit: Int) throws {
        let kept = try Forgetting.heldByTraveller(beforeMilliseconds: cutoffs.depersonalise, sealer, db)
        try depersonaliseDecisions(
            "\(Forgetting.dueDecisions) LIMIT ?", [cutoffs.depersonalise, JSONList.numbers(kept), limit])
    }

    /// Writes decisions in the form that stays, under new keys, and destroys the old ones.
    mutating func depersonaliseDecisions(_ condition: String, _ arguments: StatementArguments) throws {
        let reading = DecisionReading(db: db, sealer: sealer)
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT d.id, d.sealed, k.id, k.retention, k.bytes, d.seq, d.key
                FROM decision AS d LEFT JOIN data_key AS k ON k.number = d.key
                WHERE d.forgotten_at IS NULL AND \(condition)
                """, arguments: arguments)
        touched += rows.count
        for row in rows {
            let seq: Int64 = row[5]
            let now = cutoffs.atMilliseconds
            switch try reading.record(row)?.forgetting {
            // A record whose key is gone says nothing.
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
}
