// SPDX-License-Identifier: Apache-2.0

public import Civil
public import Mandate
internal import Screening
internal import Travel

extension OfficerActs {
    /// Asks to see what is covered of a traveller; shows nothing yet.
    public func requestReveal(
        _ wanted: RevealRequest, by mandate: Mandated, atMilliseconds now: Int64
    ) async throws(CaseworkError) -> RecordID<RevealRequest> {
        var request = wanted
        request.reason = try checkedReason(request.reason)
        request.caseNumber = try checkedCase(request.caseNumber)
        let traveller = request.traveller
        let place = try await stored { () async throws(StoreError) in try await store.locate(traveller) }
        guard let place, place.facts.id == request.voyage else { throw .unknown }
        request.traveller = place.traveller
        let reveals = try await stored { () async throws(StoreError) in
            try await Reveals(in: store, atMilliseconds: now)
        }
        guard !reveals.open.contains(where: { $0.isOf(mandate.officer, about: [request.traveller]) }) else {
            throw .notAllowed(why: "asked already")
        }
        let record = record(.revealRequested(request), by: mandate, now)
        try await write(
            CaseworkChange(decisions: [record]), .reveal, by: mandate, now,
            subjects: ["reveal:\(record.id)", "traveller:\(request.traveller)", "voyage:\(request.voyage)"],
            detail: "requested")
        return RecordID(of: record.id)
    }

    /// Answers a request as the second person.
    ///
    /// - Parameters:
    ///   - declining: the reason to decline; nil approves.
    ///   - lasting: for how many milliseconds, at most ``Reveals/longestMilliseconds``.
    /// - Throws: ``CaseworkError/samePerson`` for who asked, ``CaseworkError/unknown`` where nothing waits.
    public func answerReveal(
        _ id: RecordID<RevealRequest>, declining: String?, lasting: Int64, by mandate: Mandated,
        atMilliseconds now: Int64
    ) async throws(CaseworkError) {
        var refusal: String?
        if let declining { refusal = try checkedReason(declining) }
        let reveals = try await stored { () async throws(StoreError) in
            try await Reveals(in: store, atMilliseconds: now)
        }
        guard let found = reveals.open.first(where: { $0.id == id }) else { throw .unknown }
        guard found.officer != mandate.officer else { throw .samePerson }
        let verdict: RevealAnswer.Verdict
        if let refusal {
            verdict = .declined(reason: refusal)
        } else {
            guard lasting > 0 else { throw .notAllowed(why: "the policy gives no time") }
            verdict = .approved(untilMilliseconds: now + min(lasting, Reveals.longestMilliseconds))
        }
        let answer = RevealAnswer(request: id, voyage: found.request.voyage, verdict: verdict)
        try await write(
            CaseworkChange(decisions: [record(.revealAnswered(answer), by: mandate, now)]), .approveReveal,
            by: mandate, now,
            subjects: ["reveal:\(id)", "traveller:\(found.request.traveller)", "voyage:\(found.request.voyage)"],
            detail: declining == nil ? "approved" : "declined")
    }
}
