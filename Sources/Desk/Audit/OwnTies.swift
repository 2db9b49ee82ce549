// SPDX-License-Identifier: Apache-2.0

import Casework
import Civil
import Identity
import Mandate
import Safeguards
import Travel

/// What ties the reader to whom they read about: looked for while the values are open, so that the audit record can say
/// it in a word.
struct OwnTies {
    private let displayName: String
    private let number: BlindToken?
    private let familyCard: BlindToken?

    init(_ visit: Visit) async throws {
        let officer = try visit.officer()
        displayName = officer.displayName
        let login = visit.services.tokeniser.token(.login, officer.login)
        let account = try await visit.services.store.account(login: login)
        number = account?.ownNumber
        familyCard = account?.ownFamilyCard
    }

    /// The ties to a traveller who is opened, by message and by the civil registry.
    func ties(to opening: TravellerOpening, _ visit: Visit) -> Set<OwnTie> {
        var found = ties(to: opening.traveller, visit)
        if let number, opening.shown.contains("resident:\(number)") { found.insert(.number) }
        switch opening.registry {
        case .extract(let answer, _): found.formUnion(cardTies(to: answer, visit))
        case .service(.answered(let reply)): found.formUnion(cardTies(to: reply, visit))
        case .none, .noAgreement, .foreign, .service: break
        }
        return found
    }

    /// The ties to whom a look-up asked about, to whom it found aboard and to what the registry says.
    func ties(
        to input: LookUpInput, _ travellers: [Traveller], _ finding: LookUpFinding, _ visit: Visit
    ) -> Set<OwnTie> {
        var found = ties(toName: [input.claim.surname, input.claim.given])
        for traveller in travellers { found.formUnion(ties(to: traveller, visit)) }
        if let nik = input.nik, visit.services.tokeniser.token(.nik, nik.description) == number {
            found.insert(.number)
        }
        switch finding {
        case .record(_, let record?): found.formUnion(ties(to: record, visit))
        case .standing(_, .answered(let reply)):
            found.formUnion(cardTies(to: reply, visit))
            if case .compared(_, let record?) = reply.finding { found.formUnion(ties(to: record, visit)) }
        case .candidates(_, let answer):
            found.formUnion(cardTies(to: answer, visit))
            if let best = answer.candidates.first, best.probability >= 0.5 {
                found.formUnion(ties(toName: [best.resident.name]))
            }
        case .record, .standing, .nothingToAsk: break
        }
        return found
    }

    private func ties(to record: RegistryRecord, _ visit: Visit) -> Set<OwnTie> {
        var found = ties(toName: [record.name])
        if let card = record.familyCard, isOwn(card, visit) { found.insert(.family) }
        return found
    }

    /// By the family card of the most likely resident of the extract.
    private func cardTies(to answer: ExtractDesk.Answer, _ visit: Visit) -> Set<OwnTie> {
        guard let best = answer.candidates.first, best.probability >= 0.5, isOwn(best.resident.familyCard, visit) else {
            return []
        }
        return [.family]
    }

    /// By the family card of the service's record; in verification mode it gives none.
    private func cardTies(to reply: RegistryReply, _ visit: Visit) -> Set<OwnTie> {
        guard case .compared(_, let record?) = reply.finding, let card = record.familyCard, isOwn(card, visit) else {
            return []
        }
        return [.family]
    }

    private func isOwn(_ card: FamilyCardNumber, _ visit: Visit) -> Bool {
        familyCard != nil && visit.services.tokeniser.token(.familyCard, card.description) == familyCard
    }

    private func ties(toName parts: [String?]) -> Set<OwnTie> {
        OwnTie.isSameName(parts.compactMap(\.self).joined(separator: " "), displayName) ? [.name] : []
    }

    /// The ties to what was searched for and to whom it found.
    func ties(to query: SearchQuery, _ travellers: [Traveller], _ visit: Visit) -> Set<OwnTie> {
        var found: Set<OwnTie> = []
        if let name = query.name, OwnTie.isSameName(name, displayName) { found.insert(.name) }
        for traveller in travellers { found.formUnion(ties(to: traveller, visit)) }
        return found
    }

    private func ties(to traveller: Traveller, _ visit: Visit) -> Set<OwnTie> {
        var found = ties(toName: [traveller.surname.current, traveller.given.current])
        if let number, let nik = traveller.nik.current,
            visit.services.tokeniser.token(.nik, nik.description) == number
        {
            found.insert(.number)
        }
        return found
    }
}
