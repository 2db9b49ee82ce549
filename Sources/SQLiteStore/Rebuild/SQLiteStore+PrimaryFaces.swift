// SPDX-License-Identifier: Apache-2.0

internal import Foundation
internal import GRDB
internal import Mandate
internal import Screening

extension SQLiteStore {
    /// Copies both galleries, sealed as they are, under the same keys; nothing else could bring the pictures back.
    func copyFaces(into other: SQLiteStore) async throws(StoreError) {
        for table in FaceTable.allCases {
            var after: Int64 = 0
            while true {
                let start = after
                let rows = try await reading { [sealer] db in try table.rows(after: start, sealer, db) }
                guard let last = rows.last else { break }
                after = last.number
                try await other.writing { [sealer = other.sealer] db in
                    for row in rows { try table.write(row, sealer, db) }
                }
            }
        }
    }
}

/// The tables of faces on their way to another store.
private enum FaceTable: CaseIterable {
    case enrolled, photographs

    struct Sealed: Sendable {
        var number: Int64
        /// Nil where it was destroyed.
        var key: WrappedKey?
        /// In the order of ``FaceTable/columns``.
        var values: [DatabaseValue]
        var portrait: DatabaseValue
    }

    /// Pictures are large: few at a time.
    private static let limit = 64

    private var columns: [String] {
        switch self {
        case .enrolled:
            [
                "id", "entry", "engine", "at", "officer", "last_day", "merged", "forgotten_at", "template", "grade",
                "eye_pixels",
            ]
        case .photographs: ["holder", "id", "engine", "at", "last_day", "template", "portrait"]
        }
    }

    func rows(after number: Int64, _ sealer: RecordSealer, _ db: Database) throws -> [Sealed] {
        let list = columns.map { "f.\($0)" }.joined(separator: ", ")
        let source =
            switch self {
            case .enrolled:
                "f.number, p.sealed, \(list) FROM enrolled_face AS f LEFT JOIN enrolled_portrait AS p USING (number)"
            case .photographs: "f.rowid AS number, NULL, \(list) FROM holder_photograph AS f"
            }
        let place = self == .enrolled ? "f.number" : "f.rowid"
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT k.id, k.retention, k.bytes, \(source) LEFT JOIN data_key AS k ON k.number = f.key
                WHERE \(place) > ? ORDER BY \(place) LIMIT ?
                """, arguments: [number, FaceTable.limit])
        return try rows.map { row in
            Sealed(
                number: row[3], key: try sealer.key(row, at: 0),
                values: (0..<columns.count).map { row[5 + $0] }, portrait: row[4])
        }
    }

    func write(_ row: Sealed, _ sealer: RecordSealer, _ db: Database) throws {
        let key = try row.key.map { try sealer.insert($0, db) }
        var names = columns + ["key"]
        var values = row.values + [key?.databaseValue ?? .null]
        if self == .enrolled {
            names.append("changed")
            values.append(try FaceRows.nextChange(db).databaseValue)
        } else if key == nil {
            return
        }
        let marks = repeatElement("?", count: names.count).joined(separator: ", ")
        let table = self == .enrolled ? "enrolled_face" : "holder_photograph"
        try db.run(
            "INSERT INTO \(table) (\(names.joined(separator: ", "))) VALUES (\(marks))", StatementArguments(values))
        guard self == .enrolled, key != nil, !row.portrait.isNull else { return }
        try db.run(
            "INSERT INTO enrolled_portrait (number, sealed) VALUES (?, ?)",
            [db.lastInsertedRowID.databaseValue, row.portrait])
    }
}
