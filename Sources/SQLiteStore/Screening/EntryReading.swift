// SPDX-License-Identifier: Apache-2.0

internal import Casework
internal import Civil
internal import Foundation
internal import GRDB
internal import Mandate
internal import Screening
internal import Watchlists

/// Opens watchlist entries, and the judgements made on them.
struct EntryReading {
    let db: Database
    let sealer: RecordSealer

    /// The name under which entries are sealed.
    static let table = "entry"

    /// The columns that ``entry(_:)`` reads; a clause over `e` follows.
    static let select = """
        SELECT e.id, e.sealed, k.id, k.retention, k.bytes FROM entry AS e JOIN data_key AS k ON k.number = e.key
        """

    func entry(_ row: Row) throws -> WatchlistEntry? {
        guard let key = try sealer.key(row, at: 2) else { return nil }
        let id = try RecordID<WatchlistEntry>(blob: row[0])
        return try StoredJSON.value(
            WatchlistEntry.self, from: try sealer.open(row[1], EntryReading.table, id.bytes, with: key))
    }

    /// Entries with everything decided about their hits; those that nobody touched since come from the cache.
    func knowledge(of ids: [RecordID<WatchlistEntry>], cache: EntryCache) throws -> [EntryKnowledge] {
        var found: [EntryKnowledge] = []
        var missing: [RecordID<WatchlistEntry>: Int64] = [:]
        try db.rows(for: ids, { "SELECT id, touched FROM entry WHERE id IN (\($0))" }) { row in
            let id = try RecordID<WatchlistEntry>(blob: row[0])
            if let known = cache.knowledge(of: id, touched: row[1]) {
                found.append(known)
            } else {
                missing[id] = row[1]
            }
        }
        for known in try knowledge(of: missing.keys.sorted()) {
            if let touched = missing[known.entry.id] { cache.hold(known, touched: touched) }
            found.append(known)
        }
        return found.sorted { $0.entry.id < $1.entry.id }
    }

    /// Opens entries with all decisions on them; the later assignment of a hit counts.
    private func knowledge(of ids: [RecordID<WatchlistEntry>]) throws -> [EntryKnowledge] {
        var known: [RecordID<WatchlistEntry>: EntryKnowledge] = [:]
        try db.rows(for: ids, { "\(EntryReading.select) WHERE e.id IN (\($0))" }) { row in
            if let entry = try entry(row) { known[entry.id] = EntryKnowledge(entry: entry, judgements: []) }
        }
        let decisions = DecisionReading(db: db, sealer: sealer)
        var made: [(seq: Int64, decision: Decision)] = []
        try db.rows(
            for: known.keys.sorted(),
            {
                "\(DecisionReading.select) WHERE d.kind IN ('judged', 'assigned', 'entry-written') AND d.entry IN (\($0))"
            }
        ) { row in
            if let record = try decisions.record(row) { made.append((decisions.sequence(row), record.decision)) }
        }
        for (_, decision) in made.sorted(by: { $0.seq < $1.seq }) {
            switch decision {
            case .judged(_, let judgement): known[judgement.entry]?.judgements.append(judgement)
            case .assigned(let hit, let entry, let officer): known[entry]?.assignments[hit] = officer
            case .entryWritten(let version): known[version.id]?.versions.append(version)
            default: break
            }
        }
        return Array(known.values)
    }
}
