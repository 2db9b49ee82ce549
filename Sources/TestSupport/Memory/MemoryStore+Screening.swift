// SPDX-License-Identifier: Apache-2.0

internal import Casework
public import Civil
public import Mandate
public import Screening
public import Travel
public import Watchlists

extension MemoryStore {
    public func pendingMessages(limit: Int) async throws -> [StoredMessage] {
        return inbox.filter { $0.message.state == .pending }.prefix(limit).map { held in
            var message = held.message
            message.voyage = held.screened?.voyage
            return message
        }
    }

    public func knowledge(
        of voyages: [RecordID<Voyage>], held: Set<RecordID<ReceivedMessage>>
    ) async throws -> [VoyageKnowledge] {
        return Set(voyages).sorted().compactMap { id in
            guard let known = heldVoyages[id] else { return nil }
            let messages = inbox.filter { $0.screened?.voyage == id }.map(\.message)
            return VoyageKnowledge(
                id: id, messageIDs: messages.map(\.id), messages: messages.filter { !held.contains($0.id) },
                travellers: known.travellers.values.sorted { $0.id < $1.id },
                hits: heldHits.values.map(\.hit).filter { $0.voyage == id }.sorted { $0.id < $1.id })
        }
    }

    public func watchlistTokens(since version: Int64) async throws -> WatchlistDelta {
        let newer = heldEntries.filter { $0.value.version > version }
        return WatchlistDelta(version: acts, tokens: newer.mapValues(\.tokens))
    }

    public func entries(_ ids: [RecordID<WatchlistEntry>]) async throws -> [EntryKnowledge] {
        return Set(ids).sorted().compactMap { id in
            guard let held = heldEntries[id] else { return nil }
            var known = EntryKnowledge(entry: held.entry, judgements: [])
            for record in log {
                switch record.decision {
                case .entryWritten(let version) where version.id == id: known.versions.append(version)
                case .judged(_, let judgement) where judgement.entry == id: known.judgements.append(judgement)
                case .assigned(let hit, let entry, let officer) where entry == id: known.assignments[hit] = officer
                default: break
                }
            }
            return known
        }
    }

    public func voyages(carrying tokens: [BlindToken], limit: Int) async throws -> [RecordID<Voyage>] {
        Array(voyages(carryingAny: Set(tokens)).sorted().prefix(limit))
    }

    public func commit(_ changes: ScreeningChanges, audit: [AuditEvent]) async throws {
        let known = changes.watchlistVersion
        for change in changes.voyages { apply(change, known) }
        for message in changes.screened {
            guard let place = places[message.id] else { continue }
            inbox[place].screened = message
            if let voyage = message.voyage, heldVoyages[voyage] == nil { inbox[place].screened?.voyage = nil }
            inbox[place].message.state = message.state
            inbox[place].message.screenedAtMilliseconds =
                inbox[place].message.screenedAtMilliseconds ?? message.screenedAtMilliseconds
        }
        if acts > known { catchUp(changes) }
        self.changes += 1
        chain(audit)
    }

    private func apply(_ change: VoyageChange, _ known: Int64) {
        var held = heldVoyages[change.facts.id] ?? HeldVoyage(facts: change.facts, summary: change.summary)
        held.facts = change.facts
        held.summary = change.summary
        held.tally = change.tally
        for id in change.removedTravellers { held.travellers[id] = nil }
        for traveller in change.upsertedTravellers { held.travellers[traveller.id] = traveller }
        heldVoyages[change.facts.id] = held
        for id in change.removedHits { heldHits[id] = nil }
        for hit in change.upsertedHits {
            let decided = heldHits[hit.id]?.decided ?? 0
            if decided <= known { heldHits[hit.id] = (hit, decided) }
        }
    }

    private func catchUp(_ changes: ScreeningChanges) {
        let known = changes.watchlistVersion
        let concerned = Set(changes.screened.compactMap(\.voyage)).union(changes.voyages.map(\.facts.id))
        var due = concerned.filter { heldVoyages[$0].map { $0.due > known } ?? false }
        if portsAct > known { due.formUnion(concerned) }
        let touched = Set(heldEntries.filter { $0.value.touched > known }.keys)
        let tokens = Set(heldEntries.values.filter { $0.version > known }.flatMap(\.tokens))
        for change in changes.voyages {
            if change.upsertedHits.contains(where: { touched.contains($0.entry) })
                || change.upsertedTravellers.contains(where: { !tokens.isDisjoint(with: $0.tokens) })
            {
                due.insert(change.facts.id)
            }
        }
        rederive(due, act: acts)
    }
}
