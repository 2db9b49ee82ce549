// SPDX-License-Identifier: Apache-2.0

import Messages
import Travel

/// A stored message cut into its numbered segments, its elements where it is a document, or its lines where it is a
/// table.
struct SourceText: Sendable {
    struct Piece: Sendable {
        /// As ``MessageWarning/segment`` counts: UNB is 1, UNA does not count.
        let number: Int
        let text: String
        /// `NAD`, `<Flight`, or empty in a table.
        let tag: String
        /// The tag's name, `NAD` or `Flight`.
        let name: String
    }

    /// The most pieces that are cut; a page shows fewer.
    static let limit = 20_000

    private(set) var pieces: [Piece] = []
    let isTable: Bool

    init(_ bytes: [UInt8], isTable: Bool) {
        self.isTable = isTable
        if isTable {
            cutLines(bytes)
        } else if let elements = DocumentElements.elements(of: bytes, limit: SourceText.limit) {
            pieces = elements.map { Piece(number: $0.number, text: $0.text, tag: $0.opening, name: $0.name) }
        } else {
            cutSegments(bytes)
        }
    }

    private mutating func cutLines(_ bytes: [UInt8]) {
        for (index, line) in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).prefix(
            SourceText.limit
        ).enumerated()
        where !line.isEmpty {
            pieces.append(Piece(number: index + 1, text: String(decoding: line, as: UTF8.self), tag: "", name: ""))
        }
    }

    private mutating func cutSegments(_ bytes: [UInt8]) {
        var release = UInt8(ascii: "?")
        var terminator = UInt8(ascii: "'")
        var at = 0
        if bytes.count > 9, bytes.starts(with: Array("UNA".utf8)) {
            release = bytes[6]
            terminator = bytes[8]
            at = 9
        }
        var start = at
        var number = 0
        func isBlank(_ byte: UInt8) -> Bool { byte == 10 || byte == 13 || byte == 32 }
        while at < bytes.count, number < SourceText.limit {
            if bytes[at] == release {
                at += 2
                continue
            }
            if bytes[at] == terminator {
                append(bytes[start...at], &number)
                start = at + 1
            }
            at += 1
        }
        if start < bytes.count { append(bytes[start...], &number) }
    }

    private mutating func append(_ slice: ArraySlice<UInt8>, _ number: inout Int) {
        let trimmed = slice.drop { $0 == 10 || $0 == 13 || $0 == 32 }
        guard !trimmed.isEmpty else { return }
        number += 1
        // Carriers fold long lines inside segments; the breaks mean nothing.
        let text = String(decoding: trimmed.filter { $0 != 10 && $0 != 13 }, as: UTF8.self)
        let tag = String(text.prefix { $0.isLetter || $0.isNumber }.prefix(3))
        pieces.append(Piece(number: number, text: text, tag: tag, name: tag))
    }
}
