// SPDX-License-Identifier: Apache-2.0

/// What a one-to-one comparison says.
public enum VerificationOutcome: String, Hashable, Sendable, Codable {
    case same
    case different
    /// Between the thresholds: the pictures decide nothing.
    case inconclusive
}

/// A one-to-one comparison with the error rates behind it.
public struct Verification: Hashable, Sendable {
    public let outcome: VerificationOutcome
    public let similarity: Double
    /// How often two persons reach the similarity that counts as same.
    public let falseMatchRate: Proportion
    /// How often one person stays below the similarity that counts as different.
    public let falseNonMatchRate: Proportion
}

/// Two thresholds from one calibration; made only from measured rates.
public struct VerificationRule: Hashable, Sendable {
    public let engine: String
    private let same: Calibration.Step
    private let different: Calibration.Step
    private let calibration: Calibration

    /// - Parameters:
    ///   - falseMatchRate: at most this share of pairs of two persons is called same.
    ///   - falseNonMatchRate: at most this share of pairs of one person is called different.
    public init(
        _ calibration: Calibration, falseMatchRate: Double = 1e-4, falseNonMatchRate: Double = 0.02
    ) throws(GalleryError) {
        guard calibration.isSound, let upper = calibration.step(falseMatchRate: falseMatchRate),
            let lower = calibration.steps.last(where: {
                calibration.falseNonMatchRate($0).upper <= falseNonMatchRate && $0.threshold <= upper.threshold
            })
        else { throw .uncalibrated(kind: calibration.kind) }
        engine = calibration.engine
        (same, different) = (upper, lower)
        self.calibration = calibration
    }

    /// From this similarity on two pictures count as of one person.
    public var sameThreshold: Double { same.threshold }

    /// Judges a similarity.
    public func verify(similarity: Double) -> Verification {
        let outcome: VerificationOutcome =
            similarity >= same.threshold ? .same : similarity < different.threshold ? .different : .inconclusive
        return Verification(
            outcome: outcome, similarity: similarity, falseMatchRate: calibration.falseMatchRate(same),
            falseNonMatchRate: calibration.falseNonMatchRate(different))
    }
}
