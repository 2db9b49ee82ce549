// SPDX-License-Identifier: Apache-2.0

internal import Civil
internal import Foundation
internal import GRDB
internal import Mandate
internal import Quality
internal import Screening
internal import Travel

/// A depersonalised voyage on its way to another store, row for row: travellers, hits under their key, what it adds to
/// the counts of quality.
struct ForgottenVoyage: Sendable {
    let number: Int64
    private let row: [DatabaseValue]
    private let key: WrappedKey?
    private let travellers: [[DatabaseValue]]
    private let hits: [[DatabaseValue]]
    private let quality: [[DatabaseValue]]
    private let hitQuality: [[DatabaseValue]]

    private static let voyageColumns = "id, direction, post, post_time, facts, messages, summary, due, forgotten_at"
    private static let travellerColumns = "id, status, role, tokens, contributions"
    private static let hitColumns = "id, entry, status, rank, decided, sealed"
    private static let qualityColumns =
        "day, carrier, post, mode, counts, number, origin, target, cancelled, departure, lists, bookings"
    private static let hitQualityColumns = "id, day, carrier, post, mode, status, landing, known, judged, cause"

    /// The next voyages in the order of their numbers.
    static func read(after number: Int64, _ sealer: RecordSealer, _ db: Database) throws -> [ForgottenVoyage] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT number, hit_key, \(voyageColumns) FROM voyage
                WHERE number > ? AND forgotten_at IS NOT NULL ORDER BY number LIMIT 50
                """, arguments: [number])
        return try rows.map { row in
            let number: Int64 = row[0]
            func read(_ columns: String, _ table: String) throws -> [[DatabaseValue]] {
                try Row.fetchAll(
                    db, sql: "SELECT \(columns) FROM \(table) WHERE voyage = ? ORDER BY rowid", arguments: [number]
                ).map { Array($0.databaseValues) }
            }
            return ForgottenVoyage(
                number: number, row: Array(row.databaseValues.dropFirst(2)),
                key: try (row[1] as Int64?).flatMap { try sealer.key($0, db) },
                travellers: try read(travellerColumns, "traveller"), hits: try read(hitColumns, "hit"),
                quality: try read(qualityColumns, "quality_voyage"),
                hitQuality: try Row.fetchAll(
                    db, sql: "SELECT \(hitQualityColumns) FROM quality_hit WHERE voyage = ?", arguments: [number]
                ).map { Array($0.databaseValues) })
        }
    }

    func write(_ sealer: RecordSealer, _ db: Database) throws {
        let hitKey = try key.map { try sealer.insert($0, db) }
        try insert("voyage", Self.voyageColumns + ", hit_key", row + [hitKey.databaseValue], db)
        let voyage = db.lastInsertedRowID
        for traveller in travellers {
            try insert("traveller", Self.travellerColumns + ", voyage", traveller + [voyage.databaseValue], db)
            let number = db.lastInsertedRowID
            guard let id = Data.fromDatabaseValue(traveller[0]) else { continue }
            try TokenIndex.update(number, from: [], to: TokenIndex.keys([], [try RecordID(blob: id)]), db)
        }
        for hit in hits { try insert("hit", Self.hitColumns + ", voyage", hit + [voyage.databaseValue], db) }
        for row in hitQuality {
            try insert("quality_hit", Self.hitQualityColumns + ", voyage", row + [voyage.databaseValue], db)
        }
        var sums = QualityWriting(db: db)
        for row in quality {
            try insert("quality_voyage", Self.qualityColumns + ", voyage", row + [voyage.databaseValue], db)
            guard let day = Int.fromDatabaseValue(row[0]), let carrier = String.fromDatabaseValue(row[1]),
                let post = String.fromDatabaseValue(row[2]), let mode = String.fromDatabaseValue(row[3]),
                let counts = String.fromDatabaseValue(row[4])
            else { continue }
            sums.carry(
                try QualityRow.counts(counts), under: QualityKey(day: day, carrier: carrier, post: post, mode: mode))
        }
        try sums.finish()
    }

    private func insert(_ table: String, _ columns: String, _ values: [DatabaseValue], _ db: Database) throws {
        let places = values.map { _ in "?" }.joined(separator: ", ")
        try db.run("INSERT INTO \(table) (\(columns)) VALUES (\(places))", StatementArguments(values))
    }
}

/// The row of a message that is gone, on its way to another store.
struct ForgottenMessage: Sendable {
    let seq: Int64
    private let row: [DatabaseValue]
    private let voyage: Data?
    /// What it adds to the counts of its day where it belongs to no voyage.
    private let loose: LooseMessageQuality?

    private static let columns = """
        id, state, received_at, origin, size, kind, carrier, travellers, warnings, quarantine_reason, sender, repeats,
        screened_at, was
        """

    /// The next messages in the order of their receipt.
    static func read(after seq: Int64, _ db: Database) throws -> [ForgottenMessage] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT \(LooseMessageRow.columns), i.seq, v.id AS voyage_id FROM inbox AS i
                LEFT JOIN (SELECT number, id FROM voyage) AS v ON v.number = i.voyage
                WHERE i.seq > ? AND i.state = 'forgotten' ORDER BY i.seq LIMIT 500
                """, arguments: [seq])
        return try rows.map { row in
            let seq: Int64 = row[LooseMessageRow.count]
            let voyage: Data? = row[LooseMessageRow.count + 1]
            let whole = try Row.fetchOne(db, sql: "SELECT \(columns) FROM inbox WHERE seq = ?", arguments: [seq])
            return ForgottenMessage(
                seq: seq, row: whole.map { Array($0.databaseValues) } ?? [], voyage: voyage,
                loose: voyage == nil ? try LooseMessageRow.quality(row) : nil)
        }
    }

    func write(_ db: Database) throws {
        let places = row.map { _ in "?" }.joined(separator: ", ")
        try db.run(
            """
            INSERT INTO inbox (\(Self.columns), voyage)
            VALUES (\(places), (SELECT number FROM voyage WHERE id = ?))
            """, StatementArguments(row + [voyage.databaseValue]))
        try Counters.forgotten.add(1, db)
        guard let loose else { return }
        var quality = QualityWriting(db: db)
        quality.add(loose)
        try quality.finish()
    }
}
