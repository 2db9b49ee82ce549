// SPDX-License-Identifier: Apache-2.0

internal import Foundation
internal import GRDB
public import Screening

/// How a store is, in figures.
public struct StoreHealth: Hashable, Sendable {
    public var schemaVersion: Int
    public var databaseBytes: Int
    public var logBytes: Int
    /// Nil where it was not looked at; empty where the database is sound.
    public var damage: String?
    public var pending: Int
    /// Milliseconds since 1970 UTC; nil where nothing is pending.
    public var oldestPendingAt: Int64?
    /// Messages of the last day, and how many of them nobody could read.
    public var received: Int
    public var quarantined: Int
    public var newestAuditAt: Int64?
    public var auditRecords: Int64
    /// When a backup was last taken, as the audit log has it; nil where none was.
    public var lastBackupAt: Int64?
    /// Whether a face is enrolled, so that an engine is needed.
    public var hasFaces: Bool
}

/// When a carrier last sent something, and on how many of the days before.
public struct CarrierSilence: Hashable, Sendable {
    public var carrier: String
    public var lastReceivedAtMilliseconds: Int64
    public var days: Int
}

extension SQLiteStore {
    private static let dayMilliseconds: Int64 = 86_400_000

    /// - Parameter isThorough: also reads the whole database for damage.
    public func health(
        atMilliseconds now: Int64, isThorough: Bool
    ) async throws(StoreError) -> StoreHealth {
        let day = now - SQLiteStore.dayMilliseconds
        let log = pool.path + "-wal"
        return try await reading { db in
            let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
            let size = try Int.fetchOne(db, sql: "PRAGMA page_size") ?? 0
            let logBytes = (try? FileManager.default.attributesOfItem(atPath: log))?[.size] as? NSNumber
            var damage: String?
            if isThorough {
                let said = try String.fetchOne(db, sql: "PRAGMA quick_check(1)") ?? "no answer"
                damage = said == "ok" ? "" : said
            }
            let pending = try db.row("SELECT count(*), min(received_at) FROM inbox WHERE state = 'pending'")
            let received = try db.row(
                """
                SELECT count(*), coalesce(sum(state = 'quarantined'), 0) FROM inbox
                WHERE state IN ('pending', 'quarantined', 'replayed', 'screened') AND received_at >= ?
                """, [day])
            let audit = try db.row("SELECT sequence, at FROM audit ORDER BY sequence DESC LIMIT 1")
            let backup = try db.row(
                "SELECT at FROM audit WHERE action = 'backup' ORDER BY sequence DESC LIMIT 1")
            return StoreHealth(
                schemaVersion: try SQLiteSchema.found(db) ?? 0,
                databaseBytes: pages * size, logBytes: logBytes?.intValue ?? 0, damage: damage,
                pending: pending?[0] ?? 0, oldestPendingAt: pending?[1], received: received?[0] ?? 0,
                quarantined: received?[1] ?? 0, newestAuditAt: audit?[1], auditRecords: audit?[0] ?? 0,
                lastBackupAt: backup?[0],
                hasFaces: try db.row("SELECT 1 FROM enrolled_face WHERE forgotten_at IS NULL LIMIT 1") != nil)
        }
    }

    /// Carriers that sent on at least so many of the seven days before yesterday, and when each last did.
    public func carrierSilences(
        atMilliseconds now: Int64, sendingDays: Int = 3
    ) async throws(StoreError) -> [CarrierSilence] {
        try await reading { db in
            let rows = try db.rows(
                """
                SELECT carrier, max(received_at), count(DISTINCT received_at / 86400000) AS days FROM inbox
                WHERE state = 'screened' AND received_at >= ? AND carrier IS NOT NULL
                GROUP BY carrier HAVING days >= ? ORDER BY carrier
                """, [now - 8 * SQLiteStore.dayMilliseconds, sendingDays])
            var found: [CarrierSilence] = []
            while let row = try rows.next() {
                found.append(CarrierSilence(carrier: row[0], lastReceivedAtMilliseconds: row[1], days: row[2]))
            }
            return found
        }
    }
}
