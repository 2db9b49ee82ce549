// SPDX-License-Identifier: Apache-2.0

internal import Glibc

/// The shares of levels among pairs of one person and of two (m and u of Fellegi and Sunter 1969), learned without labels.
struct LinkageModel {
    /// By comparison and level.
    private(set) var same: [Double]
    private(set) var strangers: [Double]
    /// The share of all pairs that are of one person.
    private(set) var prior: Double
    let possible: Double

    /// No share is nearer to 0.
    static let least = 1e-4
    /// What learning begins with counts as so many observations.
    static let strength = 5.0

    init(comparisons: Int, rows: Int, possible: Double) {
        same = (0..<comparisons).flatMap { _ in LinkageLevel.allCases.map(\.start) }
        strangers = [Double](repeating: Self.least, count: comparisons * LinkageLevel.count)
        self.possible = max(possible, 1)
        // One other row of the person for each second row.
        prior = min(0.5, Double(rows) / 2 / max(possible, 1))
    }

    /// Takes the levels seen between rows that hardly ever are of one person.
    mutating func learnStrangers(_ sights: LinkageSights) {
        var counts = [Double](repeating: 0, count: strangers.count)
        for level in sights.levels { counts[Int(level)] += 1 }
        forEachComparison { range in
            let total = counts[range].reduce(0, +)
            for level in range { strangers[level] = max((counts[level] + 0.5) / (total + 10), Self.least) }
        }
    }

    /// One round of expectation maximisation (Dempster, Laird and Rubin 1977) over every so many pairs.
    mutating func learn(_ sights: LinkageSights, every step: Int) {
        let pairs = Array(stride(from: 0, to: sights.count, by: step))
        let probabilities = pairs.map { probability(weight($0, sights)) }
        var counts = [Double](repeating: 0, count: same.count)
        for (pair, probability) in zip(pairs, probabilities) where probability > 1e-6 {
            for place in sights.range(pair) { counts[Int(sights.levels[place])] += probability }
        }
        forEachComparison { range in
            let total = counts[range].reduce(0, +)
            for level in range {
                let start = LinkageLevel.allCases[level - range.lowerBound].start
                same[level] = max((counts[level] + start * Self.strength) / (total + Self.strength), Self.least)
            }
        }
        prior = min(max(probabilities.reduce(0, +) * Double(step) / possible, 1 / possible), 0.5)
    }

    /// The evidence of a pair in bits, without the prior.
    func weight(_ pair: Int, _ sights: LinkageSights) -> Double {
        sights.range(pair).reduce(0) { $0 + bits(sights.levels[$1], sights.shares[$1]) }
    }

    /// log2 of how much more often a level is seen between rows of one person.
    func bits(_ level: UInt16, _ share: Float) -> Double {
        // What is common agrees between strangers more often than on the average.
        let isSame = Int(level) % LinkageLevel.count == LinkageLevel.same.rawValue
        let strangers = isSame ? Double(share) : max(strangers[Int(level)], Double(share))
        return log2(same[Int(level)] / max(strangers, 1e-9))
    }

    /// The prior in bits.
    var priorBits: Double { log2(prior / (1 - prior)) }

    func probability(_ weight: Double) -> Double { 1 / (1 + exp2(-(weight + priorBits))) }

    private func forEachComparison(_ body: (Range<Int>) -> Void) {
        for start in stride(from: 0, to: same.count, by: LinkageLevel.count) {
            body(start..<start + LinkageLevel.count)
        }
    }
}
