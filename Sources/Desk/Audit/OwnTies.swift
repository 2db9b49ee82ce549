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
        if let familyCard, case .extract(let answer, _) = opening.registry,
            let best = answer.candidates.first, best.probability >= 0.5,
            visit.services.tokeniser.token(.familyCard, best.resident.familyCard.description) == familyCard
        {
            found.insert(.family)
        }
        return found
    }

    /// The ties to what was searched for and to whom it found.
    func ties(to query: SearchQuery, _ travellers: [Traveller], _ visit: Visit) -> Set<OwnTie> {
        var found: Set<OwnTie> = []
        if let name = query.name, OwnTie.isSameName(name, displayName) { found.insert(.name) }
        for traveller in travellers { found.formUnion(ties(to: traveller, visit)) }
        return found
    }

    private func ties(to traveller: Traveller, _ visit: Visit) -> Set<OwnTie> {
        var found: Set<OwnTie> = []
        let name = [traveller.surname.current, traveller.given.current].compactMap(\.self).joined(separator: " ")
        if OwnTie.isSameName(name, displayName) { found.insert(.name) }
        if let number, let nik = traveller.nik.current,
            visit.services.tokeniser.token(.nik, nik.description) == number
        {
            found.insert(.number)
        }
        return found
    }
}
