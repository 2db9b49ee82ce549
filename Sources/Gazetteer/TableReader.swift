// SPDX-License-Identifier: Apache-2.0

/// Reads a small comma-separated table without quoting: `#` starts a comment line, the first other line is the header.
struct TableReader {
    struct Line {
        let number: Int
        let values: [Substring]
    }

    let table: GazetteerTable
    private let columns: [String]
    let lines: [Line]

    init(_ bytes: [UInt8], table: GazetteerTable, required: [String]) throws(GazetteerError) {
        self.table = table
        var columns: [String]?
        var lines: [Line] = []
        let text = String(decoding: bytes, as: UTF8.self)
        let rows = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        for (index, row) in rows.enumerated() where !row.isEmpty && !row.hasPrefix("#") {
            let values = row.split(separator: ",", omittingEmptySubsequences: false)
            if columns == nil {
                columns = values.map(String.init)
            } else {
                lines.append(Line(number: index + 1, values: values))
            }
        }
        let found = columns ?? []
        for column in required where !found.contains(column) {
            throw .missingColumn(table: table, column: column)
        }
        self.columns = found
        self.lines = lines
    }

    /// The value of a line in a column; an empty or absent one is an error.
    func value(_ column: String, in line: Line) throws(GazetteerError) -> String {
        guard let index = columns.firstIndex(of: column), index < line.values.count, !line.values[index].isEmpty
        else { throw .badLine(table: table, line: line.number, column: column) }
        return String(line.values[index])
    }
}
