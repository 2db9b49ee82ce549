// SPDX-License-Identifier: Apache-2.0

internal import Casework
internal import Civil
internal import Foundation
internal import GRDB
internal import Mandate
internal import Quality
internal import Safeguards
internal import Screening
internal import Travel

/// What ends at the limit: rows are deleted, and what they added to sums is taken away.
extension Forgetting {
    static let endedVoyages = """
        SELECT DISTINCT i.voyage FROM inbox AS i JOIN voyage AS v ON v.number = i.voyage
        WHERE i.state = 'forgotten' AND i.received_at < :cutoff AND v.forgotten_at IS NOT NULL AND \(notHeld("v.id"))
            AND NOT EXISTS (
            SELECT 1 FROM inbox AS l WHERE l.voyage = i.voyage AND (l.received_at >= :cutoff OR l.state <> 'forgotten'))
        """

    /// Kinds of decision that end, as a list for SQL.
    static var endingKinds: String {
        DecisionKind.allCases.filter(\.endsAtLimit).map { "'\($0.rawValue)'" }.joined(separator: ", ")
    }

    mutating func destroyVoyages(limit: Int) throws {
        let ended = try Int64.fetchAll(
            db, sql: Forgetting.endedVoyages + " LIMIT :limit", arguments: ["cutoff": cutoffs.destroy, "limit": limit])
        var quality = QualityWriting(db: db)
        for voyage in ended {
            try quality.remove(voyage: voyage)
            if let key: Int64 = try db.row("SELECT hit_key FROM voyage WHERE number = ?", [voyage])?[0] {
                try destroy(key: key)
            }
            try db.run("DELETE FROM hit WHERE voyage = ?", [voyage])
            let travellers = try Row.fetchAll(
                db, sql: "SELECT number, id FROM traveller WHERE voyage = ?", arguments: [voyage])
            for row in travellers {
                let keys = TokenIndex.keys([], [try RecordID<Traveller>(blob: row[1])])
                try TokenIndex.update(row[0], from: keys, to: [], db)
            }
            try db.run("DELETE FROM traveller WHERE voyage = ?", [voyage])
            try deleteMessages("voyage = ?", [voyage])
            try db.run("DELETE FROM voyage WHERE number = ?", [voyage])
            tally[.voyagesDestroyed] += 1
            touched += 1
        }
        let loose = try Row.fetchAll(
            db,
            sql: """
                SELECT \(LooseMessageRow.columns), seq FROM inbox
                WHERE state = 'forgotten' AND received_at < ? AND voyage IS NULL LIMIT ?
                """, arguments: [cutoffs.destroy, limit])
        for row in loose {
            quality.remove(try LooseMessageRow.quality(row))
            try deleteMessages("seq = ?", [row[LooseMessageRow.count] as Int64])
            touched += 1
        }
        try quality.finish()
    }

    private func deleteMessages(_ condition: String, _ arguments: StatementArguments) throws {
        try db.run("DELETE FROM inbox WHERE \(condition)", arguments)
        try Counters.forgotten.add(-db.changesCount, db)
    }

    /// Destroys the next decisions of the log that are past the limit.
    mutating func destroyDecisions(limit: Int) throws {
        let isAnyHeld = try readHolds()
        let rows = try Row.fetchAll(
            db,
            sql: """
                \(Self.decisionColumns) WHERE d.seq > ? AND d.at < ? AND d.kind IN (\(Self.endingKinds))
                    AND \(Self.decisionNotHeld) ORDER BY d.seq LIMIT ?
                """, arguments: [cursor.after, cutoffs.destroy, limit])
        let reading = DecisionReading(db: db, sealer: sealer)
        for row in rows {
            cursor.after = reading.sequence(row)
            if isAnyHeld, row[8] as Bool, let record = try reading.record(row), isHeldByTraveller(record.decision) {
                continue
            }
            try destroy(key: row[6])
            try db.run("DELETE FROM decision WHERE seq = ?", [cursor.after])
            tally[.decisionsDestroyed] += 1
        }
        touched += rows.count
    }
}
