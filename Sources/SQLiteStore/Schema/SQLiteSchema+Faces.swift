// SPDX-License-Identifier: Apache-2.0

internal import GRDB

extension SQLiteSchema {
    /// Two galleries. A portrait lies apart from its template: the gallery is loaded without reading over pictures.
    ///
    /// `changed` numbers the changes of faces, so that who holds them in memory reads only what is new. A forgotten face
    /// keeps its row without key and template, so that the same picture does not come back by itself. `last_day` counts
    /// days since 1970 and follows the watchlist entry; nought where it was withdrawn.
    private static let faceTables = """
        CREATE TABLE enrolled_face (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            id BLOB NOT NULL UNIQUE,
            entry BLOB NOT NULL,
            engine TEXT NOT NULL,
            at INTEGER NOT NULL,
            officer BLOB,
            last_day INTEGER NOT NULL,
            merged INTEGER NOT NULL DEFAULT 0,
            changed INTEGER NOT NULL,
            forgotten_at INTEGER,
            key INTEGER,
            template BLOB
        );
        CREATE INDEX enrolled_face_entry ON enrolled_face (entry, forgotten_at);
        CREATE INDEX enrolled_face_changed ON enrolled_face (changed);
        CREATE INDEX enrolled_face_ends ON enrolled_face (last_day) WHERE forgotten_at IS NULL;
        CREATE TABLE enrolled_portrait (number INTEGER PRIMARY KEY, sealed BLOB NOT NULL);

        CREATE TABLE holder_photograph (
            holder BLOB PRIMARY KEY NOT NULL,
            id BLOB NOT NULL,
            engine TEXT NOT NULL,
            at INTEGER NOT NULL,
            last_day INTEGER NOT NULL,
            key INTEGER NOT NULL,
            template BLOB NOT NULL,
            portrait BLOB NOT NULL
        );
        CREATE INDEX holder_photograph_id ON holder_photograph (id);
        CREATE INDEX holder_photograph_ends ON holder_photograph (last_day);
        INSERT OR IGNORE INTO counter (name, value) VALUES ('faces', 0);
        """

    static func registerFaces(_ migrator: inout DatabaseMigrator) {
        migrator.registerMigration("5") { db in
            try db.execute(sql: faceTables)
            try db.execute(sql: "UPDATE schema_version SET version = 5")
        }
    }

    /// How well an enrolled picture can be compared, measured when it was taken in; empty for those of before.
    static func registerFaceQuality(_ migrator: inout DatabaseMigrator) {
        migrator.registerMigration("6") { db in
            try db.execute(
                sql: """
                    ALTER TABLE enrolled_face ADD COLUMN grade INTEGER;
                    ALTER TABLE enrolled_face ADD COLUMN eye_pixels INTEGER;
                    CREATE INDEX enrolled_face_engine ON enrolled_face (engine, number) WHERE forgotten_at IS NULL;
                    """)
            try db.execute(sql: "UPDATE schema_version SET version = 6")
        }
    }

    /// The pictures of faces that two reviewers confirmed, each tied to its review, the hit and the voyage. `is_over` marks
    /// one of somebody who turned out to be another person, until its key is destroyed.
    static func registerProbes(_ migrator: inout DatabaseMigrator) {
        migrator.registerMigration("7") { db in
            try db.execute(
                sql: """
                    CREATE TABLE confirmed_probe (
                        number INTEGER PRIMARY KEY AUTOINCREMENT,
                        review BLOB NOT NULL UNIQUE,
                        entry BLOB NOT NULL,
                        voyage BLOB,
                        hit BLOB,
                        post TEXT,
                        at INTEGER NOT NULL,
                        is_over INTEGER NOT NULL DEFAULT 0,
                        key INTEGER NOT NULL,
                        sealed BLOB NOT NULL
                    );
                    CREATE INDEX confirmed_probe_at ON confirmed_probe (at);
                    CREATE INDEX confirmed_probe_voyage ON confirmed_probe (voyage) WHERE voyage IS NOT NULL;
                    CREATE INDEX confirmed_probe_entry ON confirmed_probe (entry);
                    CREATE INDEX confirmed_probe_over ON confirmed_probe (number) WHERE is_over = 1;
                    """)
            try db.execute(sql: "UPDATE schema_version SET version = 7")
        }
    }
}
