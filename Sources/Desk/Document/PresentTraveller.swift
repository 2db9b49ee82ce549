// SPDX-License-Identifier: Apache-2.0

import Casework
import Civil
import Mandate
import Travel

/// A traveller on a voyage of today, whom whoever stands at a post may be.
struct PresentTraveller {
    let traveller: Traveller
    let opening: VoyageOpening

    var facts: VoyageFacts { opening.facts }
    var isHit: Bool { opening.isHit(traveller.id) }

    /// Opens those of some places that are on voyages within a day of now and open to the officer, each once.
    static func open(
        _ places: [TravellerLocation], limit: Int, _ visit: Visit
    ) async throws -> [PresentTraveller] {
        let minute = Int(visit.now / 60_000)
        var found: [PresentTraveller] = []
        var seen: Set<RecordID<Traveller>> = []
        for place in places {
            guard let time = place.facts.postTimeUTC, abs(time - minute) <= 1_440,
                visit.allows(.viewTraveller, at: place.facts), seen.insert(place.traveller).inserted,
                found.count < limit
            else { continue }
            let opening = try await VoyageOpening(readingFor: place.facts.id, visit)
            guard let traveller = opening.traveller(place.traveller) else { continue }
            found.append(PresentTraveller(traveller: traveller, opening: opening))
        }
        return found
    }
}
