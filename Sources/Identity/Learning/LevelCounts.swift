// SPDX-License-Identifier: Apache-2.0

/// How often each level was seen, each time as much as it is probable that the two are one person.
public struct LevelCounts: Hashable, Sendable {
    public private(set) var seen: [LearnedLevel: Double] = [:]
    public private(set) var wholes: [LearnedLevel.Whole: Double] = [:]

    /// What the model says already counts as so many observations: levels too rare to be learned stay where they are.
    static let strength = 100.0
    /// No learned share is nearer to 0 or 1.
    static let least = 1e-5

    public init() {}

    mutating func add(_ level: LearnedLevel, _ probability: Double) { seen[level, default: 0] += probability }

    mutating func add(_ whole: LearnedLevel.Whole, _ probability: Double) { wholes[whole, default: 0] += probability }

    /// The model with every level moved to its share; one of whose whole nothing was seen stays.
    public func model(from start: MatchModel) -> MatchModel {
        var model = start
        for level in LearnedLevel.allCases {
            guard let whole = wholes[level.whole], whole > 0 else { continue }
            let prior = start[keyPath: level.keyPath]
            let share = ((seen[level] ?? 0) + prior * Self.strength) / (whole + Self.strength)
            model[keyPath: level.keyPath] = min(max(share, Self.least), 1 - Self.least)
        }
        return model
    }
}
