// SPDX-License-Identifier: Apache-2.0

/// What came from one origin.
public struct OriginTraffic: Hashable, Sendable {
    /// Milliseconds since 1970 UTC; nil where nothing came, or nothing as far back as a store looks.
    public var lastReceivedAtMilliseconds: Int64?
    /// Messages since the moment asked for, repeats left out.
    public var received: Int
    /// How many of those nobody could read.
    public var quarantined: Int

    public init(lastReceivedAtMilliseconds: Int64? = nil, received: Int = 0, quarantined: Int = 0) {
        self.lastReceivedAtMilliseconds = lastReceivedAtMilliseconds
        self.received = received
        self.quarantined = quarantined
    }
}
