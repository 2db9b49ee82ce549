// SPDX-License-Identifier: Apache-2.0

/// What one word adds to the weight of a name, in bits.
public struct WordEvidence: Hashable, Sendable {
    public enum Relation: String, Hashable, Sendable, Codable, CaseIterable {
        case same, spelling, alias, initial, cut, tail, slip, near
        /// Words run together on one side; the other words of the run follow with weight 0.
        case together
        /// A word of the father's name.
        case father
        /// The resident does not have the word.
        case extra
        /// The traveller does not give the word.
        case omitted
        /// What is taken away because words of one origin come together more often than by chance; no words.
        case oneOrigin = "one origin"
        /// What another reading of the name costs, or brings a name to the least that one may weigh; no words.
        case limit
    }

    /// The traveller's word, letters A-Z; empty where there is none.
    public let claimed: String
    /// The registry's word, letters A-Z; empty where there is none.
    public let registered: String
    public let relation: Relation
    /// log2 of the ratio of probabilities.
    public let weight: Double
}
