// SPDX-License-Identifier: Apache-2.0

internal import Casework
internal import Civil
internal import Mandate
internal import Screening
internal import Travel
internal import Watchlists

extension StoreContract {
    /// What officers do while a screening is under way.
    static let races: [StoreContract] = [
        StoreContract("a new entry sends the voyages that carry its tokens through screening again") { store in
            try await fill(store)
            let entry = StoreSamples.entry(30)
            try await store.record(
                CaseworkChange(
                    decisions: [StoreSamples.decision(1, .entryWritten(entry))],
                    entryTokens: [entry.id: [StoreSamples.token(2)]]), audit: [])
            let pending = try await store.pendingMessages(limit: 9)
            try ContractFailure.equal(pending.map(\.id), [StoreSamples.id(2)], "the latest message of the voyage")
            try await store.commit(
                ScreeningChanges(
                    screened: [StoreSamples.screened(2, voyage: 100)],
                    watchlistVersion: try await store.watchlistTokens(since: 0).version), audit: [])
            try ContractFailure.equal(try await store.inboxCounts().pending, 0, "pending after screening")
        },
        StoreContract("an entry written during a screening is not missed by the voyage screened") { store in
            _ = try await store.append([StoreSamples.message(1)], audit: [])
            let version = try await store.watchlistTokens(since: 0).version
            let entry = StoreSamples.entry(30)
            try await store.record(
                CaseworkChange(
                    decisions: [StoreSamples.decision(1, .entryWritten(entry))],
                    entryTokens: [entry.id: [StoreSamples.token(5)]]), audit: [])
            try await store.commit(
                ScreeningChanges(
                    screened: [StoreSamples.screened(1, voyage: 100)],
                    voyages: [
                        StoreSamples.change(
                            StoreSamples.facts(100), travellers: [StoreSamples.traveller(10, tokens: [5])])
                    ], watchlistVersion: version), audit: [])
            try ContractFailure.equal(try await store.inboxCounts().pending, 1, "pending")
        },
        StoreContract("a judgement made during a screening is not written over, and the voyage is screened again") {
            store in
            let hit = try await fill(store)
            let version = try await store.watchlistTokens(since: 0).version
            var judged = hit
            judged.status = .judgedDifferent
            try await store.record(
                CaseworkChange(
                    decisions: [StoreSamples.decision(2, .judged(hit: hit.id, StoreSamples.judgement(of: hit)))],
                    hits: [judged], rederived: [hit.voyage]), audit: [])
            var late = hit
            late.rank = 20
            try await store.commit(
                ScreeningChanges(
                    screened: [StoreSamples.screened(2, voyage: 100)],
                    voyages: [StoreSamples.change(StoreSamples.facts(100), hits: [late])], watchlistVersion: version),
                audit: [])
            let known = try await store.knowledge(of: [hit.voyage], held: [])
            try ContractFailure.equal(known[0].hits, [judged], "the judged hit")
            try ContractFailure.equal(try await store.inboxCounts().pending, 1, "pending")
            let again = try await store.pendingMessages(limit: 9)
            try ContractFailure.equal(again.map(\.voyage), [hit.voyage], "the voyage that it was screened into")
        },
    ]

    /// Two screened messages of one voyage with two travellers and a hit, which is returned.
    @discardableResult
    private static func fill(_ store: any CaseworkStore) async throws -> Hit {
        _ = try await store.append([StoreSamples.message(1), StoreSamples.message(2)], audit: [])
        let travellers = [StoreSamples.traveller(10, tokens: [1]), StoreSamples.traveller(11, tokens: [2])]
        let hit = StoreSamples.hit(20, voyage: 100, traveller: 11, entry: 30)
        try await store.commit(
            ScreeningChanges(
                screened: [StoreSamples.screened(1, voyage: 100), StoreSamples.screened(2, voyage: 100)],
                voyages: [StoreSamples.change(StoreSamples.facts(100), travellers: travellers, hits: [hit])]), audit: []
        )
        return hit
    }
}
