// SPDX-License-Identifier: Apache-2.0

internal import Civil
public import Mandate
internal import Screening
internal import Travel

extension OfficerActs {
    /// The shortest reason of a look-up that nothing ties to somebody present.
    public static let shortestLookUpReason = 10

    /// Records a look-up, so that it may be made; throws where the officer's look-ups of the hour or day are used up, and
    /// records that too.
    ///
    /// - Parameter watch: counts the look-ups of all officers.
    public func lookUp(
        _ wanted: ResidentLookUp, under watch: LookUpWatch, by mandate: Mandated, atMilliseconds now: Int64
    ) async throws(CaseworkError) {
        var lookUp = wanted
        // Who is tied to somebody present needs none; a blank is none.
        lookUp.reason =
            lookUp.isTied
            ? WrittenReason(lookUp.reason)?.text
            : try WrittenReason.checked(lookUp.reason, least: Self.shortestLookUpReason)
        let subjects = [lookUp.traveller.map { "traveller:\($0)" }, lookUp.resident.map { "resident:\($0)" }]
            .compactMap(\.self)
        do { try await watch.admit(mandate.officer, atMilliseconds: now) } catch {
            if case .quotaUsed(let limit) = error {
                let event = AuditEvent(
                    .lookUpResident, by: mandate, atMilliseconds: now, outcome: .refused, subjects: subjects,
                    detail: "limit \(limit)")
                try await stored { () async throws(StoreError) in try await store.appendAudit([event]) }
            }
            throw error
        }
        let record = record(.residentLookedUp(lookUp), by: mandate, now)
        do {
            try await write(
                CaseworkChange(decisions: [record]), .lookUpResident, by: mandate, now, subjects: subjects,
                detail: (lookUp.isTied ? "tied" : "untied") + (lookUp.asksDetails == true ? " details" : ""))
        } catch {
            await watch.giveBack(mandate.officer, now)
            throw error
        }
        await watch.keep(record)
    }
}
