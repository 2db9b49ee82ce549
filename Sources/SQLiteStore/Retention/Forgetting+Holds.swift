// SPDX-License-Identifier: Apache-2.0

internal import Civil
internal import Foundation
internal import GRDB
public import Safeguards
public import Screening
internal import Travel

/// What legal holds keep: all that is known of their voyages.
extension Forgetting {
    /// A condition over a voyage's identifier: no hold stands on it.
    static func notHeld(_ voyage: String) -> String {
        "NOT EXISTS (SELECT 1 FROM legal_hold AS held WHERE held.voyage = \(voyage))"
    }

    /// A condition over a decision `d`: it is on no held voyage. One made before a rebuild may know its hit alone.
    static let decisionNotHeld = """
        \(notHeld("d.voyage")) AND NOT EXISTS (
            SELECT 1 FROM hit AS h JOIN voyage AS v ON v.number = h.voyage
            JOIN legal_hold AS held ON held.voyage = v.id WHERE h.id = d.hit)
        """

    /// Voyages that their age alone would depersonalise or destroy.
    private static let heldVoyages = """
        SELECT v.number FROM voyage AS v
        WHERE v.id IN (SELECT voyage FROM legal_hold)
            AND EXISTS (SELECT 1 FROM inbox AS i WHERE i.voyage = v.number)
            AND NOT EXISTS (
                SELECT 1 FROM inbox AS i WHERE i.voyage = v.number AND (
                    i.received_at >= iif(v.forgotten_at IS NULL, :depersonalise, :destroy) OR i.state = 'pending'))
        """

    /// What is due by its age and stays.
    static func held(_ cutoffs: RetentionCutoffs, _ db: Database) throws -> RetentionTally {
        let arguments: StatementArguments = ["depersonalise": cutoffs.depersonalise, "destroy": cutoffs.destroy]
        var tally = RetentionTally()
        tally[.voyagesHeld] =
            try Int.fetchOne(db, sql: "SELECT count(*) FROM (\(heldVoyages))", arguments: arguments) ?? 0
        tally[.messagesHeld] =
            try Int.fetchOne(
                db, sql: "SELECT count(*) FROM inbox WHERE voyage IN (\(heldVoyages))", arguments: arguments) ?? 0
        tally[.facesHeld] = try heldProbes(cutoffs, db)
        return tally
    }
}

extension SQLiteStore {
    /// How much is due by its age and stays under legal holds.
    public func retentionHeld(_ cutoffs: RetentionCutoffs) async throws(StoreError) -> RetentionTally {
        try await reading { db in try Forgetting.held(cutoffs, db) }
    }

    /// The legal holds that stand, in the order of their records.
    public func retentionHolds() async throws(StoreError) -> [RetentionHold] {
        try await reading { db in
            let rows = try db.rows("SELECT id, voyage, traveller FROM legal_hold ORDER BY id", [])
            var found: [RetentionHold] = []
            while let row = try rows.next() {
                found.append(
                    RetentionHold(
                        id: try RecordID(blob: row[0]), voyage: try RecordID(blob: row[1]),
                        traveller: try RecordID(optional: row[2])))
            }
            return found
        }
    }
}
