// SPDX-License-Identifier: Apache-2.0

import Casework
import Civil
import Mandate
import Safeguards
import Screening
import Travel
import Wording

/// Unmasking one traveller for a time: asking, and answering as the second person (R05).
enum RevealRoutes {
    static let routes: [RouteDeclaration] = [
        .post("/penumpang/{id}/samaran", .record(.reveal)) { visit in try await ask(visit) },
        .get("/samaran", .policy(.approveReveal)) { visit in
            let list = try await RevealList(visit)
            return .page(
                RevealsPage(visit: visit, list: list).render(),
                shown: list.all.flatMap { ["reveal:\($0.item.id)", "traveller:\($0.item.request.traveller)"] })
        },
        .post("/samaran/{id}/setujui", .record(.approveReveal)) { visit in
            try await answer(visit, declining: nil, RevealText.approved)
        },
        .post("/samaran/{id}/tolak", .record(.approveReveal)) { visit in
            try await answer(visit, declining: visit.form["alasan"] ?? "", RevealText.declined)
        },
    ]

    private static func ask(_ visit: Visit) async throws -> Reply {
        let id = try visit.id(of: Traveller.self)
        guard let place = try await visit.services.store.locate(id) else { throw DeskError.notFound }
        try visit.admit(to: place.facts)
        _ = try await visit.services.acts.requestReveal(
            RevealRequest(
                voyage: place.facts.id, traveller: place.traveller, reason: visit.form["alasan"] ?? "",
                caseNumber: visit.form["perkara"] ?? ""),
            by: try visit.mandate(), atMilliseconds: visit.now)
        return await visit.done("/penumpang/\(place.traveller)", visit.words(RevealText.requested))
    }

    private static func answer(_ visit: Visit, declining: String?, _ said: RevealText) async throws -> Reply {
        let id = try visit.id(of: RevealRequest.self)
        let reveals = try await Reveals(in: visit.services.store, atMilliseconds: visit.now)
        guard let found = reveals.items.first(where: { $0.id == id }),
            let row = try await visit.services.store.voyages([found.request.voyage]).first
        else { throw DeskError.notFound }
        try visit.admit(to: row.facts)
        try await visit.services.acts.answerReveal(
            id, declining: declining, lasting: visit.services.policy.limits.revealMilliseconds,
            by: try visit.mandate(), atMilliseconds: visit.now)
        return await visit.done("/samaran", visit.words(said))
    }
}
