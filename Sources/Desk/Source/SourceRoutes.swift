// SPDX-License-Identifier: Apache-2.0

import Casework
import Civil
import Mandate
import Screening
import Travel
import Wording

/// A carrier's message, segment by segment. Segments about people who are no hits stay covered (R04).
enum SourceRoutes {
    static let routes: [RouteDeclaration] = [
        .get("/pesan/{id}", .record(.viewSource)) { visit in
            let id = try visit.id(of: ReceivedMessage.self)
            let opening: VoyageOpening
            if let traveller = visit.query["untuk"].flatMap({ RecordID<Traveller>($0) }) {
                guard let place = try await visit.services.store.locate(traveller) else { throw DeskError.notFound }
                opening = try await VoyageOpening(place.facts.id, visit)
            } else if let voyage = visit.query["perjalanan"].flatMap({ RecordID<Voyage>($0) }) {
                opening = try await VoyageOpening(voyage, visit)
            } else {
                throw DeskError.notFound
            }
            guard opening.facts.messages.contains(where: { $0.message == id }),
                let stored = try await visit.services.store.message(id)
            else { throw DeskError.notFound }
            let person = visit.query["untuk"].flatMap { RecordID<Traveller>($0) }.flatMap { opening.traveller($0) }
            let page = SourcePage(
                visit: visit, opening: opening, person: person, stored: stored, message: visit.services.decode(stored))
            return .page(page.render(), shown: page.shown)
        }
    ]
}
