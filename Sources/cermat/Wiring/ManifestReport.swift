// SPDX-License-Identifier: Apache-2.0

internal import Casework
internal import Foundation
internal import Manifests
internal import Screening
internal import Travel
internal import Wording

/// What `cermat manifest` found, as JSON; stable names, additions welcome.
struct ManifestReport: Encodable {
    struct Column: Encodable {
        /// From 1.
        var column: Int
        var header: String
        @WrittenOut var field: String?
        var confidence: Double
        var ground: String
        var reason: String
        var matching: Int
        var filled: Int
        @WrittenOut var dateOrder: String?
        @WrittenOut var dateEvidence: String?
    }
    struct Mark: Encodable {
        var line: Int
        var column: Int
        var problem: String
        var wrong: String
        var right: String
        /// Whether the value is left out; else it is taken and to be looked at.
        var isError: Bool
    }
    struct Row: Encodable {
        var line: Int
        var reason: String
        var text: String
        /// The earlier line, where the traveller is repeated.
        @WrittenOut var earlierLine: Int?
    }
    struct Preview: Encodable {
        var line: Int
        var cells: [String]
        var isTraveller: Bool
    }
    struct VoyageFields: Encodable {
        @WrittenOut var `operator`: String?
        @WrittenOut var mode: String?
        @WrittenOut var number: String?
        @WrittenOut var ship: String?
        @WrittenOut var imo: String?
        @WrittenOut var plate: String?
        @WrittenOut var from: String?
        @WrittenOut var to: String?
        @WrittenOut var departure: String?
        @WrittenOut var arrival: String?
    }
    struct Difference: Encodable {
        var replaces: String
        var added: Int
        var removed: Int
        var changed: Int
        var unchanged: Int
    }
    struct Submission: Encodable {
        var status: String
        var ids: [String]
        var revision: Int
        var list: String
        var differences: [Difference]
        @WrittenOut var layoutVersion: Int?
    }

    var file: String
    var encoding: String
    @WrittenOut var separator: String?
    var titleLines: [Int]
    var headerLines: [Int]
    @WrittenOut var layoutVersion: Int?
    var columns: [Column]
    var voyage: VoyageFields
    var preview: [Preview]
    var travellers: Int
    var notTaken: [Row]
    var cells: [Mark]
    /// What keeps the list from being handed in.
    var missing: [String]
    @WrittenOut var submission: Submission?

    init(_ draft: ManifestDraft, _ reading: ManifestReading, file: String) {
        let words = Words(.english)
        self.file = file
        encoding = draft.sheet.encoding.rawValue
        separator = draft.sheet.separator.map(String.init)
        titleLines = draft.titleLines
        headerLines = draft.headerLines
        layoutVersion = draft.layoutVersion
        columns = draft.columns.map { column in
            Column(
                column: column.index + 1, header: column.header, field: column.field?.rawValue,
                confidence: (column.confidence * 100).rounded() / 100, ground: column.ground.rawValue,
                reason: words(.columnGround, column.ground), matching: column.matching, filled: column.filled,
                dateOrder: column.dates?.order?.rawValue, dateEvidence: column.dates?.evidence.code)
        }
        voyage = VoyageFields(
            operator: draft.voyage.operatorCode, mode: draft.voyage.mode?.rawValue, number: draft.voyage.number,
            ship: draft.voyage.conveyance, imo: draft.voyage.imo, plate: draft.voyage.plate, from: draft.voyage.from,
            to: draft.voyage.to, departure: draft.voyage.departure.map { "\($0)" },
            arrival: draft.voyage.arrival.map { "\($0)" })
        let byLine = Dictionary(draft.sheet.rows.map { ($0.line, $0) }, uniquingKeysWith: { a, _ in a })
        preview = reading.rows.prefix(10).map { row in
            Preview(
                line: row.line, cells: draft.columns.map { byLine[row.line]?[$0.index] ?? "" },
                isTraveller: row.refusal == nil)
        }
        travellers = reading.travellers
        notTaken = reading.refused.compactMap { row in
            row.refusal.map { refusal in
                var earlier: Int?
                if case .repeated(let line) = refusal { earlier = line }
                return Row(
                    line: row.line, reason: refusal.code, text: words(.rowRefusal, refusal.code), earlierLine: earlier)
            }
        }
        cells = reading.rows.flatMap { row in
            row.marks.map { mark in
                Mark(
                    line: row.line, column: mark.column + 1, problem: mark.problem.rawValue,
                    wrong: words(.cellProblem, mark.problem), right: words(.cellRemedy, mark.problem),
                    isError: mark.problem.isError)
            }
        }
        missing = reading.problems.map(\.rawValue)
    }

    /// One JSON object on one line.
    func json() throws -> String { try SortedJSON.line(self) }

    /// The same for people.
    func lines() -> [String] {
        let words = Words(.english)
        var lines = [
            "\(file): \(encoding), separator \(separator.map { $0 == "\t" ? "tab" : $0 } ?? "none"), "
                + (headerLines.isEmpty ? "no heading" : "heading on line \(headerLines[0])")
        ]
        for column in columns {
            let name = column.header.isEmpty ? "(no heading)" : column.header
            let taken = column.field.map { words(.manifestField, $0) } ?? "not taken"
            var line = "  column \(column.column)  \(name)  ->  \(taken)"
            if column.field != nil { line += "  \(Int((column.confidence * 100).rounded()))%" }
            line += "  (\(column.reason))"
            if let evidence = column.dateEvidence, column.field != nil {
                line +=
                    "  [\(column.dateOrder.map { words(.dateOrder, $0) + ": " } ?? "")\(words(.dateEvidence, evidence))]"
            }
            lines.append(line)
        }
        for row in preview { lines.append("  line \(row.line)  " + row.cells.joined(separator: " | ")) }
        for mark in cells {
            lines.append("line \(mark.line), column \(mark.column): \(mark.wrong); \(mark.right)")
        }
        lines.append("\(travellers) travellers read, \(notTaken.count) rows are none")
        for row in notTaken { lines.append("line \(row.line): \(row.text)") }
        for problem in missing { lines.append("missing: " + words(.listProblem, problem)) }
        if let submission {
            lines.append("\(submission.status): " + submission.ids.joined(separator: " "))
            for difference in submission.differences {
                lines.append(
                    "takes the place of \(difference.replaces): \(difference.added) added, \(difference.removed) removed, "
                        + "\(difference.changed) changed, \(difference.unchanged) unchanged")
            }
        }
        return lines
    }
}

/// A value that is written as null where it is missing, so that every key is always there.
@propertyWrapper
struct WrittenOut<Value: Encodable>: Encodable {
    var wrappedValue: Value?

    init(wrappedValue: Value?) { self.wrappedValue = wrappedValue }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(wrappedValue)
    }
}
