// SPDX-License-Identifier: Apache-2.0

import Casework
import SQLiteStore
import Safeguards
import Screening
import TestSupport
import Testing
import Travel

@Suite struct ScreeningCostTests {
    private let vault = EphemeralKeyVault()

    private func calls(_ store: any CaseworkStore, travellers: Int) async throws -> Int {
        _ = try await ScreeningFixture.watch("X1000001", 1, store, vault)
        _ = try await store.append(
            [ScreeningFixture.entry(ScreeningFixture.manifest(1, first: 1, travellers: travellers), vault)], audit: [])
        let counting = CountingStore(store)
        let progress = try await ScreeningFixture.screener(counting, vault).screenPending(limit: 64)
        #expect(progress.messages.count == 1)
        #expect(try await store.hits(HitQuery()).count == 1)
        return counting.calls
    }

    @Test(arguments: [1, 300]) func `screening a message costs five calls whatever its travellers`(_ count: Int)
        async throws
    {
        #expect(try await calls(MemoryStore(vault: vault), travellers: count) == 5)
        let folder = try TemporaryFolder()
        let store = try SQLiteStore.open(at: folder.path, vault: vault, node: "test")
        #expect(try await calls(store, travellers: count) == 5)
    }

    @Test func `what is known of a voyage takes as many statements for 300 travellers as for one`() async throws {
        var counts: [Int] = []
        for travellers in [1, 300] {
            let folder = try TemporaryFolder()
            let statements = StatementCount()
            let store = try SQLiteStore.open(
                at: folder.path, vault: vault, node: "test",
                configuration: SQLiteStoreConfiguration(onStatement: { statements.add() }))
            _ = try await calls(store, travellers: travellers)
            let voyage = try #require(try await store.hits(HitQuery()).first?.facts.id)
            let before = statements.value
            _ = try await store.knowledge(of: [voyage], held: [])
            counts.append(statements.value - before)
        }
        #expect(counts[0] == counts[1])
    }
}
