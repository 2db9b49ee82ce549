// SPDX-License-Identifier: Apache-2.0

public import Civil
public import Mandate
public import Screening
public import Travel

/// The journeys of relatives who are not on a traveller's voyage, as far as their messages quoted their numbers: those who
/// travel now by their voyage, former journeys by relation and count only (requirement R27). Information, and never a
/// reason to look at anybody (requirements R21 and R22).
public struct FamilyJourneys: Hashable, Sendable {
    public struct Journey: Hashable, Sendable {
        public let place: TravellerLocation
        public let tie: FamilyAboard.Tie
    }

    /// Journeys that are under way, to come, or ended within a day, the newest voyage first.
    public let journeys: [Journey]
    /// How many former journeys of relatives with each tie; a voyage without a time is a former one.
    public let former: [FamilyAboard.Tie: Int]

    /// For so long after its time at the post a voyage counts as under way.
    static let minutesAfter = 24 * 60

    /// The most journeys that are looked for.
    public static let most = 50

    /// Looks for the journeys of a family.
    ///
    /// - Parameter voyage: the voyage whose own travellers are told apart from these.
    public init(
        of family: FamilyAboard, awayFrom voyage: RecordID<Voyage>, in store: any CaseworkStore,
        tokeniser: any Tokeniser, atMilliseconds now: Int64
    ) async throws(StoreError) {
        let ties = family.absent.reduce(into: [BlindToken: FamilyAboard.Tie]()) { ties, relative in
            ties[tokeniser.token(.nik, relative.key.description)] = relative.value
        }
        guard !ties.isEmpty else {
            journeys = []
            former = [:]
            return
        }
        let tokens = ties.keys.sorted { "\($0)" < "\($1)" }
        let all: [Journey] = try await store.travellers(carrying: tokens, limit: Self.most).compactMap { place in
            guard place.facts.id != voyage else { return nil }
            // Who carries numbers of two relatives is neither for sure.
            let own = Set(place.matched).compactMap { ties[$0] }
            return own.count == 1 ? Journey(place: place, tie: own[0]) : nil
        }
        let since = Int(now / 60_000) - Self.minutesAfter
        let isUnderWay = { (journey: Journey) in
            journey.place.facts.status != .cancelled && journey.place.facts.postTimeUTC.map { $0 >= since } ?? false
        }
        journeys = all.filter(isUnderWay)
        former = all.reduce(into: [:]) { counts, journey in
            if !isUnderWay(journey) { counts[journey.tie, default: 0] += 1 }
        }
    }
}
