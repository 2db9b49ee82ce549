// SPDX-License-Identifier: Apache-2.0

public import Civil
internal import Foundation
internal import GRDB
public import Mandate
public import Screening

extension SQLiteStore {
    /// Destroys data keys by their identifiers, with their audit record, and leaves no byte of them in the write-ahead
    /// log; those that are not there are passed over.
    ///
    /// - Returns: how many were there.
    @discardableResult
    public func destroyKeys(
        _ ids: Set<RecordID<WrappedKey>>, audit: @escaping @Sendable (_ destroyed: Int) -> [AuditEvent]
    ) async throws(StoreError) -> Int {
        let node = node
        let destroyed = try await writing { db in
            try db.execute(sql: "CREATE TEMP TABLE destroyed (id BLOB PRIMARY KEY) WITHOUT ROWID")
            for id in ids { try db.run("INSERT INTO destroyed (id) VALUES (?)", [id.blob]) }
            try db.run("DELETE FROM data_key WHERE id IN (SELECT id FROM destroyed)")
            let count = db.changesCount
            try db.execute(sql: "DROP TABLE destroyed")
            try FaceRows.markForgotten(db)
            try ProbeRows.dropUnreadable(db)
            try AuditWriting.append(audit(count), node: node, db)
            return count
        }
        try await emptyLog()
        return destroyed
    }
}
