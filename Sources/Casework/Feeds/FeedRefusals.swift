// SPDX-License-Identifier: Apache-2.0

internal import Synchronization

/// Counts what feeds handed in and was not taken, since the program started: a class since all requests share it.
public final class FeedRefusals: Sendable {
    private struct Hour {
        var startsAt: Int64
        var counts: [String: Int]
    }

    private let state = Mutex<[Hour]>([])
    private static let hour: Int64 = 3_600_000
    /// Two days by the hour, so that a day of any time zone can be summed.
    private static let hoursHeld = 48

    public init() {}

    /// Counts one refusal. Names come from tokens that are known, so there are few.
    public func count(_ feed: String, atMilliseconds now: Int64) {
        let start = now - now % FeedRefusals.hour
        state.withLock { hours in
            if hours.last?.startsAt != start { hours.append(Hour(startsAt: start, counts: [:])) }
            hours[hours.count - 1].counts[feed, default: 0] += 1
            if hours.count > FeedRefusals.hoursHeld { hours.removeFirst() }
        }
    }

    /// How many of a feed were refused since a moment, to the hour.
    public func refused(_ feed: String, sinceMilliseconds since: Int64) -> Int {
        state.withLock { hours in
            hours.filter { $0.startsAt >= since }.reduce(0) { $0 + ($1.counts[feed] ?? 0) }
        }
    }
}
