// SPDX-License-Identifier: Apache-2.0

public import Mandate
internal import Screening
internal import Travel

extension OfficerActs {
    /// Judges whether a traveller is a resident; returns the record, for the links that are held in memory.
    public func judgeIdentity(
        _ judgement: IdentityJudgement, by mandate: Mandated, atMilliseconds now: Int64
    ) async throws(CaseworkError) -> DecisionRecord {
        var judgement = judgement
        judgement.reason = try checkedReason(judgement.reason)
        let place = try await stored { () async throws(StoreError) in try await store.locate(judgement.traveller) }
        guard let place, place.facts.id == judgement.voyage else { throw .unknown }
        let record = record(.identityJudged(judgement), by: mandate, now)
        try await write(
            CaseworkChange(decisions: [record]), .reviewIdentity, by: mandate, now,
            subjects: ["traveller:\(judgement.traveller)", "voyage:\(judgement.voyage)"],
            detail: judgement.answer.rawValue)
        return record
    }
}
