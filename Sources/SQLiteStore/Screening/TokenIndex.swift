// SPDX-License-Identifier: Apache-2.0

internal import Civil
internal import GRDB
internal import Mandate
internal import Screening
internal import Travel

/// From tokens and contributions to travellers' rows, by the first eight bytes: may give too many, never too few.
enum TokenIndex {
    /// The bucket of a traveller's row: 32,768 travellers, about 300,000 rows, 6 MB.
    static func bucket(of traveller: Int64) -> Int64 { traveller >> 15 }

    static func keys(_ tokens: [BlindToken], _ contributions: [RecordID<Traveller>]) -> Set<Int64> {
        Set(tokens.map(\.indexed)).union(contributions.map(\.indexed))
    }

    /// Puts a traveller's keys in place of those it had.
    static func update(_ traveller: Int64, from before: Set<Int64>, to now: Set<Int64>, _ db: Database) throws {
        let bucket = bucket(of: traveller)
        for key in before.subtracting(now) {
            try db.run(
                "DELETE FROM traveller_token WHERE bucket = ? AND token = ? AND traveller = ?",
                [bucket, key, traveller])
        }
        // All of a traveller in one statement, in order: neighbours share a page.
        let added = now.subtracting(before)
        guard !added.isEmpty else { return }
        try db.run(
            "INSERT INTO traveller_token (bucket, token, traveller) SELECT ?, value, ? FROM json_each(?)",
            [bucket, traveller, JSONList.numbers(added.sorted())])
    }

    /// Rows of travellers that may carry one of the keys, the newest buckets first.
    static func travellers(_ keys: Set<Int64>, limit: Int = .max, _ db: Database) throws -> [Int64] {
        guard !keys.isEmpty else { return [] }
        let last: Int64 = try db.row("SELECT coalesce(max(number), 0) FROM traveller")?[0] ?? 0
        let rows = try db.rows(
            """
            WITH RECURSIVE part (n) AS (SELECT ? UNION ALL SELECT n - 1 FROM part WHERE n > 0)
            SELECT t.traveller FROM part CROSS JOIN json_each(?) AS wanted CROSS JOIN traveller_token AS t
            WHERE t.bucket = part.n AND t.token = wanted.value
            """, [bucket(of: last), JSONList.numbers(keys.sorted())])
        var found = Set<Int64>()
        while found.count < limit, let row = try rows.next() { found.insert(row[0]) }
        return found.sorted()
    }

    /// The voyages of travellers that may carry one of the keys.
    static func voyages(_ keys: Set<Int64>, _ db: Database) throws -> Set<Int64> {
        let rows = try db.rows(
            "SELECT DISTINCT voyage FROM traveller WHERE number IN (SELECT value FROM json_each(?))",
            [JSONList.numbers(try travellers(keys, db))])
        var found = Set<Int64>()
        while let row = try rows.next() { found.insert(row[0]) }
        return found
    }
}
