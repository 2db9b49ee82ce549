// SPDX-License-Identifier: Apache-2.0

/// A model with what it was learned from, as it is kept in a file that people can read.
public struct LearnedModel: Hashable, Sendable, Codable {
    /// Where the model comes from; no one is named in it.
    public struct Origin: Hashable, Sendable, Codable {
        /// The day and time of learning, ISO 8601.
        public var learnedAt: String
        /// Of the population index.
        public var indexVersion: String
        public var residents: Int
        public var travellers: Int
        public var rounds: Int
        /// The largest change of a share in the last round, as a ratio.
        public var lastChange: Double
        /// How often each level was seen, by its name; sums of probabilities.
        public var seen: [String: Double]
        /// What the levels are shares of.
        public var wholes: [String: Double]
    }

    /// What the file begins with.
    public static let formatName = "cermat match model"
    /// Another version of the parameters cannot be used: learn anew.
    public static let currentVersion = 1

    public var format: String
    public var version: Int
    public var origin: Origin
    public var model: MatchModel

    /// Whether the file is one of this kind and version, and every share lies between 0 and 1.
    public var isUsable: Bool {
        format == Self.formatName && version == Self.currentVersion
            && LearnedLevel.allCases.allSatisfy { level in
                let share = model[keyPath: level.keyPath]
                return share > 0 && share < 1
            }
    }
}

extension ModelLearner {
    /// The model as it is now, with its origin.
    ///
    /// - Parameters:
    ///   - learnedAt: ISO 8601.
    ///   - lastChange: what the last round of ``learn(_:_:)`` gave.
    public func learned(at learnedAt: String, index: PopulationIndex, lastChange: Double) -> LearnedModel {
        LearnedModel(
            format: LearnedModel.formatName, version: LearnedModel.currentVersion,
            origin: LearnedModel.Origin(
                learnedAt: learnedAt, indexVersion: index.version, residents: index.count,
                travellers: Int(counts.wholes[.travellers] ?? 0), rounds: rounds, lastChange: lastChange,
                seen: Dictionary(uniqueKeysWithValues: counts.seen.map { ($0.key.rawValue, $0.value) }),
                wholes: Dictionary(uniqueKeysWithValues: counts.wholes.map { ($0.key.rawValue, $0.value) })),
            model: model)
    }
}
