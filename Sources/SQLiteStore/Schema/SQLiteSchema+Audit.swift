// SPDX-License-Identifier: Apache-2.0

extension SQLiteSchema {
    /// The audit chain, and who saw whom: subjects by a 64-bit hash, in buckets as travellers' tokens are; the record
    /// itself has them whole.
    static let auditTables = """
        CREATE TABLE audit (
            sequence INTEGER PRIMARY KEY,
            previous_hash BLOB NOT NULL,
            hash BLOB NOT NULL,
            at INTEGER NOT NULL,
            action TEXT NOT NULL,
            officer BLOB,
            bytes BLOB NOT NULL
        );
        CREATE INDEX audit_officer ON audit (officer, sequence) WHERE officer IS NOT NULL;
        CREATE INDEX audit_action ON audit (action, sequence);

        CREATE TABLE audit_subject (
            bucket INTEGER NOT NULL,
            subject INTEGER NOT NULL,
            sequence INTEGER NOT NULL,
            PRIMARY KEY (bucket, subject, sequence)
        ) WITHOUT ROWID;
        """
}
