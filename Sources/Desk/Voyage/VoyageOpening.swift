// SPDX-License-Identifier: Apache-2.0

import Casework
import Civil
import Mandate
import Screening
import Travel

/// A voyage opened for one reader: its people, its hits, and who of them counts as a hit.
struct VoyageOpening: Sendable {
    let voyage: Voyage
    let summary: VoyageSummary
    /// All hits, those that no longer stand included, the highest rank first.
    let hits: [Hit]
    /// Faces that two reviewers confirmed at a station of the post, of people on this voyage.
    let faces: [ConfirmedFace]
    private let hitsByTraveller: [RecordID<Traveller>: [Hit]]

    /// Opens a voyage; the policy is asked by the voyage's own posts before anything is assembled.
    init(_ id: RecordID<Voyage>, _ visit: Visit) async throws {
        guard let row = try await visit.services.store.voyages([id]).first else { throw DeskError.notFound }
        try visit.admit(to: row.facts)
        try await self.init(row, visit)
    }

    /// Opens a voyage for a list whose rows the policy has let through one by one.
    init(readingFor id: RecordID<Voyage>, _ visit: Visit) async throws {
        guard let row = try await visit.services.store.voyages([id]).first else { throw DeskError.notFound }
        try await self.init(row, visit)
    }

    private init(_ row: BoardRow, _ visit: Visit) async throws {
        let store = visit.services.store
        let id = row.facts.id
        summary = row.summary
        guard row.summary.forgottenAtMilliseconds == nil else { throw DeskError.forgotten }
        hits = try await store.hits(HitQuery(voyages: [id], limit: 5_000)).map(\.hit).sorted {
            ($0.status.isWaiting ? 0 : 1, -$0.rank, $0.id) < ($1.status.isWaiting ? 0 : 1, -$1.rank, $1.id)
        }
        faces =
            visit.services.stations == nil ? [] : ConfirmedFace.all(in: try await store.decisions(onVoyage: id))
        guard let voyage = try await visit.services.voyages.voyage(id) else { throw DeskError.notFound }
        self.voyage = voyage
        var owners: [RecordID<Traveller>: RecordID<Traveller>] = [:]
        for traveller in voyage.travellers {
            owners[traveller.id] = traveller.id
            for part in traveller.contributions { owners[part.id] = traveller.id }
        }
        hitsByTraveller = Dictionary(grouping: hits) { owners[$0.traveller] ?? $0.traveller }
    }

    var facts: VoyageFacts { voyage.facts }

    /// The hits of a traveller.
    func hits(of traveller: RecordID<Traveller>) -> [Hit] { hitsByTraveller[traveller] ?? [] }

    /// Whether a traveller is shown whole: some hit waits, is confirmed, or lacks evidence.
    ///
    /// Who was found to be somebody else, or whose hit fell away, is masked again (least data).
    func isHit(_ traveller: RecordID<Traveller>) -> Bool { hits(of: traveller).contains { $0.status.standsOut } }

    /// The traveller that a contribution has become.
    func traveller(_ contribution: RecordID<Traveller>) -> Traveller? {
        voyage.travellers.first { $0.id == contribution || $0.contributions.contains { $0.id == contribution } }
    }

    /// Those who share a booking with a traveller.
    func companions(of traveller: Traveller) -> [Traveller] {
        let own = voyage.bookings.filter { $0.travellers.contains(traveller.id) }
        let ids = Set(own.flatMap(\.travellers)).subtracting([traveller.id])
        let locators = Set(traveller.recordLocators)
        return voyage.travellers.filter { other in
            other.id != traveller.id && (ids.contains(other.id) || !locators.isDisjoint(with: other.recordLocators))
        }
    }
}

extension HitStatus {
    /// Whether the traveller counts as a hit for what may be shown.
    var standsOut: Bool {
        switch self {
        case .open, .reopened, .judgedSame, .judgedNotEnough: true
        case .judgedDifferent, .differentEarlier, .withdrawn, .corrected, .lapsed: false
        }
    }
}
