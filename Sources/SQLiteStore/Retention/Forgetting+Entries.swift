// SPDX-License-Identifier: Apache-2.0

internal import Civil
internal import Foundation
internal import GRDB
internal import Safeguards
internal import Screening
internal import Watchlists

/// Watchlist entries, which end so long after they were withdrawn or expired.
extension Forgetting {
    /// An entry that nobody has done anything about since a moment, and that no held voyage tells of.
    private static let quietEntries = """
        SELECT e.id, e.sealed, k.id, k.retention, k.bytes, e.number, e.key, e.withdrawn
        FROM entry AS e LEFT JOIN data_key AS k ON k.number = e.key
        WHERE NOT EXISTS (SELECT 1 FROM decision AS d WHERE d.entry = e.id AND d.at >= ?)
            AND NOT EXISTS (
                SELECT 1 FROM decision AS d JOIN legal_hold AS held ON held.voyage = d.voyage WHERE d.entry = e.id)
            AND NOT EXISTS (
                SELECT 1 FROM hit AS h JOIN voyage AS v ON v.number = h.voyage
                JOIN legal_hold AS held ON held.voyage = v.id WHERE h.entry = e.id)
        ORDER BY e.number
        """

    struct EndedEntry {
        var id: Data
        var number: Int64
        var key: Int64
    }

    /// Entries that are to be destroyed: the day on which one expires is under its seal, so that each that was quiet for
    /// so long is opened.
    static func endedEntries(
        _ cutoffs: RetentionCutoffs, limit: Int, _ sealer: RecordSealer, _ db: Database
    ) throws -> [EndedEntry] {
        let reading = EntryReading(db: db, sealer: sealer)
        let rows = try db.rows(quietEntries, [cutoffs.destroy])
        var found: [EndedEntry] = []
        while found.count < limit, let row = try rows.next() {
            // What cannot be opened any more says nothing.
            let isOver = try row[7] as Bool || reading.entry(row).map { $0.isOver(before: cutoffs.destroy) } ?? true
            if isOver { found.append(EndedEntry(id: row[0], number: row[5], key: row[6])) }
        }
        return found
    }

    /// Destroys entries that have ended, with every version of them.
    mutating func destroyEntries(limit: Int) throws {
        let ended = try Forgetting.endedEntries(cutoffs, limit: limit, sealer, db)
        for entry in ended {
            let versions = try Int64.fetchAll(
                db, sql: "SELECT key FROM decision WHERE entry = ?", arguments: [entry.id])
            for key in versions + [entry.key] { try destroy(key: key) }
            try db.run("DELETE FROM decision WHERE entry = ?", [entry.id])
            try db.run("DELETE FROM entry_token WHERE entry = ?", [entry.number])
            // Their keys went when the entry ended.
            try db.run("DELETE FROM enrolled_face WHERE entry = ? AND forgotten_at IS NOT NULL", [entry.id])
            try destroyProbes(ofEntry: entry.id)
            try db.run("DELETE FROM entry WHERE number = ?", [entry.number])
        }
        tally[.entriesDestroyed] += ended.count
        touched += ended.count
    }
}

extension WatchlistEntry {
    /// Whether its last day ended before a moment, wherever on earth.
    fileprivate func isOver(before milliseconds: Int64) -> Bool {
        Int64(expiry.daysSinceEpoch + 2) * 86_400_000 <= milliseconds
    }
}
