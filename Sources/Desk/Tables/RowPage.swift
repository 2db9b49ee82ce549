// SPDX-License-Identifier: Apache-2.0

import Casework
import Gazetteer
import Mandate
import Travel
import Wording

/// The form of a row: new, or the one of a code, beside what was shipped.
struct RowPage {
    let visit: Visit
    let table: GazetteerTable
    let listing: GazetteerListing?
    let typed: GazetteerRow?
    let problem: String?

    /// - Throws: `.notFound` for a code that the table does not know.
    init(
        visit: Visit, table: GazetteerTable, code: String?, typed: GazetteerRow? = nil, problem: String? = nil
    ) throws(DeskError) {
        self.visit = visit
        self.table = table
        self.typed = typed
        self.problem = problem
        listing = code.flatMap { code in visit.services.tables.listings(table).first { $0.code == code } }
        if code != nil, listing == nil, typed == nil { throw .notFound }
    }

    /// The name of a column's field.
    static func field(_ column: GazetteerColumn) -> String { "k-" + column.rawValue.lowercased() }

    /// The row as typed; codes in upper case.
    static func row(_ visit: Visit, _ table: GazetteerTable) -> GazetteerRow {
        var values: [GazetteerColumn: String] = [:]
        for column in table.columns {
            let text = visit.form[field(column)] ?? ""
            values[column] = isCode(column) ? text.uppercased() : text
        }
        return GazetteerRow(values)
    }

    private static func isCode(_ column: GazetteerColumn) -> Bool {
        [.code, .country, .icao, .alpha3, .alpha2].contains(column)
    }

    func render() -> String {
        let words = visit.words
        let title = listing.map { words(TableText.correct) + ": " + $0.code } ?? words(TableText.add)
        return PageFrame(visit, title, current: .tables).render { html in
            html.add("nav", ["class": "crumbs", "aria-label": words(NavigationText.breadcrumb)]) { html in
                html.add("a", ["href": "/tabel/\(table.rawValue)"], "← " + words.raised(words(.codeTable, table)))
            }
            html.add("section", ["class": "card narrow"]) { html in
                html.add("h1", title)
                if let problem { html.add("p", ["class": "notice problem", "role": "alert"], problem) }
                html.add("p", ["class": "hint"], words(TableText.addLead))
                html.add("form", ["method": "post", "action": "/tabel/\(table.rawValue)/baris", "class": "stack"]) {
                    html in
                    FormParts.token(visit, &html)
                    if let listing {
                        html.void("input", ["type": "hidden", "name": "lama", "value": listing.code])
                        html.void(
                            "input",
                            ["type": "hidden", "name": RowPage.field(table.key), "value": listing.code])
                    }
                    for column in table.columns where listing == nil || column != table.key { field(column, &html) }
                    reason(&html)
                    html.add("button", ["class": "button primary"], words(TableText.save))
                }
            }
            if let listing { others(listing, &html) }
        }
    }

    private func field(_ column: GazetteerColumn, _ html: inout Markup) {
        let words = visit.words
        let value = (typed ?? listing?.row)?[column] ?? ""
        let label = words(.tableColumn, column)
        if column == .mode {
            FormParts.choice(
                RowPage.field(column), label, TravelMode.allCases.map { ($0.rawValue, words(.travelMode, $0)) },
                selected: value, isRequired: true, &html)
        } else {
            let shipped = listing?.shipped.map { words(TableText.shippedValue) + ": " + $0[column] }
            let isOptional = !table.required.contains(column)
            FormParts.field(
                RowPage.field(column), label, value: value,
                hint: isOptional ? words(CommonText.optional) : listing?.origin == .corrected ? shipped : nil,
                isRequired: !isOptional, limit: 80, &html)
        }
    }

    private func reason(_ html: inout Markup, id: String = "alasan") {
        FormParts.field(
            id, visit.words(CommonText.reason), value: problem == nil ? nil : visit.form["alasan"],
            hint: visit.words(CommonText.reasonHint), isRequired: true, limit: 500, &html)
    }

    private func others(_ listing: GazetteerListing, _ html: inout Markup) {
        let words = visit.words
        if listing.origin != .withdrawn {
            act(
                "cabut", words(TableText.withdraw), words(TableText.withdrawLead), words(TableText.submitWithdraw),
                &html)
        }
        if listing.shipped != nil, listing.origin != .shipped {
            act(
                "kembali", words(TableText.returnToShipped), words(TableText.returnLead),
                words(TableText.submitReturn), &html)
        }
    }

    private func act(_ name: String, _ title: String, _ lead: String, _ button: String, _ html: inout Markup) {
        html.add("details", ["class": "card"]) { html in
            html.add("summary", title)
            html.add("p", ["class": "hint"], lead)
            html.add("form", ["method": "post", "action": "/tabel/\(table.rawValue)/baris", "class": "stack"]) { html in
                FormParts.token(visit, &html)
                html.void("input", ["type": "hidden", "name": RowPage.field(table.key), "value": listing?.code])
                html.add("div", ["class": "field wide"]) { html in
                    html.add("label", ["for": "f-\(name)"], visit.words(CommonText.reason))
                    html.void(
                        "input",
                        [
                            "id": "f-\(name)", "name": "alasan", "required": "", "maxlength": "500",
                            "autocomplete": "off",
                        ])
                }
                html.add("button", ["class": "button", "name": "aksi", "value": name], button)
            }
        }
    }
}
