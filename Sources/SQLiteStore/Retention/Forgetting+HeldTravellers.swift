// SPDX-License-Identifier: Apache-2.0

internal import Casework
internal import Civil
internal import GRDB
internal import Identity
internal import Screening
internal import Travel

/// Decisions that name travellers of a held voyage under their seal, and no voyage: what was said of two journeys, and
/// look-ups at a post.
extension Forgetting {
    private static let kinds: [DecisionKind] = [.personJudged, .residentLookedUp]

    /// The numbers of those that were made before a moment. Where no hold stands none is opened.
    static func heldByTraveller(
        beforeMilliseconds cutoff: Int64, _ sealer: RecordSealer, _ db: Database
    ) throws -> [Int64] {
        let travellers = try heldTravellers(db)
        guard !travellers.isEmpty else { return [] }
        let reading = DecisionReading(db: db, sealer: sealer)
        let rows = try db.rows(
            """
            \(DecisionReading.select) WHERE d.kind IN (SELECT value FROM json_each(?)) AND d.at < ? ORDER BY d.seq
            """, [JSONList.words(kinds.map(\.rawValue)), cutoff])
        var judgements: Set<RecordID<PersonJudgement>> = []
        var found: [Int64] = []
        while let row = try rows.next() {
            guard let record = try reading.record(row) else { continue }
            let isHeld: Bool
            switch record.decision {
            case .residentLookedUp(let look): isHeld = look.traveller.map(travellers.contains) ?? false
            case .personJudged(let decision):
                switch decision.act {
                case .judged(let judgement):
                    isHeld = travellers.contains(judgement.first) || travellers.contains(judgement.second)
                    if isHeld { judgements.insert(judgement.id) }
                case .undone(let judgement): isHeld = judgements.contains(judgement)
                }
            default: isHeld = false
            }
            if isHeld { found.append(reading.sequence(row)) }
        }
        return found
    }

    /// The travellers of held voyages, by every identifier that leads to them.
    private static func heldTravellers(_ db: Database) throws -> Set<RecordID<Traveller>> {
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
