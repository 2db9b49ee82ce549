// SPDX-License-Identifier: Apache-2.0

/// The parts of a divided message (UNH 4): `01:C` first, `02` middle, `03:F` final.
public struct ReceivedParts: Hashable, Sendable, Codable {
    /// The numbers of the parts that are here, ascending.
    public var numbers: [Int]
    /// The number of the final part; nil while that one is not here.
    public var final: Int?

    public init(numbers: [Int], final: Int?) {
        self.numbers = Set(numbers).sorted()
        self.final = final
    }

    /// The numbers known to be missing; how many follow the last one nobody knows while the final part is not here.
    public var missing: [Int] {
        let last = final ?? numbers.last ?? 0
        guard last >= 1, last <= ReceivedParts.most else { return [] }
        let held = Set(numbers)
        return (1...last).filter { !held.contains($0) }
    }

    /// Whether every part is here.
    public var isWhole: Bool { final != nil && missing.isEmpty }

    /// The highest part number that is believed.
    public static let most = 9_999

    /// Both together.
    public func joined(with other: ReceivedParts) -> ReceivedParts {
        ReceivedParts(numbers: numbers + other.numbers, final: other.final ?? final)
    }
}
