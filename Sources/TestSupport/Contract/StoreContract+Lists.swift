// SPDX-License-Identifier: Apache-2.0

internal import Casework
internal import Civil
internal import Mandate
internal import Screening
internal import Travel

extension StoreContract {
    static let lists: [StoreContract] = [
        StoreContract("shows a board of post, direction and time") { store in
            let voyages = [
                StoreSamples.facts(1, arrivalUTC: 300), StoreSamples.facts(2, arrivalUTC: 100),
                StoreSamples.facts(3, to: "DPS", arrivalUTC: 200), StoreSamples.facts(4, arrivalUTC: 900),
                StoreSamples.facts(5, direction: .foreign, arrivalUTC: 150),
            ]
            try await store.commit(ScreeningChanges(voyages: voyages.map { StoreSamples.change($0) }), audit: [])
            let all = try await store.board(BoardQuery(posts: nil, direction: .arrival, fromUTC: 100, toUTC: 300))
            try ContractFailure.equal(all.map(\.facts), [voyages[1], voyages[2], voyages[0]], "all posts")
            let one = try await store.board(
                BoardQuery(posts: ["CGK", "HLP"], direction: .arrival, fromUTC: 0, toUTC: 1_000, limit: 2))
            try ContractFailure.equal(one.map(\.facts), [voyages[1], voyages[0]], "one post")
        },
        StoreContract("gives the decision log to who follows it, by its own order whatever the clocks say") { store in
            let feed: DecisionKind = .entryWithdrawn
            for (number, time) in [(1, 900), (2, 100), (3, 100)] {
                var record = StoreSamples.decision(
                    UInt64(number),
                    number == 2
                        ? .assigned(hit: StoreSamples.id(9), entry: StoreSamples.id(9), to: nil)
                        : .entryWithdrawn(StoreSamples.id(UInt64(number)), reason: "uji"))
                record.atMilliseconds = Int64(time)
                try await store.record(CaseworkChange(decisions: [record]), audit: [])
            }
            let first = try await store.decisions(kinds: [feed], behind: 0, limit: 1)
            try ContractFailure.equal(first.decisions.map(\.record.id), [StoreSamples.id(1, of: 5)], "the first")
            try ContractFailure.equal(first.upTo, first.decisions.last?.sequence, "as far as it was read")
            let rest = try await store.decisions(kinds: [feed], behind: first.upTo, limit: 9)
            try ContractFailure.equal(rest.decisions.map(\.record.id), [StoreSamples.id(3, of: 5)], "the rest")
            let end = try await store.decisions(kinds: [.assigned], behind: 0, limit: 9)
            try ContractFailure.equal(end.upTo, rest.upTo, "other kinds behind it are read past")
            let none = try await store.decisions(kinds: [feed], behind: end.upTo, limit: 9)
            try ContractFailure.equal(none, DecisionPage(decisions: [], upTo: end.upTo), "the end")
        },
        StoreContract("finds hits by what they may be asked for, highest rank first") { store in
            let first = [
                StoreSamples.hit(1, voyage: 100, traveller: 1, entry: 30, rank: 40),
                StoreSamples.hit(2, voyage: 100, traveller: 2, entry: 31, rank: 90),
            ]
            let second = [StoreSamples.hit(3, voyage: 101, traveller: 3, entry: 30, status: .withdrawn, rank: 60)]
            try await store.commit(
                ScreeningChanges(voyages: [
                    StoreSamples.change(StoreSamples.facts(100, arrivalUTC: 100), hits: first),
                    StoreSamples.change(StoreSamples.facts(101, to: "DPS", arrivalUTC: 200), hits: second),
                ]), audit: [])
            func ranks(_ query: HitQuery) async throws -> [Int] { try await store.hits(query).map(\.hit.rank) }
            try ContractFailure.equal(try await ranks(HitQuery()), [90, 60, 40], "all")
            try ContractFailure.equal(try await ranks(HitQuery(limit: 1)), [90], "limit")
            try ContractFailure.equal(try await ranks(HitQuery(posts: ["DPS"])), [60], "post")
            try ContractFailure.equal(try await ranks(HitQuery(statuses: [.open])), [90, 40], "status")
            try ContractFailure.equal(try await ranks(HitQuery(voyages: [StoreSamples.id(101)])), [60], "voyage")
            try ContractFailure.equal(try await ranks(HitQuery(ids: [first[0].id])), [40], "identifier")
            try ContractFailure.equal(try await ranks(HitQuery(ids: [])), [], "no identifiers")
            try ContractFailure.equal(try await ranks(HitQuery(entry: StoreSamples.id(30))), [60, 40], "entry")
            try ContractFailure.equal(try await ranks(HitQuery(fromUTC: 150)), [60], "from")
            try ContractFailure.equal(try await ranks(HitQuery(toUTC: 150)), [90, 40], "to")
            let row = try await store.hits(HitQuery(ids: [second[0].id])).first
            try ContractFailure.equal(row?.hit, second[0], "the hit")
            try ContractFailure.equal(row?.facts.to, "DPS", "its voyage")
        },
        StoreContract("finds audit records by officer, subject and action") { store in
            try await store.appendAudit([
                StoreSamples.event(1), StoreSamples.event(2, subjects: ["traveller:a"], officer: 7),
            ])
            _ = try await store.append([StoreSamples.message(1)], audit: [StoreSamples.event(3)])
            try await store.appendAudit([StoreSamples.event(4, subjects: ["traveller:a", "traveller:b"], officer: 8)])
            func times(_ query: AuditQuery) async throws -> [Int64] {
                try await store.audit(query).map(\.event.atMilliseconds)
            }
            try ContractFailure.equal(try await times(AuditQuery()), [4, 3, 2, 1], "all")
            try ContractFailure.equal(try await times(AuditQuery(officer: StoreSamples.id(7))), [2], "officer")
            try ContractFailure.equal(try await times(AuditQuery(subject: "traveller:a")), [4, 2], "subject")
            try ContractFailure.equal(try await times(AuditQuery(actions: [.ingest])), [3, 1], "action")
            try ContractFailure.equal(try await times(AuditQuery(beforeSequence: 3, limit: 1)), [2], "before")
            try ContractFailure.equal(try await store.audit(AuditQuery()).map(\.sequence), [4, 3, 2, 1], "numbers")
        },
    ]
}
