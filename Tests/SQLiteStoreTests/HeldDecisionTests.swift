// SPDX-License-Identifier: Apache-2.0

import Casework
import Civil
import Identity
import Mandate
import SQLiteStore
import Safeguards
import Screening
import TestSupport
import Testing
import Travel

/// Decisions that a hold keeps for the sake of a traveller, in logs of more than one batch.
@Suite struct HeldDecisionTests {
    private let vault = CountingVault()
    private let folder: TemporaryFolder
    private let store: SQLiteStore
    private let day: Int64 = 86_400_000
    private let placer = Mandated(officer: StoreSamples.id(77), role: .supervisor, post: nil, grant: nil)

    init() throws {
        folder = try TemporaryFolder()
        store = try SQLiteStore.open(at: folder.path, vault: vault, node: "test")
    }

    /// So many voyages, each under a hold; a traveller of each.
    private func hold(_ count: Int) async throws -> [RecordID<Traveller>] {
        for number in 1...count {
            _ = try await ScreeningFixture.watch("X\(1_000_000 + number * 10)", UInt64(number), store, vault)
            let manifest = ScreeningFixture.manifest(number, first: number * 10, travellers: 2)
            _ = try await store.append([ScreeningFixture.entry(manifest, vault, at: 0)], audit: [])
        }
        try await ScreeningFixture.drain(ScreeningFixture.screener(store, vault))
        let hits = try await store.hits(HitQuery()).map(\.hit)
        for hit in hits {
            _ = try await OfficerActs(store: store, tokeniser: vault).placeHold(
                LegalHold(voyage: hit.voyage, traveller: nil, reason: "court", caseNumber: "P-1/2026", reviewOn: nil),
                by: placer, atMilliseconds: 6)
        }
        return hits.map(\.traveller)
    }

    private func forget(onDay now: Int64) async throws -> (tally: RetentionTally, openings: Int) {
        let before = vault.openings.value
        let tally = try await store.forgetDue(
            RetentionSchedule().cutoffs(atMilliseconds: now * day),
            register: DestructionRegisterFile(path: folder.path + ".destroyed.log"))
        return (tally, vault.openings.value - before)
    }

    @Test(arguments: [1, 12]) func `a run opens each record once, however many are held and in however many batches`(
        holds: Int
    ) async throws {
        let travellers = try await hold(holds)
        #expect(travellers.count == holds)
        let count = 2_000
        // Every second one is of a traveller of a held voyage.
        let looks = (0..<count).map { number in
            let traveller = number % 2 == 0 ? travellers[number / 2 % holds] : StoreSamples.id(UInt64(90_000 + number))
            return StoreSamples.decision(
                UInt64(10_000 + number),
                .residentLookedUp(ResidentLookUp(resident: nil, traveller: traveller, isScanned: false)), at: 7)
        }
        try await store.record(CaseworkChange(decisions: looks), audit: [])
        // Entries, which are looked through by another step.
        let others = holds * 2
        let (names, opened) = try await forget(onDay: 200)
        #expect(names[.decisionsDestroyed] == count / 2)
        #expect(opened >= count && opened <= count + others)
        let again = try await forget(onDay: 201)
        #expect(again.tally[.decisionsDestroyed] == 0 && again.openings <= count / 2 + others)
        // Past the limit those that are held are opened by both steps, and stay.
        let ended = try await forget(onDay: 1_900)
        #expect(ended.openings <= count + others)
        let left = try await store.decisions(
            kinds: [.residentLookedUp], post: nil, sinceMilliseconds: 0, limit: count)
        #expect(left.count == count / 2)
    }

    @Test func `what takes back a judgement stays with it across batches, also where the judgement came first`()
        async throws
    {
        let held = try #require(try await hold(1).first)
        func judged(_ number: UInt64, _ traveller: RecordID<Traveller>) throws -> Decision {
            let judgement = PersonJudgement(
                id: StoreSamples.id(number), StoreSamples.id(number + 40_000), traveller, .same, made: 5)
            return .personJudged(PersonDecision(act: .judged(try #require(judgement)), reason: "ALASAN"))
        }
        func undone(_ number: UInt64) -> Decision {
            .personJudged(PersonDecision(act: .undone(StoreSamples.id(number)), reason: "ALASAN"))
        }
        // Two judgements, enough between for two batches, and what takes the two back.
        var decisions = [try judged(1, held), try judged(2, StoreSamples.id(50_000))]
        for number in 0..<600 as Range<UInt64> { decisions.append(try judged(1_000 + number, StoreSamples.id(60_000))) }
        decisions += [undone(1), undone(2)]
        let records = decisions.enumerated().map { StoreSamples.decision(UInt64(70_000 + $0), $1, at: 7) }
        try await store.record(CaseworkChange(decisions: records), audit: [])
        for now in [200, 201] as [Int64] {
            _ = try await forget(onDay: now)
            let kept = try await store.decisions(kinds: [.personJudged], post: nil, sinceMilliseconds: 0, limit: 1_000)
                .filter {
                    guard case .personJudged(let decision) = $0.decision else { return false }
                    return decision.reason == "ALASAN"
                }
            #expect(Set(kept.map(\.id)) == [records[0].id, records[602].id])
        }
        _ = try await forget(onDay: 1_900)
        let left = try await store.decisions(kinds: [.personJudged], post: nil, sinceMilliseconds: 0, limit: 1_000)
        #expect(Set(left.map(\.id)) == [records[0].id, records[602].id])
    }

    @Test func `a hold placed after a judgement lost its words keeps what takes it back later`() async throws {
        let traveller = try #require(try await hold(1).first)
        let judgement = try #require(
            PersonJudgement(id: StoreSamples.id(1), StoreSamples.id(40_000), traveller, .same, made: 5))
        let hold = try #require(try await LegalHolds(store: store).standing().first)
        let acts = OfficerActs(store: store, tokeniser: vault)
        try await acts.liftHold(
            hold.id, reason: "closed",
            by: Mandated(officer: StoreSamples.id(78), role: .supervisor, post: nil, grant: nil), atMilliseconds: 8)
        let first = StoreSamples.decision(
            70_000, .personJudged(PersonDecision(act: .judged(judgement), reason: "ALASAN")), at: 7)
        let back = StoreSamples.decision(
            70_001, .personJudged(PersonDecision(act: .undone(judgement.id), reason: "ALASAN")), at: 100 * day)
        try await store.record(CaseworkChange(decisions: [first, back]), audit: [])
        _ = try await forget(onDay: 200)
        _ = try await acts.placeHold(
            LegalHold(voyage: hold.hold.voyage, traveller: nil, reason: "court", caseNumber: "P-2", reviewOn: nil),
            by: placer, atMilliseconds: 200 * day)
        _ = try await forget(onDay: 300)
        let left = try await store.decisions(kinds: [.personJudged], post: nil, sinceMilliseconds: 0, limit: 9)
        let reasons = left.compactMap { record in
            if case .personJudged(let decision) = record.decision { decision.reason } else { nil }
        }
        #expect(reasons.count == 2 && reasons.filter { $0 == "ALASAN" }.count == 1)
    }
}
