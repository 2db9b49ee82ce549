// SPDX-License-Identifier: Apache-2.0

import Casework
import Civil
import Identity
import Mandate
import Safeguards
import Screening
import Travel
import Watchlists

/// One traveller opened for one reader: the voyage around them, their hits with entries, journeys and decisions.
struct TravellerOpening: Sendable {
    let traveller: Traveller
    let voyage: VoyageOpening
    let hits: [Hit]
    let entries: [RecordID<WatchlistEntry>: WatchlistEntry]
    let journeys: [TravellerLocation]
    /// Decisions on this traveller, the oldest first.
    let decisions: [DecisionRecord]
    /// Faces that two reviewers confirmed to be this traveller, where the reader may know of hits.
    let faces: [ConfirmedFace]
    /// Those of them whose picture is kept, where the reader may see it.
    let keptProbes: Set<RecordID<ReviewedFace>>
    let officers: [RecordID<Officer>: Officer]
    /// What the civil registry says, as far as the reader may know of it.
    let registry: RegistryDesk.Standing
    /// Journeys of relatives who are not on the voyage, where the reader may know of the family.
    let familyJourneys: FamilyJourneys?
    /// Where the number comes from that the registry's service was asked about.
    let numberOrigin: NumberOrigin?
    /// Who the traveller is across journeys, and where these are; nil while that is not known yet.
    let person: PersonDesk.View?
    let personVoyages: [RecordID<Voyage>: VoyageFacts]
    /// What officers said of the traveller's documents and residents, by number.
    let links: [NIK: ConfirmedLinks.Link]
    let lens: Lens
    /// The reader's approved request that uncovers values on this page; nil where none stands.
    let reveal: Reveals.Item?
    /// Whether a request of the reader waits for a second person.
    let revealWaits: Bool
    /// Tokens of the residents whose data the page shows.
    private let residents: [BlindToken]

    init(_ id: RecordID<Traveller>, _ visit: Visit) async throws {
        let store = visit.services.store
        guard let place = try await store.locate(id) else { throw DeskError.notFound }
        voyage = try await VoyageOpening(place.facts.id, visit)
        guard let traveller = voyage.traveller(place.traveller) ?? voyage.traveller(id) else {
            throw DeskError.notFound
        }
        self.traveller = traveller
        let hits = voyage.hits(of: traveller.id)
        self.hits = hits
        let own = Set(traveller.contributions.map(\.id)).union([traveller.id])
        let officer = visit.signedIn?.session.officer
        let mayReveal = visit.allows(.reveal, at: place.facts)
        let reveals =
            mayReveal ? try await Reveals(in: store, atMilliseconds: visit.now) : Reveals([], atMilliseconds: 0)
        reveal = reveals.standing.first { $0.isOf(officer, about: own) }
        revealWaits = reveals.open.contains { $0.isOf(officer, about: own) }
        let lens = visit.lens(isHit: voyage.isHit(traveller.id), isRevealed: reveal != nil)
        self.lens = lens
        entries =
            lens.mentions(.watchlistEntry) && !hits.isEmpty
            ? Dictionary(
                try await store.entries(Array(Set(hits.map(\.entry)))).map { ($0.entry.id, $0.entry) },
                uniquingKeysWith: { a, _ in a }) : [:]
        // A journey at a post that is not the officer's is counted as known, and told as far as the policy lets.
        journeys = lens.mentions(.history) ? try await visit.services.journeys.journeys(of: traveller, limit: 50) : []
        let ids = Set(hits.map(\.id))
        decisions = try await store.decisions(onVoyage: place.facts.id).filter { record in
            switch record.decision {
            case .judged(let hit, let judgement): ids.contains(hit) || own.contains(judgement.traveller)
            case .assigned(let hit, _, _): ids.contains(hit)
            case .examined(let examination): own.contains(examination.traveller)
            default: false
            }
        }
        faces =
            lens.mentions(.hits)
            ? voyage.faces.filter { face in
                face.match.journey.map { own.contains($0.traveller) } ?? false
            } : []
        keptProbes =
            visit.allows(.viewProbe, at: place.facts) && !faces.isEmpty
            ? Set(try await store.keptProbes(of: faces.map(\.id)).map(\.review)) : []
        registry =
            lens.mentions(.registry)
            ? await visit.services.registry.standing(of: traveller, on: voyage.voyage, atMilliseconds: visit.now)
            : .none
        if case .extract(_, let family?) = registry, lens.shows(.family) {
            familyJourneys = try await FamilyJourneys(
                of: family, awayFrom: place.facts.id, in: store, tokeniser: visit.services.tokeniser)
        } else {
            familyJourneys = nil
        }
        numberOrigin =
            lens.mentions(.registry) ? await visit.services.registry.verification?.origin(of: traveller) : nil
        person =
            lens.mentions(.history) ? try await visit.services.persons?.promptView(of: traveller.id) : nil
        let voyages = Set(person?.journeys.map(\.voyage) ?? [])
        personVoyages =
            voyages.isEmpty
            ? [:]
            : Dictionary(
                try await store.voyages(voyages.sorted()).map { ($0.facts.id, $0.facts) },
                uniquingKeysWith: { a, _ in a })
        links = lens.shows(.registry) ? visit.services.registry.links?.links(of: traveller) ?? [:] : [:]
        residents = TravellerOpening.residents(registry, shownBy: lens).map {
            visit.services.tokeniser.token(.nik, $0.description)
        }
        officers = Dictionary(
            try await store.accounts().map { ($0.officer.id, $0.officer) }, uniquingKeysWith: { a, _ in a })
    }

    var facts: VoyageFacts { voyage.facts }
    var companions: [Traveller] { voyage.companions(of: traveller) }

    /// What the page shows, for the audit record.
    var shown: [String] {
        ["traveller:\(traveller.id)", "voyage:\(facts.id)"] + hits.map { "hit:\($0.id)" }
            + companions.map { "traveller:\($0.id)" } + journeys.map { "traveller:\($0.traveller)" }
            + (familyJourneys?.journeys.map { "traveller:\($0.place.traveller)" } ?? [])
            + (person?.journeys.map { "traveller:\($0.traveller)" } ?? []) + residents.map { "resident:\($0)" }
    }

    private static func residents(_ standing: RegistryDesk.Standing, shownBy lens: Lens) -> [NIK] {
        switch standing {
        case .none, .noAgreement, .foreign, .service(.noNumber), .service(.notVerified): []
        case .service(.answered(let reply)): [reply.nik]
        case .extract(let answer, _): lens.shows(.registry) ? answer.candidates.map(\.resident.nik) : []
        }
    }

    /// The bookings that the traveller is in.
    var bookings: [Booking] {
        let locators = Set(traveller.recordLocators)
        return voyage.voyage.bookings.filter { booking in
            booking.travellers.contains(traveller.id) || booking.record.recordLocator.map(locators.contains) ?? false
        }
    }

    /// Whether the person is under 18 on the day of travel.
    var isChild: Bool {
        (facts.arrival?.date ?? facts.departure?.date).map { traveller.isChild(on: $0) } ?? false
    }

    /// The name of an officer; their identifier where the account is gone.
    func officerName(_ id: RecordID<Officer>?) -> String? {
        id.map { officers[$0]?.displayName ?? "\($0)".prefix(8) + "…" }
    }
}
