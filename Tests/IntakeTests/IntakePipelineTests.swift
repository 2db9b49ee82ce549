// SPDX-License-Identifier: Apache-2.0

import Casework
import Civil
import Intake
import Mandate
import Safeguards
import Screening
import Synchronization
import TestSupport
import Testing
import Travel

@Suite struct IntakePipelineTests {
    private let vault = EphemeralKeyVault()
    private let store: MemoryStore

    init() { store = MemoryStore(vault: vault) }

    private func pipeline(_ configuration: IntakeConfiguration = IntakeConfiguration()) throws -> IntakePipeline {
        try IntakePipeline(store: store, tokeniser: vault, configuration: configuration) { 1_768_000_000_000 }
    }

    @Test func `filters before it stores, and keeps a token of the card`() async throws {
        let bytes = IntakeFixtures.pnrgov()
        let receipts = try await pipeline().take(bytes, origin: "a.edi")
        #expect(receipts.map(\.outcome) == [.stored])
        let stored = try #require(try await store.message(receipts[0].id))
        #expect(stored.bytes.count == bytes.count)
        let text = String(decoding: stored.bytes, as: UTF8.self)
        #expect(!text.contains("411111111111") && !text.contains("VGML"))
        #expect(text.contains("BURUNGKENARI"))
        #expect(stored.cardTokens.values.contains(vault.token(.card, Array("4111111111111111".utf8))))
        #expect(stored.filtered["card"] == 1)
        #expect(stored.origin == "a.edi")
    }

    @Test func `knows a message by its bytes before the filter`() async throws {
        let bytes = IntakeFixtures.pnrgov()
        let receipts = try await pipeline().take(bytes, origin: "a")
        let token = vault.token(.message, bytes)
        #expect(receipts[0].id == RecordID<ReceivedMessage>(high: token.high, low: token.low))
        // Another meal is overwritten alike, and yet another message.
        let other = Array(String(decoding: bytes, as: UTF8.self).replacing("VGML", with: "HNML").utf8)
        #expect(try await pipeline().take(other, origin: "b")[0].outcome == .stored)
        #expect(
            try await pipeline().take(bytes, origin: "c")[0]
                == IntakeReceipt(index: 0, id: receipts[0].id, outcome: .duplicate))
    }

    @Test func `takes several interchanges of one input in order`() async throws {
        let input = IntakeFixtures.pnrgov("000001") + IntakeFixtures.pnrgov("000002") + IntakeFixtures.pnrgov("000001")
        let receipts = try await pipeline().take(input, origin: "a")
        #expect(receipts.map(\.outcome) == [.stored, .stored, .duplicate])
        #expect(receipts.map(\.index) == [0, 1, 2])
    }

    @Test func `quarantines whole what nobody can read`() async throws {
        let receipts = try await pipeline().take(IntakeFixtures.garbage, origin: "x.txt")
        #expect(receipts.map(\.outcome) == [.quarantined])
        #expect(try await store.message(receipts[0].id)?.bytes == IntakeFixtures.garbage)
        let row = try #require(try await store.inboxRows(after: nil, states: [.quarantined], limit: 9).first)
        #expect(row.quarantineReason?.isEmpty == false)
    }

    @Test func `refuses inputs over its limits and stores nothing of them`() async throws {
        let small = try pipeline(IntakeConfiguration(inputLimitBytes: 1_024, messagesLimit: 1))
        await #expect(throws: IntakeError.tooLarge(limitBytes: 1_024)) {
            try await small.take([UInt8](repeating: 65, count: 1_025), origin: "a")
        }
        let two = IntakeFixtures.pnrgov("1") + IntakeFixtures.pnrgov("2")
        let narrow = try pipeline(IntakeConfiguration(messagesLimit: 1))
        await #expect(throws: IntakeError.tooManyMessages(limit: 1)) { try await narrow.take(two, origin: "a") }
        #expect(try await store.inboxCounts().stored == 0)
    }

    @Test func `tells a caller to come again when there is no room`() async throws {
        let full = FullStore(store)
        let pipeline = try IntakePipeline(store: full, tokeniser: vault, clock: { 0 })
        await #expect(throws: IntakeError.full(retryAfterSeconds: 5)) {
            try await pipeline.take(IntakeFixtures.pnrgov(), origin: "a")
        }
        full.setRoom(true)
        #expect(try await pipeline.take(IntakeFixtures.pnrgov(), origin: "a").map(\.outcome) == [.stored])
    }

    @Test func `hands out receipts batch by batch, once durable`() async throws {
        let input = (1...5).flatMap { IntakeFixtures.pnrgov("\($0)") }
        let batches = Recorded<[Int]>()
        let receipts = try await pipeline(IntakeConfiguration(batchMessages: 2)).take(input, origin: "a") { batch in
            batches.add(batch.map(\.index))
        }
        #expect(batches.all == [[0, 1], [2, 3], [4]])
        #expect(receipts.count == 5)
        #expect(try await store.audit(AuditQuery(actions: [.ingest])).count == 3)
    }

    @Test func `reports all that is wrong with a configuration at once`() {
        let error = #expect(throws: IntakeConfigurationError.self) {
            try IntakeConfiguration(inputLimitBytes: 0, messagesLimit: 0, batchMessages: 0).validate()
        }
        #expect(error?.problems.count == 3)
    }

    @Test func `what is kept back for audit records is not filled with messages, and the refusal is recorded`()
        async throws
    {
        let store = MemoryStore(vault: vault)
        let room = Mutex(false)
        let clock = Mutex<Int64>(1_000)
        let pipeline = try IntakePipeline(
            store: store, tokeniser: vault, hasRoom: { room.withLock { $0 } }, clock: { clock.withLock { $0 } })
        for _ in 0..<3 {
            await #expect(throws: IntakeError.full(retryAfterSeconds: 5)) {
                try await pipeline.take(Array("RUSAK".utf8), origin: "x")
            }
        }
        var rows = try await store.audit(AuditQuery(actions: [.ingest]))
        #expect(rows.map(\.event.detail) == ["no room messages=1"] && rows[0].event.outcome == .refused)
        clock.withLock { $0 += 60_000 }
        _ = try? await pipeline.take(Array("RUSAK".utf8), origin: "x")
        rows = try await store.audit(AuditQuery(actions: [.ingest]))
        #expect(rows.map(\.event.detail) == ["no room messages=3", "no room messages=1"])
        room.withLock { $0 = true }
        #expect(try await pipeline.take(Array("RUSAK".utf8), origin: "x").count == 1)
    }
}
