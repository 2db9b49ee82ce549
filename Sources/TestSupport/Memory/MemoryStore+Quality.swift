// SPDX-License-Identifier: Apache-2.0

internal import Civil
public import Quality
public import Screening
internal import Travel

/// Facts of quality made from everything at each question: what other stores keep as sums must be equal to it.
extension MemoryStore: QualityStore {
    public func qualityDays(_ query: QualityQuery) async throws(StoreError) -> [CarrierDay] {
        var sums: [QualityKey: QualityCounts] = [:]
        for facts in voyageFacts { sums[facts.key, default: QualityCounts()].add(facts.counts) }
        for held in inbox where held.screened?.voyage == nil {
            guard held.screened != nil || held.quarantineReason != nil else { continue }
            let loose = LooseMessageQuality(
                carrier: held.screened?.carrier ?? held.sender,
                receivedAtMilliseconds: held.message.receivedAtMilliseconds, kind: held.screened?.kind,
                isQuarantined: held.message.state == .quarantined, warnings: held.screened?.warnings ?? [:],
                repeats: held.repeats)
            sums[loose.key, default: QualityCounts()].add(loose.counts)
        }
        return sums.filter { query.includes($0.key) && !$0.value.values.isEmpty }.sorted { $0.key < $1.key }
            .map { CarrierDay(key: $0.key, counts: $0.value) }
    }

    public func hitTimes(_ query: QualityQuery, limit: Int) async throws(StoreError) -> [HitTimeliness] {
        let found = voyageFacts.flatMap(\.hits).filter { query.includes($0.key) }.sorted {
            ($0.landingMilliseconds ?? .min, $1.id) > ($1.landingMilliseconds ?? .min, $0.id)
        }
        return Array(found.prefix(limit))
    }

    public func seenVoyages(_ query: QualityQuery) async throws(StoreError) -> [SeenVoyage] {
        voyageFacts.map(\.seen).filter { query.includes($0.key) }.sorted { ($0.key, $0.id) < ($1.key, $1.id) }
    }

    private var voyageFacts: [VoyageQuality] {
        heldVoyages.values.map { held in
            var facts = VoyageQuality(
                VoyageChange(facts: held.facts, summary: held.summary, tally: held.tally), rules: qualityRules)
            let id = held.facts.id
            facts.counts[.duplicated] += inbox.filter { $0.screened?.voyage == id }.reduce(0) { $0 + $1.repeats }
            return facts
        }
    }
}
