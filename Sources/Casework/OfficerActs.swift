// SPDX-License-Identifier: Apache-2.0

public import Civil
internal import Identity
public import Mandate
public import Screening
internal import Travel
internal import Watchlists

/// What named officers do: each act writes its decision, what it changes and its audit record in one transaction.
public struct OfficerActs: Sendable {
    let store: any CaseworkStore
    let tokens: IdentityTokens

    public init(store: any CaseworkStore, tokeniser: any Tokeniser) {
        self.store = store
        tokens = IdentityTokens(tokeniser: tokeniser)
    }

    /// Judges a hit; the judgement holds until the facts change. Other journeys of the person are screened anew.
    public func judge(
        hit id: RecordID<Hit>, answer: JudgementAnswer, reason: String, by mandate: Mandated, atMilliseconds now: Int64
    ) async throws(CaseworkError) -> Hit {
        let reason = try checkedReason(reason)
        var hit = try await liveHit(id)
        let judgement = Judgement(
            entry: hit.entry, traveller: hit.traveller, answer: answer, reason: reason, officer: mandate.officer,
            atMilliseconds: now, facts: hit.facts, personTokens: hit.personTokens)
        hit.status =
            switch answer {
            case .same: .judgedSame
            case .different: .judgedDifferent
            case .notEnoughEvidence: .judgedNotEnough
            }
        let person = Set(hit.personTokens)
        let related = try await stored { () async throws(StoreError) in
            try await store.hits(HitQuery(entry: hit.entry, limit: 10_000))
        }
        let elsewhere = Set(
            related.map(\.hit).filter { $0.id != hit.id && !person.isDisjoint(with: $0.personTokens) }.map(\.voyage))
        let change = CaseworkChange(
            decisions: [record(.judged(hit: id, judgement), by: mandate, now)], hits: [hit],
            summaries: try await summaries(after: hit), rederived: elsewhere.union([hit.voyage]).sorted())
        try await write(
            change, .judge, by: mandate, now, subjects: ["hit:\(id)", "traveller:\(hit.traveller)"],
            detail: answer.rawValue)
        return hit
    }

    /// Gives a hit to an officer, or to nobody.
    public func assign(
        hit id: RecordID<Hit>, to officer: RecordID<Officer>?, by mandate: Mandated, atMilliseconds now: Int64
    ) async throws(CaseworkError) -> Hit {
        var hit = try await liveHit(id)
        hit.assignee = officer
        let change = CaseworkChange(
            decisions: [record(.assigned(hit: id, entry: hit.entry, to: officer), by: mandate, now)], hits: [hit])
        try await write(
            change, .assign, by: mandate, now, subjects: ["hit:\(id)"] + (officer.map { ["officer:\($0)"] } ?? []))
        return hit
    }

    /// Records what an examination came to.
    public func examine(
        _ examination: Examination, by mandate: Mandated, atMilliseconds now: Int64
    ) async throws(CaseworkError) {
        var examination = examination
        switch examination.result {
        case .found(let goods):
            guard !goods.isEmpty else { throw .invalid(field: "goods", why: "at least one kind of goods") }
            for item in goods where !(item.quantity > 0 && item.quantity.isFinite) || item.unit.isEmpty {
                throw .invalid(field: "quantity", why: "a number above zero with its unit")
            }
        case .notExamined(let why): examination.result = .notExamined(why: try checkedReason(why))
        case .nothingFound, .missed: break
        }
        guard examination.note.count <= 2000 else { throw .invalid(field: "note", why: "at most 2000 characters") }
        let place = try await stored { () async throws(StoreError) in try await store.locate(examination.traveller) }
        guard let place, place.facts.id == examination.voyage else { throw .unknown }
        let change = CaseworkChange(decisions: [record(.examined(examination), by: mandate, now)])
        try await write(
            change, .recordOutcome, by: mandate, now,
            subjects: ["traveller:\(examination.traveller)", "voyage:\(examination.voyage)"])
    }

    /// Leaves a note to the next shift.
    public func writeHandover(
        _ note: HandoverNote, by mandate: Mandated, atMilliseconds now: Int64
    ) async throws(CaseworkError) {
        guard note.text.count <= 4000 else { throw .invalid(field: "text", why: "at most 4000 characters") }
        let change = CaseworkChange(decisions: [record(.handoverWritten(note), by: mandate, now)])
        try await write(change, .writeHandover, by: mandate, now, subjects: ["post:\(note.post)"])
    }

    /// Takes over the shift by name.
    public func takeShift(
        post: PostCode, note: RecordID<DecisionRecord>?, by mandate: Mandated, atMilliseconds now: Int64
    ) async throws(CaseworkError) {
        let change = CaseworkChange(
            decisions: [record(.shiftTaken(ShiftTakeover(post: post, note: note)), by: mandate, now)])
        try await write(change, .takeOver, by: mandate, now, subjects: ["post:\(post)"])
    }

    /// Writes an account, new or changed.
    public func writeAccount(
        _ account: Account, by mandate: Mandated?, atMilliseconds now: Int64
    ) async throws(CaseworkError) {
        let login = account.officer.login
        guard (3...40).contains(login.utf8.count),
            login.utf8.allSatisfy({ ($0 >= 97 && $0 <= 122) || ($0 >= 48 && $0 <= 57) || $0 == 45 || $0 == 46 })
        else { throw .invalid(field: "login", why: "3 to 40 of a-z, 0-9, dot and hyphen") }
        let change = CaseworkChange(decisions: [record(.accountWritten(account), by: mandate, now)])
        try await write(
            change, .editAccount, by: mandate, now, subjects: ["officer:\(account.officer.id)"],
            detail: account.officer.role.rawValue)
    }
}

extension OfficerActs {
    /// Runs a store call and names its failure.
    func stored<Value>(_ body: () async throws(StoreError) -> Value) async throws(CaseworkError) -> Value {
        do { return try await body() } catch { throw .store(error) }
    }

    func record(_ decision: Decision, by mandate: Mandated?, _ now: Int64) -> DecisionRecord {
        DecisionRecord(decision, by: mandate, atMilliseconds: now)
    }

    func write(
        _ change: CaseworkChange, _ action: AuditAction, by mandate: Mandated?, _ now: Int64, subjects: [String],
        detail: String? = nil
    ) async throws(CaseworkError) {
        let event = AuditEvent(action, by: mandate, atMilliseconds: now, subjects: subjects, detail: detail)
        try await stored { () async throws(StoreError) in try await store.record(change, audit: [event]) }
    }

    func checkedReason(_ reason: String) throws(CaseworkError) -> String { try WrittenReason.checked(reason) }

    private func liveHit(_ id: RecordID<Hit>) async throws(CaseworkError) -> Hit {
        let found = try await stored { () async throws(StoreError) in
            try await store.hits(HitQuery(ids: [id], limit: 1))
        }
        guard let hit = found.first?.hit else { throw .unknown }
        switch hit.status {
        case .withdrawn, .corrected, .lapsed: throw .notAllowed(why: "the hit no longer stands: \(hit.status.rawValue)")
        default: return hit
        }
    }

    private func summaries(after hit: Hit) async throws(CaseworkError) -> [RecordID<Voyage>: VoyageSummary] {
        let rows = try await stored { () async throws(StoreError) in
            try await store.hits(HitQuery(voyages: [hit.voyage], limit: 10_000))
        }
        let voyage = try await stored { () async throws(StoreError) in try await store.voyages([hit.voyage]) }
        guard var summary = voyage.first?.summary else { return [:] }
        summary.apply(hits: rows.map { $0.hit.id == hit.id ? hit : $0.hit })
        return [hit.voyage: summary]
    }
}
