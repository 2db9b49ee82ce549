// SPDX-License-Identifier: Apache-2.0

import Manifests
import Wording

/// The columns with what they are taken for and why, above the first rows with odd cells marked in their place.
struct ManifestTable {
    let words: Words
    let draft: ManifestDraft
    let reading: ManifestReading

    /// The rows of the preview.
    static let previewRows = 10

    func write(_ html: inout Markup) {
        html.add("div", ["class": "card"]) { html in
            html.add("h2", ["id": "kolom"], words(ManifestText.table))
            FormParts.choice(
                "kepala", words(ManifestText.header), headers, selected: "\(draft.headerLines.first ?? 0)", &html)
            html.add("div", ["class": "scroll", "tabindex": "0", "role": "region", "aria-labelledby": "kolom"]) {
                html in
                html.add("table", ["class": "rows mapping"]) { html in
                    html.add("caption", words(ManifestText.preview))
                    html.add("thead") { html in
                        html.add("tr") { html in
                            html.add("th", ["scope": "col"], words(ManifestText.line))
                            for column in draft.columns {
                                html.add("th", ["scope": "col"]) { html in head(column, &html) }
                            }
                        }
                    }
                    html.add("tbody") { html in
                        for row in reading.rows.prefix(ManifestTable.previewRows) { line(row, &html) }
                    }
                }
            }
        }
    }

    private var headers: [(value: String, text: String)] {
        [("0", words(ManifestText.noHeader))]
            + draft.sheet.rows.prefix(30).map { row in
                let text = row.cells.filter { !$0.isEmpty }.prefix(4).joined(separator: " · ")
                return ("\(row.line)", words(ManifestText.line) + " \(row.line): " + String(text.prefix(60)))
            }
    }

    private func head(_ column: ColumnProposal, _ html: inout Markup) {
        let name = column.header.isEmpty ? words(ManifestText.column) + " \(column.index + 1)" : column.header
        let label = String(name.prefix(60))
        html.add("span", ["class": "name"], label)
        let options =
            [("", words(ManifestText.notTaken))]
            + ManifestField.allCases.map { ($0.rawValue, words(.manifestField, $0)) }
        choice(
            "k\(column.index)", label + " " + words(ManifestText.takenFor), options,
            selected: column.field?.rawValue ?? "", isAsked: false, &html)
        html.add("span", ["class": "sub"], reason(column))
        guard let dates = column.dates, column.field != nil else { return }
        if dates.mustAsk || dates.evidence == .chosen || dates.evidence == .remembered || dates.undecided > 0 {
            let orders =
                [("", words(ManifestText.askOrder))] + DateOrder.allCases.map { ($0.rawValue, words(.dateOrder, $0)) }
            choice(
                "u\(column.index)", label + ": " + words(ManifestText.order), orders,
                selected: dates.order?.rawValue ?? "", isAsked: dates.mustAsk, &html)
        }
        let evidence = words(.dateEvidence, dates.evidence.code)
        html.add(
            "span", ["class": dates.mustAsk ? "sub warning" : "sub"], (dates.mustAsk ? "! " : "") + evidence)
    }

    private func choice(
        _ name: String, _ label: String, _ options: [(String, String)], selected: String, isAsked: Bool,
        _ html: inout Markup
    ) {
        html.add("select", ["name": name, "aria-label": label, "class": isAsked ? "asked" : nil]) { html in
            for (value, text) in options {
                html.add("option", ["value": value, "selected": flag(value == selected)], text)
            }
        }
    }

    /// How sure, why, and how many cells fit.
    private func reason(_ column: ColumnProposal) -> String {
        var text = words(.columnGround, column.ground)
        if column.field != nil, column.filled > 0, column.matching > 0, column.ground != .chosen {
            text += " (\(column.matching)/\(column.filled))"
        }
        guard column.field != nil, column.ground != .chosen else { return text }
        return words.percent(column.confidence, decimals: 0) + " · " + text
    }

    /// What was read from a cell, where it does not stand there as it is.
    private func value(_ column: ColumnProposal, _ row: ManifestRow) -> String? {
        guard let traveller = row.traveller else { return nil }
        switch column.field {
        case .birthDate, .birthPlaceAndDate: return traveller.birthDate.map { words.date($0) }
        case .documentExpiry: return traveller.documentExpiry.map { words.date($0) }
        case .sex, .title: return traveller.sex.map { words(.sex, $0) }
        case .nationality: return traveller.nationality.map { words.country($0) }
        case .documentIssuer: return traveller.documentIssuer.map { words.country($0) }
        case .documentType: return traveller.documentType.map { words(.documentType, $0) }
        case .fullName where !traveller.given.isEmpty: return traveller.surname + " / " + traveller.given
        default: return nil
        }
    }

    private func line(_ row: ManifestRow, _ html: inout Markup) {
        let cells = draft.sheet.rows.first { $0.line == row.line }
        let isOdd = row.marks.contains { $0.problem.isError }
        html.add("tr", ["class": row.refusal != nil ? "none" : isOdd ? "odd" : nil]) { html in
            html.add("th", ["scope": "row", "class": "nowrap"]) { html in
                html.say("\(row.line) ")
                if let refusal = row.refusal {
                    html.add("span", ["class": "sub"], "– " + words(.rowRefusal, refusal.code))
                } else if row.marks.isEmpty {
                    html.add("span", ["class": "sub"], "✓ " + words(ManifestText.rowGood))
                } else {
                    html.add("span", ["class": "sub warning"], "! " + words(ManifestText.rowOdd))
                }
            }
            for column in draft.columns {
                let marks = row.marks.filter { $0.column == column.index }
                let isError = marks.contains { $0.problem.isError }
                html.add("td", ["class": isError ? "cell wrong" : marks.isEmpty ? nil : "cell doubtful"]) { html in
                    html.add(
                        "span", ["class": column.field == nil ? "quiet" : nil],
                        String((cells?[column.index] ?? "").prefix(60)))
                    if let read = value(column, row), marks.isEmpty {
                        html.add("span", ["class": "sub"], "= " + read)
                    }
                    for mark in marks {
                        html.add("span", ["class": "sub mark"]) { html in
                            html.add(
                                "b", (mark.problem.isError ? "✗ " : "! ") + words(.cellProblem, mark.problem))
                            html.say(" – " + words(.cellRemedy, mark.problem))
                        }
                    }
                }
            }
        }
    }
}

/// The rows that make no traveller, and the odd cells of the whole list.
struct ManifestRowLists {
    let words: Words
    /// Nil once the list was handed in and its rows let go.
    let draft: ManifestDraft?

    /// The most lines of each table.
    static let limit = 60

    func write(refused: [ManifestRow], flawed: [ManifestRow], _ html: inout Markup) {
        if !flawed.isEmpty { odd(flawed, &html) }
        guard !refused.isEmpty else { return }
        html.add("details", ["class": "card"]) { html in
            html.add("summary", words(ManifestText.notTravellers) + ": \(words.number(refused.count))")
            html.add("ul") { html in
                for row in refused.prefix(ManifestRowLists.limit) {
                    html.add("li") { html in
                        html.say(words(ManifestText.line) + " \(row.line): ")
                        if let refusal = row.refusal { html.say(words(.rowRefusal, refusal.code)) }
                        if case .repeated(let line)? = row.refusal {
                            html.say(" (" + words(ManifestText.line).lowercased() + " \(line))")
                        }
                    }
                }
                if refused.count > ManifestRowLists.limit { html.add("li", words(ManifestText.more)) }
            }
        }
    }

    private func odd(_ rows: [ManifestRow], _ html: inout Markup) {
        // A column that waits for its order of dates says so itself.
        let marks = rows.flatMap { row in
            row.marks.filter { $0.problem != .dateUndecided }.map { (row.line, $0) }
        }
        guard !marks.isEmpty else { return }
        html.add("div", ["class": "card"]) { html in
            html.add("h2", ["id": "sel"], words(ManifestText.oddCells) + ": \(words.number(marks.count))")
            html.add("div", ["class": "scroll", "tabindex": "0", "role": "region", "aria-labelledby": "sel"]) { html in
                html.add("table", ["class": "rows"]) { html in
                    var heads = [words(ManifestText.line)]
                    if draft != nil { heads += [words(ManifestText.column), words(ManifestText.inCell)] }
                    TableParts.head(heads + [words(ManifestText.wrong), words(ManifestText.right)], &html)
                    html.add("tbody") { html in
                        for (line, mark) in marks.prefix(ManifestRowLists.limit) {
                            html.add("tr") { html in
                                html.add("th", ["scope": "row"], "\(line)")
                                if let draft {
                                    let cell = draft.sheet.rows.first { $0.line == line }?[mark.column] ?? ""
                                    html.add("td", String((draft.columns[mark.column].header).prefix(40)))
                                    html.add("td", ["class": "mono"], String(cell.prefix(60)))
                                }
                                html.add(
                                    "td", (mark.problem.isError ? "✗ " : "! ") + words(.cellProblem, mark.problem))
                                html.add("td", words(.cellRemedy, mark.problem))
                            }
                        }
                    }
                }
            }
            if marks.count > ManifestRowLists.limit { html.add("p", ["class": "hint"], words(ManifestText.more)) }
        }
    }
}
