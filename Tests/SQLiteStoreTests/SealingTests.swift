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

@Suite struct SealingTests {
    private let vault = EphemeralKeyVault()
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// A day at a small port: messages, entry, hit, judgement, account, note.
    private func fill(_ store: SQLiteStore) async throws {
        let manifest = ScreeningFixture.manifest(1, first: 1, travellers: 3)
        let quarantined = InboxEntry(
            id: StoreSamples.id(9), receivedAtMilliseconds: 1, origin: "x", state: .quarantined,
            bytes: Array("RUSAK4111111111111111".utf8), quarantineReason: "no interchange header")
        _ = try await store.append([ScreeningFixture.entry(manifest, vault), quarantined], audit: [])
        _ = try await ScreeningFixture.watch("X1000002", 1, store, vault)
        try await ScreeningFixture.drain(ScreeningFixture.screener(store, vault))
        let acts = OfficerActs(store: store, tokeniser: vault)
        let mandate = Mandated(officer: StoreSamples.id(77), role: .officer, post: nil, grant: nil)
        let hit = try #require(try await store.hits(HitQuery()).first?.hit)
        _ = try await acts.judge(hit: hit.id, answer: .same, reason: "ALASANRAHASIA", by: mandate, atMilliseconds: 5)
        try await acts.writeAccount(
            StoreSamples.account(3, login: "loginrahasia", hash: "HASHRAHASIA"), by: nil, atMilliseconds: 6)
    }

    @Test func `names, documents, reasons and accounts are nowhere on disk in the clear`() async throws {
        let store = try SQLiteStore.open(at: folder.path, vault: vault, node: "test")
        try await fill(store)
        let canaries = [
            "KANARI", "BURUNG", "X100000", "RUSAK", "411111111111", "ALASANRAHASIA", "loginrahasia", "HASHRAHASIA",
            "Petugas 3",
        ]
        let open = try folder.contents()
        try store.close()
        let closed = try folder.contents()
        for canary in canaries {
            #expect(Data(open).range(of: Data(canary.utf8)) == nil, "\(canary) in the write-ahead log or database")
            #expect(Data(closed).range(of: Data(canary.utf8)) == nil, "\(canary) after closing")
        }
        // The search itself works: what may be read is found.
        #expect(Data(closed).range(of: Data("no interchange header".utf8)) != nil)
        #expect(Data(closed).range(of: Data("MV KENARI".utf8)) != nil)
    }

    @Test func `a message whose key is destroyed cannot be opened, and the rest goes on`() async throws {
        let store = try SQLiteStore.open(at: folder.path, vault: vault, node: "test")
        _ = try await store.append((1...3).map { StoreSamples.message($0) }, audit: [])
        try Tampering.run(
            "DELETE FROM data_key WHERE number = (SELECT key FROM message_body WHERE seq = 2)",
            on: "\(folder.path)/\(SQLiteStore.fileName)")
        #expect(try await store.message(StoreSamples.id(2)) == nil)
        #expect(try await store.pendingMessages(limit: 9).count == 2)
    }

    @Test func `sealed bytes moved to another message do not open`() async throws {
        let store = try SQLiteStore.open(at: folder.path, vault: vault, node: "test")
        _ = try await store.append((1...2).map { StoreSamples.message($0) }, audit: [])
        try Tampering.run(
            """
            UPDATE message_body SET (key, sealed) = (SELECT key, sealed FROM message_body WHERE seq = 1) WHERE seq = 2
            """, on: "\(folder.path)/\(SQLiteStore.fileName)")
        await #expect(throws: StoreError.self) { try await store.message(StoreSamples.id(2)) }
    }

    @Test func `another vault opens nothing`() async throws {
        let store = try SQLiteStore.open(at: folder.path, vault: vault, node: "test")
        _ = try await store.append([StoreSamples.message(1)], audit: [])
        let stranger = try SQLiteStore.open(at: folder.path, vault: EphemeralKeyVault(), node: "test")
        await #expect(throws: StoreError.self) { try await stranger.message(StoreSamples.id(1)) }
    }
}
