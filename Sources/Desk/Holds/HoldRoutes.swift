// SPDX-License-Identifier: Apache-2.0

import Casework
import Civil
import Mandate
import Screening
import Travel
import Wording

/// Legal holds: which stand, placing and lifting them (R07).
enum HoldRoutes {
    static let routes: [RouteDeclaration] = [
        .get("/penangguhan", .policy(.viewHolds)) { visit in
            let listed = try await HoldList(visit)
            let outlook = await visit.services.installation()?.retention
            return .page(
                HoldsPage(visit: visit, list: listed, outlook: outlook).render(),
                shown: listed.rows.flatMap { ["hold:\($0.standing.id)", "voyage:\($0.standing.hold.voyage)"] })
        },
        .post("/penangguhan", .record(.manageHolds)) { visit in try await place(visit) },
        .post("/penangguhan/{id}/akhiri", .record(.manageHolds)) { visit in try await lift(visit) },
    ]

    private static func place(_ visit: Visit) async throws -> Reply {
        guard let voyage = visit.form["perjalanan"].flatMap({ RecordID<Voyage>($0) }) else {
            throw DeskError.badRequest(field: "perjalanan")
        }
        var traveller: RecordID<Traveller>?
        if let text = visit.form["penumpang"] {
            guard let id = RecordID<Traveller>(text) else { throw DeskError.badRequest(field: "penumpang") }
            traveller = id
        }
        var review: CivilDate?
        if let text = visit.form["tinjau"] {
            guard let day = CivilDate(iso: text) else { throw DeskError.badRequest(field: "tinjau") }
            review = day
        }
        try await admit(visit, to: voyage)
        _ = try await visit.services.acts.placeHold(
            LegalHold(
                voyage: voyage, traveller: traveller, reason: visit.form["alasan-tahan"] ?? "",
                caseNumber: visit.form["perkara"] ?? "", reviewOn: review),
            by: try visit.mandate(), atMilliseconds: visit.now)
        return await visit.done("/penangguhan", visit.words(HoldText.placed))
    }

    private static func lift(_ visit: Visit) async throws -> Reply {
        let id = try visit.id(of: LegalHold.self)
        let standing = try await LegalHolds(store: visit.services.store).standing()
        guard let found = standing.first(where: { $0.id == id }) else { throw DeskError.notFound }
        try await admit(visit, to: found.hold.voyage)
        try await visit.services.acts.liftHold(
            id, reason: visit.form["alasan"] ?? "", by: try visit.mandate(), atMilliseconds: visit.now)
        return await visit.done("/penangguhan", visit.words(HoldText.lifted))
    }

    /// The policy is asked by the voyage's own posts.
    private static func admit(_ visit: Visit, to voyage: RecordID<Voyage>) async throws {
        guard let row = try await visit.services.store.voyages([voyage]).first else { throw DeskError.notFound }
        try visit.admit(to: row.facts)
    }
}
