// SPDX-License-Identifier: Apache-2.0

/// What can be seen between two values, the levels of the model of Fellegi and Sunter.
enum LinkageLevel: Int, Hashable, Sendable, CaseIterable {
    case same
    // Words.
    case spelling, alias, initial, cut, slip, tail, near, glued, otherWord, omitted
    // Dates.
    case swapped, day, month, year, digits, heaped, sameYear, sameDayAndMonth, partialSame, partialNear, partialOther
    // Numbers and marks.
    case part
    case other

    /// How many levels there are.
    static let count = allCases.count

    init?(_ relation: WordRelation) {
        switch relation {
        case .same: self = .same
        case .spelling: self = .spelling
        case .alias: self = .alias
        case .initial: self = .initial
        case .cut: self = .cut
        case .slip: self = .slip
        case .tail: self = .tail
        case .near: self = .near
        case .different: return nil
        }
    }

    init?(_ level: DateLevel) {
        switch level {
        case .missing: return nil
        case .same: self = .same
        case .swapped: self = .swapped
        case .day: self = .day
        case .month: self = .month
        case .year: self = .year
        case .digits: self = .digits
        case .heaped: self = .heaped
        case .sameYear: self = .sameYear
        case .sameDayAndMonth: self = .sameDayAndMonth
        case .other: self = .other
        case .partialSame: self = .partialSame
        case .partialNear: self = .partialNear
        case .partialOther: self = .partialOther
        }
    }

    /// The share of it among pairs of one person with which learning begins; the levels of a comparison add up to about 1.
    var start: Double {
        switch self {
        case .same: 0.8
        case .slip, .near, .spelling, .omitted: 0.05
        case .otherWord, .other: 0.05
        case .day, .month, .year, .part, .partialSame: 0.03
        default: 0.01
        }
    }
}
