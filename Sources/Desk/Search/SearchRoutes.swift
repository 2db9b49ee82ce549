// SPDX-License-Identifier: Apache-2.0

import Casework
import Civil
import Mandate
import Screening
import Travel
import Wording

/// Finding a traveller. Terms travel in the body, never in an address, and are recorded as which kinds were used.
enum SearchRoutes {
    /// How many voyages one search opens.
    private static let voyageLimit = 25

    static let routes: [RouteDeclaration] = [
        .get("/cari", .policy(.search)) { visit in .page(SearchPage(visit: visit, results: nil).render()) },
        .post("/cari", .policy(.search)) { visit in try await search(visit) },
    ]

    private static func search(_ visit: Visit) async throws -> Reply {
        let birth = visit.form["lahir"].flatMap { CivilDate(iso: $0) }
        let query = SearchQuery(
            name: visit.form["nama"], birthDate: birth, document: visit.form["dokumen"], locator: visit.form["kode"],
            contact: visit.form["kontak"])
        guard let reason = WrittenReason(visit.form["alasan"]) else { throw DeskError.casework(.reasonRequired) }
        let terms = [query.name, query.document, query.locator, query.contact].compactMap(\.self)
        guard !terms.isEmpty else {
            throw DeskError.casework(.invalid(field: visit.words(SearchText.title), why: visit.words(SearchText.term)))
        }
        guard terms.allSatisfy({ $0.count >= 3 }) else {
            throw DeskError.casework(
                .invalid(field: visit.words(SearchText.title), why: visit.words(SearchText.tooShort)))
        }
        let found = try await visit.services.search.find(query, limit: 200)
        // Each result is decided by itself, at its own posts.
        let permitted = found.filter { visit.allows(.viewTraveller, at: $0.facts) }
        var results: [SearchPage.Result] = []
        var openings: [RecordID<Voyage>: VoyageOpening] = [:]
        for place in permitted {
            if openings[place.facts.id] == nil {
                guard openings.count < voyageLimit else { continue }
                openings[place.facts.id] = try await VoyageOpening(readingFor: place.facts.id, visit)
            }
            guard let opening = openings[place.facts.id], let traveller = opening.traveller(place.traveller) else {
                continue
            }
            results.append(
                SearchPage.Result(traveller: traveller, facts: place.facts, isHit: opening.isHit(traveller.id)))
        }
        let kinds = [
            query.name == nil ? nil : "name", birth == nil ? nil : "birth-date",
            query.document == nil ? nil : "document",
            query.locator == nil ? nil : "locator", query.contact == nil ? nil : "contact",
        ].compactMap(\.self)
        let page = SearchPage(visit: visit, results: results, isCut: permitted.count > results.count)
        let own = try await OwnTies(visit).ties(to: query, results.map(\.traveller), visit)
        let mark = OwnTie.text(own).map { " " + $0 } ?? ""
        return .page(
            page.render(),
            shown: results.map { "traveller:\($0.traveller.id)" } + ["term:\(term(query, visit))"],
            detail: "by=" + kinds.joined(separator: "+") + " found=\(results.count)" + mark + " reason="
                + String(reason.text.prefix(200)))
    }

    /// What was looked for as a keyed token: the same search is known again, and no term of it is kept.
    private static func term(_ query: SearchQuery, _ visit: Visit) -> BlindToken {
        let parts = [query.name, query.birthDate.map { "\($0)" }, query.document, query.locator, query.contact]
        return visit.services.tokeniser.token(.name, parts: ["search"] + parts.map { ($0 ?? "").uppercased() })
    }
}
