// SPDX-License-Identifier: Apache-2.0

import Casework
import Civil
import Gazetteer
import Mandate
import Wording

/// The changes of a table, newest first, each with the way to take it back.
struct TableHistoryPage {
    let visit: Visit
    let table: GazetteerTable
    /// Newest first.
    let entries: [TableDesk.Entry]
    let officers: [RecordID<Officer>: Officer]

    private static let most = 200

    func render() -> String {
        let words = visit.words
        let name = words.raised(words(.codeTable, table))
        return PageFrame(visit, words(TableText.history), current: .tables).render { html in
            html.add("nav", ["class": "crumbs", "aria-label": words(NavigationText.breadcrumb)]) { html in
                html.add("a", ["href": "/tabel/\(table.rawValue)"], "← " + name)
            }
            html.add("h1", words(TableText.history) + ": " + name)
            if entries.isEmpty {
                html.add("p", ["class": "empty"], words(TableText.historyNone))
            } else {
                html.add("p", ["class": "hint"], words(TableText.undoLead))
            }
            for entry in entries.prefix(TableHistoryPage.most) { write(entry, &html) }
        }
    }

    private func write(_ entry: TableDesk.Entry, _ html: inout Markup) {
        let words = visit.words
        let officer = DecisionWords(record: entry.record, words: words, officers: officers).officer
        html.add("details", ["class": "card"]) { html in
            html.add("summary") { html in
                html.say(
                    words.raised(words(.tableAct, entry.change.act)) + " · "
                        + RowChangeTable.codes(entry.change.rows.map(\.code)) + " · "
                        + visit.clock.moment(entry.record.atMilliseconds, now: visit.now) + " · " + officer)
            }
            html.add("p") { html in html.say(words(CommonText.reason) + ": " + entry.change.reason) }
            RowChangeTable(
                visit: visit, table: table,
                rows: entry.change.rows.prefix(TableHistoryPage.most).map { row in
                    RowChangeTable.Row(
                        line: nil, code: row.code, before: text(row.before), after: text(row.after))
                }, total: entry.change.rows.count
            ).write(words(.tableAct, entry.change.act), &html)
            if visit.allows(.editTable) { undo(entry, &html) }
        }
    }

    private func text(_ stance: GazetteerStance) -> String {
        switch stance {
        case .asShipped: visit.words(.rowOrigin, GazetteerListing.Origin.shipped)
        case .withdrawn: visit.words(.rowOrigin, GazetteerListing.Origin.withdrawn)
        case .row(let row): RowChangeTable.text(row, table)
        }
    }

    private func undo(_ entry: TableDesk.Entry, _ html: inout Markup) {
        html.add("form", ["method": "post", "action": "/tabel/\(table.rawValue)/batal", "class": "stack"]) { html in
            FormParts.token(visit, &html)
            html.void("input", ["type": "hidden", "name": "perubahan", "value": "\(entry.record.id)"])
            html.add("div", ["class": "field"]) { html in
                html.add("label", ["for": "u-\(entry.record.id)"], visit.words(CommonText.reason))
                html.void(
                    "input",
                    [
                        "id": "u-\(entry.record.id)", "name": "alasan", "required": "", "maxlength": "500",
                        "autocomplete": "off",
                    ])
            }
            html.add("button", ["class": "button"], visit.words(TableText.undo))
        }
    }
}

/// Rows before and after.
struct RowChangeTable {
    struct Row {
        var line: Int?
        var code: String
        var before: String
        var after: String
    }

    let visit: Visit
    let table: GazetteerTable
    let rows: [Row]
    let total: Int

    static func codes(_ codes: [String]) -> String {
        codes.prefix(3).joined(separator: ", ") + (codes.count > 3 ? " +\(codes.count - 3)" : "")
    }

    static func text(_ row: GazetteerRow, _ table: GazetteerTable) -> String {
        table.columns.dropFirst().map { row[$0] }.filter { !$0.isEmpty }.joined(separator: " · ")
    }

    func write(_ caption: String, _ html: inout Markup) {
        let words = visit.words
        guard !rows.isEmpty else { return }
        html.add("div", ["class": "scroll"]) { html in
            html.add("table") { html in
                html.add("caption", caption + ": " + words.number(total))
                TableParts.head(
                    [words(.tableColumn, table.key), words(TableText.before), words(TableText.after)], &html)
                html.add("tbody") { html in
                    for row in rows {
                        html.add("tr") { html in
                            html.add("th", ["scope": "row", "class": "mono"], row.code)
                            html.add("td", row.before)
                            html.add("td", row.after)
                        }
                    }
                }
            }
        }
        if total > rows.count {
            html.add("p", ["class": "hint"], "+" + words.number(total - rows.count) + " " + words(TableText.other))
        }
    }
}
