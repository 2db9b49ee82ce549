// SPDX-License-Identifier: Apache-2.0

import Casework
import Gazetteer
import Wording

/// The tables, with how many rows are this office's own.
struct TablesPage {
    let visit: Visit

    func render() -> String {
        let words = visit.words
        return PageFrame(visit, words(TableText.title), current: .tables).render { html in
            html.add("div", ["class": "page-head"]) { html in
                html.add("h1", words(TableText.title))
                html.add("p", ["class": "quiet"], words(TableText.lead))
            }
            html.add("table", ["class": "rows"]) { html in
                html.add("caption", words(TableText.title))
                TableParts.head(
                    [words(TableText.title), "#" + words(TableText.rows), "#" + words(TableText.ownRows)], &html)
                html.add("tbody") { html in
                    for table in GazetteerTable.allCases {
                        let listings = visit.services.tables.listings(table)
                        html.add("tr", ["data-row": ""]) { html in
                            html.add("th", ["scope": "row"]) { html in
                                html.add(
                                    "a", ["href": "/tabel/\(table.rawValue)", "data-open": ""],
                                    words.raised(words(.codeTable, table)))
                            }
                            html.add("td", ["class": "n"], words.number(listings.count { $0.origin != .withdrawn }))
                            html.add("td", ["class": "n"], words.number(listings.count { $0.origin != .shipped }))
                        }
                    }
                }
            }
        }
    }
}
