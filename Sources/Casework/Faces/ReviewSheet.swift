// SPDX-License-Identifier: Apache-2.0

public import Civil
public import Mandate
public import Watchlists

/// What one reviewer may know of a review: nothing of other answers before it has ended, no score before the own answer.
public struct ReviewSheet: Hashable, Sendable, Identifiable {
    public let id: RecordID<ReviewedFace>
    /// In the order of this reviewer.
    public let entries: [RecordID<WatchlistEntry>]
    /// The whole time of a reviewer, and when it is over.
    public let limitMilliseconds: Int64
    public let deadlineMilliseconds: Int64
    /// The reviewer's own answer.
    public let own: FaceJudgement?
    /// In the order of ``entries``; empty before the own answer.
    public let similarities: [Double]
    /// How it ended.
    public let verdict: FaceVerdict?

    /// Nil for who has no seat.
    public init?(_ review: FaceReview, for officer: RecordID<Officer>) {
        guard let seat = review.seats.first(where: { $0.officer == officer }) else { return nil }
        let order = review.order(for: officer)
        id = review.id
        entries = order.map(\.entry)
        own = review.answer(of: officer)
        similarities = own == nil ? [] : order.map(\.similarity)
        verdict = review.verdict
        // The time begins anew for a third only; who sits already is not told that there is one.
        let end =
            own == nil
            ? review.deadlineMilliseconds
            : min(review.deadlineMilliseconds, seat.sinceMilliseconds + review.limitMilliseconds)
        deadlineMilliseconds = end
        limitMilliseconds = review.limitMilliseconds
    }
}
