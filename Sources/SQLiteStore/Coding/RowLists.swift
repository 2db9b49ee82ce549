// SPDX-License-Identifier: Apache-2.0

internal import Civil
internal import Foundation
internal import GRDB

extension Database {
    /// Rows for many identifiers, in statements of few sizes, so that they stay prepared.
    ///
    /// - Parameter sql: the statement around a list of placeholders.
    func rows<Kind>(
        for ids: [RecordID<Kind>], _ sql: (String) -> String, _ body: (Row) throws -> Void
    ) throws {
        var rest = ids[...]
        while let last = rest.last {
            let size = [8, 64, 512].first { $0 >= rest.count } ?? 512
            var blobs = rest.prefix(size).map(\.blob)
            rest = rest.dropFirst(size)
            // The list is filled up with a repeat, which changes nothing.
            while blobs.count < size { blobs.append(last.blob) }
            let list = repeatElement("?", count: size).joined(separator: ",")
            let rows = try Row.fetchCursor(try cachedStatement(sql: sql(list)), arguments: StatementArguments(blobs))
            while let row = try rows.next() { try body(row) }
        }
    }

    /// Runs a prepared statement that gives no rows.
    func run(_ sql: String, _ arguments: StatementArguments = StatementArguments()) throws {
        try cachedStatement(sql: sql).execute(arguments: arguments)
    }

    /// The rows of a prepared statement.
    func rows(_ sql: String, _ arguments: StatementArguments = StatementArguments()) throws -> RowCursor {
        try Row.fetchCursor(try cachedStatement(sql: sql), arguments: arguments)
    }

    /// The first row of a prepared statement.
    func row(_ sql: String, _ arguments: StatementArguments = StatementArguments()) throws -> Row? {
        try Row.fetchOne(try cachedStatement(sql: sql), arguments: arguments)
    }
}

/// Lists of numbers and words as JSON, for `json_each`: one argument however long the list.
enum JSONList {
    static func numbers(_ numbers: some Sequence<Int64>) -> String {
        "[" + numbers.lazy.map { String($0) }.joined(separator: ",") + "]"
    }

    /// Words of letters, digits, hyphens and colons only, such as states, port codes and origins of feeds; others are
    /// left out.
    static func words(_ words: some Sequence<String>) -> String {
        let plain = words.filter { word in
            word.utf8.allSatisfy {
                (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0) || $0 == 45 || $0 == 58
            }
        }
        return "[" + plain.map { "\"\($0)\"" }.joined(separator: ",") + "]"
    }
}
