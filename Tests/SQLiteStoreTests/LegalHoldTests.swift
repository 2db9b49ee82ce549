// SPDX-License-Identifier: Apache-2.0

import Casework
import Civil
import Foundation
import Identity
import Mandate
import SQLiteStore
import Safeguards
import Screening
import TestSupport
import Testing
import Travel
import Watchlists

/// Two equal sailings, one of them held: what becomes of each as years pass.
@Suite struct LegalHoldTests {
    private let vault = EphemeralKeyVault()
    private let folder: TemporaryFolder
    private let store: SQLiteStore
    private let day: Int64 = 86_400_000
    private let placer = Mandated(officer: StoreSamples.id(77), role: .supervisor, post: nil, grant: nil)
    private let lifter = Mandated(officer: StoreSamples.id(78), role: .supervisor, post: nil, grant: nil)

    init() throws {
        folder = try TemporaryFolder()
        store = try SQLiteStore.open(at: folder.path, vault: vault, node: "test")
    }

    private var acts: OfficerActs { OfficerActs(store: store, tokeniser: vault) }

    /// Two sailings received on the first day, a judged hit and an answer of the registry on each; the hits.
    private func fill() async throws -> (held: Hit, other: Hit) {
        _ = try await ScreeningFixture.watch("X1000002", 1, store, vault)
        _ = try await ScreeningFixture.watch("X1000021", 2, store, vault)
        _ = try await store.append(
            [
                ScreeningFixture.entry(ScreeningFixture.manifest(1, first: 1, travellers: 3), vault, at: 0),
                ScreeningFixture.entry(ScreeningFixture.manifest(2, first: 20, travellers: 3), vault, at: 0),
            ], audit: [])
        try await ScreeningFixture.drain(ScreeningFixture.screener(store, vault))
        let hits = try await store.hits(HitQuery()).map(\.hit)
        let held = try #require(hits.first { $0.reasons.contains { $0.observed.contains("X1000002") } })
        let other = try #require(hits.first { $0.reasons.contains { $0.observed.contains("X1000021") } })
        for hit in [held, other] {
            _ = try await acts.judge(hit: hit.id, answer: .same, reason: "ALASAN", by: placer, atMilliseconds: 5)
        }
        try await ScreeningFixture.drain(ScreeningFixture.screener(store, vault))
        return (held, other)
    }

    private func hold(_ hit: Hit, traveller: RecordID<Traveller>? = nil) async throws -> RecordID<LegalHold> {
        try await acts.placeHold(
            LegalHold(
                voyage: hit.voyage, traveller: traveller, reason: "the case goes to court", caseNumber: "P-1/2026",
                reviewOn: nil), by: placer, atMilliseconds: 6)
    }

    private func forget(_ store: SQLiteStore, onDay now: Int64) async throws -> RetentionTally {
        try await store.forgetDue(
            RetentionSchedule().cutoffs(atMilliseconds: now * day),
            register: DestructionRegisterFile(path: folder.path + ".destroyed.log"))
    }

    private func isWhole(_ hit: Hit, in store: SQLiteStore) async throws -> Bool {
        let row = try await store.hits(HitQuery(ids: [hit.id])).first
        let knowledge = try await store.knowledge(of: [hit.voyage], held: []).first
        let decisions = try await store.decisions(onVoyage: hit.voyage)
        let reasons = decisions.compactMap { record in
            if case .judged(_, let judgement) = record.decision { judgement.reason } else { nil }
        }
        return row?.hit.reasons.contains { $0.observed.contains("X10000") } == true
            && row?.hit.personTokens.isEmpty == false && knowledge?.messages.isEmpty == false && reasons == ["ALASAN"]
    }

    @Test(arguments: [false, true]) func `what is held stays whole past six months and five years, its equal goes`(
        onOne: Bool
    ) async throws {
        let (held, other) = try await fill()
        let id = try await hold(held, traveller: onOne ? held.traveller : nil)
        let names = try await forget(store, onDay: 200)
        #expect(names[.voyagesDepersonalised] == 1 && names[.voyagesHeld] == 1 && names[.messagesHeld] == 1)
        #expect(try await isWhole(held, in: store))
        #expect(try await !isWhole(other, in: store))
        let ended = try await forget(store, onDay: 1_900)
        #expect(ended[.voyagesDestroyed] == 1 && ended[.voyagesHeld] == 1)
        #expect(try await isWhole(held, in: store))
        #expect(try await store.hits(HitQuery(ids: [other.id])).isEmpty)
        #expect(try await store.voyages([other.voyage]).isEmpty)
        let listed = try await store.retentionHolds()
        #expect(listed.map { "\($0.id)" } == ["\(id)"] && listed.first?.voyage == held.voyage)
        #expect(listed.first?.traveller == (onOne ? held.traveller : nil))

        try await acts.liftHold(id, reason: "the court has spoken", by: lifter, atMilliseconds: 1_900 * day)
        let last = try await forget(store, onDay: 1_901)
        #expect(last[.voyagesDepersonalised] == 1 && last[.voyagesDestroyed] == 1 && last[.voyagesHeld] == 0)
        #expect(try await store.hits(HitQuery()).isEmpty)
        #expect(try await store.retentionHolds().isEmpty)
        // The lifting is of yesterday; all before it is gone.
        #expect(try await store.decisions(onVoyage: held.voyage).map(\.decision.kind) == [.holdLifted])
    }

    @Test func `what lost its names before the hold is kept as it is`() async throws {
        let (held, _) = try await fill()
        _ = try await forget(store, onDay: 200)
        let id = try await hold(held)
        let ended = try await forget(store, onDay: 1_900)
        #expect(ended[.voyagesDestroyed] == 1 && ended[.voyagesHeld] == 1)
        #expect(try await store.hits(HitQuery(ids: [held.id])).count == 1)
        // A message that comes late about it is kept too.
        let late = ScreeningFixture.entry(ScreeningFixture.manifest(1, first: 2, travellers: 1), vault, at: 1_900 * day)
        _ = try await store.append([late], audit: [])
        try await ScreeningFixture.drain(ScreeningFixture.screener(store, vault))
        _ = try await forget(store, onDay: 2_200)
        #expect(try await store.message(late.id) != nil)
        try await acts.liftHold(id, reason: "closed", by: lifter, atMilliseconds: 2_200 * day)
        _ = try await forget(store, onDay: 2_201)
        #expect(try await store.message(late.id) == nil)
    }

    @Test func `a withdrawn entry stays while a held voyage tells of it`() async throws {
        let (held, other) = try await fill()
        let id = try await hold(held)
        for (number, entry) in [held.entry, other.entry].enumerated() {
            try await store.record(
                CaseworkChange(decisions: [
                    DecisionRecord(
                        id: StoreSamples.id(900 + UInt64(number)), atMilliseconds: 7, officer: StoreSamples.id(77),
                        post: nil, decision: .entryWithdrawn(entry, reason: "closed"))
                ]), audit: [])
        }
        try await ScreeningFixture.drain(ScreeningFixture.screener(store, vault))
        #expect(try await forget(store, onDay: 1_900)[.entriesDestroyed] == 1)
        #expect(try await store.entries(offset: 0, limit: 9, includingWithdrawn: true).map(\.id) == [held.entry])
        try await acts.liftHold(id, reason: "closed", by: lifter, atMilliseconds: 1_900 * day)
        #expect(try await forget(store, onDay: 1_901)[.entriesDestroyed] == 1)
    }

    @Test func `a rehearsal says what a run then does, and a rebuild keeps the hold`() async throws {
        let (held, _) = try await fill()
        _ = try await hold(held)
        let told = try await store.retentionDue(RetentionSchedule().cutoffs(atMilliseconds: 1_900 * day))
        #expect(try await forget(store, onDay: 1_900) == told)
        #expect(told[.voyagesHeld] == 1 && told[.messagesHeld] == 1 && told[.voyagesDestroyed] == 1)
        let otherFolder = try TemporaryFolder()
        let other = try SQLiteStore.open(at: otherFolder.path, vault: vault, node: "new")
        _ = try await store.copyPrimary(into: other, shuffledBy: 3)
        try await ScreeningFixture.drain(ScreeningFixture.screener(other, vault))
        var (before, after): ([String], [String]) = ([], [])
        try await store.exportDerived { before.append($0) }
        try await other.exportDerived { after.append($0) }
        #expect(before == after && before.contains { $0.hasPrefix("legal-hold ") })
        #expect(try await forget(other, onDay: 2_500)[.voyagesHeld] == 1)
        #expect(try await isWhole(held, in: other))
    }

    @Test func `answers of the registry stay with a held voyage`() async throws {
        let (held, other) = try await fill()
        for (number, hit) in [held, other].enumerated() {
            let reply = RegistryReply(
                question: StoreSamples.token(UInt64(number)), nik: try NIK(parsing: "0099995204850001"),
                voyage: hit.voyage, traveller: hit.traveller, finding: .notFound, agreement: "PKS-1", atMilliseconds: 8)
            try await store.record(
                CaseworkChange(decisions: [
                    DecisionRecord(
                        id: StoreSamples.id(800 + UInt64(number)), atMilliseconds: 8, officer: nil, post: nil,
                        decision: .registryReplied(reply))
                ]), audit: [])
        }
        _ = try await hold(held)
        #expect(try await store.forgetReplies(beforeMilliseconds: 100, atMilliseconds: 200) == 1)
        #expect(try await store.decisions(onVoyage: held.voyage).contains { $0.decision.kind == .registryReplied })
        #expect(try await !store.decisions(onVoyage: other.voyage).contains { $0.decision.kind == .registryReplied })
    }

    @Test func `what was said of a held traveller's other journey, and a look-up at the post, stay with the hold`()
        async throws
    {
        let (held, other) = try await fill()
        func judged(_ number: UInt64, _ one: UInt64, _ traveller: RecordID<Traveller>) throws -> PersonDecision {
            let judgement = PersonJudgement(
                id: StoreSamples.id(number), StoreSamples.id(one), traveller, .same, made: 5)
            return PersonDecision(act: .judged(try #require(judgement)), reason: "ALASAN")
        }
        let acts: [Decision] = [
            .personJudged(try judged(1, 70, held.traveller)), .personJudged(try judged(2, 71, other.traveller)),
            .personJudged(PersonDecision(act: .undone(StoreSamples.id(1)), reason: "ALASAN")),
            .residentLookedUp(ResidentLookUp(resident: nil, traveller: held.traveller, isScanned: false)),
            .residentLookedUp(ResidentLookUp(resident: nil, traveller: other.traveller, isScanned: false)),
            .residentLookedUp(ResidentLookUp(resident: nil, traveller: nil, isScanned: true)),
        ]
        for (number, decision) in acts.enumerated() {
            let record = StoreSamples.decision(UInt64(number) + 1, decision, at: 7)
            try await store.record(CaseworkChange(decisions: [record]), audit: [])
        }
        func kept() async throws -> [UInt64] {
            let found = try await store.decisions(
                kinds: [.personJudged, .residentLookedUp], post: nil, sinceMilliseconds: 0, limit: 9)
            return (1...6).filter { number in
                found.contains { record in
                    guard record.id == StoreSamples.id(number, of: 5) else { return false }
                    guard case .personJudged(let decision) = record.decision else { return true }
                    return decision.reason == "ALASAN"
                }
            }
        }
        let id = try await hold(held)
        for now in [200, 1_900] as [Int64] {
            let told = try await store.retentionDue(RetentionSchedule().cutoffs(atMilliseconds: now * day))
            #expect(try await forget(store, onDay: now) == told)
            #expect(try await kept() == [1, 3, 4])
        }
        try await self.acts.liftHold(id, reason: "closed", by: lifter, atMilliseconds: 1_900 * day)
        _ = try await forget(store, onDay: 1_901)
        #expect(try await kept() == [])
    }

    @Test func `a hold needs a reason, a case, a voyage that is known and a day to come; another lifts it`()
        async throws
    {
        let (held, other) = try await fill()
        func place(
            _ change: (inout LegalHold) -> Void
        ) async -> CaseworkError? {
            var hold = LegalHold(
                voyage: held.voyage, traveller: nil, reason: "court", caseNumber: "P-1/2026", reviewOn: nil)
            change(&hold)
            do throws(CaseworkError) {
                _ = try await acts.placeHold(hold, by: placer, atMilliseconds: 10 * day)
                return nil
            } catch { return error }
        }
        #expect(await place { $0.reason = " " } == .reasonRequired)
        #expect(await place { $0.caseNumber = "P" }?.code == "invalid")
        #expect(await place { $0.caseNumber = "P-1\u{7}" }?.code == "invalid")
        #expect(await place { $0.voyage = StoreSamples.id(12_345) } == .unknown)
        #expect(await place { $0.traveller = other.traveller } == .unknown)
        #expect(await place { $0.reviewOn = CivilDate(daysSinceEpoch: 10) }?.code == "invalid")
        #expect(await place { $0.reviewOn = CivilDate(daysSinceEpoch: 11) } == nil)
        let standing = try await LegalHolds(store: store).standing()
        let id = try #require(standing.first?.id)
        #expect(standing.count == 1)
        await #expect(throws: CaseworkError.samePerson) {
            try await acts.liftHold(id, reason: "no longer", by: placer, atMilliseconds: 11 * day)
        }
        await #expect(throws: CaseworkError.reasonRequired) {
            try await acts.liftHold(id, reason: "", by: lifter, atMilliseconds: 11 * day)
        }
        try await acts.liftHold(id, reason: "no longer", by: lifter, atMilliseconds: 11 * day)
        await #expect(throws: CaseworkError.unknown) {
            try await acts.liftHold(id, reason: "no longer", by: lifter, atMilliseconds: 11 * day)
        }
        let events = try await store.audit(AuditQuery(subject: "hold:\(id)", actions: [.manageHolds]))
        #expect(events.map(\.event.detail) == ["lifted", "placed"])
    }
}
