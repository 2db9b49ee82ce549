// SPDX-License-Identifier: Apache-2.0

extension SQLiteSchema {
    /// The decision log, and what follows from it: entries with their tokens, accounts.
    ///
    /// `entry.version` is the decision that last wrote or withdrew it, `entry.touched` the last that concerned it.
    static let decisionTables = """
        CREATE TABLE decision (
            seq INTEGER PRIMARY KEY AUTOINCREMENT,
            id BLOB NOT NULL UNIQUE,
            at INTEGER NOT NULL,
            kind TEXT NOT NULL,
            officer BLOB,
            post TEXT,
            voyage BLOB,
            hit BLOB,
            entry BLOB,
            key INTEGER NOT NULL,
            sealed BLOB NOT NULL
        );
        CREATE INDEX decision_at ON decision (at);
        CREATE INDEX decision_voyage ON decision (voyage) WHERE voyage IS NOT NULL;
        CREATE INDEX decision_hit ON decision (hit) WHERE hit IS NOT NULL;
        CREATE INDEX decision_entry ON decision (entry, kind) WHERE entry IS NOT NULL;

        CREATE TABLE entry (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            id BLOB NOT NULL UNIQUE,
            version INTEGER NOT NULL,
            touched INTEGER NOT NULL,
            withdrawn INTEGER NOT NULL,
            key INTEGER NOT NULL,
            sealed BLOB NOT NULL,
            tokens BLOB NOT NULL
        );
        CREATE INDEX entry_version ON entry (version);
        CREATE INDEX entry_touched ON entry (touched);

        CREATE TABLE entry_token (
            token INTEGER NOT NULL,
            entry INTEGER NOT NULL,
            PRIMARY KEY (token, entry)
        ) WITHOUT ROWID;

        CREATE TABLE account (
            officer BLOB PRIMARY KEY NOT NULL,
            login BLOB NOT NULL UNIQUE,
            key INTEGER NOT NULL,
            sealed BLOB NOT NULL
        ) WITHOUT ROWID;
        """
}
