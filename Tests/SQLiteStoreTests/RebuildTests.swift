// SPDX-License-Identifier: Apache-2.0

import Casework
import Civil
import Mandate
import SQLiteStore
import Safeguards
import Screening
import TestSupport
import Testing
import Travel
import Watchlists

@Suite struct RebuildTests {
    private let vault = EphemeralKeyVault()

    private func export(_ store: SQLiteStore) async throws -> [String] {
        var lines: [String] = []
        try await store.exportDerived { lines.append($0) }
        return lines
    }

    @Test(arguments: [nil, 1, 2] as [UInt64?])
    func `everything derived comes out again, also with the messages shuffled`(_ seed: UInt64?) async throws {
        let folder = try TemporaryFolder()
        let store = try SQLiteStore.open(at: folder.path, vault: vault, node: "old")
        let manifests = (0..<12).map { ScreeningFixture.manifest($0 % 4, first: $0, travellers: 3) }
        let entries = manifests.enumerated().map {
            ScreeningFixture.entry($0.element, vault, at: 1_768_000_000_000 + Int64($0.offset) * 60_000)
        }
        let screener = ScreeningFixture.screener(store, vault)
        _ = try await ScreeningFixture.watch("X1000003", 1, store, vault)
        _ = try await store.append(Array(entries[0..<8]) + [StoreSamples.message(1, state: .quarantined)], audit: [])
        try await ScreeningFixture.drain(screener)
        let late = try await ScreeningFixture.watch("X1000005", 2, store, vault)
        _ = try await store.append(Array(entries[8...]), audit: [])
        try await ScreeningFixture.drain(screener)
        let hit = try #require(try await store.hits(HitQuery(entry: late.id)).first?.hit)
        let acts = OfficerActs(store: store, tokeniser: vault)
        let mandate = Mandated(officer: StoreSamples.id(77), role: .officer, post: nil, grant: nil)
        _ = try await acts.judge(hit: hit.id, answer: .same, reason: "the photograph", by: mandate, atMilliseconds: 50)
        _ = try await acts.assign(hit: hit.id, to: StoreSamples.id(78), by: mandate, atMilliseconds: 51)
        try await ScreeningFixture.drain(screener)

        let newFolder = try TemporaryFolder()
        let new = try SQLiteStore.open(at: newFolder.path, vault: vault, node: "new")
        let copy = try await store.copyPrimary(into: new, shuffledBy: seed, audit: [StoreSamples.event(1)])
        #expect(copy.messages == 13 && copy.decisions == 4 && copy.forgotten == 0)
        #expect(try await new.inboxCounts().pending == 12)
        try await ScreeningFixture.drain(ScreeningFixture.screener(new, vault))
        let before = try await export(store)
        let after = try await export(new)
        #expect(before == after)
        #expect(before.count { $0.hasPrefix("hit ") } > 1)
        #expect(before.count { $0.hasPrefix("traveller ") } > 10)
        #expect(try await new.hits(HitQuery(ids: [hit.id])).first?.hit.status == .judgedSame)
    }

    @Test func `copies into an empty store only`() async throws {
        let folders = [try TemporaryFolder(), try TemporaryFolder()]
        let stores = try folders.map { try SQLiteStore.open(at: $0.path, vault: vault, node: "n") }
        _ = try await stores[1].append([StoreSamples.message(1)], audit: [])
        await #expect(throws: StoreError.self) { try await stores[0].copyPrimary(into: stores[1]) }
    }
}
