// SPDX-License-Identifier: Apache-2.0

internal import Casework
internal import Civil
internal import Foundation
internal import GRDB
internal import Mandate
internal import Screening
internal import Watchlists

/// Writes watchlist entries, each sealed under a key of its own, with the tokens under which it waits.
struct EntryWriting {
    let db: Database
    let sealer: RecordSealer
    let act: Int64

    /// Writes an entry, new or over the stored one; returns the keys of all tokens that it has or had.
    func write(_ entry: WatchlistEntry, _ tokens: [BlindToken]?) throws -> Set<Int64> {
        let stored = try db.row("SELECT number, key, tokens FROM entry WHERE id = ?", [entry.id.blob])
        let number: Int64? = stored?[0]
        let before = try stored.map { try PackedList.tokens($0[2]) } ?? []
        let now = tokens ?? before
        let sealed = try sealer.seal(
            try StoredJSON.bytes(entry), EntryReading.table, entry.id.bytes, .watchlist)
        let key = try sealer.insert(sealed.key, db)
        let row = try db.row(
            """
            INSERT INTO entry (id, version, touched, withdrawn, key, sealed, tokens) VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET version = excluded.version, touched = excluded.touched,
                withdrawn = excluded.withdrawn, key = excluded.key, sealed = excluded.sealed, tokens = excluded.tokens
            RETURNING number
            """,
            [entry.id.blob, act, act, entry.isWithdrawn, key, Data(sealed.bytes), PackedList.pack(now)])
        if let old: Int64 = stored?[1] { try sealer.delete(key: old, db) }
        guard let written: Int64 = number ?? row?[0] else { throw StoreError.failed(reason: "an entry got no number") }
        try FaceRows.follow(entry, db)
        let keysBefore = Set(before.map(\.indexed))
        let keysNow = Set(now.map(\.indexed))
        for token in keysBefore.subtracting(keysNow) {
            try db.run("DELETE FROM entry_token WHERE token = ? AND entry = ?", [token, written])
        }
        for token in keysNow.subtracting(keysBefore) {
            try db.run("INSERT INTO entry_token (token, entry) VALUES (?, ?)", [token, written])
        }
        return keysBefore.union(keysNow)
    }

    /// Marks an entry as withdrawn; it keeps its tokens, so that its hits can lapse.
    func withdraw(_ id: RecordID<WatchlistEntry>, _ tokens: [BlindToken]?) throws -> Set<Int64> {
        guard let row = try db.row("\(EntryReading.select) WHERE e.id = ?", [id.blob]),
            var entry = try EntryReading(db: db, sealer: sealer).entry(row)
        else { return [] }
        entry.isWithdrawn = true
        return try write(entry, tokens)
    }
}
