// SPDX-License-Identifier: Apache-2.0

import Casework
import Crypto
import Gazetteer
import HTTPTypes
import Mandate
import Safeguards
import Wording

/// A file of rows: first what it would change, then, with a reason, the change.
enum TableImportRoute {
    static func answer(_ table: GazetteerTable, _ visit: Visit) async throws -> Reply {
        let bytes = visit.form.file("berkas") ?? Array((visit.form.verbatim("csv") ?? "").utf8)
        let file: TableImport
        do {
            file = try await visit.services.tables.preview(bytes, of: table, atMilliseconds: visit.now)
        } catch {
            return try .again(error, visit) { problem in
                TableImportPage(visit: visit, table: table, file: nil, text: "", problem: problem).render()
            }
        }
        let text = String(decoding: bytes, as: UTF8.self)
        let mark = TableImportPage.mark(file)
        guard visit.form["aksi"] == "terapkan" else {
            return shown(TableImportPage(visit: visit, table: table, file: file, text: text), table, file)
        }
        guard visit.form["pratinjau"] == mark else {
            return shown(
                TableImportPage(
                    visit: visit, table: table, file: file, text: text, problem: visit.words(TableText.again)),
                table, file)
        }
        let count = try await visit.services.tables.take(
            file, reason: visit.form["alasan"] ?? "", by: try visit.mandate(), atMilliseconds: visit.now)
        return await visit.done(
            "/tabel/\(table.rawValue)", visit.words(TableText.taken) + ": " + visit.words.number(count))
    }

    private static func shown(_ page: TableImportPage, _ table: GazetteerTable, _ file: TableImport) -> Reply {
        .page(
            page.render(), shown: ["table:\(table.rawValue)"],
            detail: "preview added=\(file.added.count) changed=\(file.changed.count) refused=\(file.refused.count)")
    }
}

/// The form to choose a file.
struct TableImportForm {
    let visit: Visit
    let table: GazetteerTable

    func write(_ html: inout Markup) {
        let words = visit.words
        html.add("details", ["class": "card"]) { html in
            html.add("summary", words(TableText.importTitle))
            html.add("p", ["class": "hint"], words(TableText.importLead))
            html.add(
                "form",
                [
                    "method": "post", "action": "/tabel/\(table.rawValue)/impor", "enctype": "multipart/form-data",
                    "class": "stack",
                ]
            ) { html in
                FormParts.token(visit, &html)
                FormParts.field(
                    "berkas", words(TableText.file), type: "file", hint: words(TableText.fileHint), isRequired: true,
                    &html)
                html.add("button", ["class": "button"], words(TableText.preview))
            }
        }
    }
}

/// What a file would change: added, corrected, refused with the reasons, and the way to apply it.
struct TableImportPage {
    let visit: Visit
    let table: GazetteerTable
    let file: TableImport?
    let text: String
    var problem: String?

    private static let most = 200

    /// What the preview showed, so that nothing else is applied.
    static func mark(_ file: TableImport) -> String {
        let said = (file.added + file.changed).map { change in
            [change.before, change.after].map { row in
                file.table.columns.map { row?[$0] ?? "" }.joined(separator: "\u{1F}")
            }.joined(separator: "\u{1E}")
        }.joined(separator: "\u{1D}")
        return Hexadecimal.text(SHA256.hash(data: Array(said.utf8)).prefix(8))
    }

    func render() -> String {
        let words = visit.words
        let name = words.raised(words(.codeTable, table))
        return PageFrame(visit, words(TableText.previewTitle), current: .tables).render { html in
            html.add("nav", ["class": "crumbs", "aria-label": words(NavigationText.breadcrumb)]) { html in
                html.add("a", ["href": "/tabel/\(table.rawValue)"], "← " + name)
            }
            html.add("h1", words(TableText.previewTitle) + ": " + name)
            if let problem { html.add("p", ["class": "notice problem", "role": "alert"], problem) }
            if let file {
                figures(file, &html)
                if file.rows.isEmpty {
                    html.add("p", ["class": "empty"], words(TableText.nothingNew))
                } else {
                    apply(file, &html)
                }
                refusals(file, &html)
                changes(file.changed, file.changed.count, words(TableText.changed), &html)
                changes(file.added, file.added.count, words(TableText.added), &html)
            }
            TableImportForm(visit: visit, table: table).write(&html)
        }
    }

    private func figures(_ file: TableImport, _ html: inout Markup) {
        let words = visit.words
        html.add("dl", ["class": "figures"]) { html in
            for (label, value) in [
                (TableText.added, file.added.count), (.changed, file.changed.count), (.refused, file.refused.count),
                (.unchanged, file.unchanged),
            ] {
                html.add("div") { html in
                    html.add("dt", words(label))
                    html.add("dd", words.number(value))
                }
            }
        }
    }

    private func apply(_ file: TableImport, _ html: inout Markup) {
        let words = visit.words
        html.add(
            "form",
            [
                "method": "post", "action": "/tabel/\(table.rawValue)/impor", "enctype": "multipart/form-data",
                "class": "stack card",
            ]
        ) { html in
            FormParts.token(visit, &html)
            html.void("input", ["type": "hidden", "name": "pratinjau", "value": TableImportPage.mark(file)])
            html.add("textarea", ["name": "csv", "hidden": "", "aria-hidden": "true"], text)
            FormParts.field(
                "alasan", words(CommonText.reason), value: visit.form["alasan"], hint: words(CommonText.reasonHint),
                isRequired: true, limit: 500, &html)
            html.add(
                "button", ["class": "button primary", "name": "aksi", "value": "terapkan"],
                words(TableText.take) + ": " + words.number(file.rows.count))
        }
    }

    private func refusals(_ file: TableImport, _ html: inout Markup) {
        guard !file.refused.isEmpty else { return }
        let words = visit.words
        html.add("div", ["class": "scroll"]) { html in
            html.add("table") { html in
                html.add("caption", words(TableText.refused) + ": " + words.number(file.refused.count))
                TableParts.head(
                    ["#" + words(TableText.line), words(.tableColumn, table.key), words(CommonText.reason)], &html)
                html.add("tbody") { html in
                    for refusal in file.refused.prefix(TableImportPage.most) {
                        html.add("tr") { html in
                            html.add("td", ["class": "n"], "\(refusal.line)")
                            html.add("th", ["scope": "row", "class": "mono"], String(refusal.code.prefix(40)))
                            html.add(
                                "td",
                                refusal.problems.map {
                                    words.sentence(ofColumn: $0.column.rawValue, problem: $0.kind.rawValue)
                                }.joined(separator: " "))
                        }
                    }
                }
            }
        }
    }

    private func changes(_ changes: [TableImport.Change], _ total: Int, _ caption: String, _ html: inout Markup) {
        RowChangeTable(
            visit: visit, table: table,
            rows: changes.prefix(TableImportPage.most).map { change in
                RowChangeTable.Row(
                    line: change.line, code: change.after[table.key],
                    before: change.before.map { RowChangeTable.text($0, table) } ?? "–",
                    after: RowChangeTable.text(change.after, table))
            }, total: total
        ).write(caption, &html)
    }
}
