// SPDX-License-Identifier: Apache-2.0

import Casework
import Civil
import Identity
import Mandate
import Screening
import Travel
import Wording

/// Judging who travellers are, and the queue of those about whom a judgement would teach most.
enum IdentityRoutes {
    static let routes: [RouteDeclaration] = [
        .get("/tinjau", .policy(.reviewIdentity)) { visit in try await queue(visit) },
        .post("/penumpang/{id}/penduduk", .record(.reviewIdentity)) { visit in try await judge(visit) },
    ]

    private static func judge(_ visit: Visit) async throws -> Reply {
        let words = visit.words
        let opening = try await TravellerOpening(visit.id(of: Traveller.self), visit)
        // Nobody judges by what they may not see.
        guard opening.lens.shows(.registry) else { throw DeskError.notFound }
        guard let answer = visit.form["jawaban"].flatMap({ JudgementAnswer(rawValue: $0) }) else {
            throw DeskError.casework(
                .invalid(field: words(ReviewText.question), why: words(DecisionText.chooseOne)))
        }
        let named = visit.form["penduduk"].flatMap { BlindToken($0) }
        let possible = PossibleResidents(opening.registry)
        guard
            let found = possible.all.first(where: {
                visit.services.tokeniser.token(.nik, $0.nik.description) == named
            })
        else { throw DeskError.notFound }
        let judgement = IdentityJudgement(
            voyage: opening.facts.id, traveller: opening.traveller.id, nik: found.nik, answer: answer,
            reason: visit.form["alasan"] ?? "",
            documents: visit.services.registry.links?.documents(of: opening.traveller) ?? [],
            probability: found.probability, basis: possible.basis)
        let record = try await visit.services.acts.judgeIdentity(
            judgement, by: try visit.mandate(), atMilliseconds: visit.now)
        visit.services.registry.links?.add(record)
        return await visit.done("/penumpang/\(opening.traveller.id)#catatan-sipil", words(ReviewText.recorded))
    }

    /// So many voyages, the nearest in time, are looked through.
    private static let mostVoyages = 25
    private static let mostRows = 50
    /// Less doubt than so many bits is not worth a look.
    private static let leastDoubt = 0.2

    private static func queue(_ visit: Visit) async throws -> Reply {
        let minute = Int(visit.now / 60_000)
        var rows: [BoardRow] = []
        for direction in [TravelDirection.arrival, .departure] {
            rows += try await visit.services.store.board(
                BoardQuery(
                    posts: visit.boardPosts, direction: direction,
                    fromUTC: minute - visit.configuration.boardHoursBack * 60,
                    toUTC: minute + visit.configuration.boardHoursAhead * 60, limit: 200))
        }
        func distance(_ row: BoardRow) -> Int { abs((row.facts.postTimeUTC ?? 0) - minute) }
        var items: [ReviewPage.Item] = []
        for row in rows.sorted(by: { distance($0) < distance($1) }).prefix(mostVoyages)
        where visit.allows(.reviewIdentity, at: row.facts) {
            let opening = try await VoyageOpening(readingFor: row.facts.id, visit)
            let standings = await visit.services.registry.standings(
                on: opening.voyage, atMilliseconds: visit.now)
            for traveller in opening.voyage.travellers {
                guard let standing = standings[traveller.id],
                    visit.lens(isHit: opening.isHit(traveller.id)).shows(.registry)
                else { continue }
                let possible = PossibleResidents(standing)
                let judged = visit.services.registry.links?.links(of: traveller) ?? [:]
                guard possible.doubt >= leastDoubt, possible.all.allSatisfy({ judged[$0.nik] == nil }) else { continue }
                items.append(
                    ReviewPage.Item(
                        traveller: traveller, opening: opening, standing: standing, doubt: possible.doubt))
            }
        }
        items.sort { ($1.doubt, $0.traveller.id) < ($0.doubt, $1.traveller.id) }
        let shown = Array(items.prefix(mostRows))
        return .page(
            ReviewPage(visit: visit, items: shown).render(), shown: shown.map { "traveller:\($0.traveller.id)" },
            detail: "review=\(shown.count)")
    }
}

/// The residents whom a standing with the registry speaks of, with their probabilities.
struct PossibleResidents {
    let all: [(nik: NIK, probability: Double)]
    /// `service`, or the version of the index.
    let basis: String
    /// The entropy in bits: how much a judgement would teach.
    let doubt: Double

    init(_ standing: RegistryDesk.Standing) {
        switch standing {
        case .none, .noAgreement, .foreign, .service(.noNumber), .service(.notVerified):
            all = []
            basis = ""
            doubt = 0
        case .service(.answered(let reply)):
            let own = Verification(reply.finding).probability
            all = [(reply.nik, own)]
            basis = "service"
            doubt = Entropy.bits([own, 1 - own])
        case .extract(let answer, _):
            all = answer.candidates.map { ($0.resident.nik, $0.probability) }
            basis = answer.version
            let rest = 1 - answer.unregistered - all.reduce(0) { $0 + $1.probability }
            doubt = all.isEmpty ? 0 : Entropy.bits(all.map(\.probability) + [answer.unregistered, rest])
        }
    }
}
