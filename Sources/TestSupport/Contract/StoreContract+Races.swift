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
        StoreContract("a change of ports sends the voyages that call there through screening again, none long past") {
            store in
            let voyages = [
                StoreSamples.facts(1, arrivalUTC: 500), StoreSamples.facts(2, to: "DPS", arrivalUTC: 500),
                StoreSamples.facts(3, to: "DPS", arrivalUTC: 99), StoreSamples.facts(4, to: "XQZ", arrivalUTC: 500),
            ]
            _ = try await store.append((1...4).map { StoreSamples.message($0) }, audit: [])
            try await store.commit(
                ScreeningChanges(
                    screened: (1...4).map { StoreSamples.screened($0, voyage: $0) },
                    voyages: voyages.map { StoreSamples.change($0) }), audit: [])
            func pending(_ ports: Set<String>, _ since: Int) async throws -> Set<RecordID<ReceivedMessage>> {
                try await store.record(
                    CaseworkChange(decisions: [], calls: PortCalls(ports: ports, sinceUTC: since)), audit: [])
                return Set(try await store.pendingMessages(limit: 9).map(\.id))
            }
            try ContractFailure.equal(try await pending([], 100), [], "no port")
            try ContractFailure.equal(try await pending(["DPS"], 100), [StoreSamples.id(2)], "an end, not long past")
            try ContractFailure.equal(
                try await pending(["SIN"], 100), Set([1, 2, 4].map { StoreSamples.id($0) }), "a beginning")
        },
        StoreContract("ports changed during a screening are not missed by the voyages screened, new ones included") {
            store in
            try await fill(store)
            _ = try await store.append([StoreSamples.message(3)], audit: [])
            let version = try await store.watchlistTokens(since: 0).version
            let calls = PortCalls(ports: ["DPS"], sinceUTC: 0)
            try await store.record(CaseworkChange(decisions: [], calls: calls), audit: [])
            let screened = ScreeningChanges(
                screened: [StoreSamples.screened(3, voyage: 101)],
                voyages: [StoreSamples.change(StoreSamples.facts(101, to: "DPS"))], watchlistVersion: version)
            try await store.commit(screened, audit: [])
            try ContractFailure.equal(
                try await store.pendingMessages(limit: 9).map(\.id), [StoreSamples.id(3)], "the new voyage")
            var again = screened
            again.watchlistVersion = try await store.watchlistTokens(since: 0).version
            try await store.commit(again, audit: [])
            try ContractFailure.equal(try await store.inboxCounts().pending, 0, "pending after screening")
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
