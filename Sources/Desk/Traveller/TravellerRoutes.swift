// SPDX-License-Identifier: Apache-2.0

import Casework
import Civil
import Mandate
import Screening
import Travel
import Watchlists
import Wording

/// One traveller's card, and what an examination came to.
enum TravellerRoutes {
    static let routes: [RouteDeclaration] = [
        .get("/penumpang/{id}", .record(.viewTraveller)) { visit in
            let opening = try await TravellerOpening(visit.id(of: Traveller.self), visit)
            if let reveal = opening.reveal {
                try await visit.note(
                    .reveal, subjects: ["reveal:\(reveal.id)", "traveller:\(opening.traveller.id)"], detail: "read")
            }
            let ties = OwnTie.text(try await OwnTies(visit).ties(to: opening, visit))
            return .page(
                TravellerPage(visit: visit, opening: opening).render(), shown: opening.shown,
                detail: ties.map { "/penumpang/{id} " + $0 })
        },
        .post("/penumpang/{id}/pemeriksaan", .record(.recordOutcome)) { visit in try await examine(visit) },
    ]

    private static func examine(_ visit: Visit) async throws -> Reply {
        let id = try visit.id(of: Traveller.self)
        guard let place = try await visit.services.store.locate(id) else { throw DeskError.notFound }
        try visit.admit(to: place.facts)
        let result: ExaminationResult
        switch visit.form["hasil"] {
        case "nothing-found": result = .nothingFound
        case "missed": result = .missed
        case "not-examined": result = .notExamined(why: visit.form["sebab"] ?? "")
        case "found": result = .found(try goods(visit))
        default:
            throw DeskError.casework(
                .invalid(field: visit.words(ExaminationText.result), why: visit.words(DecisionText.chooseOne)))
        }
        try await visit.services.acts.examine(
            Examination(
                voyage: place.facts.id, traveller: place.traveller, result: result, note: visit.form["catatan"] ?? ""),
            by: try visit.mandate(), atMilliseconds: visit.now)
        return await visit.done("/penumpang/\(place.traveller)", visit.words(ExaminationText.saved))
    }

    /// The rows of goods; rows without a kind are left out, half-filled ones refused.
    private static func goods(_ visit: Visit) throws(DeskError) -> [GoodsFound] {
        let codes = visit.form.all("barang")
        let quantities = visit.form.all("banyak")
        let units = visit.form.all("satuan")
        var found: [GoodsFound] = []
        for (index, text) in codes.enumerated().prefix(20) where !text.isEmpty {
            let number = index < quantities.count ? quantities[index].replacing(",", with: ".") : ""
            guard let code = GoodsCode(rawValue: text), let quantity = Double(number), index < units.count else {
                throw .casework(
                    .invalid(field: visit.words(ExaminationText.quantity), why: visit.words(ExaminationText.unitHint)))
            }
            found.append(GoodsFound(code: code, quantity: quantity, unit: String(units[index].prefix(12))))
        }
        return found
    }
}
