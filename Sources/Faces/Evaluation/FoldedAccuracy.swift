// SPDX-License-Identifier: Apache-2.0

/// Accuracy over ten parts: the threshold is chosen on nine and applied to the tenth (the protocol of LFW).
public struct FoldedAccuracy: Hashable, Sendable {
    /// The mean of the parts, 0...1.
    public let mean: Double
    /// The standard error of that mean.
    public let standardError: Double

    /// Pairs in their order, with whether they are of one person; nil below twenty pairs.
    public init?(_ pairs: [(similarity: Float, same: Bool)], folds: Int = 10) {
        guard folds > 1, pairs.count >= 2 * folds else { return nil }
        // Every part takes each tenth of the same and of the different pairs.
        var parts = [[(similarity: Float, same: Bool)]](repeating: [], count: folds)
        for same in [true, false] {
            for (number, pair) in pairs.filter({ $0.same == same }).enumerated() { parts[number % folds].append(pair) }
        }
        let results = parts.indices.map { held -> Double in
            let threshold = FoldedAccuracy.best(parts.indices.filter { $0 != held }.flatMap { parts[$0] })
            let right = parts[held].filter { ($0.similarity >= threshold) == $0.same }.count
            return Double(right) / Double(max(1, parts[held].count))
        }
        let average = results.reduce(0, +) / Double(folds)
        let variance = results.reduce(0) { $0 + ($1 - average) * ($1 - average) } / Double(folds - 1)
        mean = average
        standardError = (variance / Double(folds)).squareRoot()
    }

    /// The threshold with the fewest errors; the middle of the widest such gap.
    private static func best(_ pairs: [(similarity: Float, same: Bool)]) -> Float {
        let sorted = pairs.sorted { $0.similarity < $1.similarity }
        var right = sorted.filter(\.same).count
        var (most, threshold, width): (Int, Float, Float) = (right, -2, 0)
        for (index, pair) in sorted.enumerated() {
            right += pair.same ? -1 : 1
            let next = index + 1 < sorted.count ? sorted[index + 1].similarity : pair.similarity + 0.01
            let gap = next - pair.similarity
            if right > most || (right == most && gap > width) {
                (most, threshold, width) = (right, pair.similarity + gap / 2, gap)
            }
        }
        return threshold
    }
}
