// SPDX-License-Identifier: Apache-2.0

public import Casework
public import Civil
public import Mandate
internal import Safeguards
public import Screening
public import Travel
public import Watchlists

extension MemoryStore {
    public func record(_ change: CaseworkChange, audit: [AuditEvent]) async throws(StoreError) {
        await meanwhile?()
        let taken = log.compactMap { MemoryStore.feedVersion($0) }
        if change.decisions.contains(where: { MemoryStore.feedVersion($0).map(taken.contains) ?? false }) {
            throw .taken
        }
        guard change.isProbeConfirmed else { throw .failed(reason: "a picture of a face that is not confirmed") }
        if let probe = change.probe { heldProbes[probe.facts.review] = probe }
        acts += 1
        var tokens = Set(change.entryTokens.values.joined())
        for record in change.decisions {
            log.append(record)
            switch record.decision {
            case .judged(_, let judgement): heldEntries[judgement.entry]?.touched = acts
            case .assigned(_, let entry, _): heldEntries[entry]?.touched = acts
            case .entryWritten(let entry):
                tokens.formUnion(heldEntries[entry.id]?.tokens ?? [])
                let number = heldEntries[entry.id]?.number ?? heldEntries.count
                heldEntries[entry.id] = HeldEntry(
                    entry: entry, tokens: change.entryTokens[entry.id] ?? heldEntries[entry.id]?.tokens ?? [],
                    version: acts, touched: acts, number: number)
                followFaces(of: entry.id)
            case .entryWithdrawn(let id, _):
                tokens.formUnion(heldEntries[id]?.tokens ?? [])
                heldEntries[id]?.entry.isWithdrawn = true
                heldEntries[id]?.version = acts
                heldEntries[id]?.touched = acts
                followFaces(of: id)
            case .accountWritten(let account): heldAccounts[account.officer.id] = account
            case .quarantineReplayed(let replayed): markReplayed(replayed.message)
            case .examined, .handoverWritten, .shiftTaken, .layoutWritten, .profileSaved, .feedWritten,
                .registryReplied, .registryFaceReplied, .residentLookedUp, .identityJudged, .personJudged, .holdPlaced,
                .holdLifted,
                .revealRequested, .revealAnswered, .tableChanged, .alarmSeen:
                break
            case .face(let face):
                if let mistaken = face.mistaken { heldProbes[mistaken] = nil }
            }
        }
        for hit in change.hits where heldVoyages[hit.voyage] != nil { heldHits[hit.id] = (hit, acts) }
        for (id, summary) in change.summaries { heldVoyages[id]?.summary = summary }
        var due = voyages(carryingAny: tokens).union(change.rederived)
        if let calls = change.calls {
            portsAct = acts
            due.formUnion(heldVoyages.values.map(\.facts).filter(calls.include).map(\.id))
        }
        rederive(due, act: acts)
        changes += 1
        chain(audit)
    }

    public func decisions(
        kinds: Set<DecisionKind>, post: PostCode?, sinceMilliseconds: Int64, limit: Int
    ) async throws(StoreError) -> [DecisionRecord] {
        let found = log.enumerated().filter { _, record in
            record.atMilliseconds >= sinceMilliseconds && (kinds.isEmpty || kinds.contains(record.decision.kind))
                && (post == nil || record.post == post)
        }
        return found.sorted { ($0.element.atMilliseconds, $0.offset) > ($1.element.atMilliseconds, $1.offset) }
            .prefix(limit).map(\.element)
    }

    public func decisions(
        kinds: Set<DecisionKind>, behind sequence: Int64, limit: Int
    ) async throws(StoreError) -> DecisionPage {
        let found = log.enumerated().map { DecisionPage.Numbered(sequence: Int64($0) + 1, record: $1) }
            .filter { $0.sequence > sequence && kinds.contains($0.record.decision.kind) }.prefix(limit)
        let upTo = found.count < limit ? Int64(log.count) : found.last?.sequence ?? sequence
        return DecisionPage(decisions: Array(found), upTo: upTo)
    }

    public func decisions(onVoyage voyage: RecordID<Voyage>) async throws(StoreError) -> [DecisionRecord] {
        let found = log.enumerated().filter { _, record in
            switch record.decision {
            case .judged(let hit, _), .assigned(let hit, _, _): heldHits[hit]?.hit.voyage == voyage
            case .examined(let examination): examination.voyage == voyage
            case .registryReplied(let reply): reply.voyage == voyage
            case .registryFaceReplied(let reply): reply.voyage == voyage
            case .identityJudged(let judgement): judgement.voyage == voyage
            case .holdPlaced(let hold): hold.voyage == voyage
            case .holdLifted(let lift): lift.voyage == voyage
            case .revealRequested(let request): request.voyage == voyage
            case .revealAnswered(let answer): answer.voyage == voyage
            case .face(let face): face.concerned?.journey?.voyage == voyage
            default: false
            }
        }
        return found.sorted { ($0.element.atMilliseconds, $0.offset) < ($1.element.atMilliseconds, $1.offset) }
            .map(\.element)
    }

    public func entries(
        offset: Int, limit: Int, includingWithdrawn: Bool
    ) async throws(StoreError) -> [WatchlistEntry] {
        let found = heldEntries.values.filter { includingWithdrawn || !$0.entry.isWithdrawn }
            .sorted { $0.number > $1.number }
        return Array(found.dropFirst(offset).prefix(limit).map(\.entry))
    }

    public func entries(carrying tokens: [BlindToken]) async throws(StoreError) -> [WatchlistEntry] {
        heldEntries.values.filter { !Set(tokens).isDisjoint(with: $0.tokens) }.sorted { $0.number > $1.number }
            .map(\.entry)
    }

    public func account(login: BlindToken) async throws(StoreError) -> Account? {
        heldAccounts.values.first { vault.token(.login, $0.officer.login) == login }
    }

    public func accounts() async throws(StoreError) -> [Account] {
        heldAccounts.values.sorted { $0.officer.login < $1.officer.login }
    }

    public func appendAudit(_ events: [AuditEvent]) async throws(StoreError) { chain(events) }

    public func audit(_ query: AuditQuery) async throws(StoreError) -> [AuditRow] {
        let found = links.reversed().filter { link, event in
            if link.sequence >= query.beforeSequence ?? .max { return false }
            if link.sequence <= query.afterSequence ?? .min { return false }
            if !query.actions.isEmpty, !query.actions.contains(event.action) { return false }
            if let subject = query.subject, !event.subjects.contains(subject) { return false }
            guard let wanted = query.officer else { return true }
            if case .officer(let id, _, _) = event.actor { return id == wanted }
            return false
        }
        return found.prefix(query.limit).map {
            AuditRow(sequence: $0.link.sequence, event: $0.event, hash: $0.link.hash.bytes)
        }
    }

    public func replay(
        _ message: RecordID<ReceivedMessage>, as entries: [InboxEntry], record: DecisionRecord, audit: [AuditEvent]
    ) async throws(StoreError) -> [InboxReceipt]? {
        guard let place = places[message], inbox[place].message.state == .quarantined else { return nil }
        let receipts = try await append(entries, audit: [])
        try await self.record(CaseworkChange(decisions: [record]), audit: audit)
        return receipts
    }

    private static func feedVersion(_ record: DecisionRecord) -> [String]? {
        guard case .feedWritten(let version) = record.decision else { return nil }
        return [version.feed.name.description, "\(version.feed.version)"]
    }

    private func markReplayed(_ id: RecordID<ReceivedMessage>) {
        guard let place = places[id], inbox[place].message.state == .quarantined else { return }
        inbox[place].message.state = .replayed
    }

    public func forgetReplies(
        beforeMilliseconds limit: Int64, atMilliseconds now: Int64
    ) async throws(StoreError) -> Int {
        let before = log.count
        let held = Set(LegalHolds.standing(log).map(\.hold.voyage))
        log.removeAll { record in
            guard record.atMilliseconds < limit else { return false }
            switch record.decision {
            case .registryReplied(let reply): return reply.voyage.map { !held.contains($0) } ?? true
            case .registryFaceReplied(let reply): return reply.voyage.map { !held.contains($0) } ?? true
            default: return false
            }
        }
        let count = before - log.count
        if count > 0 { chain([.forgotReplies(count, atMilliseconds: now)]) }
        return count
    }

    public func keptProbes(of reviews: [RecordID<ReviewedFace>]) async throws(StoreError) -> [KeptProbe] {
        reviews.compactMap { heldProbes[$0]?.facts }.sorted { $0.review < $1.review }
    }

    public func probePicture(of review: RecordID<ReviewedFace>) async throws(StoreError) -> [UInt8]? {
        heldProbes[review]?.jpeg
    }

    public func changeCount() async throws(StoreError) -> Int64 { changes }
}
