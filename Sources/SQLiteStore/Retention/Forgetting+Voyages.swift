// SPDX-License-Identifier: Apache-2.0

internal import Civil
internal import Foundation
internal import GRDB
internal import Mandate
internal import Safeguards
internal import Screening
internal import Travel

extension Forgetting {
    /// Voyages whose last message is older than the age, and that nothing waits for.
    static let dueVoyages = """
        SELECT DISTINCT i.voyage FROM inbox AS i JOIN voyage AS v ON v.number = i.voyage
        WHERE i.state = 'screened' AND i.received_at < :cutoff AND v.forgotten_at IS NULL AND \(notHeld("v.id"))
            AND NOT EXISTS (
            SELECT 1 FROM inbox AS l WHERE l.voyage = i.voyage AND (l.received_at >= :cutoff OR l.state = 'pending'))
        """

    /// Makes the depersonalised form of voyages that are due their only form.
    mutating func depersonaliseVoyages(limit: Int) throws {
        let due = try Int64.fetchAll(
            db, sql: Forgetting.dueVoyages + " LIMIT :limit",
            arguments: ["cutoff": cutoffs.depersonalise, "limit": limit])
        touched += due.count
        for voyage in due { try depersonalise(voyage: voyage) }
    }

    private mutating func depersonalise(voyage number: Int64) throws {
        guard let row = try db.row("SELECT id, facts, messages, summary FROM voyage WHERE number = ?", [number]) else {
            return
        }
        let id: Data = row[0]
        var facts = try VoyageRow.facts(row, at: 1)
        var summary = try StoredJSON.value(VoyageSummary.self, from: row[3] as String)
        try forgetMessages(of: number)
        try depersonaliseTravellers(of: number)
        try depersonaliseHits(of: number)
        // A plate is a person's own.
        facts.conveyance.plate = nil
        summary.waitingHits = 0
        summary.forgottenAtMilliseconds = cutoffs.dayMilliseconds
        try db.run(
            "UPDATE voyage SET facts = ?, summary = ?, forgotten_at = ? WHERE number = ?",
            [try VoyageRow(facts).facts, try StoredJSON.text(summary), cutoffs.dayMilliseconds, number])
        try depersonaliseDecisions(onVoyage: id)
        try destroyProbes(ofVoyage: id)
        tally[.voyagesDepersonalised] += 1
    }

    private mutating func forgetMessages(of voyage: Int64) throws {
        let rows = try Row.fetchAll(
            db, sql: "SELECT seq, state FROM inbox WHERE voyage = ? AND state <> 'forgotten'", arguments: [voyage])
        for row in rows {
            try forget(message: row[0], state: try InboxReading.state(row[1]), as: .messagesForgotten)
        }
    }

    /// Travellers keep identifier, status and role; nothing finds them by a document or name any more.
    private mutating func depersonaliseTravellers(of voyage: Int64) throws {
        let rows = try Row.fetchAll(
            db, sql: "SELECT number, id, tokens, contributions FROM traveller WHERE voyage = ?", arguments: [voyage])
        for row in rows {
            let id = try RecordID<Traveller>(blob: row[1])
            let before = TokenIndex.keys(try PackedList.tokens(row[2]), try PackedList.ids(row[3]) + [id])
            try TokenIndex.update(row[0], from: before, to: TokenIndex.keys([], [id]), db)
            try db.run(
                "UPDATE traveller SET tokens = x'', contributions = x'' WHERE number = ?", [row[0] as Int64])
        }
        tally[.travellersDepersonalised] += rows.count
    }

    private mutating func depersonaliseHits(of voyage: Int64) throws {
        guard let number: Int64 = try db.row("SELECT hit_key FROM voyage WHERE number = ?", [voyage])?[0],
            let old = try sealer.key(number, db)
        else { return }
        let key = try sealer.vault.makeKey(.decision)
        let rows = try Row.fetchAll(db, sql: "SELECT id, sealed FROM hit WHERE voyage = ?", arguments: [voyage])
        for row in rows {
            let hit = try HitWriting.hit(row, at: 0, key: old, sealer).depersonalised()
            let sealed = try sealer.seal(try StoredJSON.bytes(hit), HitWriting.table, hit.id.bytes, with: key)
            try db.run(
                "UPDATE hit SET status = ?, sealed = ? WHERE id = ?", [hit.status.rawValue, Data(sealed), hit.id.blob])
        }
        try db.run("UPDATE voyage SET hit_key = ? WHERE number = ?", [try sealer.insert(key, db), voyage])
        try destroy(key: number)
        tally[.hitsDepersonalised] += rows.count
    }
}
