// SPDX-License-Identifier: Apache-2.0

public import Casework
public import Civil
public import Mandate
public import Screening
public import Travel

extension MemoryStore {
    public func board(_ query: BoardQuery) async throws(StoreError) -> [BoardRow] {
        let found = heldVoyages.values.filter { held in
            guard held.facts.direction == query.direction, let time = held.facts.postTimeUTC,
                (query.fromUTC...query.toUTC).contains(time)
            else { return false }
            return query.posts.map { $0.contains(held.facts.post ?? "") } ?? true
        }
        let sorted = found.sorted {
            ($0.facts.postTimeUTC ?? 0, $0.facts.id) < ($1.facts.postTimeUTC ?? 0, $1.facts.id)
        }
        return sorted.prefix(query.limit).map { BoardRow(facts: $0.facts, summary: $0.summary) }
    }

    public func voyages(_ ids: [RecordID<Voyage>]) async throws(StoreError) -> [BoardRow] {
        Set(ids).sorted().compactMap { id in
            heldVoyages[id].map { BoardRow(facts: $0.facts, summary: $0.summary) }
        }
    }

    public func hits(_ query: HitQuery) async throws(StoreError) -> [HitRow] {
        let rows = heldHits.values.compactMap { held -> HitRow? in
            guard let voyage = heldVoyages[held.hit.voyage] else { return nil }
            return HitRow(hit: held.hit, facts: voyage.facts)
        }
        let found = rows.filter { row in
            guard query.statuses.contains(row.hit.status) else { return false }
            if let ids = query.ids, !ids.contains(row.hit.id) { return false }
            if let voyages = query.voyages, !voyages.contains(row.hit.voyage) { return false }
            if let entry = query.entry, entry != row.hit.entry { return false }
            if let posts = query.posts, !posts.contains(row.facts.post ?? "") { return false }
            if let from = query.fromUTC, (row.facts.postTimeUTC ?? .min) < from { return false }
            if let to = query.toUTC, (row.facts.postTimeUTC ?? .max) > to { return false }
            return true
        }
        let sorted = found.sorted { a, b in
            if a.hit.rank != b.hit.rank { return a.hit.rank > b.hit.rank }
            let times = (a.facts.postTimeUTC ?? .min, b.facts.postTimeUTC ?? .min)
            return times.0 == times.1 ? a.hit.id < b.hit.id : times.0 < times.1
        }
        return Array(sorted.prefix(query.limit))
    }

    public func locate(_ contribution: RecordID<Traveller>) async throws(StoreError) -> TravellerLocation? {
        for held in heldVoyages.values {
            for traveller in held.travellers.values
            where traveller.id == contribution || traveller.contributions.contains(contribution) {
                return TravellerLocation(traveller: traveller.id, status: traveller.status, facts: held.facts)
            }
        }
        return nil
    }

    public func travellers(
        carrying tokens: [BlindToken], limit: Int
    ) async throws(StoreError) -> [TravellerLocation] {
        let wanted = Set(tokens)
        var found: [TravellerLocation] = []
        for held in heldVoyages.values {
            for traveller in held.travellers.values {
                let matched = traveller.tokens.filter { wanted.contains($0) }
                guard !matched.isEmpty else { continue }
                found.append(
                    TravellerLocation(
                        traveller: traveller.id, status: traveller.status, facts: held.facts, matched: matched))
            }
        }
        found.sort { a, b in
            let times = (a.facts.postTimeUTC ?? .min, b.facts.postTimeUTC ?? .min)
            if times.0 != times.1 { return times.0 > times.1 }
            return (a.facts.id, a.traveller) < (b.facts.id, b.traveller)
        }
        return Array(found.prefix(limit))
    }
}
