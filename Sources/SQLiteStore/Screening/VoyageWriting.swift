// SPDX-License-Identifier: Apache-2.0

internal import Civil
internal import Foundation
internal import GRDB
internal import Mandate
internal import Screening
internal import Travel

/// Writes what screening found about one voyage.
struct VoyageWriting {
    let db: Database
    let sealer: RecordSealer
    /// The act up to which the screening knew what officers had done.
    let act: Int64

    /// Which voyages have been depersonalised.
    static func forgotten(among voyages: [RecordID<Voyage>], _ db: Database) throws -> Set<RecordID<Voyage>> {
        var found: Set<RecordID<Voyage>> = []
        try db.rows(
            for: voyages, { "SELECT id FROM voyage WHERE forgotten_at IS NOT NULL AND id IN (\($0))" }
        ) { found.insert(try RecordID(blob: $0[0])) }
        return found
    }

    /// Writes a voyage's rows over those stored and returns its number.
    func write(_ change: VoyageChange) throws -> Int64 {
        let number = try writeFacts(change.facts, change.summary)
        for id in change.removedTravellers { try remove(id, of: number) }
        for traveller in change.upsertedTravellers { try write(traveller, of: number) }
        for id in change.removedHits { try db.run("DELETE FROM hit WHERE id = ?", [id.blob]) }
        if !change.upsertedHits.isEmpty {
            let writing = HitWriting(db: db, sealer: sealer)
            let key = try writing.key(ofVoyage: number)
            for hit in change.upsertedHits { try writing.write(hit, of: number, key: key, knowing: act, decided: nil) }
        }
        return number
    }

    private func writeFacts(_ facts: VoyageFacts, _ summary: VoyageSummary) throws -> Int64 {
        let stored = try VoyageRow(facts)
        let row = try db.row(
            """
            INSERT INTO voyage (id, direction, post, post_time, facts, messages, summary, due)
            VALUES (?, ?, ?, ?, ?, ?, ?, 0)
            ON CONFLICT (id) DO UPDATE SET direction = excluded.direction, post = excluded.post,
                post_time = excluded.post_time, facts = excluded.facts, messages = excluded.messages,
                summary = excluded.summary
            RETURNING number
            """,
            [
                facts.id.blob, facts.direction.rawValue, facts.post, facts.postTimeUTC, stored.facts, stored.messages,
                try StoredJSON.text(summary),
            ])
        guard let number: Int64 = row?[0] else { throw StoreError.failed(reason: "a voyage got no number") }
        return number
    }

    private func write(_ traveller: TravellerIndex, of voyage: Int64) throws {
        let tokens = PackedList.pack(traveller.tokens)
        let contributions = PackedList.pack(traveller.contributions)
        let keys = TokenIndex.keys(traveller.tokens, traveller.contributions + [traveller.id])
        if let stored = try stored(traveller.id, of: voyage) {
            try db.run(
                "UPDATE traveller SET status = ?, role = ?, tokens = ?, contributions = ? WHERE number = ?",
                [traveller.status.rawValue, traveller.role.rawValue, tokens, contributions, stored.number])
            try TokenIndex.update(stored.number, from: stored.keys, to: keys, db)
        } else {
            try db.run(
                """
                INSERT INTO traveller (voyage, id, status, role, tokens, contributions) VALUES (?, ?, ?, ?, ?, ?)
                """,
                [
                    voyage, traveller.id.blob, traveller.status.rawValue, traveller.role.rawValue, tokens,
                    contributions,
                ])
            try TokenIndex.update(db.lastInsertedRowID, from: [], to: keys, db)
        }
    }

    private func remove(_ id: RecordID<Traveller>, of voyage: Int64) throws {
        guard let stored = try stored(id, of: voyage) else { return }
        try TokenIndex.update(stored.number, from: stored.keys, to: [], db)
        try db.run("DELETE FROM traveller WHERE number = ?", [stored.number])
    }

    private func stored(_ id: RecordID<Traveller>, of voyage: Int64) throws -> (number: Int64, keys: Set<Int64>)? {
        guard
            let row = try db.row(
                "SELECT number, tokens, contributions FROM traveller WHERE voyage = ? AND id = ?", [voyage, id.blob])
        else { return nil }
        return (row[0], TokenIndex.keys(try PackedList.tokens(row[1]), try PackedList.ids(row[2]) + [id]))
    }
}
