// SPDX-License-Identifier: Apache-2.0

import Casework
import Civil
import Foundation
import Mandate
import SQLiteStore
import Safeguards
import Screening
import TestSupport
import Testing
import Watchlists

/// When the picture of a confirmed face goes, what keeps it, and how that is counted.
@Suite struct ProbeRetentionTests {
    private let vault = EphemeralKeyVault()
    private let folder: TemporaryFolder
    private let store: SQLiteStore
    private let probes: ProbeSamples
    private let day = ProbeSamples.day
    private let placer = Mandated(officer: StoreSamples.id(77), role: .supervisor, post: nil, grant: nil)
    private let lifter = Mandated(officer: StoreSamples.id(78), role: .supervisor, post: nil, grant: nil)

    init() throws {
        folder = try TemporaryFolder()
        store = try SQLiteStore.open(at: folder.path, vault: vault, node: "test")
        probes = ProbeSamples(store: store)
    }

    private var acts: OfficerActs { OfficerActs(store: store, tokeniser: vault) }

    private var register: DestructionRegisterFile {
        DestructionRegisterFile(path: folder.path + "/" + DestructionRegisterFile.name)
    }

    private func destroyed() throws -> Set<RecordID<WrappedKey>> {
        try DestructionRegister(Array(FileManager.default.contents(atPath: register.path) ?? Data())).keys
    }

    private func cutoffs(_ now: Int64) -> RetentionCutoffs { RetentionSchedule().cutoffs(atMilliseconds: now * day) }

    private func forget(onDay now: Int64) async throws -> RetentionTally {
        let told = try await store.retentionDue(cutoffs(now))
        let done = try await store.forgetDue(cutoffs(now), register: register)
        #expect(told == done, "a rehearsal says what a run does")
        return done
    }

    /// Two sailings received on day 0 and on day 100, with a hit each.
    private func fill() async throws -> (early: Hit, late: Hit) {
        _ = try await ScreeningFixture.watch("X1000002", 1, store, vault)
        _ = try await ScreeningFixture.watch("X1000021", 2, store, vault)
        _ = try await store.append(
            [
                ScreeningFixture.entry(ScreeningFixture.manifest(1, first: 1, travellers: 3), vault, at: 0),
                ScreeningFixture.entry(ScreeningFixture.manifest(2, first: 20, travellers: 3), vault, at: 100 * day),
            ], audit: [])
        try await ScreeningFixture.drain(ScreeningFixture.screener(store, vault))
        let hits = try await store.hits(HitQuery()).map(\.hit)
        return (
            try #require(hits.first { $0.reasons.contains { $0.observed.contains("X1000002") } }),
            try #require(hits.first { $0.reasons.contains { $0.observed.contains("X1000021") } })
        )
    }

    @Test func `a picture goes with the names of its voyage, key first, and is counted as a face`() async throws {
        let (early, late) = try await fill()
        try await probes.confirm(1, on: early)
        try await probes.confirm(2, on: late, at: 100 * day)
        try await probes.confirm(3, at: 50 * day)
        let path = "\(folder.path)/\(SQLiteStore.fileName)"
        let key = try #require(
            try Tampering.blobs(
                "SELECT k.bytes FROM data_key AS k JOIN confirmed_probe AS p ON p.key = k.number WHERE p.number = 1",
                on: path
            ).first)
        let name = RecordID<WrappedKey>(
            bytes: try #require(
                try Tampering.blobs(
                    "SELECT k.id FROM data_key AS k JOIN confirmed_probe AS p ON p.key = k.number WHERE p.number = 1",
                    on: path
                ).first))
        #expect(try await forget(onDay: 183)[.facesDestroyed] == 0)
        #expect(try await store.retentionRecordsDue(cutoffs(200))[.facesDestroyed] == 1)
        let done = try await forget(onDay: 200)
        #expect(done[.voyagesDepersonalised] == 1 && done[.facesDestroyed] == 1)
        #expect(try await !probes.isThere(1))
        #expect(try await probes.isThere(2))
        #expect(try destroyed().contains(try #require(name)))
        #expect(Data(try folder.contents()).range(of: Data(key)) == nil)
        // On no voyage: by the age of the confirmation.
        #expect(try await forget(onDay: 233)[.facesDestroyed] == 0)
        #expect(try await store.retentionRecordsDue(cutoffs(234))[.facesDestroyed] == 1)
        #expect(try await forget(onDay: 234)[.facesDestroyed] == 1)
        #expect(try await !probes.isThere(3))
        #expect(try await forget(onDay: 300)[.facesDestroyed] == 1)
        #expect(try await !probes.isThere(2))
        let rows = try await store.audit(AuditQuery(actions: [.forget]))
        #expect(rows.contains { $0.event.detail?.contains("faces-destroyed=1") == true })
    }

    @Test func `a legal hold keeps it, counted, and lifting the hold lets it go`() async throws {
        let (early, _) = try await fill()
        try await probes.confirm(1, on: early)
        let hold = try await acts.placeHold(
            LegalHold(
                voyage: early.voyage, traveller: nil, reason: "the case goes to court", caseNumber: "P-1/2026",
                reviewOn: nil), by: placer, atMilliseconds: 6)
        let first = try await forget(onDay: 200)
        #expect(first[.facesDestroyed] == 0 && first[.facesHeld] == 1)
        #expect(try await forget(onDay: 1_900)[.facesHeld] == 1)
        #expect(try await probes.isThere(1))
        try await acts.liftHold(hold, reason: "the court has spoken", by: lifter, atMilliseconds: 1_900 * day)
        let last = try await forget(onDay: 1_901)
        #expect(last[.facesDestroyed] == 1 && last[.facesHeld] == 0)
        #expect(try await !probes.isThere(1))
    }

    @Test func `of somebody who turned out to be another person it is shown no more and destroyed at once`()
        async throws
    {
        let (early, _) = try await fill()
        try await probes.confirm(1, on: early)
        try await probes.confirm(2)
        try await store.record(ProbeSamples.act(2, .stopped), audit: [])
        try await store.record(ProbeSamples.act(1, .mistaken), audit: [])
        #expect(try await !probes.isThere(1))
        #expect(try await store.forgetEndedFaces(register: register, atMilliseconds: 30) == 1)
        #expect(try destroyed().count == 1)
        #expect(try await probes.isThere(2))
    }

    @Test func `a hold keeps also that, since it may be what a complaint is about`() async throws {
        let (early, _) = try await fill()
        try await probes.confirm(1, on: early)
        _ = try await acts.placeHold(
            LegalHold(
                voyage: early.voyage, traveller: nil, reason: "a complaint", caseNumber: "K-1/2026", reviewOn: nil),
            by: placer, atMilliseconds: 6)
        try await store.record(ProbeSamples.act(1, .mistaken), audit: [])
        #expect(try await store.forgetEndedFaces(register: register, atMilliseconds: 30) == 0)
        #expect(try await forget(onDay: 200)[.facesHeld] == 1)
        #expect(try await probes.isThere(1))
        #expect(try await store.retentionHeld(cutoffs(1))[.facesHeld] == 1)
    }
}
