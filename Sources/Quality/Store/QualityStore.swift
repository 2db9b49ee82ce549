// SPDX-License-Identifier: Apache-2.0

public import Screening

/// What the questions about quality need of a store. The facts are written where messages are, in the same commit.
public protocol QualityStore: Sendable {
    /// Counts by day, carrier, post and mode, in the order of their keys; without those that are all zero.
    func qualityDays(_ query: QualityQuery) async throws(StoreError) -> [CarrierDay]

    /// The times of hits, by landing and identity, at most `limit`.
    func hitTimes(_ query: QualityQuery, limit: Int) async throws(StoreError) -> [HitTimeliness]

    /// Voyages of which a message came, in the order of their keys and identities.
    func seenVoyages(_ query: QualityQuery) async throws(StoreError) -> [SeenVoyage]
}

/// Which facts are asked for.
public struct QualityQuery: Hashable, Sendable {
    /// Days since 1970, both included.
    public var fromDay: Int
    public var toDay: Int
    public var carrier: String?
    /// Ports; nil for all. Messages of no voyage have no port and are left out where ports are named.
    public var posts: Set<String>?
    /// A mode's raw value.
    public var mode: String?

    public init(fromDay: Int, toDay: Int, carrier: String? = nil, posts: Set<String>? = nil, mode: String? = nil) {
        self.fromDay = fromDay
        self.toDay = toDay
        self.carrier = carrier
        self.posts = posts
        self.mode = mode
    }

    /// Whether facts under a key are asked for.
    public func includes(_ key: QualityKey) -> Bool {
        (fromDay...max(fromDay, toDay)).contains(key.day) && (carrier == nil || key.carrier == carrier)
            && posts?.contains(key.post) ?? true && (mode == nil || key.mode == mode)
    }
}
