// SPDX-License-Identifier: Apache-2.0

/// Whether the probabilities of resolving can be believed; plain data, without anybody's name or number.
public struct CalibrationReport: Hashable, Sendable, Codable {
    /// Travellers whose best candidate has a probability within a range.
    public struct Bin: Hashable, Sendable, Codable {
        public var from: Double
        public var to: Double
        public var travellers: Int
        /// The mean probability of the best candidate.
        public var expected: Double
        /// The share of best candidates that are right; nil without labels.
        public var right: Double?
    }

    /// What is held true from a probability on.
    public struct Threshold: Hashable, Sendable, Codable {
        public var probability: Double
        /// Travellers with a candidate of at least this probability.
        public var matched: Int
        /// Of those, as many as the probabilities promise to be right.
        public var expectedRight: Double
        /// Neither a candidate nor "not registered" reaches this probability.
        public var undecided: Int
        /// Nil without labels.
        public var precision: Double?
        public var recall: Double?
        /// The share of travellers without a resident who were given one; nil without labels.
        public var falseMatches: Double?
    }

    /// What one level of one comparison weighed among the best candidates that are probably right.
    public struct Weight: Hashable, Sendable, Codable {
        public var comparison: Evidence.Comparison
        public var level: String
        /// Sum of the probabilities of the candidates that had it.
        public var seen: Double
        /// In bits, the mean.
        public var bits: Double
    }

    /// Of residents who travel under exactly what the registry has of them: how many could not be told from others.
    public struct Unlinkable: Hashable, Sendable, Codable {
        /// What the traveller tells.
        public var told: String
        public var residents: Int
        public var probability: Double
        /// In 0...1.
        public var share: Double
    }

    public var indexVersion: String
    public var residents: Int
    public var travellers: Int
    /// Travellers with a label.
    public var labelled: Int
    public var bins: [Bin]
    /// The expected calibration error of the best candidates, in 0...1: the mean distance of ``Bin/expected`` and
    /// ``Bin/right``, weighted by travellers (Naeini, Cooper and Hauskrecht 2015); nil without labels.
    public var calibrationError: Double?
    public var thresholds: [Threshold]
    public var weights: [Weight]
    public var unlinkable: [Unlinkable]
}
