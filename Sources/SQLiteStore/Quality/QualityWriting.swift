// SPDX-License-Identifier: Apache-2.0

internal import Civil
internal import Foundation
internal import GRDB
internal import Quality
internal import Screening
internal import Travel

/// Brings the facts of quality up to date in a transaction: what each voyage adds is replaced, and the sums by day are
/// changed by the difference. Costs what changes, whatever is stored.
struct QualityWriting {
    let db: Database
    private var changes: [QualityKey: QualityCounts] = [:]

    init(db: Database) { self.db = db }

    /// Writes a voyage's facts over those stored; its messages must be marked as its own before.
    mutating func write(_ change: VoyageChange, of number: Int64, rules: QualityRules) throws {
        var facts = VoyageQuality(change, rules: rules)
        let repeats: Int = try db.row("SELECT sum(repeats) FROM inbox WHERE voyage = ?", [number])?[0] ?? 0
        facts.counts[.duplicated] += repeats
        if let row = try db.row(
            "SELECT day, carrier, post, mode, counts FROM quality_voyage WHERE voyage = ?", [number])
        {
            add(try QualityRow.counts(row[4]), under: QualityRow.key(row, at: 0), times: -1)
        }
        add(facts.counts, under: facts.key)
        let (key, seen) = (facts.key, facts.seen)
        try db.run(
            """
            INSERT INTO quality_voyage (voyage, day, carrier, post, mode, counts, number, origin, target, cancelled,
                departure, lists, bookings)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (voyage) DO UPDATE SET day = excluded.day, carrier = excluded.carrier, post = excluded.post,
                mode = excluded.mode, counts = excluded.counts, number = excluded.number, origin = excluded.origin,
                target = excluded.target, cancelled = excluded.cancelled, departure = excluded.departure,
                lists = excluded.lists, bookings = excluded.bookings
            """,
            [
                number, key.day, key.carrier, key.post, key.mode, QualityRow.text(facts.counts), seen.number, seen.from,
                seen.to, seen.isCancelled, seen.departureUTC, seen.hasList, seen.hasBookings,
            ])
        try db.run("DELETE FROM quality_hit WHERE voyage = ?", [number])
        for hit in facts.hits { try write(hit, of: number) }
    }

    private func write(_ hit: HitTimeliness, of number: Int64) throws {
        let key = hit.key
        try db.run(
            """
            INSERT OR REPLACE INTO quality_hit (id, voyage, day, carrier, post, mode, status, landing, known, judged, cause)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                hit.id.blob, number, key.day, key.carrier, key.post, key.mode, hit.status.rawValue,
                hit.landingMilliseconds, hit.knownAtMilliseconds, hit.judgedAtMilliseconds, hit.cause?.rawValue,
            ])
    }

    /// Counts a message that belongs to no voyage.
    mutating func add(_ message: LooseMessageQuality) { add(message.counts, under: message.key) }

    /// Takes away what a voyage and its hits have added.
    mutating func remove(voyage number: Int64) throws {
        if let row = try db.row(
            "SELECT day, carrier, post, mode, counts FROM quality_voyage WHERE voyage = ?", [number])
        {
            add(try QualityRow.counts(row[4]), under: QualityRow.key(row, at: 0), times: -1)
        }
        try db.run("DELETE FROM quality_hit WHERE voyage = ?", [number])
        try db.run("DELETE FROM quality_voyage WHERE voyage = ?", [number])
    }

    /// Takes away what a message that belongs to no voyage has added.
    mutating func remove(_ message: LooseMessageQuality) { add(message.counts, under: message.key, times: -1) }

    /// Adds counts that were taken over from another store.
    mutating func carry(_ counts: QualityCounts, under key: QualityKey) { add(counts, under: key) }

    /// Counts one more repeat of a stored message, where that one is counted already.
    mutating func addRepeat(of id: RecordID<ReceivedMessage>) throws {
        let found = try db.row(
            """
            UPDATE inbox SET repeats = repeats + 1 WHERE id = ?
            RETURNING voyage, coalesce(carrier, sender), received_at, kind IS NOT NULL OR quarantine_reason IS NOT NULL
            """, [id.blob])
        guard let found else { return }
        if let voyage: Int64 = found[0] {
            let sql = "SELECT day, carrier, post, mode, counts FROM quality_voyage WHERE voyage = ?"
            guard let row = try db.row(sql, [voyage]) else { return }
            var counts = try QualityRow.counts(row[4])
            counts[.duplicated] += 1
            try db.run("UPDATE quality_voyage SET counts = ? WHERE voyage = ?", [QualityRow.text(counts), voyage])
            add(QualityCounts([.duplicated: 1]), under: QualityRow.key(row, at: 0))
        } else if found[3] as Bool {
            let key = QualityKey(carrier: found[1], receivedAtMilliseconds: found[2])
            add(QualityCounts([.duplicated: 1]), under: key)
        }
    }

    private mutating func add(_ counts: QualityCounts, under key: QualityKey, times: Int = 1) {
        changes[key, default: QualityCounts()].add(counts, times: times)
    }

    /// Writes the differences into the sums; to be called once, at the end.
    mutating func finish() throws {
        for (key, counts) in changes {
            for (measure, count) in counts.values {
                try db.run(
                    """
                    INSERT INTO quality_day (day, carrier, post, mode, measure, count) VALUES (?, ?, ?, ?, ?, ?)
                    ON CONFLICT (day, carrier, post, mode, measure) DO UPDATE SET count = count + excluded.count
                    """, [key.day, key.carrier, key.post, key.mode, measure.description, count])
            }
        }
        changes = [:]
    }
}
