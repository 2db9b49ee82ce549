// SPDX-License-Identifier: Apache-2.0

/// The reason why a table of places cannot be used.
public enum GazetteerError: Error, Equatable, Sendable {
    /// The table lacks its header line or one of its columns.
    case missingColumn(table: GazetteerTable, column: String)
    /// A line holds fewer values than the header, an empty code, or a value that cannot be read.
    case badLine(table: GazetteerTable, line: Int, column: String)
    /// A code stands in the table twice.
    case repeatedCode(table: GazetteerTable, line: Int)
}

/// The tables that a ``GazetteerIndex`` is made of.
public enum GazetteerTable: String, Hashable, Sendable, Codable, CaseIterable {
    case ports, carriers, countries, regions
}

extension GazetteerError: CustomStringConvertible {
    /// What was found, where, and what to do.
    public var description: String {
        switch self {
        case .missingColumn(let table, let column):
            "table \(table.rawValue): no column \(column) in the header line; compare it with Tables/\(table.rawValue).csv"
        case .badLine(let table, let line, let column):
            "table \(table.rawValue), line \(line): column \(column) cannot be read; correct the line"
        case .repeatedCode(let table, let line):
            "table \(table.rawValue), line \(line): the code stands in an earlier line; remove one of them"
        }
    }

    /// A value of a bounded set for metrics.
    public var code: String {
        switch self {
        case .missingColumn: "missing-column"
        case .badLine: "bad-line"
        case .repeatedCode: "repeated-code"
        }
    }
}
