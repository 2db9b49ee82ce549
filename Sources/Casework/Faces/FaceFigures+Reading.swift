// SPDX-License-Identifier: Apache-2.0

public import Mandate
public import Screening

extension FaceFigures {
    /// Counts the last months of a store's decision log, the month of `now` included.
    ///
    /// - Parameters:
    ///   - months: 1...120.
    ///   - allowed: the share of strangers who may raise an alert, as the policy says.
    ///   - utcOffset: minutes ahead of UTC of a post's clock.
    public static func read(
        _ store: any CaseworkStore, months: Int, allowed: Double, atMilliseconds now: Int64,
        utcOffset: @Sendable (PostCode) -> Int
    ) async throws(StoreError) -> FaceFigures {
        let from = FigureMonth(atMilliseconds: now, utcOffsetMinutes: 420).earlier(by: max(1, min(120, months)) - 1)
        let records = try await store.decisions(
            kinds: [.face, .faceCount], post: nil, sinceMilliseconds: from.startMilliseconds, limit: mostDecisions)
        return FaceFigures(
            records, from: from, allowed: allowed, isCut: records.count == mostDecisions, utcOffset: utcOffset)
    }
}
