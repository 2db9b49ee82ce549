// SPDX-License-Identifier: Apache-2.0

internal import Foundation
internal import GRDB
public import Screening

/// Figures of a store that may be asked for every few seconds: each is read from an index or a header.
public struct StoreFigures: Hashable, Sendable {
    public var openHits: Int
    /// Milliseconds since 1970 UTC; nil where nothing is pending.
    public var oldestPendingAt: Int64?
    public var auditRecords: Int64
    public var databaseBytes: Int
    public var logBytes: Int
}

extension SQLiteStore {
    public func figures() async throws(StoreError) -> StoreFigures {
        let log = pool.path + "-wal"
        return try await reading { db in
            let waiting = HitStatus.allCases.filter(\.isWaiting).map { "'\($0.rawValue)'" }.joined(separator: ",")
            let logBytes = (try? FileManager.default.attributesOfItem(atPath: log))?[.size] as? NSNumber
            let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
            let size = try Int.fetchOne(db, sql: "PRAGMA page_size") ?? 0
            return StoreFigures(
                openHits: try Int.fetchOne(db, sql: "SELECT count(*) FROM hit WHERE status IN (\(waiting))") ?? 0,
                oldestPendingAt: try db.row(
                    "SELECT received_at FROM inbox WHERE state = 'pending' ORDER BY seq LIMIT 1")?[0],
                auditRecords: try db.row("SELECT max(sequence) FROM audit")?[0] ?? 0, databaseBytes: pages * size,
                logBytes: logBytes?.intValue ?? 0)
        }
    }
}
