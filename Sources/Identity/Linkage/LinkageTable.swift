// SPDX-License-Identifier: Apache-2.0

internal import Civil

/// Rows of one or two tables of people, made ready for being compared.
public struct LinkageTable: Sendable {
    /// One row: the numbers of its values by comparison, none where nothing is given.
    struct Row: Sendable {
        let id: String
        let person: String?
        let values: [[Int32]]
        /// 0 for the left or only table, 1 for the right.
        let side: Int
    }

    /// A table that cannot be read.
    public enum Failure: Error, Equatable, CustomStringConvertible {
        case missingColumn(String)
        case nothingToCompare

        public var description: String {
            switch self {
            case .missingColumn(let title): "the table has no column \(title); see its first line"
            case .nothingToCompare: "no column is named that can be compared; say what the columns hold"
            }
        }
    }

    private(set) var rows: [Row] = []
    private(set) var vocabularies: [LinkageVocabulary] = []
    /// Titles of the columns of each comparison.
    let titles: [String]
    private let columns: [String: LinkageColumn]

    /// The number of rows.
    public var count: Int { rows.count }
    /// Whether rows of the left are looked for on the right; else rows of one table among themselves.
    public var isTwoTables: Bool { rows.last?.side == 1 }

    /// - Parameter columns: what each column holds, by its title; columns that are not named are not read.
    public init(columns: [String: LinkageColumn]) throws(Failure) {
        self.columns = columns
        let others = columns.filter { $0.value.comparison != nil && $0.value.comparison != .name }.keys.sorted()
        let hasName = columns.values.contains { $0.comparison == .name }
        titles = (hasName ? ["name"] : []) + others
        vocabularies =
            (hasName ? [LinkageVocabulary(.name)] : [])
            + others.compactMap { columns[$0]?.comparison.map { LinkageVocabulary($0) } }
        if titles.isEmpty { throw .nothingToCompare }
    }

    /// Adds the rows of a table of separated values (RFC 4180) with the titles in its first line.
    public mutating func add(_ bytes: UnsafeBufferPointer<UInt8>, side: Int = 0) throws(Failure) {
        var walker = RowWalker(bytes)
        guard walker.next() else { return }
        let header = walker.fields.indices.map { walker.text($0).trimmed }
        for title in columns.keys.sorted() where !header.contains(title) { throw .missingColumn(title) }
        while walker.next() {
            var fields: [String: String] = [:]
            for (place, title) in header.enumerated() where columns[title] != nil {
                let text = walker.text(place).trimmed
                if !text.isEmpty { fields[title] = text }
            }
            add(fields, side: side)
        }
    }

    private mutating func add(_ fields: [String: String], side: Int) {
        var values: [[Int32]] = []
        for (place, title) in titles.enumerated() {
            let comparison = vocabularies[place].comparison
            switch comparison {
            case .name:
                values.append(name(fields).map { vocabularies[place].number(of: $0) })
            case .words:
                values.append(
                    LinkageText.words(fields[title]).map {
                        vocabularies[place].number(of: $0)
                    })
            case .date:
                let date = LinkageText.date(fields[title])
                values.append(
                    date.map { [vocabularies[place].number(of: Array($0.description.utf8), date: $0)] } ?? [])
            case .code, .category:
                let mark = LinkageText.mark(fields[title])
                let texts = mark.isEmpty ? [] : comparison == .code ? [mark] + LinkageText.halves(mark) : [mark]
                values.append(texts.map { vocabularies[place].number(of: $0) })
            }
        }
        rows.append(
            Row(
                id: text(.id, fields) ?? String(rows.count + 1), person: text(.person, fields), values: values,
                side: side))
    }

    private func text(_ column: LinkageColumn, _ fields: [String: String]) -> String? {
        let texts = columns.filter { $0.value == column }.keys.sorted().compactMap { fields[$0] }
        return texts.isEmpty ? nil : texts.joined(separator: " ")
    }

    private func name(_ fields: [String: String]) -> [[UInt8]] {
        if let whole = text(.name, fields) { return NameWords(full: whole).words }
        return NameWords(surname: text(.surname, fields), given: text(.given, fields)).words
    }

    /// Takes the shares of values among people, by the group that each row is held to belong to.
    mutating func count(groups: [Int]) {
        for place in vocabularies.indices {
            vocabularies[place].count(rows.indices.map { (rows[$0].values[place], groups[$0]) })
        }
    }
}
