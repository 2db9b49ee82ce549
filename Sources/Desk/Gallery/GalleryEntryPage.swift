// SPDX-License-Identifier: Apache-2.0

import Casework
import Civil
import Mandate
import Screening
import Watchlists
import Wording

/// The pictures of one watchlist entry. What they show is on the page only when the officer asks for it.
struct GalleryEntryPage {
    let visit: Visit
    let desk: GalleryDesk
    let entry: WatchlistEntry
    let pictures: [FaceListing]
    /// Whether the pictures themselves are shown.
    let isOpened: Bool
    /// What became of the pictures that were just handed in, with the names of their files.
    var verdicts: [(file: String, verdict: PictureVerdict)] = []
    var problem: GalleryRefusal?

    var words: Words { visit.words }

    /// Reads the entry of the address and lists its pictures, unopened.
    init(_ visit: Visit, isOpened: Bool) async throws {
        guard let desk = visit.services.gallery else { throw DeskError.notFound }
        let id = try visit.id(of: WatchlistEntry.self)
        guard let entry = try await visit.services.store.entries([id]).first?.entry else { throw DeskError.notFound }
        self.visit = visit
        self.desk = desk
        self.entry = entry
        self.isOpened = isOpened
        pictures = try await desk.pictures(of: id)
    }

    /// What the record says was shown.
    var shown: [String] { ["entry:\(entry.id)"] }

    var name: String { WatchlistSubjectWords(subject: entry.subject, words: words).text }

    private var isActive: Bool { visit.clock.today(visit.now).map { entry.isActive(on: $0) } ?? false }

    func render() -> String {
        frame { html in
            if let problem {
                html.add(
                    "p", ["class": "notice problem", "role": "alert"],
                    words.raised(words(.galleryRefusal, problem)) + ".")
            }
            if !verdicts.isEmpty { GalleryVerdicts(words: words, verdicts: verdicts).write(&html) }
            facts(&html)
            list(&html)
            if visit.allows(.enrolFace) { enrolment(&html) }
            if visit.allows(.enrolFace), pictures.count > 1 { merging(&html) }
            if visit.allows(.forgetFace), !pictures.isEmpty { forgetting(&html) }
        }
    }

    func frame(_ content: (inout Markup) -> Void) -> String {
        PageFrame(visit, words(GalleryText.faces), current: .gallery).render { html in
            html.add("nav", ["class": "crumbs", "aria-label": words(NavigationText.breadcrumb)]) { html in
                html.add("a", ["href": "/galeri"], "← " + words(GalleryText.title))
            }
            html.add("h1", words(GalleryText.faces) + ": " + name)
            content(&html)
        }
    }

    private func facts(_ html: inout Markup) {
        html.add("dl", ["class": "facts"]) { html in
            Facts.pair(words(WatchlistText.category), words.raised(words(.watchlistCategory, entry.category)), &html)
            Facts.pair(words(GalleryText.basis), entry.basis, isCode: true, &html)
            Facts.pair(words(WatchlistText.owner), entry.owner, &html)
            Facts.pair(words(GalleryText.ends), words.shortDate(entry.expiry, withYear: true), &html)
            Facts.pair(words(WatchlistText.reason), entry.reason, &html)
        }
        if visit.allows(.editWatchlist), !entry.isWithdrawn {
            html.add("p") { html in
                html.add("a", ["href": "/daftar-pantau/\(entry.id)"], words(HitText.entry))
            }
        }
    }

    private func list(_ html: inout Markup) {
        html.add("section", ["class": "card", "aria-labelledby": "gambar"]) { html in
            html.add("h2", ["id": "gambar"], words(GalleryText.listTitle))
            guard !pictures.isEmpty else {
                html.add("p", ["class": "empty"], words(GalleryText.noPictures))
                return
            }
            table(&html)
            if isOpened {
                html.add("p", ["class": "quiet", "role": "status"], words(GalleryText.shown))
                html.add("div", ["class": "faces"]) { html in
                    for (place, picture) in pictures.enumerated() { portrait(place, picture, &html) }
                }
            } else {
                html.add("p", ["class": "quiet"], words(GalleryText.hiddenLead))
                html.add("p") { html in
                    html.add(
                        "a", ["class": "button", "href": "/galeri/\(entry.id)?gambar=1"], words(GalleryText.show))
                }
            }
        }
    }

    private func table(_ html: inout Markup) {
        html.add("div", ["class": "scroll"]) { html in
            html.add("table", ["class": "rows"]) { html in
                html.add("caption", ["class": "hidden"], words(GalleryText.listTitle))
                TableParts.head(
                    [
                        words(GalleryText.number), words(GalleryText.enrolled), words(GalleryText.quality),
                        words(GalleryText.state),
                    ], &html)
                html.add("tbody") { html in
                    for (place, picture) in pictures.enumerated() {
                        html.add("tr") { html in
                            html.add("th", ["scope": "row"], words(GalleryText.portrait) + " \(place + 1)")
                            html.add("td", visit.clock.moment(picture.atMilliseconds, now: visit.now))
                            html.add("td", GalleryQuality.words(picture.quality, words))
                            html.add("td") { html in state(picture, &html) }
                        }
                    }
                }
            }
        }
    }

    private func state(_ picture: FaceListing, _ html: inout Markup) {
        if !isActive {
            html.add("span", ["class": "tag"], words(GalleryText.ended))
        } else if desk.engine == nil {
            html.add("span", ["class": "tag"], words(GalleryText.noEngine))
        } else if picture.engine != desk.engine {
            html.add("span", ["class": "tag warn"], words(GalleryText.elsewhereOne))
        } else {
            html.add("span", ["class": "tag ok"], words(GalleryText.searchable))
        }
        if picture.isMerged { html.add("span", ["class": "tag"], words(GalleryText.mergedTag)) }
    }

    private func portrait(_ place: Int, _ picture: FaceListing, _ html: inout Markup) {
        let name = words(GalleryText.portrait) + " \(place + 1)"
        html.add("figure") { html in
            html.void(
                "img",
                [
                    "src": "/galeri/\(entry.id)/gambar/\(picture.id)", "alt": name, "width": "320", "height": "320",
                ])
            html.add("figcaption", name)
        }
    }

    private func enrolment(_ html: inout Markup) {
        html.add("section", ["class": "card", "aria-labelledby": "daftarkan"]) { html in
            html.add("h2", ["id": "daftarkan"], words(GalleryText.add))
            guard isActive else { return html.add("p", ["class": "notice"], words(GalleryText.onlyPersons)) }
            guard desk.engine != nil else {
                return html.add("p", ["class": "notice"], words(GalleryText.engineMissing))
            }
            html.add("p", ["class": "quiet"], words(GalleryText.addLead))
            html.add(
                "form",
                [
                    "method": "post", "action": "/galeri/\(entry.id)", "enctype": "multipart/form-data",
                    "class": "stack", "data-drop": "f-gambar",
                ]
            ) { html in
                FormParts.token(visit, &html)
                FormParts.picture(
                    "gambar", words(GalleryText.choose), hint: words(GalleryText.chooseHint), isMultiple: true, &html)
                html.add("button", ["class": "button primary"], words(GalleryText.take))
            }
        }
    }

    private func merging(_ html: inout Markup) {
        html.add("form", ["method": "post", "action": "/galeri/\(entry.id)/gabung", "class": "card stack"]) { html in
            html.add("h2", words(GalleryText.merge))
            FormParts.token(visit, &html)
            html.add("p", ["class": "quiet"], words(GalleryText.mergeLead))
            html.add("button", ["class": "button"], words(GalleryText.merge))
        }
    }

    private func forgetting(_ html: inout Markup) {
        html.add(
            "form", ["method": "post", "action": "/galeri/\(entry.id)/musnahkan", "class": "card danger stack"]
        ) { html in
            html.add("h2", words(GalleryText.forget))
            FormParts.token(visit, &html)
            html.add("p", ["class": "quiet"], words(GalleryText.forgetLead))
            FormParts.choice(
                "gambar", words(GalleryText.which), id: "f-musnahkan",
                pictures.enumerated().map { place, picture in
                    ("\(picture.id)", words(GalleryText.portrait) + " \(place + 1)")
                } + [(GalleryForgetting.every, words(GalleryText.every))], &html)
            FormParts.choice(
                "alasan", words(GalleryText.why),
                [("", "–")]
                    + FaceForgettingReason.allCases.map { ($0.rawValue, words.raised(words(.faceForgetting, $0))) },
                isRequired: true, &html)
            html.add("button", ["class": "button"], words(GalleryText.forget))
        }
    }

    /// Asks once more before pictures are destroyed.
    func asking(_ forgetting: GalleryForgetting) -> String {
        let place = pictures.firstIndex { $0.id == forgetting.only }
        let what = place.map { words(GalleryText.portrait) + " \($0 + 1)" } ?? words(GalleryText.every)
        return frame { html in
            html.add(
                "form", ["method": "post", "action": "/galeri/\(entry.id)/musnahkan", "class": "card danger stack"]
            ) { html in
                html.add("h2", words(GalleryText.sureLead))
                FormParts.token(visit, &html)
                for (name, value) in [
                    ("gambar", forgetting.only.map { "\($0)" } ?? GalleryForgetting.every),
                    ("alasan", forgetting.reason.rawValue), ("yakin", "1"),
                ] { html.void("input", ["type": "hidden", "name": name, "value": value]) }
                html.add("dl", ["class": "facts"]) { html in
                    Facts.pair(words(GalleryText.which), what, &html)
                    Facts.pair(
                        words(GalleryText.why), words.raised(words(.faceForgetting, forgetting.reason)), &html)
                }
                html.add("p", words(GalleryText.forgetLead))
                html.add("p", ["class": "actions"]) { html in
                    html.add("button", ["class": "button primary"], words(GalleryText.sure))
                    html.add(
                        "a", ["class": "button", "href": "/galeri/\(entry.id)", "autofocus": ""],
                        words(GalleryText.keep))
                }
            }
        }
    }
}
