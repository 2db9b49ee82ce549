// SPDX-License-Identifier: Apache-2.0

public import Casework
internal import Civil
public import Quality
internal import Screening
internal import Travel

/// What every store must do with facts of quality: run against an empty one.
public struct QualityContract: Sendable, CustomStringConvertible {
    public var name: String
    public var check: @Sendable (any CaseworkStore & QualityStore) async throws -> Void

    public var description: String { name }

    /// All of January 2026.
    static let january = QualityQuery(fromDay: 20_454, toDay: 20_484)

    /// Every behaviour.
    public static let all: [QualityContract] = [
        QualityContract(name: "a voyage screened again replaces what it counted before") { store in
            var tally = VoyageTally(messages: [message(1)], inBothSources: 4, disagreeing: 2)
            try await store.commit(ScreeningChanges(voyages: [change(100, tally)]), audit: [])
            tally.messages.append(message(2))
            tally.disagreeing = 1
            for _ in 0..<3 { try await store.commit(ScreeningChanges(voyages: [change(100, tally)]), audit: []) }
            let days = try await store.qualityDays(january)
            try ContractFailure.equal(days.count, 1, "days")
            try ContractFailure.equal(days.first?.counts[.messages], 2, "messages")
            try ContractFailure.equal(days.first?.counts[.disagreeing], 1, "disagreeing")
            try ContractFailure.equal(days.first?.counts[.voyages], 1, "voyages")
        },
        QualityContract(name: "counts quarantined messages by sender and repeats with what they repeat") { store in
            var entry = StoreSamples.message(1, state: .quarantined)
            entry.sender = "ZZAPI"
            let known = StoreSamples.message(2)
            _ = try await store.append([entry, known, entry], audit: [])
            try await store.commit(
                ScreeningChanges(
                    screened: [StoreSamples.screened(2, voyage: 100)], voyages: [change(100, VoyageTally())]),
                audit: [])
            _ = try await store.append([known, known], audit: [])
            try await store.commit(ScreeningChanges(voyages: [change(100, VoyageTally())]), audit: [])
            let days = try await store.qualityDays(QualityQuery(fromDay: 0, toDay: 40_000))
            let quarantined = days.first { $0.key.carrier == "ZZAPI" }
            try ContractFailure.equal(quarantined?.counts[.quarantined], 1, "quarantined")
            try ContractFailure.equal(quarantined?.counts[.duplicated], 1, "repeats of what nobody could read")
            try ContractFailure.equal(
                days.first { $0.key.carrier == "GA" }?.counts[.duplicated], 2, "repeats of a voyage's message")
        },
        QualityContract(name: "lists hits by landing and voyages by day, within what is asked for") { store in
            for number: UInt64 in [100, 200] {
                var tally = VoyageTally(messages: [message(number)])
                tally.hits = [
                    HitTally(
                        id: StoreSamples.id(number, of: 9), status: .open, knownAtMilliseconds: 5_000_000_000_000,
                        message: StoreSamples.id(number), judgedAtMilliseconds: nil)
                ]
                try await store.commit(
                    ScreeningChanges(voyages: [change(number, tally, to: number == 100 ? "CGK" : "DPS")]), audit: [])
            }
            let hits = try await store.hitTimes(january, limit: 9)
            try ContractFailure.equal(hits.map(\.voyage), [StoreSamples.id(200), StoreSamples.id(100)], "hits")
            try ContractFailure.equal(hits.first?.cause, .messageLate, "cause")
            var query = january
            query.posts = ["CGK"]
            try ContractFailure.equal(try await store.hitTimes(query, limit: 9).count, 1, "hits of a post")
            try ContractFailure.equal(try await store.seenVoyages(query).map(\.id), [StoreSamples.id(100)], "voyages")
            query.mode = "sea"
            try ContractFailure.equal(try await store.seenVoyages(query).count, 0, "voyages of a mode")
            query = january
            query.carrier = "XX"
            try ContractFailure.equal(try await store.qualityDays(query).count, 0, "days of a carrier")
            try await store.commit(ScreeningChanges(voyages: [change(100, VoyageTally())]), audit: [])
            try ContractFailure.equal(try await store.hitTimes(january, limit: 9).count, 1, "hits that went away")
        },
    ]

    static func message(_ number: UInt64, received: Int64 = 1_768_400_000_000) -> MessageTally {
        MessageTally(id: StoreSamples.id(number), kind: .paxlst, receivedAtMilliseconds: received)
    }

    static func change(_ number: UInt64, _ tally: VoyageTally, to port: String = "CGK") -> VoyageChange {
        VoyageChange(facts: StoreSamples.facts(number, to: port), summary: VoyageSummary(), tally: tally)
    }
}
