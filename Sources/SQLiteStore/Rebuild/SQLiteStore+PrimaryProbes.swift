// SPDX-License-Identifier: Apache-2.0

internal import Casework
internal import Foundation
internal import GRDB
internal import Mandate
internal import Screening

extension SQLiteStore {
    /// Copies the pictures of confirmed faces, sealed as they are, under the same keys.
    func copyProbes(into other: SQLiteStore) async throws(StoreError) {
        var after: Int64 = 0
        while true {
            let start = after
            let rows = try await reading { [sealer] db in try PrimaryProbe.read(after: start, sealer, db) }
            guard let last = rows.last else { return }
            after = last.number
            try await other.writing { [sealer = other.sealer] db in for row in rows { try row.write(sealer, db) } }
        }
    }
}

/// The picture of a confirmed face on its way to another store.
private struct PrimaryProbe: Sendable {
    let number: Int64
    private let key: WrappedKey
    private let values: [DatabaseValue]

    private static let columns = ["review", "entry", "voyage", "hit", "post", "at", "is_over", "sealed"]

    /// The next ones, few at a time since pictures are large; one whose key is gone has nothing left.
    static func read(after number: Int64, _ sealer: RecordSealer, _ db: Database) throws -> [PrimaryProbe] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT k.id, k.retention, k.bytes, p.number, \(columns.map { "p.\($0)" }.joined(separator: ", "))
                FROM confirmed_probe AS p JOIN data_key AS k ON k.number = p.key WHERE p.number > ?
                ORDER BY p.number LIMIT 64
                """, arguments: [number])
        return try rows.compactMap { row in
            try sealer.key(row, at: 0).map { key in
                PrimaryProbe(number: row[3], key: key, values: (0..<columns.count).map { row[4 + $0] })
            }
        }
    }

    func write(_ sealer: RecordSealer, _ db: Database) throws {
        let marks = repeatElement("?", count: Self.columns.count + 1).joined(separator: ", ")
        try db.run(
            "INSERT INTO confirmed_probe (\(Self.columns.joined(separator: ", ")), key) VALUES (\(marks))",
            StatementArguments(values + [try sealer.insert(key, db).databaseValue]))
    }
}
