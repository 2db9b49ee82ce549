// SPDX-License-Identifier: Apache-2.0

internal import Casework
internal import Civil
internal import Foundation
internal import GRDB
internal import Safeguards

/// Pictures of confirmed faces: nothing of one can stay without the person, so that it goes when names go. A hold on its
/// voyage keeps it.
extension Forgetting {
    /// A condition over a picture `p`: it is over by an act or by its age, and nothing holds it. One on a voyage goes with
    /// that voyage's names. `:depersonalise` is the moment before which it is old.
    private static let dueProbe = """
        (p.is_over = 1 OR (p.at < :depersonalise
            AND NOT EXISTS (SELECT 1 FROM voyage AS v WHERE v.id = p.voyage AND v.forgotten_at IS NULL)))
            AND \(notHeld("p.voyage"))
        """

    /// Those whose age is over, and those of people who turned out to be somebody else.
    mutating func destroyDueProbes(limit: Int) throws {
        try destroyProbes(
            "\(Self.dueProbe) LIMIT :limit", ["depersonalise": cutoffs.depersonalise, "limit": limit])
    }

    /// Those of people who turned out to be somebody else.
    mutating func destroyMistakenProbes(limit: Int) throws {
        try destroyProbes("p.is_over = 1 AND \(Self.notHeld("p.voyage")) LIMIT :limit", ["limit": limit])
    }

    /// Those of a voyage that loses its names.
    mutating func destroyProbes(ofVoyage id: Data) throws { try destroyProbes("p.voyage = :voyage", ["voyage": id]) }

    /// Those that an entry which has ended left.
    mutating func destroyProbes(ofEntry id: Data) throws {
        try destroyProbes("p.entry = :entry AND \(Self.notHeld("p.voyage"))", ["entry": id])
    }

    private mutating func destroyProbes(_ condition: String, _ arguments: StatementArguments) throws {
        let rows = try Row.fetchAll(
            db, sql: "SELECT p.number, p.key FROM confirmed_probe AS p WHERE \(condition)", arguments: arguments)
        for row in rows {
            try destroy(key: row[1])
            try db.run("DELETE FROM confirmed_probe WHERE number = ?", [row[0] as Int64])
        }
        tally[.facesDestroyed] += rows.count
        touched += rows.count
    }

    /// How many are over and stay under legal holds.
    static func heldProbes(_ cutoffs: RetentionCutoffs, _ db: Database) throws -> Int {
        try Int.fetchOne(
            db,
            sql: """
                SELECT count(*) FROM confirmed_probe AS p
                WHERE (p.is_over = 1 OR p.at < ?) AND NOT \(notHeld("p.voyage"))
                """, arguments: [cutoffs.depersonalise]) ?? 0
    }

    /// How many faces are to be destroyed now: enrolled ones whose entries have ended, photographs of holders whose day is
    /// over, and pictures of confirmed faces; those on a voyage whose names are due with it.
    static func facesDue(_ cutoffs: RetentionCutoffs, _ db: Database) throws -> Int {
        let today = FaceDay.of(milliseconds: cutoffs.atMilliseconds).daysSinceEpoch
        return try Int.fetchOne(
            db,
            sql: """
                SELECT (SELECT count(*) FROM enrolled_face WHERE forgotten_at IS NULL AND last_day < :today)
                    + (SELECT count(*) FROM holder_photograph WHERE last_day < :today)
                    + (SELECT count(*) FROM confirmed_probe AS p WHERE (\(dueProbe)) OR p.voyage IN (
                        SELECT id FROM voyage WHERE number IN (\(dueVoyages))))
                """,
            arguments: [
                "today": today, "depersonalise": cutoffs.depersonalise, "cutoff": cutoffs.depersonalise,
            ]) ?? 0
    }
}
