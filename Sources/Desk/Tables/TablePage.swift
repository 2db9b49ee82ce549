// SPDX-License-Identifier: Apache-2.0

import Casework
import Foundation
import Gazetteer
import Mandate
import Wording

/// One table: its rows by pages, found by code or name, with where each comes from.
struct TablePage {
    let visit: Visit
    let table: GazetteerTable
    let entries: [TableDesk.Entry]

    static let pageSize = 50

    private var path: String { "/tabel/\(table.rawValue)" }
    private var words: Words { visit.words }
    private var sought: String { String((visit.query["cari"] ?? "").prefix(60)) }
    private var isOwnOnly: Bool { visit.query["sendiri"] != nil }

    func render() -> String {
        let found = listings()
        let pages = max(1, (found.count + TablePage.pageSize - 1) / TablePage.pageSize)
        let page = min(pages, max(1, visit.query["halaman"].flatMap { Int($0) } ?? 1))
        let title = words.raised(words(.codeTable, table))
        return PageFrame(visit, title, current: .tables).render { html in
            html.add("nav", ["class": "crumbs", "aria-label": words(NavigationText.breadcrumb)]) { html in
                html.add("a", ["href": "/tabel"], "← " + words(TableText.title))
            }
            html.add("h1", title)
            toolbar(&html)
            if found.isEmpty {
                html.add("p", ["class": "empty"], words(isOwnOnly && sought.isEmpty ? TableText.noOwn : .none))
            } else {
                rows(
                    Array(found.dropFirst((page - 1) * TablePage.pageSize).prefix(TablePage.pageSize)), found.count,
                    &html)
                if pages > 1 { pager(page, pages, &html) }
            }
            if visit.allows(.editTable) {
                TableImportForm(visit: visit, table: table).write(&html)
            } else {
                html.add("p", ["class": "hint"], words(TableText.noAccess))
            }
        }
    }

    private func listings() -> [GazetteerListing] {
        let wanted = sought.lowercased()
        return visit.services.tables.listings(table).filter { listing in
            if isOwnOnly, listing.origin == .shipped { return false }
            return wanted.isEmpty || listing.row.values.values.contains { $0.lowercased().contains(wanted) }
        }
    }

    private func toolbar(_ html: inout Markup) {
        html.add("form", ["method": "get", "action": path, "class": "toolbar"]) { html in
            html.add("label", ["for": "cari"], words(TableText.find))
            html.void(
                "input",
                [
                    "id": "cari", "name": "cari", "type": "search", "value": sought, "maxlength": "60",
                    "placeholder": words(TableText.findHint),
                ])
            html.add("label", ["class": "option"]) { html in
                html.void(
                    "input", ["type": "checkbox", "name": "sendiri", "value": "1", "checked": flag(isOwnOnly)])
                html.add("span", words(TableText.ownOnly))
            }
            html.add("button", ["class": "button small"], words(CommonText.filter))
        }
        html.add("p", ["class": "toolbar"]) { html in
            if visit.allows(.editTable) {
                html.add("a", ["class": "button primary", "href": path + "/baris"], words(TableText.add))
            }
            html.add("a", ["class": "button", "href": path + "/csv"], words(TableText.export))
            html.add(
                "a", ["class": "button", "href": path + "/riwayat"], words(TableText.history) + " (\(entries.count))")
        }
    }

    private func rows(_ shown: [GazetteerListing], _ count: Int, _ html: inout Markup) {
        let columns = table.columns.filter { ![.icao, .latitude, .longitude].contains($0) }
        html.add("div", ["class": "scroll"]) { html in
            html.add("table", ["class": "rows"]) { html in
                html.add("caption", words("\(words.number(count)) baris", "\(words.number(count)) rows"))
                TableParts.head(columns.map { words(.tableColumn, $0) } + [words(TableText.origin)], &html)
                html.add("tbody") { html in
                    for listing in shown { row(listing, columns, &html) }
                }
            }
        }
    }

    private func row(_ listing: GazetteerListing, _ columns: [GazetteerColumn], _ html: inout Markup) {
        html.add("tr", ["data-row": ""]) { html in
            for column in columns {
                let value = column == .mode ? words(.travelMode, listing.row[column]) : listing.row[column]
                if column == table.key {
                    html.add("th", ["scope": "row", "class": "mono"]) { html in
                        if visit.allows(.editTable) {
                            html.add("a", ["href": path + "/baris?kode=" + listing.code, "data-open": ""], value)
                        } else {
                            html.say(value)
                        }
                    }
                } else {
                    html.add("td", value)
                }
            }
            html.add("td") { html in
                let tag = listing.origin == .shipped ? "tag" : listing.origin == .withdrawn ? "tag warn" : "tag ok"
                html.add("span", ["class": tag], words(.rowOrigin, listing.origin))
            }
        }
    }

    private func pager(_ page: Int, _ pages: Int, _ html: inout Markup) {
        html.add("nav", ["class": "toolbar", "aria-label": words(TableText.page)]) { html in
            if page > 1 {
                html.add("a", ["class": "button small", "href": link(page - 1)], words(CommonText.previous))
            }
            html.add("span", words(TableText.page) + " \(page) / \(pages)")
            if page < pages {
                html.add("a", ["class": "button small", "href": link(page + 1)], words(CommonText.next))
            }
        }
    }

    private func link(_ page: Int) -> String {
        let plain = CharacterSet.alphanumerics.intersection(CharacterSet(charactersIn: "\u{0}"..."\u{7f}"))
        let text = sought.addingPercentEncoding(withAllowedCharacters: plain) ?? ""
        return path + "?cari=\(text)&halaman=\(page)" + (isOwnOnly ? "&sendiri=1" : "")
    }
}
