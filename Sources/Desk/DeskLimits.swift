// SPDX-License-Identifier: Apache-2.0

import Safeguards

/// What the desk bears of its clients; beyond it each gets a clear answer.
public struct DeskLimits: Hashable, Sendable {
    /// Open connections; beyond them the one idle longest is closed, so that a crowd of idle ones locks nobody out.
    public var connections = 2_000
    /// How long a new connection may take to send the head of its first request.
    public var headSeconds = 10
    /// How long a body may take to come; then HTTP 408.
    public var bodySeconds = 30
    /// After so long without a request a connection is closed.
    public var idleSeconds = 75
    /// Requests a second of each feed, ten times the national peak; short crowds of twice as many pass, then HTTP 429.
    public var feedPerSecond = 280
    /// Bodies of messages held in memory at a time, all feeds together; beyond that HTTP 503.
    public var bodyMegabytes = 256

    public init() {}

    /// A feed's bucket.
    var feed: RateLimit {
        RateLimit(burst: Int64(feedPerSecond * 2), refillMilliseconds: Int64(max(1, 1_000 / feedPerSecond)))
    }

    /// All that is wrong, in words.
    func problems() -> [String] {
        var found: [String] = []
        func check(_ name: String, _ value: Int, _ range: ClosedRange<Int>) {
            if !range.contains(value) { found.append("\(name) is \(range.lowerBound) to \(range.upperBound)") }
        }
        check("connections", connections, 10...100_000)
        check("head-seconds", headSeconds, 1...600)
        check("body-seconds", bodySeconds, 1...3_600)
        check("idle-seconds", idleSeconds, 1...3_600)
        check("feed-per-second", feedPerSecond, 1...1_000)
        check("body-megabytes", bodyMegabytes, 64...65_536)
        return found
    }
}
