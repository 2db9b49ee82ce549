// SPDX-License-Identifier: Apache-2.0

/// What the comparison of two appearances rests on, in bits: log2 of how much more often something is seen between two
/// appearances of one person than between those of two (Fellegi and Sunter 1969).
///
/// Constants only: nothing here grows with what arrived, so that whether two appearances belong together depends on
/// these two alone. Whoever changes a value builds the persons anew.
public struct PersonModel: Hashable, Sendable, Codable {
    /// Of how many people any one traveller may be: foreign visitors of about ten years.
    public var people = 16_777_216.0
    /// The probability from which two appearances are held to be of one person without an officer.
    public var certainty = 0.99
    /// A pair that falls short of being joined by so many bits, and disagrees in a fact, is kept apart.
    public var reserve = 12.0
    /// A pair whose documents were used in turn needs so many bits more.
    public var documentsInTurn = 6.0

    /// Names: what is taken from the rarity of a word for a relation less close than equal letters.
    public struct Words: Hashable, Sendable, Codable {
        public var spelling = 1.5
        public var alias = 3.0
        public var cut = 4.0
        public var slip = 4.5
        public var tail = 6.0
        public var near = 6.5
        public var glued = 3.0
        /// What an initial is worth.
        public var initial = 0.5
        /// A word that only one side has.
        public var omitted = -1.0
        /// A given name against another one.
        public var otherGiven = -8.0
        /// A surname against another one: a woman who married, anybody else.
        public var otherSurname = -3.5
        public var otherSurnameOfMan = -6.0
        /// Words of which it is not known what they are.
        public var otherWord = -5.0
        public var least = -12.0
        /// Words of a name go together, hence a whole name is no rarer than this.
        public var most = 26.0
    }

    public struct Dates: Hashable, Sendable, Codable {
        /// A day of about 25,000 on which travellers were born.
        public var same = 14.6
        /// A day that stands for an unknown one: 1 January, the others.
        public var sameNewYear = 9.0
        public var sameHeap = 12.0
        public var swapped = 8.0
        public var day = 5.0
        public var month = 5.0
        public var year = 6.5
        public var digits = 1.5
        public var heaped = 3.0
        public var sameYear = -2.0
        public var sameDayAndMonth = -3.0
        public var other = -7.0
        public var sameMonthOfYear = 9.7
        public var sameYearOnly = 6.0
        public var partialNear = 0.0
        public var partialOther = -6.0
    }

    public struct Documents: Hashable, Sendable, Codable {
        public var same = 26.0
        /// The issuer is missing on one side.
        public var sameWithoutIssuer = 23.0
        /// A number of six characters or fewer.
        public var sameShort = 17.0
        /// One number of two states.
        public var sameOfOtherIssuer = 8.0
        /// A misread or mistyped number, with the birth date the same.
        public var slip = 12.0
        /// The same among the last two characters, in which families who apply together differ.
        public var slipAtEnd = 3.0
        /// Another document of the same state that expires at least ``renewedDays`` before or after.
        public var renewed = 1.0
        public var renewedDays = 1000
        /// Another document of the same state, of which no more is known, or that expires somewhat before or after.
        public var other = -1.0
        /// Two documents of the same state and kind that expire within ``nearDays`` of one another.
        public var sideBySide = -12.0
        public var nearDays = 60
        /// So many days an old document may still be in use after the new one was first seen.
        public var handoverDays = 30
        /// A document that expires within so many days of its first use may be one for a single journey.
        public var shortDays = 400
    }

    public var words = Words()
    public var dates = Dates()
    public var documents = Documents()
    public var sameSex = 1.0
    public var otherSex = -6.0
    public var sameNationality = 2.0
    public var otherNationality = -3.5
    public var shares = NameShares.standard

    public init() {}

    /// The model that ships.
    public static let standard = PersonModel()
}
