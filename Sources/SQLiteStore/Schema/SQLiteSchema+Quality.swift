// SPDX-License-Identifier: Apache-2.0

internal import GRDB

extension SQLiteSchema {
    /// Facts of quality: no personal data, all derived. Counts by day are kept as sums, so that a page costs what it
    /// shows; what each voyage adds to them is kept beside, so that it can be taken away again.
    static let qualityTables = """
        ALTER TABLE inbox ADD COLUMN sender TEXT;
        ALTER TABLE inbox ADD COLUMN repeats INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE inbox ADD COLUMN screened_at INTEGER;

        CREATE TABLE quality_day (
            day INTEGER NOT NULL,
            carrier TEXT NOT NULL,
            post TEXT NOT NULL,
            mode TEXT NOT NULL,
            measure TEXT NOT NULL,
            count INTEGER NOT NULL,
            PRIMARY KEY (day, carrier, post, mode, measure)
        ) WITHOUT ROWID;

        CREATE TABLE quality_voyage (
            voyage INTEGER PRIMARY KEY REFERENCES voyage (number),
            day INTEGER NOT NULL,
            carrier TEXT NOT NULL,
            post TEXT NOT NULL,
            mode TEXT NOT NULL,
            counts TEXT NOT NULL,
            number TEXT,
            origin TEXT NOT NULL,
            target TEXT NOT NULL,
            cancelled INTEGER NOT NULL,
            departure INTEGER,
            lists INTEGER NOT NULL,
            bookings INTEGER NOT NULL
        );
        CREATE INDEX quality_voyage_day ON quality_voyage (day, carrier);

        CREATE TABLE quality_hit (
            id BLOB PRIMARY KEY NOT NULL,
            voyage INTEGER NOT NULL,
            day INTEGER NOT NULL,
            carrier TEXT NOT NULL,
            post TEXT NOT NULL,
            mode TEXT NOT NULL,
            status TEXT NOT NULL,
            landing INTEGER,
            known INTEGER NOT NULL,
            judged INTEGER,
            cause TEXT
        ) WITHOUT ROWID;
        CREATE INDEX quality_hit_voyage ON quality_hit (voyage);
        CREATE INDEX quality_hit_day ON quality_hit (day, landing);
        """

    /// Version 2. The voyages already stored are screened anew once, so that they are counted too.
    static func registerQuality(_ migrator: inout DatabaseMigrator) {
        migrator.registerMigration("2") { db in
            try db.execute(sql: qualityTables)
            try db.execute(
                sql: """
                    UPDATE inbox SET state = 'pending' WHERE state = 'screened' AND seq IN (
                        SELECT max(seq) FROM inbox WHERE voyage IS NOT NULL AND state = 'screened' GROUP BY voyage)
                    """)
            try db.execute(sql: "UPDATE schema_version SET version = 2")
        }
    }
}
