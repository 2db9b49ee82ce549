// SPDX-License-Identifier: Apache-2.0

public import Civil
public import Mandate
public import Screening
public import Travel
public import Watchlists

/// A match that two officers confirmed: what the station learns, and what is acted on.
public struct FaceMatch: Hashable, Sendable, Codable {
    public var entry: RecordID<WatchlistEntry>
    /// The similarity that the engine found, -1...1.
    public var similarity: Double
    /// The two (of at most three) who said so, each blind.
    public var reviewers: [RecordID<Officer>]
    /// The journey at this post that day on which the person is, where there is one.
    public var journey: FaceJourney?

    public init(
        entry: RecordID<WatchlistEntry>, similarity: Double, reviewers: [RecordID<Officer>], journey: FaceJourney? = nil
    ) {
        self.entry = entry
        self.similarity = similarity
        self.reviewers = reviewers
        self.journey = journey
    }
}

/// A traveller on a voyage.
public struct FaceJourney: Hashable, Sendable, Codable {
    public var voyage: RecordID<Voyage>
    public var traveller: RecordID<Traveller>
    /// The hit by which the journey was found.
    public var hit: RecordID<Hit>

    public init(voyage: RecordID<Voyage>, traveller: RecordID<Traveller>, hit: RecordID<Hit>) {
        self.voyage = voyage
        self.traveller = traveller
        self.hit = hit
    }
}
