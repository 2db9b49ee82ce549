// SPDX-License-Identifier: Apache-2.0

internal import Civil
public import Mandate
internal import Screening
internal import Travel

extension OfficerActs {
    /// The shortest reason of a look-up that nothing ties to somebody present.
    public static let shortestLookUpReason = 10

    /// Records a look-up, so that it may be made; throws where the officer's look-ups of the day are used up.
    ///
    /// - Parameter limit: look-ups that an officer may make in a day.
    public func lookUp(
        _ lookUp: ResidentLookUp, limit: Int, by mandate: Mandated, atMilliseconds now: Int64
    ) async throws(CaseworkError) {
        if !lookUp.isTied {
            guard let reason = lookUp.reason, (Self.shortestLookUpReason...500).contains(reason.count) else {
                throw .reasonRequired
            }
        }
        let today = try await stored { () async throws(StoreError) in
            try await store.decisions(
                kinds: [.residentLookedUp], post: nil, sinceMilliseconds: RegistryTerms.startOfDay(now),
                limit: 1_000_000)
        }
        guard today.count(where: { $0.officer == mandate.officer }) < limit else { throw .quotaUsed(limit: limit) }
        let change = CaseworkChange(decisions: [record(.residentLookedUp(lookUp), by: mandate, now)])
        try await write(
            change, .lookUpResident, by: mandate, now,
            subjects: [lookUp.traveller.map { "traveller:\($0)" }, lookUp.resident.map { "resident:\($0)" }]
                .compactMap(\.self),
            detail: lookUp.isTied ? "tied" : "untied")
    }
}
