// SPDX-License-Identifier: Apache-2.0

internal import GRDB

extension SQLiteSchema {
    /// The legal holds that stand, by the decision that placed them: derived from the decision log.
    private static let holdTables = """
        CREATE TABLE legal_hold (
            id BLOB PRIMARY KEY NOT NULL,
            voyage BLOB NOT NULL,
            traveller BLOB
        ) WITHOUT ROWID;
        CREATE INDEX legal_hold_voyage ON legal_hold (voyage);
        -- Profiles, feeds and tables are read from the log by kind, at each opening of a folder.
        CREATE INDEX decision_kind ON decision (kind, at);
        """

    /// The versions of feeds, so that two changes at once do not write the same one: derived from the decision log. Those
    /// written before this table are not in it; nobody writes them again.
    ///
    /// The index finds what came by a feed and when the last did.
    private static let feedTables = """
        CREATE TABLE feed_version (name TEXT, version INTEGER, PRIMARY KEY (name, version)) WITHOUT ROWID;
        CREATE INDEX inbox_origin ON inbox (origin, received_at);
        """

    static func registerHolds(_ migrator: inout DatabaseMigrator) {
        migrator.registerMigration("4") { db in
            try db.execute(sql: holdTables)
            try db.execute(sql: feedTables)
            try db.execute(sql: "UPDATE schema_version SET version = 4")
        }
    }
}
