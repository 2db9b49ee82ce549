// SPDX-License-Identifier: Apache-2.0

/// Similarities of pairs of pictures of one person and of two, and the error rates that follow (ISO/IEC 19795-1).
public struct ComparisonScores: Sendable {
    /// Of one person, ascending.
    public let genuine: [Float]
    /// Of two persons, ascending.
    public let impostor: [Float]

    public init(genuine: [Float], impostor: [Float]) {
        self.genuine = genuine.sorted()
        self.impostor = impostor.sorted()
    }

    /// A threshold and the errors at it.
    public struct Point: Hashable, Sendable {
        /// A similarity of at least this is a match.
        public let threshold: Double
        public let falseMatches: Proportion
        public let falseNonMatches: Proportion
    }

    /// The errors at a threshold.
    public func point(at threshold: Double) -> Point {
        let limit = Float(threshold)
        let below = genuine.partitionPoint { $0 >= limit }
        let above = impostor.count - impostor.partitionPoint { $0 >= limit }
        return Point(
            threshold: threshold, falseMatches: Proportion(above, of: impostor.count),
            falseNonMatches: Proportion(below, of: genuine.count))
    }

    /// The lowest threshold at which no more than this share of impostor pairs match. Nil when there are too few pairs to
    /// measure the rate at all.
    public func point(falseMatchRate: Double) -> Point? {
        let allowed = Int((falseMatchRate * Double(impostor.count)).rounded(.down))
        guard allowed >= 1, allowed < impostor.count else { return nil }
        return point(at: Double(impostor[impostor.count - 1 - allowed].nextUp))
    }

    /// Points from many false matches to none, for a curve; at most `count` of them.
    public func curve(points count: Int = 120) -> [Point] {
        guard let low = impostor.first, let high = genuine.last, low < high, count > 1 else { return [] }
        return (0..<count).map { point(at: Double(low) + Double(high - low) * Double($0) / Double(count - 1)) }
    }
}

extension [Float] {
    /// The first place in an ascending list from which on a condition holds.
    func partitionPoint(_ holds: (Float) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if holds(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
