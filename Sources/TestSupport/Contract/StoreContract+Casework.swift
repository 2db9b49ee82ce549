// SPDX-License-Identifier: Apache-2.0

internal import Casework
internal import Civil
internal import Mandate
internal import Screening
internal import Travel
internal import Watchlists

extension StoreContract {
    static let casework: [StoreContract] = [
        StoreContract("lists decisions by kind, post and time, newest first") { store in
            guard let post = PostCode("CGK") else { throw ContractFailure(description: "CGK is a post") }
            let note = HandoverNote(post: post, shiftStartedAtMilliseconds: 1, text: "two open")
            let examination = Examination(
                voyage: StoreSamples.id(100), traveller: StoreSamples.id(10),
                result: .found([GoodsFound(code: .gold, quantity: 1.5, unit: "kg")]), note: "")
            let records = [
                StoreSamples.decision(1, .handoverWritten(note), at: 10, post: "CGK"),
                StoreSamples.decision(2, .examined(examination), at: 30, post: "CGK"),
                StoreSamples.decision(3, .handoverWritten(note), at: 20, post: "DPS"),
            ]
            try await store.record(CaseworkChange(decisions: records), audit: [])
            let all = try await store.decisions(kinds: [], post: nil, sinceMilliseconds: 0, limit: 9)
            try ContractFailure.equal(all, [records[1], records[2], records[0]], "all")
            let notes = try await store.decisions(kinds: [.handoverWritten], post: post, sinceMilliseconds: 0, limit: 9)
            try ContractFailure.equal(notes, [records[0]], "notes of a post")
            let late = try await store.decisions(kinds: [], post: nil, sinceMilliseconds: 20, limit: 1)
            try ContractFailure.equal(late, [records[1]], "the latest")
            let onVoyage = try await store.decisions(onVoyage: StoreSamples.id(100))
            try ContractFailure.equal(onVoyage, [records[1]], "on a voyage")
        },
        StoreContract("lists the judgements of a voyage's hits, and changes hits and summaries") { store in
            let facts = StoreSamples.facts(100)
            var hit = StoreSamples.hit(20, voyage: 100, traveller: 11, entry: 30)
            try await store.commit(ScreeningChanges(voyages: [StoreSamples.change(facts, hits: [hit])]), audit: [])
            let before = try await store.changeCount()
            hit.status = .judgedSame
            hit.assignee = StoreSamples.id(77)
            var summary = VoyageSummary()
            summary.apply(hits: [hit])
            summary.travellers = 4
            let record = StoreSamples.decision(2, .judged(hit: hit.id, StoreSamples.judgement(of: hit, .same)))
            try await store.record(
                CaseworkChange(decisions: [record], hits: [hit], summaries: [facts.id: summary]), audit: [])
            try ContractFailure.equal(try await store.decisions(onVoyage: facts.id), [record], "decisions")
            try ContractFailure.equal(try await store.hits(HitQuery(ids: [hit.id])).map(\.hit), [hit], "hit")
            try ContractFailure.equal(try await store.voyages([facts.id]).map(\.summary), [summary], "summary")
            try ContractFailure.require(try await store.changeCount() > before, "the count of changes stood still")
        },
        StoreContract("takes a version of a feed once, whoever writes it") { store in
            func change(_ number: UInt64, _ name: String, _ version: Int) throws -> CaseworkChange {
                guard let name = FeedName(name) else { throw ContractFailure(description: "\(name) is a name") }
                let feed = MessageFeed(
                    name: name, version: version, speaksFor: ["GA"], contact: "desk", silenceHours: 6, token: nil)
                let written = FeedVersion(act: .changed, feed: feed, reason: "")
                return CaseworkChange(decisions: [StoreSamples.decision(number, .feedWritten(written))])
            }
            try await store.record(try change(1, "garuda", 1), audit: [])
            try await store.record(try change(2, "garuda", 2), audit: [])
            try await store.record(try change(3, "citilink", 2), audit: [])
            let late = try change(4, "garuda", 2)
            do {
                try await store.record(late, audit: [StoreSamples.event(1)])
                throw ContractFailure(description: "a version was written twice")
            } catch let error as StoreError { try ContractFailure.equal(error, .taken, "the error") }
            let held = try await store.decisions(kinds: [], post: nil, sinceMilliseconds: 0, limit: 9)
            try ContractFailure.equal(held.map(\.id), [3, 2, 1].map { StoreSamples.id($0, of: 5) }, "decisions")
            try ContractFailure.equal(try await store.audit(AuditQuery()).count, 0, "audit records")
            // Of changes that share a transaction, those that are not late are written.
            let outcomes = await withTaskGroup(of: Bool.self) { group in
                for number: UInt64 in 10..<40 {
                    group.addTask {
                        do {
                            try await store.record(try change(number, "batik", Int(number / 3)), audit: [])
                            return true
                        } catch { return false }
                    }
                }
                return await group.reduce(into: [Bool]()) { $0.append($1) }
            }
            // Versions 3 (of 10 and 11) to 13 (of 39 alone).
            try ContractFailure.equal(outcomes.count { $0 }, 11, "changes written")
        },
        StoreContract("rewrites and lists entries, newest first") { store in
            for number: UInt64 in 1...4 {
                try await store.record(
                    CaseworkChange(
                        decisions: [StoreSamples.decision(number, .entryWritten(StoreSamples.entry(number)))],
                        entryTokens: [StoreSamples.id(number): [StoreSamples.token(number), StoreSamples.token(50)]]),
                    audit: [])
            }
            let changed = StoreSamples.entry(2, surname: "LAIN")
            try await store.record(
                CaseworkChange(
                    decisions: [
                        StoreSamples.decision(5, .entryWritten(changed)),
                        StoreSamples.decision(6, .entryWithdrawn(StoreSamples.id(3), reason: "over")),
                    ], entryTokens: [changed.id: [StoreSamples.token(60)]]), audit: [])
            let ids: [RecordID<WatchlistEntry>] = [StoreSamples.id(4), StoreSamples.id(2), StoreSamples.id(1)]
            let listed = try await store.entries(offset: 0, limit: 9, includingWithdrawn: false)
            try ContractFailure.equal(listed.map(\.id), ids, "entries in force")
            try ContractFailure.equal(listed[1], changed, "the changed entry")
            let page = try await store.entries(offset: 1, limit: 1, includingWithdrawn: true)
            try ContractFailure.equal(page.map(\.id), [StoreSamples.id(3)], "a page")
            let carrying = try await store.entries(carrying: [StoreSamples.token(50)])
            try ContractFailure.equal(
                carrying.map(\.id), [StoreSamples.id(4), StoreSamples.id(3), StoreSamples.id(1)], "by token")
            try ContractFailure.equal(
                try await store.entries(carrying: [StoreSamples.token(60)]), [changed], "by new token")
        },
        StoreContract("writes accounts over") { store in
            try await store.record(
                CaseworkChange(decisions: [
                    StoreSamples.decision(1, .accountWritten(StoreSamples.account(2, login: "wati"))),
                    StoreSamples.decision(2, .accountWritten(StoreSamples.account(1, login: "budi"))),
                    StoreSamples.decision(3, .accountWritten(StoreSamples.account(2, login: "wati", hash: "new"))),
                ]), audit: [])
            try ContractFailure.equal(try await store.accounts().map(\.officer.login), ["budi", "wati"], "accounts")
            try ContractFailure.equal(try await store.accounts().last?.passwordHash, "new", "the latest hash")
            try ContractFailure.require(
                try await store.account(login: StoreSamples.token(1)) == nil, "an unknown login")
        },
    ]
}
