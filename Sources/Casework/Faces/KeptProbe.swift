// SPDX-License-Identifier: Apache-2.0

public import Civil
public import Mandate
public import Screening
public import Travel
public import Watchlists

/// What is known of the kept picture of a face that two reviewers confirmed, without opening it.
public struct KeptProbe: Hashable, Sendable {
    /// The review that confirmed it; one picture at most.
    public var review: RecordID<ReviewedFace>
    public var entry: RecordID<WatchlistEntry>
    /// The journey on which the person was found; it goes when that loses its names. Nil where there is none.
    public var voyage: RecordID<Voyage>?
    /// The hit by which the journey was found.
    public var hit: RecordID<Hit>?
    /// Where the camera stands; nil for a still of a case.
    public var post: PostCode?
    /// When it was confirmed, milliseconds since 1970 UTC.
    public var atMilliseconds: Int64

    public init(
        review: RecordID<ReviewedFace>, entry: RecordID<WatchlistEntry>, voyage: RecordID<Voyage>?,
        hit: RecordID<Hit>?, post: PostCode?, atMilliseconds: Int64
    ) {
        self.review = review
        self.entry = entry
        self.voyage = voyage
        self.hit = hit
        self.post = post
        self.atMilliseconds = atMilliseconds
    }
}

/// The picture of a confirmed face on its way into the store: the only probe that is ever written.
public struct ConfirmedProbe: Hashable, Sendable {
    public var facts: KeptProbe
    /// 320 x 320, eyes level, as the reviewers saw it.
    public var jpeg: [UInt8]

    public init(_ facts: KeptProbe, jpeg: [UInt8]) {
        self.facts = facts
        self.jpeg = jpeg
    }

    /// Nil where the review is not confirmed.
    init?(_ review: FaceReview, jpeg: [UInt8], atMilliseconds now: Int64) {
        guard case .confirmed(let match) = review.verdict else { return nil }
        self.init(
            KeptProbe(
                review: review.id, entry: match.entry, voyage: match.journey?.voyage, hit: match.journey?.hit,
                post: review.origin.post, atMilliseconds: now), jpeg: jpeg)
    }
}

extension CaseworkChange {
    /// Whether the picture, where there is one, is of a review that this very change confirms. A store takes no other.
    public var isProbeConfirmed: Bool {
        guard let probe else { return true }
        return decisions.contains { record in
            guard case .face(.ended(let review, _, .confirmed(let match))) = record.decision else { return false }
            return review == probe.facts.review && match.entry == probe.facts.entry
        }
    }
}
