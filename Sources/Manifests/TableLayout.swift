// SPDX-License-Identifier: Apache-2.0

/// Where the table begins: title lines, header, rows.
struct TableLayout: Hashable {
    /// Rows above the table.
    var titles: Range<Int>
    /// The header's rows (two where cells are merged over others); empty where there is none.
    var header: Range<Int>
    /// The first row that may be a traveller.
    var firstRow: Int
    /// The header's words by column.
    var names: [String]

    /// The most rows in front of a header.
    static let mostTitles = 40

    /// Finds the header among the first rows: the row with the most cells that are known words.
    init(_ sheet: Sheet) {
        var best: (row: Int, known: Int)?
        for (index, row) in sheet.rows.prefix(TableLayout.mostTitles).enumerated() {
            let known = TableLayout.known(row)
            guard known >= 2 || (known == 1 && row.filled == 1 && sheet.width == 1), known * 3 >= row.filled else {
                continue
            }
            if best.map({ known > $0.known }) ?? true { best = (index, known) }
        }
        if let best {
            self.init(sheet, headerRow: best.row)
        } else {
            self.init(sheet, headerRow: nil)
        }
    }

    /// - Parameter headerRow: the row that is the header, as somebody says; nil for a table without one.
    init(_ sheet: Sheet, headerRow: Int?) {
        guard let headerRow, headerRow < sheet.rows.count else {
            // Lines of one cell above a wide table are titles.
            var first = 0
            if sheet.width >= 3 {
                while first < min(TableLayout.mostTitles, sheet.rows.count - 1), sheet.rows[first].filled <= 2,
                    sheet.rows[first].filled * 3 <= sheet.width
                {
                    first += 1
                }
            }
            titles = 0..<first
            header = first..<first
            firstRow = first
            names = Array(repeating: "", count: sheet.width)
            return
        }
        titles = 0..<headerRow
        var names = (0..<sheet.width).map { sheet.rows[headerRow][$0] }
        var end = headerRow + 1
        if end < sheet.rows.count {
            let next = sheet.rows[end]
            let isSecond =
                TableLayout.known(next) >= 2
                && next.cells.allSatisfy { !$0.contains { $0.isASCII && $0.isNumber } }
            if isSecond {
                var group = ""
                for column in names.indices {
                    if !names[column].isEmpty { group = names[column] }
                    let below = next[column]
                    if !below.isEmpty {
                        let joined = (names[column].isEmpty ? group : names[column]) + " " + below
                        names[column] = HeaderWords.read(joined)?.isExact == true ? joined : below
                    }
                }
                end += 1
            }
        }
        header = headerRow..<end
        firstRow = end
        self.names = names
    }

    private static func known(_ row: Sheet.Row) -> Int {
        row.cells.count { cell in
            !cell.isEmpty && (HeaderWords.read(cell).map { $0.isExact || cell.count <= 60 } ?? false)
        }
    }

    /// What tells one operator's table from another: the header's folded words, by a number (FNV-1a, 64 bits) so that
    /// nothing that a wrongly found header holds is kept.
    var fingerprint: String {
        let isNamed = !header.isEmpty
        let text = isNamed ? names.map { CellText.folded($0) }.joined(separator: "|") : "columns"
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        let digits = String(hash, radix: 16)
        return "\(names.count)-" + String(repeating: "0", count: 16 - digits.count) + digits
    }
}
