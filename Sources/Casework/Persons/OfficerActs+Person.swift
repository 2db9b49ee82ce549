// SPDX-License-Identifier: Apache-2.0

internal import Civil
public import Identity
public import Mandate
internal import Screening
public import Travel

extension OfficerActs {
    /// Says whether two journeys are of one person; returns the record, for the persons that are held in memory.
    public func judgePersons(
        _ one: Traveller, _ other: Traveller, _ verdict: PersonJudgement.Verdict, reason: String,
        by mandate: Mandated, atMilliseconds now: Int64
    ) async throws(CaseworkError) -> DecisionRecord {
        var generator = SystemRandomNumberGenerator()
        guard
            let judgement = PersonJudgement(
                id: .random(using: &generator), one.id, other.id, verdict, made: Int(now))
        else { throw .unknown }
        return try await decide(
            PersonDecision(act: .judged(judgement), reason: try checkedReason(reason)), by: mandate, now,
            subjects: ["traveller:\(one.id)", "traveller:\(other.id)"], detail: verdict.rawValue)
    }

    /// Takes back what was said of two journeys.
    public func undoPersons(
        _ judgement: PersonJudgement, reason: String, by mandate: Mandated, atMilliseconds now: Int64
    ) async throws(CaseworkError) -> DecisionRecord {
        try await decide(
            PersonDecision(act: .undone(judgement.id), reason: try checkedReason(reason)), by: mandate, now,
            subjects: ["traveller:\(judgement.first)", "traveller:\(judgement.second)"], detail: "undone")
    }

    private func decide(
        _ decision: PersonDecision, by mandate: Mandated, _ now: Int64, subjects: [String], detail: String
    ) async throws(CaseworkError) -> DecisionRecord {
        let record = record(.personJudged(decision), by: mandate, now)
        try await write(
            CaseworkChange(decisions: [record]), .reviewIdentity, by: mandate, now, subjects: subjects, detail: detail)
        return record
    }
}
