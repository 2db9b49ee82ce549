// SPDX-License-Identifier: Apache-2.0

internal import Civil
public import Travel

/// What facts are counted under.
public struct QualityKey: Hashable, Sendable, Comparable {
    /// Days since 1970: the local day of arrival (for departures: of departure); of receipt in UTC where no voyage is
    /// known.
    public var day: Int
    /// The carrier's code, the sender's name for what could not be read, empty where neither is known.
    public var carrier: String
    /// The port that looks after the voyage; empty where unknown.
    public var post: String
    /// The mode's raw value; empty where unknown.
    public var mode: String

    public init(day: Int, carrier: String, post: String, mode: String) {
        self.day = day
        self.carrier = carrier
        self.post = post
        self.mode = mode
    }

    /// The key of a voyage.
    public init(_ facts: VoyageFacts, firstReceivedAtMilliseconds: Int64) {
        let local = facts.direction == .departure ? facts.departure ?? facts.arrival : facts.arrival ?? facts.departure
        self.init(
            day: local?.date.daysSinceEpoch ?? Int(firstReceivedAtMilliseconds / 86_400_000),
            carrier: facts.carrier ?? "", post: facts.post ?? "", mode: facts.mode.rawValue)
    }

    /// The key of a message of no voyage.
    public init(carrier: String?, receivedAtMilliseconds: Int64) {
        self.init(day: Int(receivedAtMilliseconds / 86_400_000), carrier: carrier ?? "", post: "", mode: "")
    }

    public static func < (a: QualityKey, b: QualityKey) -> Bool {
        (a.day, a.carrier, a.post, a.mode) < (b.day, b.carrier, b.post, b.mode)
    }
}

/// Counts of one day, carrier, post and mode.
public struct CarrierDay: Hashable, Sendable {
    public var key: QualityKey
    public var counts: QualityCounts

    public init(key: QualityKey, counts: QualityCounts) {
        self.key = key
        self.counts = counts
    }
}
