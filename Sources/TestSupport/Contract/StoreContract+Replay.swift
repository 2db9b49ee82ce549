// SPDX-License-Identifier: Apache-2.0

internal import Casework
internal import Civil
internal import Identity
internal import Mandate
internal import Messages
internal import Screening
internal import Travel

extension StoreContract {
    /// Profiles that messages carry, and messages that leave the quarantine.
    static let replay: [StoreContract] = [
        StoreContract("a message brings the version of the profile that it was read by") { store in
            let profile = CarrierProfile(id: "zz-air", title: "ZZ", carriers: ["ZZ"])
            let saved = SavedProfile(record: RecordID(high: 71, low: 1), version: 1, profile: profile)
            var newer = saved
            newer.record = RecordID(high: 71, low: 2)
            newer.version = 2
            newer.profile.deviations = [.wrongTotals]
            for (index, version) in [saved, newer].enumerated() {
                let record = DecisionRecord(
                    id: RecordID(high: version.record.high, low: version.record.low), atMilliseconds: Int64(index + 1),
                    officer: nil, post: nil, decision: .profileSaved(version))
                try await store.record(CaseworkChange(decisions: [record]), audit: [])
            }
            var entry = StoreSamples.message(1)
            entry.profile = saved.stamp
            _ = try await store.append([entry, StoreSamples.message(2)], audit: [])
            try ContractFailure.equal(
                try await store.message(entry.id)?.profile, saved, "its own version, not the latest")
            try ContractFailure.equal(try await store.message(StoreSamples.id(2))?.profile, nil, "no profile")
            try ContractFailure.equal(
                try await store.pendingMessages(limit: 9).map(\.profile), [saved, nil], "pending messages")
        },
        StoreContract("answers of the registry on a held voyage stay until the hold is lifted") { store in
            let hold = LegalHold(
                voyage: StoreSamples.id(1), traveller: nil, reason: "court", caseNumber: "P-1", reviewOn: nil)
            func decide(_ number: UInt64, _ decision: Decision) async throws {
                let record = DecisionRecord(
                    id: StoreSamples.id(number), atMilliseconds: 1, officer: nil, post: nil, decision: decision)
                try await store.record(CaseworkChange(decisions: [record]), audit: [])
            }
            for number in 1...2 as ClosedRange<UInt64> {
                let reply = RegistryReply(
                    question: StoreSamples.token(number), nik: try NIK(parsing: "0101011204850001"),
                    voyage: StoreSamples.id(number), traveller: nil, finding: .notFound, agreement: "PKS-1",
                    atMilliseconds: 1)
                try await decide(700 + number, .registryReplied(reply))
            }
            try await decide(710, .holdPlaced(hold))
            try ContractFailure.equal(
                try await store.forgetReplies(beforeMilliseconds: 9, atMilliseconds: 9), 1, "the voyage not held")
            try ContractFailure.equal(
                try await store.decisions(onVoyage: hold.voyage).map(\.decision.kind), [.registryReplied, .holdPlaced],
                "the held voyage")
            try await decide(
                711, .holdLifted(HoldLift(hold: StoreSamples.id(710), voyage: hold.voyage, reason: "closed")))
            try ContractFailure.equal(
                try await store.forgetReplies(beforeMilliseconds: 9, atMilliseconds: 9), 1, "no longer held")
        },
        StoreContract("answers of the registry are destroyed in time, with a record of it, and others stay") { store in
            for number in 1...3 {
                let reply = RegistryReply(
                    question: StoreSamples.token(UInt64(number)), nik: try NIK(parsing: "0101011204850001"),
                    voyage: StoreSamples.id(1), traveller: StoreSamples.id(2), finding: .notFound, agreement: "PKS-1",
                    atMilliseconds: Int64(number))
                let record = DecisionRecord(
                    id: RecordID(high: 72, low: UInt64(number)), atMilliseconds: Int64(number), officer: nil, post: nil,
                    decision: .registryReplied(reply))
                try await store.record(CaseworkChange(decisions: [record]), audit: [])
            }
            try ContractFailure.equal(
                try await store.decisions(onVoyage: StoreSamples.id(1)).count, 3, "kept by voyage")
            try ContractFailure.equal(
                try await store.forgetReplies(beforeMilliseconds: 3, atMilliseconds: 9), 2, "destroyed")
            let kept = try await store.decisions(
                kinds: [.registryReplied], post: nil, sinceMilliseconds: 0, limit: 9)
            try ContractFailure.equal(kept.map(\.atMilliseconds), [3], "what is left")
            try ContractFailure.equal(
                try await store.forgetReplies(beforeMilliseconds: 3, atMilliseconds: 10), 0, "again")
            let told = try await store.audit(AuditQuery(actions: [.forget]))
            try ContractFailure.equal(told.map(\.event.detail), ["registry 2"], "the record, once")
        },
        StoreContract("a replay takes a message out of the quarantine once, with what it went on as") { store in
            let bad = StoreSamples.message(4, state: .quarantined)
            _ = try await store.append([bad, StoreSamples.message(5)], audit: [])
            let result = ReplayedMessage(
                message: bad.id, results: [StoreSamples.id(6), StoreSamples.id(5)], profile: nil)
            let record = DecisionRecord(
                id: StoreSamples.id(90), atMilliseconds: 7, officer: nil, post: nil,
                decision: .quarantineReplayed(result))
            let entries = [StoreSamples.message(6), StoreSamples.message(5)]
            let first = try await store.replay(bad.id, as: entries, record: record, audit: [StoreSamples.event(1)])
            try ContractFailure.equal(first?.map(\.outcome), [.stored, .duplicate], "receipts")
            try ContractFailure.equal(try await store.message(bad.id)?.state, .replayed, "the record stays, replayed")
            let counts = try await store.inboxCounts()
            try ContractFailure.equal(counts.stored, 2, "stored")
            try ContractFailure.equal(counts.quarantined, 0, "quarantined")
            try ContractFailure.equal(counts.pending, 2, "pending")
            var again = record
            again.id = StoreSamples.id(91)
            let second = try await store.replay(
                bad.id, as: [StoreSamples.message(7)], record: again, audit: [StoreSamples.event(2)])
            try ContractFailure.require(second == nil, "a second replay does nothing")
            try ContractFailure.require(try await store.message(StoreSamples.id(7)) == nil, "and stores nothing")
            let told = try await store.decisions(
                kinds: [.quarantineReplayed], post: nil, sinceMilliseconds: 0, limit: 9)
            try ContractFailure.equal(told.map(\.decision), [.quarantineReplayed(result)], "decisions")
        },
        StoreContract("what is not in quarantine is not replayed") { store in
            _ = try await store.append([StoreSamples.message(1)], audit: [])
            let result = ReplayedMessage(message: StoreSamples.id(1), results: [], profile: nil)
            let record = DecisionRecord(
                id: StoreSamples.id(92), atMilliseconds: 7, officer: nil, post: nil,
                decision: .quarantineReplayed(result))
            for id: RecordID<ReceivedMessage> in [StoreSamples.id(1), StoreSamples.id(99)] {
                let answer = try await store.replay(id, as: [StoreSamples.message(8)], record: record, audit: [])
                try ContractFailure.require(answer == nil, "nothing is done")
            }
            try ContractFailure.equal(try await store.inboxCounts().stored, 1, "stored")
        },
    ]
}
