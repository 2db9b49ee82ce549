// SPDX-License-Identifier: Apache-2.0

internal import Delimited
public import Gazetteer

/// What a CSV file of rows would change in a table of codes.
public struct TableImport: Hashable, Sendable {
    /// A row that says something new.
    public struct Change: Hashable, Sendable {
        public var line: Int
        /// The row in force; nil where the code is new.
        public var before: GazetteerRow?
        public var after: GazetteerRow
    }

    /// A row that is not taken, with all that is wrong.
    public struct Refusal: Hashable, Sendable {
        public var line: Int
        public var code: String
        public var problems: [GazetteerRowProblem]
    }

    public let table: GazetteerTable
    public private(set) var added: [Change] = []
    public private(set) var changed: [Change] = []
    public private(set) var refused: [Refusal] = []
    /// How many rows say what holds already.
    public private(set) var unchanged = 0

    public static let rowLimit = 20_000
    public static let byteLimit = 2 * 1024 * 1024

    /// Reads a file: UTF-8, comma or semicolon, a header with the table's columns in any order; further columns are
    /// passed over. Codes without a row in the file stay as they are.
    ///
    /// - Throws: `.invalid` of the field `file` for a file that is no such table.
    public init(
        _ bytes: [UInt8], table: GazetteerTable, current: GazetteerIndex, overlay: GazetteerOverlay
    ) throws(CaseworkError) {
        self.table = table
        guard bytes.count <= TableImport.byteLimit else { throw .invalid(field: "file", why: "at most 2 MiB") }
        guard String(validating: bytes, as: UTF8.self) != nil else {
            throw .invalid(field: "file", why: "text in UTF-8")
        }
        let lines = TableImport.lines(bytes)
        guard let header = lines.first else { throw .invalid(field: "file", why: "a header line") }
        let columns = header.fields.map { GazetteerColumn(rawValue: $0.uppercased()) }
        for column in table.required where !columns.contains(column) {
            throw .invalid(field: "file", why: "the column \(column.rawValue) in the header line")
        }
        guard lines.count - 1 <= TableImport.rowLimit else {
            throw .invalid(field: "file", why: "at most \(TableImport.rowLimit) rows")
        }
        let held = Dictionary(
            current.rows(table).map { ($0[table.key], $0) }, uniquingKeysWith: { a, _ in a })
        let check = TableDesk.check(current)
        var seen = Set<String>()
        var alpha2 = Set<String>()
        for line in lines.dropFirst() {
            var values: [GazetteerColumn: String] = [:]
            for (column, field) in zip(columns, line.fields) {
                if let column, table.columns.contains(column) { values[column] = field }
            }
            let row = GazetteerRow(values)
            let code = row[table.key]
            var problems = check.problems(row, in: table)
            if !code.isEmpty, !seen.insert(code).inserted { problems.append(GazetteerRowProblem(table.key, .repeated)) }
            if table == .countries, !row[.alpha2].isEmpty, !alpha2.insert(row[.alpha2]).inserted {
                problems.append(GazetteerRowProblem(.alpha2, .repeated))
            }
            if !problems.isEmpty {
                refused.append(Refusal(line: line.number, code: code, problems: problems))
                continue
            }
            var before = held[code]
            // The typed tables do not hold every column; an own row does.
            if case .row(let own) = overlay[table, code] { before = own }
            if before == row {
                unchanged += 1
            } else if before == nil {
                added.append(Change(line: line.number, before: nil, after: row))
            } else {
                changed.append(Change(line: line.number, before: before, after: row))
            }
        }
    }

    /// What would be written.
    public var rows: [GazetteerRow] { (added + changed).map(\.after) }

    private static func lines(_ bytes: [UInt8]) -> [(number: Int, fields: [String])] {
        bytes.withUnsafeBufferPointer { buffer in
            let head = buffer.prefix { $0 != 0x0A }
            let separator = head.contains(UInt8(ascii: ",")) ? UInt8(ascii: ",") : UInt8(ascii: ";")
            var scanner = TableScanner(buffer, separator: separator)
            var found: [(number: Int, fields: [String])] = []
            while let record = scanner.next(), found.count <= rowLimit + 1 {
                if let first = record.range.first, buffer[first] == UInt8(ascii: "#") { continue }
                found.append((record.line, record.fields.map { scanner.text($0) }))
            }
            return found
        }
    }
}
