// SPDX-License-Identifier: Apache-2.0

/// A parameter of ``MatchModel`` that is learned, by the name that files and reports give it.
///
/// A parameter that is not listed here keeps its value. So does the share of travellers whom the registry knows: without
/// labels, who was not found cannot be told from who is not there, and a learned share would drift downwards.
public enum LearnedLevel: String, Hashable, Sendable, Codable, CaseIterable {
    case wordSame = "words.same"
    case wordSpelling = "words.spelling"
    case wordAlias = "words.alias"
    case wordInitial = "words.initial"
    case wordCut = "words.cut"
    case wordSlip = "words.slip"
    case wordNear = "words.near"
    case wordTail = "words.tail"
    case wordExtra = "words.extra"
    case wordFather = "words.father"
    case wordGlued = "words.glued"
    case omitted = "words.omitted"
    case dateSame = "dates.same"
    case dateSwapped = "dates.swapped"
    case dateDay = "dates.day"
    case dateMonth = "dates.month"
    case dateYear = "dates.year"
    case dateDigits = "dates.digits"
    case dateHeaped = "dates.heaped"
    case dateSameYear = "dates.sameYear"
    case dateSameDayAndMonth = "dates.sameDayAndMonth"
    case dateOther = "dates.other"
    case sameSex
    case samePlace
    case similarPlace
    case sameNIK
    case slippedNIK
    case sameHome
    case family

    /// What a level is a share of.
    public enum Whole: String, Hashable, Sendable, Codable, CaseIterable {
        case travellers
        /// Words of travellers who are residents.
        case words
        /// Travellers who are residents and have a word of a name.
        case names
        /// Pairs with two full dates.
        case dates
        case sexes
        case places
        case niks
        case homes
        /// Ordered pairs of companions.
        case companions
    }

    public var whole: Whole {
        switch self {
        case .wordSame, .wordSpelling, .wordAlias, .wordInitial, .wordCut, .wordSlip, .wordNear, .wordTail,
            .wordExtra, .wordFather, .wordGlued:
            .words
        case .omitted: .names
        case .dateSame, .dateSwapped, .dateDay, .dateMonth, .dateYear, .dateDigits, .dateHeaped, .dateSameYear,
            .dateSameDayAndMonth, .dateOther:
            .dates
        case .sameSex: .sexes
        case .samePlace, .similarPlace: .places
        case .sameNIK, .slippedNIK: .niks
        case .sameHome: .homes
        case .family: .companions
        }
    }

    /// Where the model keeps it.
    var keyPath: WritableKeyPath<MatchModel, Double> {
        switch self {
        case .wordSame: \.words.same
        case .wordSpelling: \.words.spelling
        case .wordAlias: \.words.alias
        case .wordInitial: \.words.initial
        case .wordCut: \.words.cut
        case .wordSlip: \.words.slip
        case .wordNear: \.words.near
        case .wordTail: \.words.tail
        case .wordExtra: \.words.extra
        case .wordFather: \.words.father
        case .wordGlued: \.words.glued
        case .omitted: \.words.omitted
        case .dateSame: \.dates.same
        case .dateSwapped: \.dates.swapped
        case .dateDay: \.dates.day
        case .dateMonth: \.dates.month
        case .dateYear: \.dates.year
        case .dateDigits: \.dates.digits
        case .dateHeaped: \.dates.heaped
        case .dateSameYear: \.dates.sameYear
        case .dateSameDayAndMonth: \.dates.sameDayAndMonth
        case .dateOther: \.dates.other
        case .sameSex: \.sameSex
        case .samePlace: \.samePlace
        case .similarPlace: \.similarPlace
        case .sameNIK: \.sameNIK
        case .slippedNIK: \.slippedNIK
        case .sameHome: \.sameHome
        case .family: \.family
        }
    }

    init?(_ relation: WordRelation) {
        switch relation {
        case .same: self = .wordSame
        case .spelling: self = .wordSpelling
        case .alias: self = .wordAlias
        case .initial: self = .wordInitial
        case .cut: self = .wordCut
        case .slip: self = .wordSlip
        case .near: self = .wordNear
        case .tail: self = .wordTail
        case .different: return nil
        }
    }

    /// Nil for dates of which a part is missing: these are not learned.
    init?(_ level: DateLevel) {
        switch level {
        case .same: self = .dateSame
        case .swapped: self = .dateSwapped
        case .day: self = .dateDay
        case .month: self = .dateMonth
        case .year: self = .dateYear
        case .digits: self = .dateDigits
        case .heaped: self = .dateHeaped
        case .sameYear: self = .dateSameYear
        case .sameDayAndMonth: self = .dateSameDayAndMonth
        case .other: self = .dateOther
        case .missing, .partialSame, .partialNear, .partialOther: return nil
        }
    }
}
