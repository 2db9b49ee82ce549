// SPDX-License-Identifier: Apache-2.0

/// How found pairs stand to the true ones.
public struct LinkageScore: Hashable, Sendable, Codable {
    /// True pairs that were found.
    public let found: Int
    /// Pairs that were found and are none.
    public let wrong: Int
    /// True pairs that were not found.
    public let missed: Int

    public init(found: Int, wrong: Int, missed: Int) {
        self.found = found
        self.wrong = wrong
        self.missed = missed
    }

    /// The share of found pairs that are true, 0...1; 1 where nothing was found.
    public var precision: Double { found + wrong == 0 ? 1 : Double(found) / Double(found + wrong) }
    /// The share of true pairs that were found, 0...1; 1 where there are none.
    public var recall: Double { found + missed == 0 ? 1 : Double(found) / Double(found + missed) }
    /// The harmonic mean of both.
    public var f1: Double { found == 0 ? 0 : 2 * Double(found) / Double(2 * found + wrong + missed) }
}
