// SPDX-License-Identifier: Apache-2.0

/// How often values fell under some bounds; the bounds are fixed when it is made.
public struct MetricHistogram: Hashable, Sendable {
    /// Upper bounds, inclusive and rising.
    public let bounds: [Double]
    /// Values at most each bound and above the one before; the last is above all bounds.
    public private(set) var counts: [Int]
    public private(set) var sum = 0.0

    /// - Parameter bounds: finite and rising.
    public init(bounds: [Double]) {
        precondition(
            zip(bounds, bounds.dropFirst()).allSatisfy { $0 < $1 } && bounds.allSatisfy(\.isFinite), "bounds rise")
        self.bounds = bounds
        counts = [Int](repeating: 0, count: bounds.count + 1)
    }

    /// How many values were seen.
    public var count: Int { counts.reduce(0, +) }

    /// Counts a value; what is no number is left out.
    public mutating func observe(_ value: Double) {
        guard !value.isNaN else { return }
        counts[bounds.firstIndex { value <= $0 } ?? bounds.count] += 1
        sum += value
    }
}
