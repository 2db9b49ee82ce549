// SPDX-License-Identifier: Apache-2.0

/// So many of so many, with Wilson's 95 % interval (Wilson 1927).
public struct Proportion: Hashable, Sendable {
    public let count: Int
    public let total: Int

    public init(_ count: Int, of total: Int) {
        self.count = count
        self.total = total
    }

    /// The share, 0...1; 0 of nothing.
    public var value: Double { total > 0 ? Double(count) / Double(total) : 0 }
    public var lower: Double { bound(-1) }
    /// Of zero cases in n about 3.84 / n.
    public var upper: Double { bound(1) }

    private func bound(_ side: Double) -> Double {
        guard total > 0 else { return side < 0 ? 0 : 1 }
        let (n, z) = (Double(total), 1.959964)
        let centre = value + z * z / (2 * n)
        let spread = z * (value * (1 - value) / n + z * z / (4 * n * n)).squareRoot()
        return min(1, max(0, (centre + side * spread) / (1 + z * z / n)))
    }
}
