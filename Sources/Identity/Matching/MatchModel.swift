// SPDX-License-Identifier: Apache-2.0

/// The probabilities that comparing rests on (Fellegi and Sunter 1969): how often each level is seen when traveller and
/// resident are the same person (m). How often it is seen between strangers (u) comes from the population itself.
public struct MatchModel: Hashable, Sendable, Codable {
    /// The share of travellers whom the registry knows.
    ///
    /// Nearly all citizens are in it; who is not is mostly foreign, newly born, or of a family that an extract leaves out.
    /// Chosen above the 0.88 to 0.90 of the made populations, because with those the many errors of the hardest one left
    /// residents less probable than they were.
    public var registered = 0.93

    /// The share of travellers who are not who they say: a real resident's name and date, another's sex or number.
    ///
    /// Nobody counts them. Three in a thousand make a resident of the other sex, or with another number than the one
    /// claimed, less probable than 0.95 however well the rest agrees: a contradiction is for an officer to look at.
    public var impostors = 0.003
    /// How many travellers there are who are not registered but close relatives of a resident, for each resident who
    /// travels. Assumed: a family in twenty has a member that the registry does not know.
    public var unregisteredKin = 0.05

    /// How often a traveller's word stands in each relation to the resident's name, of all words of travellers.
    ///
    /// Between the shares counted on three made populations with labels (two hands' error models, one of them at two
    /// hardnesses), nearer to the worse ones: a clean list loses little by a model that expects errors, a bad one much by
    /// a model that does not.
    public struct Words: Hashable, Sendable, Codable {
        public var same = 0.75
        public var spelling = 0.05
        public var alias = 0.012
        public var initial = 0.009
        public var cut = 0.022
        public var slip = 0.05
        public var near = 0.005
        public var tail = 0.003
        /// A word that the resident does not have at all.
        public var extra = 0.05
        /// An extra word that is the father's.
        public var father = 0.02
        /// The same where the resident has one name only.
        public var fatherOfMononym = 0.15
        /// A word of the resident's that the traveller leaves out; counted by travellers.
        public var omitted = 0.13
        /// A further one, of those who leave out one.
        public var omittedMore = 0.12
        /// Words run together.
        public var glued = 0.012

        /// How often a word has such a relation to some word of a stranger, but for the stranger's word itself: counted
        /// over random residents of the three populations, where it depends little on the length of the word.
        public struct Chance: Hashable, Sendable, Codable {
            public var alias = 0.0015
            /// A single letter: a tenth of all names begin with it.
            public var initial = 0.10
            /// A whole word, against a registry that has a single letter.
            public var initialInRegistry = 0.0015
            public var cut = 0.0012
            public var slip = 0.0025
            public var near = 0.006
            public var tail = 0.0008
        }
        public var chance = Chance()
    }

    public struct Dates: Hashable, Sendable, Codable {
        public var same = 0.93
        public var swapped = 0.009
        public var day = 0.015
        public var month = 0.006
        public var year = 0.011
        public var digits = 0.004
        public var heaped = 0.014
        public var sameYear = 0.0035
        public var sameDayAndMonth = 0.0005
        /// Another date at most two years away: papers made without a certificate of birth.
        public var nearYears = 0.004
        public var other = 0.006
        /// The share of residents who travel under a date that has nothing to do with their own.
        var anotherDate: Double { nearYears + other }

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
    public var sameSex = 0.985
    public var samePlace = 0.70
    public var similarPlace = 0.16
    /// Another place where many residents are born; what remains is given in units that the registry does not name.
    public var knownOtherPlace = 0.06
    public var unknownPlace = 0.3
    public var sameNIK = 0.93
    public var slippedNIK = 0.045
    public var sameHome = 0.85
    /// The share of companions that are of one family card.
    public var family = 0.35

    public init() {}

    /// The model that ships.
    public static let standard = MatchModel()
}
