// SPDX-License-Identifier: Apache-2.0

internal import GRDB

extension SQLiteSchema {
    /// What was forgotten, and what is due. A forgotten message keeps the state that it had in `was`.
    private static let retentionColumns = """
        ALTER TABLE inbox ADD COLUMN was TEXT;
        ALTER TABLE voyage ADD COLUMN forgotten_at INTEGER;
        ALTER TABLE decision ADD COLUMN forgotten_at INTEGER;
        CREATE INDEX inbox_received ON inbox (state, received_at);
        INSERT OR IGNORE INTO counter (name, value) VALUES ('forgotten', 0);
        """

    static func registerRetention(_ migrator: inout DatabaseMigrator) {
        migrator.registerMigration("3") { db in
            try db.execute(sql: retentionColumns)
            try db.execute(sql: "UPDATE schema_version SET version = 3")
        }
    }
}
