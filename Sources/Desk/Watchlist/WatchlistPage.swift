// SPDX-License-Identifier: Apache-2.0

import Civil
import Mandate
import Watchlists
import Wording

/// The watchlist, with entries due for review told apart, and the way in for files.
struct WatchlistPage {
    let visit: Visit
    let entries: [WatchlistEntry]
    let offset: Int
    let hasMore: Bool
    let showsWithdrawn: Bool
    let imported: SignedIn.WatchlistNotice?

    private var words: Words { visit.words }

    func render() -> String {
        PageFrame(visit, words(WatchlistText.title), current: .watchlist).render { html in
            html.add("div", ["class": "page-head"]) { html in
                html.add("h1", words(WatchlistText.title))
                html.add("p", ["class": "quiet"], words(WatchlistText.lead))
            }
            if let imported { report(imported, &html) }
            html.add("div", ["class": "toolbar no-print"]) { html in
                if visit.allows(.editWatchlist) {
                    html.add("a", ["class": "button primary", "href": "/daftar-pantau/baru"], words(WatchlistText.add))
                }
                html.add(
                    "a",
                    [
                        "class": "button small", "href": showsWithdrawn ? "/daftar-pantau" : "/daftar-pantau?dicabut=1",
                        "aria-current": showsWithdrawn ? "true" : nil,
                    ],
                    words(WatchlistText.showWithdrawn))
            }
            if entries.isEmpty {
                html.add("p", ["class": "empty"], words(WatchlistText.none))
            } else {
                table(&html)
            }
            if visit.allows(.editWatchlist) { upload(&html) }
        }
    }

    private func report(_ imported: SignedIn.WatchlistNotice, _ html: inout Markup) {
        html.add("section", ["class": imported.refusals.isEmpty ? "notice" : "notice problem", "role": "status"]) {
            html in
            html.add("p") { html in
                html.say(
                    words(
                        "\(words.number(imported.written)) entri ditulis, \(words.number(imported.refusals.count)) baris ditolak.",
                        "\(words.number(imported.written)) entries written, \(words.number(imported.refusals.count)) rows refused."
                    ))
            }
            if !imported.refusals.isEmpty {
                html.add("ul") { html in
                    for refusal in imported.refusals.prefix(50) {
                        html.add("li", words("baris", "line") + " \(refusal.line): " + refusal.reason)
                    }
                }
            }
        }
    }

    private func table(_ html: inout Markup) {
        let today = visit.clock.today(visit.now)
        html.add("div", ["class": "scroll"]) { html in
            html.add("table", ["class": "rows"]) { html in
                html.add("caption", words("\(entries.count) entri", "\(entries.count) entries"))
                TableParts.head(
                    [
                        words(WatchlistText.subject), words(WatchlistText.category), words(WatchlistText.reason),
                        words(WatchlistText.owner), words(WatchlistText.basis), words(WatchlistText.reviewDate),
                        words(WatchlistText.expiry), words(CommonText.state),
                    ], &html)
                html.add("tbody") { html in for entry in entries { row(entry, today: today, &html) } }
            }
        }
        html.add("p", ["class": "pages"]) { html in
            let tail = showsWithdrawn ? "&dicabut=1" : ""
            if offset > 0 {
                html.add(
                    "a", ["class": "button small", "href": "/daftar-pantau?mulai=\(max(0, offset - 100))" + tail],
                    words(CommonText.previous))
            }
            if hasMore {
                html.add(
                    "a", ["class": "button small", "href": "/daftar-pantau?mulai=\(offset + entries.count)" + tail],
                    words(CommonText.next))
            }
        }
    }

    private func row(_ entry: WatchlistEntry, today: CivilDate?, _ html: inout Markup) {
        html.add("tr", ["id": "e\(entry.id)", "data-row": ""]) { html in
            html.add("th", ["scope": "row"]) { html in
                let text = WatchlistSubjectWords(subject: entry.subject, words: words).text
                if visit.allows(.editWatchlist), !entry.isWithdrawn {
                    html.add("a", ["href": "/daftar-pantau/\(entry.id)", "data-open": ""], text)
                } else {
                    html.say(text)
                }
                html.add("span", ["class": "sub"]) { html in
                    html.say(entry.list)
                    if visit.allows(.viewFaces), visit.services.gallery != nil {
                        html.say(" · ")
                        html.add("a", ["href": "/galeri/\(entry.id)"], words(GalleryText.faces))
                    }
                }
            }
            html.add("td", words.raised(words(.watchlistCategory, entry.category)))
            html.add("td", entry.reason)
            html.add("td") { html in
                html.say(entry.owner)
                if let grading = entry.grading { html.add("span", ["class": "sub"], grading) }
            }
            html.add("td", ["class": "mono"], entry.basis)
            html.add("td", ["class": "nowrap"], words.shortDate(entry.reviewDate, withYear: true))
            html.add("td", ["class": "nowrap"], words.shortDate(entry.expiry, withYear: true))
            html.add("td") { html in
                if entry.isWithdrawn {
                    html.add("span", ["class": "tag"], words(WatchlistText.withdrawn))
                } else if let today, entry.expiry < today {
                    html.add("span", ["class": "tag"], words(WatchlistText.expired))
                } else if let today, entry.reviewDate <= today {
                    html.add("span", ["class": "tag warn"], words(WatchlistText.dueForReview))
                } else {
                    html.add("span", ["class": "tag ok"], words(WatchlistText.active))
                }
            }
        }
    }

    private func upload(_ html: inout Markup) {
        html.add("details", ["class": "card do"]) { html in
            html.add("summary", words("Impor berkas CSV", "Import a CSV file"))
            html.add("p", ["class": "hint mono"]) { html in
                html.say(
                    "LIST_ID,KIND,SURNAME,GIVEN,DOB,SEX,NATIONALITY,DOC_TYPE,DOC_NO,DOC_ISSUER,CONTACT_KIND,CONTACT,CARD,OWNER,BASIS,CATEGORY,GRADING,REVIEW_DATE,EXPIRY,REASON"
                )
            }
            html.add(
                "form",
                [
                    "method": "post", "action": "/daftar-pantau/impor", "enctype": "multipart/form-data",
                    "class": "stack",
                ]
            ) { html in
                FormParts.token(visit, &html)
                FormParts.field("daftar", words(WatchlistText.list), value: "DESK", isRequired: true, limit: 40, &html)
                FormParts.field("berkas", "CSV", type: "file", isRequired: true, &html)
                html.add("button", ["class": "button primary"], words("Impor", "Import"))
            }
        }
    }
}

/// Whom or what an entry looks for, in a line.
struct WatchlistSubjectWords {
    let subject: WatchlistSubject
    let words: Words

    var text: String {
        switch subject {
        case .person(let person):
            let name = [person.surname, person.given].compactMap(\.self).joined(separator: " / ")
            return
                ([name, person.birthDate.map { words.date($0) }, person.documentNumber].compactMap {
                    $0?.isEmpty == false ? $0 : nil
                })
                .joined(separator: " · ")
        case .document(let number, let issuer): return [number, issuer].compactMap(\.self).joined(separator: " ")
        case .contact(_, let value): return value
        case .card(_, let lastFour): return "•••• " + lastFour
        }
    }
}
