// SPDX-License-Identifier: Apache-2.0

/// How many pictures an album has.
public struct FaceAlbumPlan: Hashable, Sendable {
    /// At most so many photographs of registry or passport: of coming travellers first, then of other residents.
    public var cards: Int
    /// At most so many persons of interest, by the order of the watchlist.
    public var wanted: Int
    /// So many people walk up to the camera; 1,000 at most.
    public var passersBy: Int
    /// Every so manieth of them is a person of interest.
    public var wantedEvery: Int
    /// So many people in faces/people with three pictures each, for measuring errors; no two of one household.
    public var people: Int

    /// Sizes below 0 are 0.
    public init(cards: Int = 120, wanted: Int = .max, passersBy: Int = 12, wantedEvery: Int = 3, people: Int = 0) {
        self.cards = max(cards, 0)
        self.wanted = max(wanted, 0)
        self.passersBy = min(max(passersBy, 0), 1000)
        self.wantedEvery = max(wantedEvery, 1)
        self.people = max(people, 0)
    }
}
