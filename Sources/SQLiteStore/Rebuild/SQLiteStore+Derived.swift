// SPDX-License-Identifier: Apache-2.0

internal import Casework
internal import Civil
internal import Foundation
internal import GRDB
internal import Mandate
internal import Quality
internal import Screening
internal import Travel
internal import Watchlists

extension SQLiteStore {
    /// Everything derived, a line a record, in an order of its own: equal for equal primary records, in whatever order
    /// and at whatever time they were screened.
    ///
    /// Left out is what depends on the run: row numbers, keys, counts of repeats, times of screening.
    public func exportDerived(_ line: (String) throws -> Void) async throws {
        for part in DerivedExport.allCases {
            var after = Data()
            while true {
                let start = after
                let chunk = try await reading { [sealer] db in
                    try part.lines(after: start, limit: 500, db: db, sealer: sealer)
                }
                guard let last = chunk.last else { break }
                for item in chunk { for text in item.lines { try line(text) } }
                after = last.id
            }
        }
    }
}

/// The parts of the export of everything derived, each in the order of its identifiers.
enum DerivedExport: CaseIterable {
    case messages, voyages, hits, entries, accounts, qualityDays, qualityHits, holds, faces, photographs, probes

    /// The lines of one record.
    struct Item: Sendable {
        var id: Data
        var lines: [String]
    }

    /// The lines of the records after an identifier (empty: from the first).
    func lines(after id: Data, limit: Int, db: Database, sealer: RecordSealer) throws -> [Item] {
        if self == .qualityDays { return try qualityDays(after: id, limit: limit, db) }
        let rows = try db.rows(sql, [id, limit])
        var items: [Item] = []
        while let row = try rows.next() {
            let id: Data = row[0]
            items.append(Item(id: id, lines: try lines(row, db, sealer)))
        }
        return items
    }

    private var sql: String {
        switch self {
        case .messages:
            """
            SELECT i.id, i.state, i.kind, v.id, i.carrier, i.travellers, i.warnings
            FROM inbox AS i LEFT JOIN voyage AS v ON v.number = i.voyage WHERE i.id > ? ORDER BY i.id LIMIT ?
            """
        case .voyages: "SELECT id, facts, messages, summary, number FROM voyage WHERE id > ? ORDER BY id LIMIT ?"
        case .hits:
            """
            SELECT h.id, h.sealed, k.id, k.retention, k.bytes FROM hit AS h JOIN voyage AS v ON v.number = h.voyage
            JOIN data_key AS k ON k.number = v.hit_key WHERE h.id > ? ORDER BY h.id LIMIT ?
            """
        case .entries:
            """
            SELECT e.id, e.sealed, k.id, k.retention, k.bytes, e.tokens FROM entry AS e
            JOIN data_key AS k ON k.number = e.key WHERE e.id > ? ORDER BY e.id LIMIT ?
            """
        case .accounts: "SELECT officer, login FROM account WHERE officer > ? ORDER BY officer LIMIT ?"
        case .qualityDays: ""
        case .holds:
            "SELECT id, hex(voyage) || ' ' || coalesce(hex(traveller), '-') FROM legal_hold WHERE id > ? ORDER BY id LIMIT ?"
        case .faces:
            """
            SELECT f.id, hex(f.entry) || ' ' || f.engine || ' ' || f.last_day || ' ' || f.merged || ' '
                || (f.key IN (SELECT number FROM data_key))
            FROM enrolled_face AS f WHERE f.id > ? ORDER BY f.id LIMIT ?
            """
        case .photographs:
            """
            SELECT p.holder, hex(p.id) || ' ' || p.engine || ' ' || p.last_day || ' '
                || (p.key IN (SELECT number FROM data_key))
            FROM holder_photograph AS p WHERE p.holder > ? ORDER BY p.holder LIMIT ?
            """
        case .probes:
            """
            SELECT p.review, hex(p.entry) || ' ' || coalesce(hex(p.voyage), '-') || ' ' || coalesce(hex(p.hit), '-') || ' '
                || coalesce(p.post, '-') || ' ' || p.at || ' ' || p.is_over
            FROM confirmed_probe AS p WHERE p.review > ? AND p.key IN (SELECT number FROM data_key) ORDER BY p.review LIMIT ?
            """
        case .qualityHits:
            """
            SELECT id, day || ' ' || carrier || ' ' || post || ' ' || mode || ' ' || status || ' '
                || coalesce(landing, '-') || ' ' || known || ' ' || coalesce(judged, '-') || ' ' || coalesce(cause, '-')
            FROM quality_hit WHERE id > ? ORDER BY id LIMIT ?
            """
        }
    }

    private func lines(_ row: Row, _ db: Database, _ sealer: RecordSealer) throws -> [String] {
        let id = try RecordID<Void>(blob: row[0]).description
        switch self {
        case .messages:
            let voyage = try RecordID<Voyage>(optional: row[3])?.description ?? "-"
            let words: [String?] = [row[1], row[2], voyage, row[4], (row[5] as Int?).map { String($0) }, row[6]]
            return ["message \(id) " + words.map { $0 ?? "-" }.joined(separator: " ")]
        case .voyages:
            var facts = try VoyageRow.facts(row, at: 1)
            facts.messages.sort()
            let first = "voyage \(id) \(try StoredJSON.text(facts)) \(row[3] as String)"
            return try [first] + travellers(of: row[4], db)
        case .hits:
            guard let key = try sealer.key(row, at: 2) else { return [] }
            return ["hit \(id) \(try StoredJSON.text(try HitWriting.hit(row, at: 0, key: key, sealer)))"]
        case .entries:
            guard let entry = try EntryReading(db: db, sealer: sealer).entry(row) else { return [] }
            let tokens = try PackedList.tokens(row[5]).sorted().map(\.description).joined(separator: ",")
            return ["entry \(id) \(try StoredJSON.text(entry)) \(tokens)"]
        case .qualityDays: return []
        case .faces: return ["face \(id) \((row[1] as String?) ?? "forgotten")"]
        case .photographs: return ["holder-photograph \(id) \(row[1] as String)"]
        case .probes: return ["confirmed-probe \(id) \(row[1] as String)"]
        case .holds: return ["legal-hold \(id) \(row[1] as String)"]
        case .qualityHits: return ["quality-hit \(id) \(row[1] as String)"]
        case .accounts: return ["account \(id) \(BlindToken(bytes: row[1] as Data)?.description ?? "-")"]
        }
    }

    /// The counts of whole days but for repeats, which come and go without a change of state: a day is the record, its
    /// number in decimal digits the identifier.
    private func qualityDays(after id: Data, limit: Int, _ db: Database) throws -> [Item] {
        let after = Int64(String(decoding: id, as: UTF8.self)) ?? .min
        let repeats = QualityMeasure.duplicated.description
        let rows = try db.rows(
            """
            SELECT day, carrier || ' ' || post || ' ' || mode || ' ' || measure || ' ' || count FROM quality_day
            WHERE count <> 0 AND measure <> ? AND day IN (
                SELECT DISTINCT day FROM quality_day WHERE day > ? AND count <> 0 AND measure <> ? ORDER BY day LIMIT ?)
            ORDER BY day, carrier, post, mode, measure
            """, [repeats, after, repeats, limit])
        var items: [Item] = []
        while let row = try rows.next() {
            let day: Int64 = row[0]
            let key = Data(String(day).utf8)
            if items.last?.id != key { items.append(Item(id: key, lines: [])) }
            items[items.count - 1].lines.append("quality-day \(day) \(row[1] as String)")
        }
        return items
    }

    private func travellers(of voyage: Int64, _ db: Database) throws -> [String] {
        let rows = try db.rows(
            "SELECT id, status, role, tokens, contributions FROM traveller WHERE voyage = ? ORDER BY id", [voyage])
        var lines: [String] = []
        while let row = try rows.next() {
            let index = try TravellerRow.index(row, at: 0)
            lines.append(
                "traveller \(index.id) \(index.status.rawValue) \(index.role.rawValue) "
                    + index.tokens.map(\.description).joined(separator: ",") + " "
                    + index.contributions.map(\.description).joined(separator: ","))
        }
        return lines
    }
}
