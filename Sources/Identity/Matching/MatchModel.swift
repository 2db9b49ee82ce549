// SPDX-License-Identifier: Apache-2.0

/// The probabilities that comparing rests on (Fellegi and Sunter 1969): how often each level is seen when traveller and
/// resident are the same person (m). How often it is seen between strangers (u) comes from the population itself.
public struct MatchModel: Hashable, Sendable, Codable {
    /// The share of travellers whom the registry knows.
    public var registered = 0.88

    /// The relation of a traveller's word to the resident's, when the resident has that word.
    public struct Words: Hashable, Sendable, Codable {
        public var same = 0.80
        public var spelling = 0.085
        public var alias = 0.03
        public var initial = 0.015
        public var cut = 0.02
        public var slip = 0.035
        public var near = 0.008
        public var tail = 0.008
        /// A word that the resident does not have at all.
        public var extra = 0.03
        /// An extra word that is the father's.
        public var father = 0.015
        /// A word of the resident's that the traveller leaves out.
        public var omitted = 0.10
        /// Words run together.
        public var glued = 0.02
    }

    public struct Dates: Hashable, Sendable, Codable {
        public var same = 0.93
        public var swapped = 0.010
        public var day = 0.014
        public var month = 0.010
        public var year = 0.014
        public var digits = 0.004
        public var heaped = 0.008
        public var sameYear = 0.004
        public var sameDayAndMonth = 0.003
        public var other = 0.008

        /// Moves the probabilities towards what was seen on one list; what the model says counts as six travellers.
        mutating func learn(_ seen: [DateLevel: Double], total: Double) {
            let weight = 6.0
            func moved(_ level: DateLevel, _ value: Double) -> Double {
                (value * weight + (seen[level] ?? 0)) / (weight + total)
            }
            same = moved(.same, same)
            swapped = moved(.swapped, swapped)
            day = moved(.day, day)
            month = moved(.month, month)
            year = moved(.year, year)
            digits = moved(.digits, digits)
            heaped = moved(.heaped, heaped)
            sameYear = moved(.sameYear, sameYear)
            sameDayAndMonth = moved(.sameDayAndMonth, sameDayAndMonth)
            other = moved(.other, other)
        }
    }

    public var words = Words()
    public var dates = Dates()
    public var sameSex = 0.988
    public var samePlace = 0.70
    public var similarPlace = 0.16
    public var sameNIK = 0.93
    public var slippedNIK = 0.05
    public var sameHome = 0.85
    /// The share of companions that are of one family card.
    public var family = 0.35

    public init() {}

    /// The model that ships.
    public static let standard = MatchModel()
}
