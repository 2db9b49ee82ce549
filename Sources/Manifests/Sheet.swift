// SPDX-License-Identifier: Apache-2.0

internal import Delimited

/// A table as a spreadsheet wrote it: rows of clean cells, and where each row began.
public struct Sheet: Hashable, Sendable {
    /// One row that is not blank.
    public struct Row: Hashable, Sendable {
        /// The line of the file, 1 for the first.
        public var line: Int
        public var cells: [String]
        /// Whether a quoted cell was never closed.
        public var isUnclosed: Bool

        public init(line: Int, cells: [String], isUnclosed: Bool = false) {
            self.line = line
            self.cells = cells
            self.isUnclosed = isUnclosed
        }

        /// The cells that hold something.
        var filled: Int { cells.count { !$0.isEmpty } }
        /// The cell of a column; empty where the row is shorter.
        public subscript(_ column: Int) -> String { column < cells.count ? cells[column] : "" }
    }

    public let encoding: SheetEncoding
    /// Nil for a table of one column.
    public let separator: Character?
    public let rows: [Row]
    /// The columns of the widest row.
    public let width: Int

    /// Reads a file's bytes, or what was pasted.
    public init(_ raw: [UInt8], limits: SheetLimits = SheetLimits()) throws(SheetRefusal) {
        let text = try SheetText(raw, limits: limits)
        encoding = text.encoding
        var bytes = text.bytes
        var separator = Sheet.declaredSeparator(&bytes)
        if separator == nil { separator = bytes.withUnsafeBufferPointer(Sheet.likeliestSeparator) }
        self.separator = separator.map { Character(Unicode.Scalar($0)) }
        let byte = separator ?? 0x1F
        var refusal: SheetRefusal?
        var rows: [Row] = []
        var width = 0
        bytes.withUnsafeBufferPointer { buffer in
            var scanner = TableScanner(buffer, separator: byte)
            while let record = scanner.next() {
                let cells = record.fields.map { CellText.clean(scanner.text($0)) }
                let last = cells.lastIndex { !$0.isEmpty }
                guard let last else { continue }
                guard last < limits.columns else {
                    refusal = .tooManyColumns(limit: limits.columns)
                    return
                }
                guard rows.count < limits.rows else {
                    refusal = .tooManyRows(limit: limits.rows)
                    return
                }
                width = max(width, last + 1)
                rows.append(Row(line: record.line, cells: Array(cells[...last]), isUnclosed: record.isUnclosed))
            }
        }
        if let refusal { throw refusal }
        guard !rows.isEmpty else { throw .empty }
        self.rows = rows
        self.width = width
    }

    /// `sep=;`, as Excel writes and reads on a first line; blanked, so that line numbers stay.
    private static func declaredSeparator(_ bytes: inout [UInt8]) -> UInt8? {
        guard bytes.count >= 5, String(decoding: bytes[0..<4], as: UTF8.self).lowercased() == "sep=" else { return nil }
        let separator = bytes[4]
        guard bytes.count == 5 || bytes[5] == 0x0D || bytes[5] == 0x0A else { return nil }
        for i in 0..<5 { bytes[i] = 0x20 }
        return separator
    }

    /// The separator that cuts the first rows into the most columns most evenly; nil where none cuts any.
    private static func likeliestSeparator(_ buffer: UnsafeBufferPointer<UInt8>) -> UInt8? {
        var best: (separator: UInt8, points: Int)?
        for separator in [UInt8(ascii: "\t"), UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: "|")] {
            var scanner = TableScanner(buffer, separator: separator)
            var counts: [Int: Int] = [:]
            var rows = 0
            while rows < 80, let record = scanner.next() {
                rows += 1
                counts[record.fields.count, default: 0] += 1
            }
            counts[1] = nil
            // Rows of nearly the usual width count too: spreadsheets drop empty cells at the end.
            for (width, count) in counts {
                let near = counts.reduce(0) { $0 + (abs($1.key - width) <= 1 ? $1.value : 0) }
                let points = (count * 2 + near) * min(width, 24) * 100 / max(1, rows)
                if best.map({ points > $0.points }) ?? true { best = (separator, points) }
            }
        }
        return best?.separator
    }
}
