// SPDX-License-Identifier: Apache-2.0

/// How the simulated service behaves; what a real one does on a bad day can be asked for.
public struct SimulatorBehaviour: Hashable, Sendable {
    /// Answers a day; more are refused as the registry does, with HTTP 200.
    public var dailyQuota = 1_000_000
    /// Every answer waits so long.
    public var delayMilliseconds = 0
    /// Of a hundred answers, so many wait ``slowMilliseconds``.
    public var slowPercent = 0
    public var slowMilliseconds = 10_000
    /// Nobody answers: the connection gets HTTP 503.
    public var isDown = false
    /// The counts beside the content (`totalElements` and its kin) say something else than the content.
    public var liesAboutCounts = false
    /// Letters of error texts come in upper case.
    public var shouts = false
    public var user = "cermat"
    public var password = "cermat"

    public init() {}
}
