// SPDX-License-Identifier: Apache-2.0

import Quality
import SQLiteStore
import Safeguards
import Screening
import TestSupport
import Testing
import Travel

@Suite struct QualityContractTests {
    @Test(arguments: QualityContract.all) func `memory counts quality as every store must`(_ contract: QualityContract)
        async throws
    {
        try await contract.check(MemoryStore(vault: EphemeralKeyVault()))
    }

    @Test(arguments: QualityContract.all) func `SQLite counts quality as every store must`(_ contract: QualityContract)
        async throws
    {
        let folder = try TemporaryFolder()
        try await contract.check(try SQLiteStore.open(at: folder.path, vault: EphemeralKeyVault(), node: "test"))
    }

    /// Voyages screened again and again, moved to other days and carriers, with repeats in between.
    @Test(arguments: 0..<12) func `sums kept by day equal sums made anew`(seed: UInt64) async throws {
        var random = WorldlyGenerator(state: seed)
        let folder = try TemporaryFolder()
        let store = try SQLiteStore.open(at: folder.path, vault: EphemeralKeyVault(), node: "test")
        let memory = MemoryStore(vault: EphemeralKeyVault())
        for step in 0..<60 {
            var changes = ScreeningChanges()
            for _ in 0..<Int.random(in: 0...3, using: &random) {
                let number = UInt64.random(in: 1...6, using: &random)
                if changes.voyages.contains(where: { $0.facts.id == StoreSamples.id(number) }) { continue }
                var facts = StoreSamples.facts(number, to: ["CGK", "DPS"][Int.random(in: 0...1, using: &random)])
                facts.carrier = ["GA", "QZ", nil][Int.random(in: 0...2, using: &random)]
                changes.voyages.append(
                    VoyageChange(facts: facts, summary: VoyageSummary(), tally: tally(number, &random)))
            }
            let message = UInt64.random(in: 1...9, using: &random)
            var entry = StoreSamples.message(message, state: message > 7 ? .quarantined : .pending)
            entry.sender = message % 2 == 0 ? "GA" : nil
            // A message's voyage follows from the message, and comes with the voyage's own change.
            if step % 3 == 0, message < 8 {
                let voyage: UInt64? = message < 6 ? message : nil
                changes.screened = [StoreSamples.screened(message, voyage: voyage)]
                if let voyage, !changes.voyages.contains(where: { $0.facts.id == StoreSamples.id(voyage) }) {
                    changes.voyages.append(
                        VoyageChange(
                            facts: StoreSamples.facts(voyage), summary: VoyageSummary(), tally: tally(voyage, &random)))
                }
            }
            for each in [store, memory] as [any InboxStore & ScreeningStore] {
                _ = try await each.append([entry], audit: [])
                try await each.commit(changes, audit: [])
            }
        }
        let all = QualityQuery(fromDay: 0, toDay: 40_000)
        let kept = try await store.qualityDays(all)
        #expect(kept == (try await memory.qualityDays(all)))
        #expect(try await store.hitTimes(all, limit: 999) == memory.hitTimes(all, limit: 999))
        #expect(try await store.seenVoyages(all) == memory.seenVoyages(all))
        #expect(kept.allSatisfy { $0.counts.values.allSatisfy { $0.value > 0 } })
        var sum = QualityCounts()
        for day in Set(kept.map(\.key.day)) {
            for part in try await store.qualityDays(QualityQuery(fromDay: day, toDay: day)) { sum.add(part.counts) }
        }
        var whole = QualityCounts()
        for day in kept { whole.add(day.counts) }
        #expect(sum == whole)
    }

    private func tally(_ number: UInt64, _ random: inout WorldlyGenerator) -> VoyageTally {
        var tally = VoyageTally()
        let kinds: [MessageKind] = [.paxlst, .pnrgov, .manifest, .cusres]
        for part in 0..<UInt64.random(in: 1...4, using: &random) {
            tally.messages.append(
                MessageTally(
                    id: StoreSamples.id(number * 10 + part), kind: kinds[Int.random(in: 0...3, using: &random)],
                    receivedAtMilliseconds: 1_768_400_000_000
                        + Int64.random(in: -300_000_000...90_000_000, using: &random),
                    isRepeat: Bool.random(using: &random), warnings: ["segment-count": 1]))
        }
        tally.unfinishedSeries = Int.random(in: 0...2, using: &random)
        tally.sources[.api] = SourceTally(travellers: 9, missing: [.birthDate: Int.random(in: 0...9, using: &random)])
        if Bool.random(using: &random) {
            tally.hits = [
                HitTally(
                    id: StoreSamples.id(number, of: 9), status: .open, knownAtMilliseconds: 1_768_400_000_000,
                    message: tally.messages.first?.id)
            ]
        }
        return tally
    }
}

/// SplitMix64, seeded.
struct WorldlyGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var value = state
        value = (value ^ value >> 30) &* 0xbf58_476d_1ce4_e5b9
        value = (value ^ value >> 27) &* 0x94d0_49bb_1331_11eb
        return value ^ value >> 31
    }
}
