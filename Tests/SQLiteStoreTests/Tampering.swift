// SPDX-License-Identifier: Apache-2.0

import Foundation
import GRDB

/// Changes a database behind the store's back.
enum Tampering {
    static func run(_ sql: String, on path: String) throws {
        try DatabaseQueue(path: path).write { db in try db.execute(sql: sql) }
    }

    /// The first column of each row.
    static func blobs(_ sql: String, on path: String) throws -> [[UInt8]] {
        try DatabaseQueue(path: path).read { db in try Data.fetchAll(db, sql: sql).map(Array.init) }
    }
}
