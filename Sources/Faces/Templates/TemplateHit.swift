// SPDX-License-Identifier: Apache-2.0

/// A template that reached the threshold.
public struct TemplateHit: Hashable, Sendable, Comparable {
    /// Its place in the store.
    public let index: Int
    /// The integer dot product.
    public let score: Int32

    public init(index: Int, score: Int32) {
        self.index = index
        self.score = score
    }

    /// Best first; equal scores by place.
    public static func < (one: TemplateHit, other: TemplateHit) -> Bool {
        (other.score, one.index) < (one.score, other.index)
    }
}
