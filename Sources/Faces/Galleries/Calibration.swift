// SPDX-License-Identifier: Apache-2.0

/// The errors of one engine on one kind of picture, measured: the only source of thresholds.
public struct Calibration: Hashable, Sendable, Codable {
    /// A similarity and what was counted at or above it, and below it.
    public struct Step: Hashable, Sendable, Codable {
        public let threshold: Double
        /// Impostor pairs at or above.
        public let falseMatches: Int
        /// Genuine pairs below.
        public let falseNonMatches: Int
    }

    /// The models that were measured (``FaceModels/identity``).
    public let engine: String
    public let kind: PictureKind
    public let genuinePairs: Int
    public let impostorPairs: Int
    /// Ascending by threshold.
    public let steps: [Step]

    /// Counts scores at steps of 0.005.
    public init(engine: String, kind: PictureKind, scores: ComparisonScores) {
        self.engine = engine
        self.kind = kind
        genuinePairs = scores.genuine.count
        impostorPairs = scores.impostor.count
        steps = (-200...200).map { number in
            let point = scores.point(at: Double(number) / 200)
            return Step(
                threshold: point.threshold, falseMatches: point.falseMatches.count,
                falseNonMatches: point.falseNonMatches.count)
        }
    }

    /// Whether the counts can be true: thresholds rise, false matches fall, misses rise, none exceeds its pairs.
    public var isSound: Bool {
        genuinePairs > 0 && impostorPairs > 0 && !steps.isEmpty
            && steps.allSatisfy {
                (-1...1).contains($0.threshold) && (0...impostorPairs).contains($0.falseMatches)
                    && (0...genuinePairs).contains($0.falseNonMatches)
            }
            && zip(steps, steps.dropFirst()).allSatisfy {
                $0.threshold < $1.threshold && $0.falseMatches >= $1.falseMatches
                    && $0.falseNonMatches <= $1.falseNonMatches
            }
    }

    /// The share of impostor pairs at or above a step.
    public func falseMatchRate(_ step: Step) -> Proportion { Proportion(step.falseMatches, of: impostorPairs) }

    /// The share of genuine pairs below a step.
    public func falseNonMatchRate(_ step: Step) -> Proportion { Proportion(step.falseNonMatches, of: genuinePairs) }

    /// The lowest step whose false match rate is, with its whole 95 % interval, within a limit; nil when so few pairs were
    /// measured that none shows it.
    public func step(falseMatchRate limit: Double) -> Step? {
        steps.first { falseMatchRate($0).upper <= limit }
    }

    /// The step for a search: in a gallery of `size` at most `falsePositiveRate` of the probes of strangers find anybody.
    /// A search is `size` comparisons, so `FMR = 1 - (1 - FPIR)^(1/size)`.
    public func step(falsePositiveRate: Double, gallerySize size: Int) -> Step? {
        guard (0..<1).contains(falsePositiveRate), falsePositiveRate > 0 else { return nil }
        return step(falseMatchRate: Calibration.falseMatchRate(falsePositiveRate: falsePositiveRate, gallerySize: size))
    }
}
