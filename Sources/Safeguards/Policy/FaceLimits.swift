// SPDX-License-Identifier: Apache-2.0

/// What the policy says of searching faces: the thresholds follow from it, and no officer moves them (R16, R48).
public struct FaceLimits: Hashable, Sendable {
    /// The share of strangers who may raise an alert, above 0 and at most 0.1.
    public var falsePositiveRate = 0.01
    /// The most watchlist entries with a face.
    public var galleryLimit = 100_000

    public init() {}
}
