// SPDX-License-Identifier: Apache-2.0

public import Civil
public import Mandate
public import Screening
public import Travel

/// The journeys, now and before, of relatives who are not on a traveller's voyage, as far as their messages quoted their
/// numbers. Information, and never a reason to look at anybody (requirements R21 and R22).
public struct FamilyJourneys: Hashable, Sendable {
    public struct Journey: Hashable, Sendable {
        public let place: TravellerLocation
        public let tie: FamilyAboard.Tie
    }

    /// The newest voyage first.
    public let journeys: [Journey]

    /// The most journeys that are looked for.
    public static let most = 50

    /// Looks for the journeys of a family.
    ///
    /// - Parameter voyage: the voyage whose own travellers are told apart from these.
    public init(
        of family: FamilyAboard, awayFrom voyage: RecordID<Voyage>, in store: any CaseworkStore,
        tokeniser: any Tokeniser
    ) async throws(StoreError) {
        let ties = family.absent.reduce(into: [BlindToken: FamilyAboard.Tie]()) { ties, relative in
            ties[tokeniser.token(.nik, relative.key.description)] = relative.value
        }
        guard !ties.isEmpty else {
            journeys = []
            return
        }
        let tokens = ties.keys.sorted { "\($0)" < "\($1)" }
        journeys = try await store.travellers(carrying: tokens, limit: Self.most).compactMap { place in
            guard place.facts.id != voyage else { return nil }
            // Who carries numbers of two relatives is neither for sure.
            let own = Set(place.matched).compactMap { ties[$0] }
            return own.count == 1 ? Journey(place: place, tie: own[0]) : nil
        }
    }
}
