// SPDX-License-Identifier: Apache-2.0

import Casework
import Civil
import Mandate
import Safeguards
import Screening
import Travel

/// Requests that wait and what is unmasked now, as far as they concern the reader's posts.
struct RevealList {
    /// A request with its voyage.
    struct Row {
        let item: Reveals.Item
        let facts: VoyageFacts
    }

    let waiting: [Row]
    let standing: [Row]
    let officers: [RecordID<Officer>: Officer]

    init(_ visit: Visit) async throws {
        let reveals = try await Reveals(in: visit.services.store, atMilliseconds: visit.now)
        let (open, standing) = (reveals.open, reveals.standing)
        let voyages = Dictionary(
            try await visit.services.store.voyages(Array(Set((open + standing).map(\.request.voyage)))).map {
                ($0.facts.id, $0.facts)
            }, uniquingKeysWith: { a, _ in a })
        func rows(_ items: [Reveals.Item]) -> [Row] {
            items.compactMap { item in
                guard let facts = voyages[item.request.voyage], visit.allows(.approveReveal, at: facts) else {
                    return nil
                }
                return Row(item: item, facts: facts)
            }
        }
        waiting = rows(open)
        self.standing = rows(standing)
        officers = try await OfficerNames.all(visit)
    }

    var all: [Row] { waiting + standing }
}
