// SPDX-License-Identifier: Apache-2.0

import Casework
import Civil
import Mandate
import Screening
import Travel

/// The holds that stand, as far as they concern the reader's posts.
struct HoldList {
    /// A hold with the voyage that it keeps.
    struct Row {
        let standing: LegalHolds.Standing
        let voyage: BoardRow
    }

    let rows: [Row]
    /// How many stand on voyages of other posts.
    let elsewhere: Int
    let officers: [RecordID<Officer>: Officer]

    init(_ visit: Visit) async throws {
        let standing = try await LegalHolds(store: visit.services.store).standing()
        let voyages = Dictionary(
            try await visit.services.store.voyages(Array(Set(standing.map(\.hold.voyage)))).map { ($0.facts.id, $0) },
            uniquingKeysWith: { a, _ in a })
        rows = standing.compactMap { found in
            guard let voyage = voyages[found.hold.voyage], visit.allows(.viewHolds, at: voyage.facts) else {
                return nil
            }
            return Row(standing: found, voyage: voyage)
        }
        elsewhere = standing.count - rows.count
        officers = try await OfficerNames.all(visit)
    }
}
