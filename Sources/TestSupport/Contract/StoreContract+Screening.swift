// SPDX-License-Identifier: Apache-2.0

internal import Casework
internal import Civil
internal import Mandate
internal import Screening
internal import Travel
internal import Watchlists

extension StoreContract {
    static let screening: [StoreContract] = [
        StoreContract("knows what a commit wrote") { store in
            _ = try await store.append([StoreSamples.message(1), StoreSamples.message(2)], audit: [])
            let travellers = [StoreSamples.traveller(11, tokens: [1, 2]), StoreSamples.traveller(10, tokens: [2, 3])]
            let hit = StoreSamples.hit(20, voyage: 100, traveller: 11, entry: 30)
            let facts = StoreSamples.facts(100, messages: [1, 2])
            try await store.commit(
                ScreeningChanges(
                    screened: [StoreSamples.screened(1, voyage: 100), StoreSamples.screened(2, voyage: 100)],
                    voyages: [StoreSamples.change(facts, travellers: travellers, hits: [hit])]), audit: [])
            try ContractFailure.equal(try await store.inboxCounts().pending, 0, "pending")
            let known = try await store.knowledge(of: [facts.id, StoreSamples.id(101)], held: [StoreSamples.id(1)])
            try ContractFailure.equal(known.count, 1, "voyages")
            try ContractFailure.equal(Set(known[0].messageIDs), [StoreSamples.id(1), StoreSamples.id(2)], "messages")
            try ContractFailure.equal(known[0].messages.map(\.id), [StoreSamples.id(2)], "messages not held")
            try ContractFailure.equal(Set(known[0].travellers), Set(travellers), "travellers")
            try ContractFailure.equal(known[0].hits, [hit], "hits")
            let row = try await store.inboxRows(after: nil, states: [.screened], limit: 1)
            try ContractFailure.equal(row.first?.voyage, facts.id, "voyage of the message")
            try ContractFailure.equal(row.first?.kind, .paxlst, "kind")
            try ContractFailure.equal(row.first?.warnings, ["segment-count": 2], "warnings")
            let board = try await store.voyages([facts.id, StoreSamples.id(5)])
            try ContractFailure.equal(board.map(\.facts), [facts], "facts")
            try ContractFailure.equal(board.first?.summary.waitingHits, 1, "summary")
        },
        StoreContract("writes over, removes, and leaves the rest alone") { store in
            let facts = StoreSamples.facts(100)
            let travellers = (10...12).map { StoreSamples.traveller($0, tokens: [$0, 500]) }
            let hits = (20...21).map { StoreSamples.hit($0, voyage: 100, traveller: 10, entry: 30) }
            try await store.commit(
                ScreeningChanges(voyages: [StoreSamples.change(facts, travellers: travellers, hits: hits)]), audit: [])
            var moved = travellers[1]
            moved.status = .boarded
            moved.tokens = [StoreSamples.token(600)]
            var change = StoreSamples.change(facts, travellers: [moved])
            change.removedTravellers = [travellers[2].id]
            change.removedHits = [hits[0].id]
            try await store.commit(ScreeningChanges(voyages: [change]), audit: [])
            let known = try await store.knowledge(of: [facts.id], held: [])
            try ContractFailure.equal(Set(known[0].travellers), [travellers[0], moved], "travellers")
            try ContractFailure.equal(known[0].hits, [hits[1]], "hits")
            let gone = try await store.travellers(carrying: [StoreSamples.token(12)], limit: 9)
            try ContractFailure.equal(gone.count, 0, "travellers by a removed token")
            let shared = try await store.travellers(carrying: [StoreSamples.token(500)], limit: 9)
            try ContractFailure.equal(shared.map(\.traveller), [travellers[0].id], "travellers by a shared token")
            try ContractFailure.require(try await store.locate(travellers[2].id) == nil, "a removed traveller is found")
        },
        StoreContract("finds travellers and voyages by token and contribution") { store in
            for number: UInt64 in 1...3 {
                let traveller = StoreSamples.traveller(number, tokens: [number, 900])
                try await store.commit(
                    ScreeningChanges(
                        voyages: [StoreSamples.change(StoreSamples.facts(100 + number), travellers: [traveller])]),
                    audit: [])
            }
            let wanted = [StoreSamples.token(2), StoreSamples.token(900)]
            let found = try await store.travellers(carrying: wanted, limit: 2)
            try ContractFailure.equal(found.map(\.traveller), [StoreSamples.id(3), StoreSamples.id(2)], "newest first")
            try ContractFailure.equal(Set(found[1].matched), Set(wanted), "tokens matched")
            let place = try await store.locate(StoreSamples.id(1_000_002))
            try ContractFailure.equal(place?.traveller, StoreSamples.id(2), "traveller of a contribution")
            try ContractFailure.equal(place?.facts.id, StoreSamples.id(102), "voyage of a contribution")
            let voyages = try await store.voyages(carrying: [StoreSamples.token(900)], limit: 9)
            try ContractFailure.equal(
                Set(voyages), [StoreSamples.id(101), StoreSamples.id(102), StoreSamples.id(103)], "voyages")
        },
        StoreContract("keeps entries with tokens, judgements and assignments") { store in
            try ContractFailure.equal(try await store.watchlistTokens(since: 0).tokens.count, 0, "tokens of nothing")
            let entry = StoreSamples.entry(30)
            try await store.record(
                CaseworkChange(
                    decisions: [StoreSamples.decision(1, .entryWritten(entry))],
                    entryTokens: [entry.id: [StoreSamples.token(1)]]), audit: [])
            let delta = try await store.watchlistTokens(since: 0)
            try ContractFailure.equal(delta.tokens, [entry.id: [StoreSamples.token(1)]], "tokens")
            let hit = StoreSamples.hit(20, voyage: 100, traveller: 11, entry: 30)
            let judgement = StoreSamples.judgement(of: hit)
            try await store.record(
                CaseworkChange(decisions: [
                    StoreSamples.decision(2, .judged(hit: hit.id, judgement)),
                    StoreSamples.decision(3, .assigned(hit: hit.id, entry: entry.id, to: StoreSamples.id(77))),
                ]), audit: [])
            try ContractFailure.equal(
                try await store.watchlistTokens(since: delta.version).tokens, [:], "no new tokens")
            let known = try await store.entries([entry.id, StoreSamples.id(31)])
            try ContractFailure.equal(known.count, 1, "entries")
            try ContractFailure.equal(known[0].judgements, [judgement], "judgements")
            try ContractFailure.equal(known[0].assignments, [hit.id: StoreSamples.id(77)], "assignments")
            try await store.record(
                CaseworkChange(decisions: [
                    StoreSamples.decision(4, .assigned(hit: hit.id, entry: entry.id, to: nil)),
                    StoreSamples.decision(5, .entryWithdrawn(entry.id, reason: "over")),
                ]), audit: [])
            let last = try await store.entries([entry.id])
            try ContractFailure.equal(last[0].assignments, [:], "an assignment taken back")
            try ContractFailure.equal(last[0].entry.isWithdrawn, true, "withdrawn")
            let after = try await store.watchlistTokens(since: delta.version)
            try ContractFailure.equal(after.tokens, [entry.id: [StoreSamples.token(1)]], "a withdrawn entry's tokens")
        },
    ]
}
