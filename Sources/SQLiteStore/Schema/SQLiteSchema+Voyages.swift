// SPDX-License-Identifier: Apache-2.0

extension SQLiteSchema {
    /// Voyages, the index of travellers, hits: all derived.
    ///
    /// Tokens are scattered, so one large index of them would dirty a page for each. The index is cut into buckets of
    /// travellers in order of arrival (``TokenIndex/bucket(of:)``): what a batch writes stays in the last one, whatever is
    /// stored. It holds the first eight bytes of tokens and contributions; the traveller's row has them whole.
    static let voyageTables = """
        CREATE TABLE voyage (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            id BLOB NOT NULL UNIQUE,
            direction TEXT NOT NULL,
            post TEXT,
            post_time INTEGER,
            facts TEXT NOT NULL,
            messages BLOB NOT NULL,
            summary TEXT NOT NULL,
            hit_key INTEGER,
            due INTEGER NOT NULL
        );
        CREATE INDEX voyage_time ON voyage (direction, post_time);
        CREATE INDEX voyage_post ON voyage (post, direction, post_time);

        CREATE TABLE traveller (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            voyage INTEGER NOT NULL REFERENCES voyage (number),
            id BLOB NOT NULL,
            status TEXT NOT NULL,
            role TEXT NOT NULL,
            tokens BLOB NOT NULL,
            contributions BLOB NOT NULL,
            UNIQUE (voyage, id)
        );

        CREATE TABLE traveller_token (
            bucket INTEGER NOT NULL,
            token INTEGER NOT NULL,
            traveller INTEGER NOT NULL,
            PRIMARY KEY (bucket, token, traveller)
        ) WITHOUT ROWID;

        CREATE TABLE hit (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            id BLOB NOT NULL UNIQUE,
            voyage INTEGER NOT NULL REFERENCES voyage (number),
            entry BLOB NOT NULL,
            status TEXT NOT NULL,
            rank INTEGER NOT NULL,
            decided INTEGER NOT NULL,
            sealed BLOB NOT NULL
        );
        CREATE INDEX hit_voyage ON hit (voyage);
        CREATE INDEX hit_entry ON hit (entry);
        CREATE INDEX hit_status ON hit (status, rank);
        """
}
