// SPDX-License-Identifier: Apache-2.0

import Casework
import Civil
import Mandate
import Watchlists
import Wording

/// Which watchlist entries have pictures, those that end first at the top. No picture is on it.
struct GalleryPage {
    let visit: Visit
    let overview: GalleryOverview
    let hasEngine: Bool
    let offset: Int
    let hasMore: Bool

    private var words: Words { visit.words }

    func render() -> String {
        PageFrame(visit, words(GalleryText.title), current: .gallery).render { html in
            html.add("div", ["class": "page-head"]) { html in
                html.add("h1", words(GalleryText.title))
                html.add("p", ["class": "quiet"], words(GalleryText.lead))
            }
            if !hasEngine { html.add("p", ["class": "warning", "role": "note"], words(GalleryText.engineMissing)) }
            figures(&html)
            if visit.allows(.viewWatchlist) {
                html.add("p", ["class": "no-print"]) { html in
                    html.add("a", ["class": "button", "href": "/daftar-pantau"], words(GalleryText.addFrom))
                }
            }
            guard !overview.rows.isEmpty else {
                html.add("p", ["class": "empty"]) { html in
                    html.say(words(GalleryText.none))
                    if offset == 0 { html.say(" " + words(GalleryText.noneHint)) }
                }
                return
            }
            table(&html)
            pages(&html)
        }
    }

    private func figures(_ html: inout Markup) {
        let elsewhere = overview.totals.elsewhere(than: overview.engine)
        html.add("dl", ["class": "figures"]) { html in
            let items: [(GalleryText, Int, Bool)] = [
                (.entries, overview.totals.entries, overview.totals.entries >= overview.limit),
                (.room, overview.limit, false), (.pictures, overview.totals.all, false),
                (.elsewhere, elsewhere, elsewhere > 0),
            ]
            for (text, count, isAttention) in items {
                html.add("div", ["class": isAttention ? "attention" : nil]) { html in
                    html.add("dt", words(text))
                    html.add("dd", words.number(count))
                }
            }
        }
        if elsewhere > 0 { html.add("p", ["class": "warning", "role": "note"], words(GalleryText.elsewhereHint)) }
    }

    private func table(_ html: inout Markup) {
        html.add("div", ["class": "scroll"]) { html in
            html.add("table", ["class": "rows"]) { html in
                html.add(
                    "caption",
                    words.range(
                        first: offset + 1, last: offset + overview.rows.count, of: overview.totals.entries))
                TableParts.head(
                    [
                        words(GalleryText.whom), words(WatchlistText.category), words(GalleryText.basis),
                        words(GalleryText.ends), "#" + words(GalleryText.count), words(GalleryText.quality),
                        words(GalleryText.state),
                    ], &html)
                html.add("tbody") { html in for row in overview.rows { line(row, &html) } }
            }
        }
    }

    private func line(_ row: FaceEntrySummary, _ html: inout Markup) {
        let entry = overview.entries[row.entry]
        html.add("tr", ["data-row": ""]) { html in
            html.add("th", ["scope": "row"]) { html in
                let name = entry.map { WatchlistSubjectWords(subject: $0.subject, words: words).text }
                html.add("a", ["href": "/galeri/\(row.entry)", "data-open": ""], name ?? "\(row.entry)")
                if let entry { html.add("span", ["class": "sub"], entry.list) }
            }
            html.add("td", entry.map { words.raised(words(.watchlistCategory, $0.category)) } ?? "–")
            html.add("td", ["class": "mono"], entry?.basis ?? "–")
            html.add("td", ["class": "nowrap"], entry.map { words.shortDate($0.expiry, withYear: true) } ?? "–")
            html.add("td", ["class": "n"], words.number(row.pictures))
            html.add("td", GalleryQuality.words(row.bestGrade, words))
            html.add("td") { html in state(row, entry, &html) }
        }
    }

    private func state(_ row: FaceEntrySummary, _ entry: WatchlistEntry?, _ html: inout Markup) {
        let isActive = visit.clock.today(visit.now).flatMap { today in entry.map { $0.isActive(on: today) } } ?? false
        if !isActive {
            html.add("span", ["class": "tag"], words(GalleryText.ended))
        } else if row.elsewhere > 0 {
            html.add("span", ["class": "tag warn"], words(GalleryText.elsewhereOne))
        } else {
            html.add(
                "span", ["class": hasEngine ? "tag ok" : "tag"],
                words(hasEngine ? GalleryText.searchable : .noEngine))
        }
        if row.merged > 1 { html.add("span", ["class": "tag"], words(GalleryText.mergedTag)) }
    }

    private func pages(_ html: inout Markup) {
        html.add("p", ["class": "pages"]) { html in
            if offset > 0 {
                html.add(
                    "a", ["class": "button small", "href": "/galeri?mulai=\(max(0, offset - 100))"],
                    words(CommonText.previous))
            }
            if hasMore {
                html.add(
                    "a", ["class": "button small", "href": "/galeri?mulai=\(offset + overview.rows.count)"],
                    words(CommonText.next))
            }
        }
    }
}

/// The quality of pictures in words and a number.
enum GalleryQuality {
    static func words(_ grade: Int?, _ words: Words) -> String {
        guard let grade else { return words(GalleryText.notMeasured) }
        let quality = EnrolmentQuality(grade: grade, eyePixels: 0)
        return words(.enrolmentLevel, quality.level) + " (\(quality.grade))"
    }

    static func words(_ quality: EnrolmentQuality?, _ words: Words) -> String {
        guard let quality else { return words(GalleryText.notMeasured) }
        return self.words(quality.grade, words) + ", \(quality.eyePixels) " + words(GalleryText.eyes)
    }
}
