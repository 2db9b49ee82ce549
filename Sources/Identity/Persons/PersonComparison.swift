// SPDX-License-Identifier: Apache-2.0

internal import Civil
internal import Glibc

/// Compares two appearances by their facts; symmetric, and the same whenever it is asked.
struct PersonComparison {
    let model: PersonModel
    /// The weight from which two appearances are held to be of one person.
    let threshold: Double

    init(_ model: PersonModel) {
        self.model = model
        threshold = PersonComparison.threshold(model)
    }

    static func threshold(_ model: PersonModel) -> Double {
        let certainty = min(max(model.certainty, 0.5), 0.999_999_999)
        return log2(max(model.people, 2)) + log2(certainty / (1 - certainty))
    }

    /// All comparisons of a pair.
    func link(_ first: PersonFacts, _ second: PersonFacts, words: PersonWords) -> PersonLink {
        // Pairing words off may depend on the side that it begins with: take sides by what they hold.
        let (a, b) = first.fingerprint <= second.fingerprint ? (first, second) : (second, first)
        var link = quick(a, b)
        let isMan = (a.sex ?? .male) == .male && (b.sex ?? .male) == .male && (a.sex != nil || b.sex != nil)
        let name = PersonNames(words: words, model: model.words).weigh(a.readings, b.readings, isMan: isMan)
        link.name = name.weight
        link.hasOtherGiven = name.hasOtherGiven
        return link
    }

    /// Whether any name could bring the pair to the threshold; names cost the most.
    func couldJoin(_ a: PersonFacts, _ b: PersonFacts) -> Bool {
        quick(a, b).weight + model.words.most >= threshold
    }

    private func quick(_ a: PersonFacts, _ b: PersonFacts) -> PersonLink {
        var link = PersonLink()
        (link.birthLevel, link.birth) = weighBirth(a.birth, b.birth)
        if let first = a.sex, let second = b.sex { link.sex = first == second ? model.sameSex : model.otherSex }
        if a.nationality != 0, b.nationality != 0 {
            link.nationality = a.nationality == b.nationality ? model.sameNationality : model.otherNationality
        }
        (link.documentLevel, link.document) = DocumentComparison.weigh(
            a.documents, b.documents, birth: link.birthLevel, model: model.documents)
        return link
    }

    /// The weight of two birth dates in bits.
    func weighBirth(_ a: PartialDate?, _ b: PartialDate?) -> (level: DateLevel, weight: Double) {
        guard let a, let b else { return (.missing, 0) }
        let dates = model.dates
        guard let first = a.date, let second = b.date else {
            if a.agrees(with: b) {
                let hasMonth = a.month != nil && b.month != nil
                return (.partialSame, hasMonth ? dates.sameMonthOfYear : dates.sameYearOnly)
            }
            return abs(a.year - b.year) <= 1 ? (.partialNear, dates.partialNear) : (.partialOther, dates.partialOther)
        }
        // Which of the two dates is the heaped one must not count here.
        let levels = (DateComparison.level(first, second), DateComparison.level(second, first))
        let level = levels.1 == .heaped ? .heaped : levels.0
        let weight: Double =
            switch level {
            case .same: own(first)
            case .swapped: dates.swapped
            case .day: dates.day
            case .month: dates.month
            case .year: dates.year
            case .digits: dates.digits
            case .heaped: dates.heaped
            case .sameYear: dates.sameYear
            case .sameDayAndMonth: dates.sameDayAndMonth
            default: dates.other
            }
        return (level, min(weight, own(first), own(second)))
    }

    private func own(_ date: CivilDate) -> Double {
        guard DateComparison.isHeap(date) else { return model.dates.same }
        return date.month == 1 ? model.dates.sameNewYear : model.dates.sameHeap
    }

    /// What a birth date weighs against itself.
    func own(_ birth: PartialDate?) -> Double { weighBirth(birth, birth).weight }

    /// The most that dates which are not the same full day may weigh.
    var mostOfOtherDates: Double {
        let dates = model.dates
        return [dates.swapped, dates.day, dates.month, dates.year, dates.heaped, dates.sameMonthOfYear]
            .reduce(0) { max($0, $1) }
    }
}
