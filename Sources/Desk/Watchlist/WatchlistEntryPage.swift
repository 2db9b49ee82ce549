// SPDX-License-Identifier: Apache-2.0

import Civil
import Mandate
import Watchlists
import Wording

/// The form of one entry, new or existing, and its withdrawal.
struct WatchlistEntryPage {
    let visit: Visit
    let entry: WatchlistEntry?

    private var words: Words { visit.words }

    func render() -> String {
        let title = entry == nil ? words(WatchlistText.add) : words(HitText.entry)
        return PageFrame(visit, title, current: .watchlist).render { html in
            html.add("nav", ["class": "crumbs", "aria-label": words(NavigationText.breadcrumb)]) { html in
                html.add("a", ["href": "/daftar-pantau"], "← " + words(WatchlistText.title))
            }
            html.add("h1", title)
            html.add("p", ["class": "quiet"], words(WatchlistText.kinRule))
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
            ], selected: kind, isRequired: true, &html)
        FormParts.field("SURNAME", words(WatchlistText.surname), value: person?.surname, limit: 80, &html)
        FormParts.field("GIVEN", words(WatchlistText.given), value: person?.given, limit: 80, &html)
        FormParts.field(
            "DOB", words(WatchlistText.birthDate), value: person?.birthDate.map { "\($0)" }, limit: 10, &html)
        FormParts.choice(
            "SEX", words(WatchlistText.sex), [("", "–")] + Sex.allCases.map { ($0.rawValue, words(.sex, $0)) },
            selected: person?.sex?.rawValue, &html)
        FormParts.field("NATIONALITY", words(WatchlistText.nationality), value: person?.nationality, limit: 3, &html)
        var number = person?.documentNumber
        var issuer = person?.documentIssuer
        if case .document(let own, let from)? = entry?.subject { (number, issuer) = (own, from) }
        FormParts.field("DOC_NO", words(WatchlistText.documentNumber), value: number, limit: 40, &html)
        FormParts.field("DOC_ISSUER", words(WatchlistText.issuer), value: issuer, limit: 3, &html)
        var contact: (kind: WatchedContactKind, value: String)?
        if case .contact(let own, let value)? = entry?.subject { contact = (own, value) }
        FormParts.choice(
            "CONTACT_KIND", words(WatchlistText.contactKind),
            WatchedContactKind.allCases.map { ($0.rawValue, words(.watchedContactKind, $0)) },
            selected: contact?.kind.rawValue,
            &html)
        FormParts.field("CONTACT", words(WatchlistText.contactValue), value: contact?.value, limit: 80, &html)
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
            selected: entry?.category.rawValue, isRequired: true, &html)
        FormParts.field("OWNER", words(WatchlistText.owner), value: entry?.owner, isRequired: true, limit: 80, &html)
        FormParts.field("BASIS", words(WatchlistText.basis), value: entry?.basis, isRequired: true, limit: 80, &html)
        FormParts.field(
            "GRADING", words(WatchlistText.grading), value: entry?.grading, hint: words(WatchlistText.gradingHint),
            limit: 4, &html)
        FormParts.field(
            "REVIEW_DATE", words(WatchlistText.reviewDate), value: entry.map { "\($0.reviewDate)" }, type: "date",
            isRequired: true,
            &html)
        FormParts.field(
            "EXPIRY", words(WatchlistText.expiry), value: entry.map { "\($0.expiry)" }, type: "date",
            hint: words(WatchlistText.expiryHint), isRequired: true, &html)
        FormParts.area("REASON", words(WatchlistText.reason), value: entry?.reason ?? "", isRequired: true, &html)
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
