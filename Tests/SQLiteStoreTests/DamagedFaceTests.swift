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

/// One record of a face that cannot be opened: it is counted, and hides nothing else.
@Suite struct DamagedFaceTests {
    private let vault = EphemeralKeyVault()
    private let folder: TemporaryFolder
    private let store: SQLiteStore

    init() throws {
        folder = try TemporaryFolder()
        store = try SQLiteStore.open(at: folder.path, vault: vault, node: "test")
    }

    private var path: String { "\(folder.path)/\(SQLiteStore.fileName)" }

    /// The marks of board and hits page come from here.
    private func desk() -> StationDesk {
        StationDesk(plan: StationPlan(), reader: nil, gallery: nil, store: store) { _ in 420 }
    }

    /// Spoils a record, as a bad block of the disk does.
    private func spoil(_ number: UInt64) throws {
        let record: RecordID<DecisionRecord> = StoreSamples.decision(number, .face(.acted(act))).id
        let hex = record.bytes.map { String(format: "%02x", $0) }.joined()
        try Tampering.run(
            "UPDATE decision SET sealed = zeroblob(length(sealed)) WHERE id = x'\(hex)'", on: path)
    }

    private let act = FaceAct(review: ProbeSamples.review(1), result: .stopped, note: "")

    @Test func `confirmed faces beside a damaged record are shown, and it is counted`() async throws {
        let probes = ProbeSamples(store: store)
        let hit = StoreSamples.hit(1, voyage: 1, traveller: 1, entry: 1)
        for number in 1...3 as ClosedRange<UInt64> { try await probes.confirm(number, on: hit, at: 10 + Int64(number)) }
        try spoil(3_002)
        for desk in [desk(), desk()] {
            let shown = try await desk.confirmed(atMilliseconds: 20)
            #expect(shown.map(\.id) == [3, 1].map(ProbeSamples.review))
            #expect(try await desk.unreadableRecords(atMilliseconds: 20) == 1)
            // Looked at again it is not counted again.
            #expect(try await desk.unreadableRecords(atMilliseconds: 5_000) == 1)
        }
        // One that comes behind it is shown too.
        let before = desk()
        _ = try await before.confirmed(atMilliseconds: 20)
        try await probes.confirm(4, on: hit, at: 14)
        #expect(try await before.confirmed(atMilliseconds: 5_000).map(\.id) == [4, 3, 1].map(ProbeSamples.review))
        let onVoyage = try await store.decisions(onVoyage: hit.voyage)
        #expect(ConfirmedFace.all(in: onVoyage).map(\.id) == [4, 3, 1].map(ProbeSamples.review))
        #expect(try await store.decisions(kinds: [], post: nil, sinceMilliseconds: 0, limit: 9).count == 3)
        #expect(try await store.unreadableFaceDecisions() == 1)
    }

    @Test func `retention goes on behind a damaged record, and ends it at its limit`() async throws {
        let probes = ProbeSamples(store: store)
        for number in 1...3 as ClosedRange<UInt64> { try await probes.confirm(number) }
        try spoil(3_002)
        let register = DestructionRegisterFile(path: folder.path + "/" + DestructionRegisterFile.name)
        func forget(onDay day: Int64) async throws -> RetentionTally {
            try await store.forgetDue(
                RetentionSchedule().cutoffs(atMilliseconds: day * ProbeSamples.day), register: register)
        }
        let names = try await forget(onDay: 200)
        #expect(names[.decisionsDepersonalised] == 2 && names[.facesDestroyed] == 3)
        #expect(try await forget(onDay: 1_900)[.decisionsDestroyed] == 3)
        #expect(try await store.unreadableFaceDecisions() == 0)
    }

    @Test func `a damaged record of another kind still fails, since it may forbid something`() async throws {
        let note = HandoverNote(post: try #require(PostCode("CGK")), shiftStartedAtMilliseconds: 1, text: "note")
        try await store.record(
            CaseworkChange(decisions: [StoreSamples.decision(5, .handoverWritten(note))]), audit: [])
        try spoil(5)
        let fold = DecisionFold(store, kinds: [.handoverWritten], from: 0) { sum, fresh in sum += fresh.count }
        await #expect(throws: StoreError.self) { _ = try await fold.read(atMilliseconds: 1) }
        await #expect(throws: StoreError.self) {
            _ = try await store.decisions(kinds: [.handoverWritten], post: nil, sinceMilliseconds: 0, limit: 9)
        }
        #expect(try await store.unreadableFaceDecisions() == 0)
    }
}
