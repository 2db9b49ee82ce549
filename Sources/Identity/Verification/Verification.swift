// SPDX-License-Identifier: Apache-2.0

internal import Foundation

/// Whether a traveller is the resident whose number they quote, from what the registry says of the number alone.
///
/// With verification only, there is no population to search: the candidates are the number's owner and "somebody else".
/// The weights are log2 of the ratio of two probabilities, as everywhere (Fellegi and Sunter 1969): how often an answer
/// is seen when the number is the traveller's own (m), and when it is another's (u). A wrong number is mostly one of the
/// same booking (a row off, a parent's number for a child's), so that u is that of a relative and not of a stranger:
/// names share words, sexes are even, places of birth are often the same. The figures are judgements to be replaced by
/// an operator's own; ``Verification/Weights/standard`` ships.
public struct Verification: Hashable, Sendable {
    /// One step from the prior to the total, in bits.
    public struct Step: Hashable, Sendable {
        /// Nil for the prior.
        public let field: RegistryField?
        public let answer: FieldAnswer?
        public let weight: Double
    }

    /// The prior first; nothing follows where the registry compared nothing.
    public let steps: [Step]
    /// That the number is the traveller's own, 0...1.
    public let probability: Double

    /// The sum of the steps in bits.
    public var total: Double { steps.reduce(0) { $0 + $1.weight } }

    public init(_ finding: RegistryFinding, weights: Weights = .standard) {
        let prior = Step(field: nil, answer: nil, weight: Self.bits(weights.ownNumber / (1 - weights.ownNumber)))
        guard case .compared(let answers, _) = finding else {
            steps = [prior]
            // A number that nobody has is not the traveller's; one that cannot be used says nothing either way.
            probability = finding == .notFound ? 0 : weights.ownNumber
            return
        }
        var all = [prior]
        for field in RegistryField.allCases {
            guard let answer = answers[field] else { continue }
            let (own, other) = weights.chances(field, answer.degree)
            all.append(Step(field: field, answer: answer, weight: Self.bits(own / other)))
        }
        steps = all
        let odds = pow(2, all.reduce(0) { $0 + $1.weight })
        probability = odds / (1 + odds)
    }

    private static func bits(_ ratio: Double) -> Double { log(ratio) / log(2) }
}

extension Verification {
    /// The probabilities behind the weights, each in 0...1.
    public struct Weights: Hashable, Sendable, Codable {
        /// The share of quoted numbers that are the traveller's own.
        public var ownNumber = 0.95
        /// The name is the same, alike: for one's own number and for another's.
        public var sameName = 0.90
        public var alikeName = 0.08
        public var sameNameOfOther = 0.01
        public var alikeNameOfOther = 0.14
        public var sameDate = 0.96
        public var sameDateOfOther = 0.01
        public var sameSex = 0.988
        public var sameSexOfOther = 0.5
        public var samePlace = 0.80
        public var samePlaceOfOther = 0.35

        public init() {}

        /// The weights that ship.
        public static let standard = Weights()

        /// How often a degree of agreement is seen: for one's own number, for another's.
        func chances(_ field: RegistryField, _ degree: FieldAnswer.Degree) -> (own: Double, other: Double) {
            func two(_ own: Double, _ other: Double) -> (Double, Double) {
                degree == .other ? (1 - own, 1 - other) : (own, other)
            }
            switch field {
            case .name:
                switch degree {
                case .same: return (sameName, sameNameOfOther)
                case .alike: return (alikeName, alikeNameOfOther)
                case .other: return (1 - sameName - alikeName, 1 - sameNameOfOther - alikeNameOfOther)
                }
            case .birthDate: return two(sameDate, sameDateOfOther)
            case .sex: return two(sameSex, sameSexOfOther)
            case .birthPlace: return two(samePlace, samePlaceOfOther)
            }
        }
    }
}
