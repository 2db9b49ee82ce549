// SPDX-License-Identifier: Apache-2.0

import Casework
import Civil
import Identity
import Mandate
import Screening
import Travel
import Wording

/// Saying that two journeys are, or are not, of one person; and taking that back.
enum PersonRoutes {
    static let routes: [RouteDeclaration] = [
        .post("/penumpang/{id}/orang", .record(.reviewIdentity)) { visit in try await judge(visit) },
        .post("/penumpang/{id}/orang/batal", .record(.reviewIdentity)) { visit in try await undo(visit) },
    ]

    private static func open(_ visit: Visit) async throws -> (TravellerOpening, PersonDesk) {
        let opening = try await TravellerOpening(visit.id(of: Traveller.self), visit)
        guard opening.lens.shows(.history), let desk = visit.services.persons else { throw DeskError.notFound }
        return (opening, desk)
    }

    private static func judge(_ visit: Visit) async throws -> Reply {
        let (opening, desk) = try await open(visit)
        guard let verdict = visit.form["putusan"].flatMap({ PersonJudgement.Verdict(rawValue: $0) }),
            let id = visit.form["lain"].flatMap({ RecordID<Traveller>($0) }),
            let place = try await visit.services.store.locate(id)
        else { throw DeskError.badRequest(field: "lain") }
        try visit.require(.viewTraveller, at: place.facts)
        let other = try await VoyageOpening(readingFor: place.facts.id, visit)
        guard let person = other.traveller(place.traveller) else { throw DeskError.notFound }
        let record = try await visit.services.acts.judgePersons(
            opening.traveller, person, verdict, reason: visit.form["alasan"] ?? "", by: try visit.mandate(),
            atMilliseconds: visit.now)
        await desk.take(record)
        return await visit.done("/penumpang/\(opening.traveller.id)#orang", visit.words(PersonText.recorded))
    }

    private static func undo(_ visit: Visit) async throws -> Reply {
        let (opening, desk) = try await open(visit)
        guard let id = visit.form["putusan"].flatMap({ RecordID<PersonJudgement>($0) }),
            let judgement = await desk.view(of: opening.traveller.id)?.judgements.first(where: { $0.id == id })
        else { throw DeskError.notFound }
        let record = try await visit.services.acts.undoPersons(
            judgement, reason: visit.form["alasan"] ?? "", by: try visit.mandate(), atMilliseconds: visit.now)
        await desk.take(record)
        return await visit.done("/penumpang/\(opening.traveller.id)#orang", visit.words(PersonText.undone))
    }
}
