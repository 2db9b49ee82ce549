// SPDX-License-Identifier: Apache-2.0

internal import Civil
internal import Foundation
internal import GRDB
internal import Mandate
internal import Screening
internal import Travel

/// Seals hits under one key for each voyage and writes them.
struct HitWriting {
    let db: Database
    let sealer: RecordSealer

    /// The name under which hits are sealed.
    static let table = "hit"

    /// The key of a voyage's hits, made where there is none.
    func key(ofVoyage number: Int64) throws -> WrappedKey {
        if let row = try db.row("SELECT hit_key FROM voyage WHERE number = ?", [number]), let key: Int64 = row[0],
            let found = try sealer.key(key, db)
        {
            return found
        }
        let key = try sealer.vault.makeKey(.passengerData)
        try db.run("UPDATE voyage SET hit_key = ? WHERE number = ?", [try sealer.insert(key, db), number])
        return key
    }

    /// Writes a hit over the stored one; where an officer has acted on that since `known`, screening leaves it alone.
    func write(_ hit: Hit, of voyage: Int64, key: WrappedKey, knowing known: Int64, decided: Int64?) throws {
        let sealed = try sealer.seal(try StoredJSON.bytes(hit), HitWriting.table, hit.id.bytes, with: key)
        try db.run(
            """
            INSERT INTO hit (id, voyage, entry, status, rank, decided, sealed) VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET voyage = excluded.voyage, entry = excluded.entry, status = excluded.status,
                rank = excluded.rank, decided = max(hit.decided, excluded.decided), sealed = excluded.sealed
            WHERE hit.decided <= ?
            """,
            [
                hit.id.blob, voyage, hit.entry.blob, hit.status.rawValue, hit.rank, decided ?? 0, Data(sealed),
                decided ?? known,
            ])
    }

    /// Opens the hit in a row of identifier and sealed bytes.
    static func hit(_ row: Row, at column: Int, key: WrappedKey, _ sealer: RecordSealer) throws -> Hit {
        let id = try RecordID<Hit>(blob: row[column])
        return try StoredJSON.value(
            Hit.self, from: try sealer.open(row[column + 1], table, id.bytes, with: key))
    }
}
