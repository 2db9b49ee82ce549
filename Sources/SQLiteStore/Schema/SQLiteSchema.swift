// SPDX-License-Identifier: Apache-2.0

internal import GRDB
internal import Screening

/// The versions of the tables. A migration, once released, is never edited.
enum SQLiteSchema {
    static let version = 7

    /// Brings a database to this program's version; one of a later program is refused, untouched.
    static func prepare(_ pool: DatabasePool) throws {
        let found = try pool.read { db in try SQLiteSchema.found(db) }
        if let found, found > version {
            throw StoreError.damaged(
                reason: "the data folder is of version \(found), this program knows \(version); use the newer program")
        }
        try migrator.migrate(pool)
    }

    /// The version of a database's tables; nil where there are none yet.
    static func found(_ db: Database) throws -> Int? {
        try db.tableExists("schema_version") ? Int.fetchOne(db, sql: "SELECT version FROM schema_version") : nil
    }

    /// The tables of an earlier version, for tests of the upgrade.
    static func prepare(_ writer: some DatabaseWriter, upTo version: Int) throws {
        try migrator.migrate(writer, upTo: String(version))
    }

    private static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1") { db in
            for area in [inboxTables, voyageTables, decisionTables, auditTables] { try db.execute(sql: area) }
            try db.execute(sql: "INSERT INTO schema_version (only, version) VALUES (1, 1)")
        }
        registerQuality(&migrator)
        registerRetention(&migrator)
        registerHolds(&migrator)
        registerFaces(&migrator)
        registerFaceQuality(&migrator)
        registerProbes(&migrator)
        return migrator
    }
}
