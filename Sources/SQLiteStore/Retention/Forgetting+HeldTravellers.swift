// SPDX-License-Identifier: Apache-2.0

internal import Casework
internal import Civil
internal import Foundation
internal import GRDB
internal import Identity
internal import Screening
internal import Travel

/// How far the batches of one step of a run have come through the decision log: each record is opened once a run, however
/// many are held.
struct DecisionCursor: Sendable {
    /// The number of the last record that was dealt with.
    var after: Int64 = 0
    /// The travellers of held voyages, as of the last batch.
    fileprivate var travellers: Set<RecordID<Traveller>> = []
    /// The holds that stood then, with the messages of their voyages: while these are the same, so are the travellers.
    fileprivate var holds: [Data] = []
    /// What was judged of them: taking it back comes later in the log, and stays with it.
    fileprivate var judgements: Set<RecordID<PersonJudgement>> = []
}

/// Decisions that name travellers of a held voyage under their seal, and no voyage: what was said of two journeys, and
/// look-ups at a post.
extension Forgetting {
    /// Their kinds, as a list for SQL.
    static let kindsNamingTravellers = sqlList([.personJudged, .residentLookedUp])
    /// The one of them that later records refer to.
    static let kindReferredTo = sqlList([.personJudged])

    private static func sqlList(_ kinds: [DecisionKind]) -> String {
        kinds.map { "'\($0.rawValue)'" }.joined(separator: ", ")
    }

    /// Reads the travellers of held voyages where they are not known yet; to be called once a batch.
    ///
    /// - Returns: whether a hold stands; where none does, no record needs to be opened to know that nothing holds it.
    mutating func readHolds() throws -> Bool {
        let standing = try Data.fetchAll(
            db,
            sql: """
                SELECT held.id || v.messages FROM legal_hold AS held JOIN voyage AS v ON v.id = held.voyage ORDER BY 1
                """)
        guard standing != cursor.holds else { return !standing.isEmpty }
        cursor.holds = standing
        cursor.travellers = try heldTravellers()
        return !standing.isEmpty
    }

    /// Whether a hold keeps a decision for the sake of a traveller; records come in the order of the log.
    mutating func isHeldByTraveller(_ decision: Decision) -> Bool {
        switch decision {
        case .residentLookedUp(let look): return look.traveller.map(cursor.travellers.contains) ?? false
        case .personJudged(let decision):
            switch decision.act {
            case .judged(let judgement):
                guard cursor.travellers.contains(judgement.first) || cursor.travellers.contains(judgement.second) else {
                    return false
                }
                cursor.judgements.insert(judgement.id)
                return true
            case .undone(let judgement): return cursor.judgements.contains(judgement)
            }
        default: return false
        }
    }

    /// The travellers of held voyages, by every identifier that leads to them.
    private func heldTravellers() throws -> Set<RecordID<Traveller>> {
        let rows = try db.rows(
            """
            SELECT t.id, t.contributions FROM legal_hold AS held JOIN voyage AS v ON v.id = held.voyage
            JOIN traveller AS t ON t.voyage = v.number
            """, [])
        var found: Set<RecordID<Traveller>> = []
        while let row = try rows.next() {
            found.insert(try RecordID(blob: row[0]))
            found.formUnion(try PackedList.ids(row[1]))
        }
        return found
    }
}
