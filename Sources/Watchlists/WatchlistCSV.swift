// SPDX-License-Identifier: Apache-2.0

public import Identity

/// Reads watchlist entries from CSV (RFC 4180, UTF-8, header line, columns in any order).
///
/// Columns: `LIST_ID,KIND,SURNAME,GIVEN,DOB,SEX,NATIONALITY,DOC_TYPE,DOC_NO,DOC_ISSUER,CONTACT_KIND,CONTACT,CARD,OWNER,
/// BASIS,CATEGORY,GRADING,REVIEW_DATE,EXPIRY,REASON`. An entry's identity follows from list and LIST_ID, so that
/// reading a
/// file again changes entries instead of doubling them.
public struct WatchlistCSV: Sendable {
    /// A row that was refused, with its line and why; without personal data.
    public struct Refusal: Hashable, Sendable {
        public var line: Int
        public var reason: String

        public init(line: Int, reason: String) {
            self.line = line
            self.reason = reason
        }
    }

    /// The most rows that one file may have.
    public static let rowLimit = 100_000

    public private(set) var drafts: [WatchlistDraft] = []
    public private(set) var refusals: [Refusal] = []

    /// Reads a file; bad rows are refused one by one, a missing header refuses all.
    public init(_ bytes: [UInt8], list: String, tokens: IdentityTokens) {
        var rows = CSVRows(bytes)
        guard let header = rows.next()?.fields.map({ $0.uppercased() }) else {
            refusals = [Refusal(line: 1, reason: "the file is empty")]
            return
        }
        for column in ["KIND", "OWNER", "BASIS", "CATEGORY", "REVIEW_DATE", "EXPIRY"] where !header.contains(column) {
            refusals.append(Refusal(line: 1, reason: "column \(column) is missing"))
        }
        guard refusals.isEmpty else { return }
        while let row = rows.next() {
            guard drafts.count < WatchlistCSV.rowLimit else {
                refusals.append(
                    Refusal(line: row.line, reason: "more than \(WatchlistCSV.rowLimit) rows; split the file"))
                return
            }
            var values: [String: String] = [:]
            for (name, value) in zip(header, row.fields) where !value.isEmpty { values[name] = value }
            if values.isEmpty { continue }
            do throws(WatchlistDraftError) {
                drafts.append(try WatchlistDraft(columns: values, list: list, tokens: tokens))
            } catch {
                refusals.append(Refusal(line: row.line, reason: error.description))
            }
        }
    }
}

/// Rows of a CSV file with quoted fields, one at a time.
struct CSVRows {
    private let bytes: [UInt8]
    private var position = 0
    private var line = 1

    init(_ bytes: [UInt8]) {
        self.bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    }

    /// The next row that is not blank, with the number of its first line; nil at the end.
    mutating func next() -> (line: Int, fields: [String])? {
        while position < bytes.count {
            let start = line
            var fields: [String] = []
            var field: [UInt8] = []
            var isQuoted = false
            var isEnd = false
            while position < bytes.count, !isEnd {
                let byte = bytes[position]
                position += 1
                if byte == UInt8(ascii: "\n") { line += 1 }
                if isQuoted {
                    if byte == UInt8(ascii: "\"") {
                        if position < bytes.count, bytes[position] == UInt8(ascii: "\"") {
                            field.append(byte)
                            position += 1
                        } else {
                            isQuoted = false
                        }
                    } else {
                        field.append(byte)
                    }
                    continue
                }
                switch byte {
                case UInt8(ascii: "\""): isQuoted = true
                case UInt8(ascii: ","):
                    fields.append(CSVRows.text(field))
                    field.removeAll(keepingCapacity: true)
                case UInt8(ascii: "\r"): continue
                case UInt8(ascii: "\n"): isEnd = true
                default: field.append(byte)
                }
            }
            fields.append(CSVRows.text(field))
            if fields.count > 1 || !(fields.first ?? "").isEmpty { return (start, fields) }
        }
        return nil
    }

    private static func text(_ bytes: [UInt8]) -> String {
        var slice = bytes[...]
        while slice.first == 32 { slice.removeFirst() }
        while slice.last == 32 { slice.removeLast() }
        return String(decoding: slice, as: UTF8.self)
    }
}
