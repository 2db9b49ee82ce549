// SPDX-License-Identifier: Apache-2.0

extension SQLiteSchema {
    /// Keys, messages, counters. A message's body lies apart from its row: a change of state does not rewrite it.
    static let inboxTables = """
        CREATE TABLE schema_version (only INTEGER PRIMARY KEY CHECK (only = 1), version INTEGER NOT NULL);

        CREATE TABLE data_key (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            id BLOB NOT NULL,
            retention TEXT NOT NULL,
            bytes BLOB NOT NULL
        );

        CREATE TABLE inbox (
            seq INTEGER PRIMARY KEY AUTOINCREMENT,
            id BLOB NOT NULL UNIQUE,
            state TEXT NOT NULL,
            received_at INTEGER NOT NULL,
            origin TEXT NOT NULL,
            size INTEGER NOT NULL,
            kind TEXT,
            voyage INTEGER,
            carrier TEXT,
            travellers INTEGER,
            warnings TEXT,
            quarantine_reason TEXT
        );
        CREATE INDEX inbox_pending ON inbox (seq) WHERE state = 'pending';
        CREATE INDEX inbox_quarantined ON inbox (seq) WHERE state = 'quarantined';
        CREATE INDEX inbox_voyage ON inbox (voyage, seq) WHERE voyage IS NOT NULL;

        CREATE TABLE message_body (
            seq INTEGER PRIMARY KEY,
            key INTEGER NOT NULL,
            sealed BLOB NOT NULL
        );

        CREATE TABLE counter (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
        INSERT INTO counter (name, value)
        VALUES ('acts', 0), ('changes', 0), ('duplicates', 0), ('messages', 0), ('quarantined', 0);
        """
}
