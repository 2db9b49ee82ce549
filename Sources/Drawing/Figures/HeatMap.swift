// SPDX-License-Identifier: Apache-2.0

/// Counts by row and column, such as reads by officer and hour: a number in each cell, a shade behind it.
public struct HeatMap: Figure {
    public var id: String
    public var title: String
    public var summary: String
    /// The head of the first column: `Petugas`.
    public var rowHead: String
    public var columnNames: [String]
    public var rowNames: [String]
    /// One row of counts a row name, one count a column name; what is missing counts as zero.
    public var counts: [[Int]]

    public init(
        id: String = "heat", title: String, summary: String, rowHead: String, columnNames: [String], rowNames: [String],
        counts: [[Int]]
    ) {
        self.id = id
        self.title = title
        self.summary = summary
        self.rowHead = rowHead
        self.columnNames = columnNames
        self.rowNames = rowNames
        self.counts = counts
    }

    public var table: FigureTable {
        FigureTable(
            caption: title, columns: [rowHead] + columnNames,
            rows: rowNames.enumerated().map { row, name in
                [name] + columnNames.indices.map { String(count(row, $0)) }
            })
    }

    public var svg: String {
        let (left, cell, height) = (170, 40, 24)
        let rows = rowNames.prefix(60)
        let columns = columnNames.prefix(31)
        var canvas = SVGCanvas(width: left + columns.count * cell, height: 20 + rows.count * height)
        for (column, name) in columns.enumerated() {
            canvas.text(
                SVGText.fitted(name, size: 11, room: cell), x: left + column * cell + cell / 2, y: 13, size: 11,
                anchor: .middle, class: "fig-soft")
        }
        let most = min(1_000_000_000, max(1, counts.joined().max() ?? 0))
        for (row, name) in rows.enumerated() {
            let y = 20 + row * height
            canvas.text(SVGText.fitted(name, size: 12, room: left - 12), x: 2, y: y + 16, size: 12)
            for column in columns.indices {
                let count = self.count(row, column)
                let x = left + column * cell
                // Never darker than 0.4, so that the number stays readable on it.
                let shade = count <= 0 ? "0.04" : "0.\(10 + min(count, most) * 30 / most)"
                canvas.rectangle(
                    x: x + 1, y: y + 1, width: cell - 2, height: height - 2, radius: 2, class: "fig-accent",
                    opacity: shade,
                    tip: "\(name) · \(columns[column]): \(count)")
                if count > 0 {
                    canvas.text(
                        SVGText.fitted(String(count), size: 11, room: cell - 2), x: x + cell / 2, y: y + 16, size: 11,
                        anchor: .middle)
                }
            }
        }
        return canvas.document(self, kind: "heat")
    }

    private func count(_ row: Int, _ column: Int) -> Int {
        guard counts.indices.contains(row), counts[row].indices.contains(column) else { return 0 }
        return counts[row][column]
    }
}
