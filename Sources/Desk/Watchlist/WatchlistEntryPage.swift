// SPDX-License-Identifier: Apache-2.0

import Civil
import Mandate
import Watchlists
import Wording

/// The form of one entry, new or existing, and its withdrawal.
struct WatchlistEntryPage {
    let visit: Visit
    let entry: WatchlistEntry?
    /// Why the form came back, with what was typed still in it.
    var problem: String?

    private var words: Words { visit.words }

    func render() -> String {
        let title = entry == nil ? words(WatchlistText.add) : words(HitText.entry)
        return PageFrame(visit, title, current: .watchlist).render { html in
            html.add("nav", ["class": "crumbs", "aria-label": words(NavigationText.breadcrumb)]) { html in
                html.add("a", ["href": "/daftar-pantau"], "← " + words(WatchlistText.title))
            }
            html.add("h1", title)
            html.add("p", ["class": "quiet"], words(WatchlistText.kinRule))
            if let entry, visit.allows(.viewFaces), visit.services.gallery != nil {
                html.add("p") { html in html.add("a", ["href": "/galeri/\(entry.id)"], words(GalleryText.faces)) }
            }
            if let problem { html.add("p", ["class": "notice problem", "role": "alert"], problem) }
            html.add("form", ["method": "post", "action": "/daftar-pantau", "class": "card grid-form"]) { html in
                FormParts.token(visit, &html)
                if let entry { html.void("input", ["type": "hidden", "name": "id", "value": "\(entry.id)"]) }
                subject(&html)
                ground(&html)
                html.add("div", ["class": "field end"]) { html in
                    html.add("button", ["class": "button primary"], words(WatchlistText.submit))
                }
            }
            if let entry, !entry.isWithdrawn { withdrawal(entry, &html) }
        }
    }

    private var person: WatchedPerson? { if case .person(let person)? = entry?.subject { person } else { nil } }

    /// What was typed before the form came back, else what the entry says.
    private func typed(_ name: String, _ kept: String?) -> String? { problem == nil ? kept : visit.form[name] }

    private var kind: String {
        switch entry?.subject {
        case .document: "document"
        case .contact: "contact"
        case .card: "card"
        default: "person"
        }
    }

    private func subject(_ html: inout Markup) {
        FormParts.choice(
            "KIND", words(WatchlistText.subject),
            [
                ("person", words(WatchlistText.person)), ("document", words(WatchlistText.document)),
                ("contact", words(WatchlistText.contact)), ("card", words(WatchlistText.card)),
            ], selected: typed("KIND", kind), isRequired: true, &html)
        FormParts.field(
            "SURNAME", words(WatchlistText.surname), value: typed("SURNAME", person?.surname), limit: 80, &html)
        FormParts.field("GIVEN", words(WatchlistText.given), value: typed("GIVEN", person?.given), limit: 80, &html)
        FormParts.field(
            "DOB", words(WatchlistText.birthDate), value: typed("DOB", person?.birthDate.map { "\($0)" }), limit: 10,
            &html)
        FormParts.choice(
            "SEX", words(WatchlistText.sex), [("", "–")] + Sex.allCases.map { ($0.rawValue, words(.sex, $0)) },
            selected: typed("SEX", person?.sex?.rawValue), &html)
        FormParts.field(
            "NATIONALITY", words(WatchlistText.nationality), value: typed("NATIONALITY", person?.nationality), limit: 3,
            &html)
        var number = person?.documentNumber
        var issuer = person?.documentIssuer
        if case .document(let own, let from)? = entry?.subject { (number, issuer) = (own, from) }
        FormParts.field("DOC_NO", words(WatchlistText.documentNumber), value: typed("DOC_NO", number), limit: 40, &html)
        FormParts.field("DOC_ISSUER", words(WatchlistText.issuer), value: typed("DOC_ISSUER", issuer), limit: 3, &html)
        var contact: (kind: WatchedContactKind, value: String)?
        if case .contact(let own, let value)? = entry?.subject { contact = (own, value) }
        FormParts.choice(
            "CONTACT_KIND", words(WatchlistText.contactKind),
            WatchedContactKind.allCases.map { ($0.rawValue, words(.watchedContactKind, $0)) },
            selected: typed("CONTACT_KIND", contact?.kind.rawValue),
            &html)
        FormParts.field(
            "CONTACT", words(WatchlistText.contactValue), value: typed("CONTACT", contact?.value), limit: 80, &html)
        FormParts.field(
            "CARD", words(WatchlistText.card),
            hint: words(
                "Hanya token dan empat angka terakhir yang disimpan.", "Only a token and the last four digits are kept."
            ),
            limit: 24, &html)
    }

    private func ground(_ html: inout Markup) {
        FormParts.choice(
            "CATEGORY", words(WatchlistText.category),
            WatchlistCategory.allCases.map { ($0.rawValue, words.raised(words(.watchlistCategory, $0))) },
            selected: typed("CATEGORY", entry?.category.rawValue), isRequired: true, &html)
        FormParts.field(
            "OWNER", words(WatchlistText.owner), value: typed("OWNER", entry?.owner), isRequired: true, limit: 80, &html
        )
        FormParts.field(
            "BASIS", words(WatchlistText.basis), value: typed("BASIS", entry?.basis), isRequired: true, limit: 80, &html
        )
        FormParts.field(
            "GRADING", words(WatchlistText.grading), value: typed("GRADING", entry?.grading),
            hint: words(WatchlistText.gradingHint),
            limit: 4, &html)
        FormParts.field(
            "REVIEW_DATE", words(WatchlistText.reviewDate),
            value: typed("REVIEW_DATE", entry.map { "\($0.reviewDate)" }), type: "date",
            isRequired: true,
            &html)
        FormParts.field(
            "EXPIRY", words(WatchlistText.expiry), value: typed("EXPIRY", entry.map { "\($0.expiry)" }), type: "date",
            hint: words(WatchlistText.expiryHint), isRequired: true, &html)
        FormParts.area(
            "REASON", words(WatchlistText.reason), value: typed("REASON", entry?.reason) ?? "", isRequired: true, &html)
    }

    private func withdrawal(_ entry: WatchlistEntry, _ html: inout Markup) {
        html.add(
            "form", ["method": "post", "action": "/daftar-pantau/\(entry.id)/cabut", "class": "card danger stack"]
        ) { html in
            html.add("h2", words(WatchlistText.withdraw))
            FormParts.token(visit, &html)
            FormParts.field("alasan", words(WatchlistText.withdrawReason), isRequired: true, limit: 500, &html)
            html.add("button", ["class": "button"], words(WatchlistText.withdraw))
        }
    }
}
