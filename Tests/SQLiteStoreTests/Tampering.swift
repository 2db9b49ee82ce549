// SPDX-License-Identifier: Apache-2.0

import GRDB

/// Changes a database behind the store's back.
enum Tampering {
    static func run(_ sql: String, on path: String) throws {
        try DatabaseQueue(path: path).write { db in try db.execute(sql: sql) }
    }
}
