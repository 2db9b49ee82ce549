// SPDX-License-Identifier: Apache-2.0

internal import Delimited
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
        bytes.withUnsafeBufferPointer { buffer in
            read(TableScanner(buffer, separator: UInt8(ascii: ",")), list: list, tokens: tokens)
        }
    }

    private mutating func read(_ scanner: TableScanner, list: String, tokens: IdentityTokens) {
        var rows = scanner
        guard let header = rows.next()?.fields.map({ rows.text($0).uppercased() }) else {
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
            for (name, value) in zip(header, row.fields.map { rows.text($0) }) where !value.isEmpty {
                values[name] = value
            }
            if values.isEmpty { continue }
            do throws(WatchlistDraftError) {
                drafts.append(try WatchlistDraft(columns: values, list: list, tokens: tokens))
            } catch {
                refusals.append(Refusal(line: row.line, reason: error.description))
            }
        }
    }
}
