// SPDX-License-Identifier: Apache-2.0

internal import Civil
internal import Identity
internal import Mandate
internal import Travel

/// One voyage after assembly: the rows that stand for it, and how they differ from those stored.
struct VoyageScreening {
    let voyage: Voyage
    let index: [TravellerIndex]
    let receivedAt: [RecordID<ReceivedMessage>: Int64]
    private let tally: VoyageTally
    private let disputedTravellers: Int

    /// - Parameter draft: keeps the tokens of travellers that did not change.
    init(_ voyage: Voyage, draft: inout VoyageDraft, tokens: IdentityTokens) {
        self.voyage = voyage
        var places: [RecordID<Traveller>: Int] = [:]
        var disputed = 0
        for (place, merged) in draft.merged.enumerated() {
            guard let merged else { continue }
            places[merged.traveller.id] = place
            if merged.isDisputed { disputed += 1 }
        }
        var index: [TravellerIndex] = []
        index.reserveCapacity(voyage.travellers.count)
        for traveller in voyage.travellers {
            let place = places[traveller.id]
            let known = place.flatMap { draft.merged[$0]?.tokens }
            let own = known ?? tokens.all(traveller.identityFacts(includingSuperseded: true))
            if known == nil, let place { draft.merged[place]?.tokens = own }
            index.append(
                TravellerIndex(
                    id: traveller.id, status: traveller.status, role: traveller.role, tokens: own,
                    contributions: traveller.contributions.map(\.id)))
        }
        self.index = index
        tally = VoyageTally(draft)
        disputedTravellers = disputed
        receivedAt = Dictionary(
            draft.messages.map { ($0.id, $0.receivedAtMilliseconds) }, uniquingKeysWith: { a, _ in a })
    }

    /// What to write so that the store holds this voyage with these hits.
    func change(from stored: VoyageKnowledge, found: [HitMaking.Found]) -> VoyageChange {
        let hits = found.map(\.hit)
        var tally = tally
        tally.hits = found.map(\.tally).sorted { $0.id < $1.id }
        let before = Dictionary(stored.travellers.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
        let now = Set(index.map(\.id))
        let hitsBefore = Dictionary(stored.hits.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
        let hitsNow = Set(hits.map(\.id))
        return VoyageChange(
            facts: voyage.facts, summary: summary(hits: hits),
            upsertedTravellers: index.filter { before[$0.id] != $0 },
            removedTravellers: stored.travellers.map(\.id).filter { !now.contains($0) }.sorted(),
            upsertedHits: hits.filter { hitsBefore[$0.id] != $0 },
            removedHits: stored.hits.map(\.id).filter { !hitsNow.contains($0) }.sorted(), tally: tally)
    }

    private func summary(hits: [Hit]) -> VoyageSummary {
        var summary = VoyageSummary(hits: hits)
        for traveller in voyage.travellers {
            if traveller.role == .crew { summary.crew += 1 } else { summary.travellers += 1 }
            switch traveller.status {
            case .boarded: summary.boarded += 1
            case .notOnBoard: summary.notOnBoard += 1
            case .cancelled: summary.cancelled += 1
            case .expected: break
            }
        }
        summary.disputed = disputedTravellers
        summary.lastMessageAtMilliseconds = receivedAt.values.max() ?? 0
        return summary
    }
}

extension VoyageSummary {
    /// The figures that follow from a voyage's hits; the rest stay zero.
    init(hits: [Hit]) {
        self.init()
        apply(hits: hits)
    }

    /// Brings the figures about hits up to date after a judgement.
    public mutating func apply(hits: [Hit]) {
        waitingHits = hits.count { $0.status.isWaiting }
        judgedSameHits = hits.count { $0.status == .judgedSame }
        topRank = hits.filter { $0.status.isWaiting || $0.status == .judgedSame }.map(\.rank).max() ?? 0
    }
}
