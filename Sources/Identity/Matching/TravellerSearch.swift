// SPDX-License-Identifier: Apache-2.0

internal import Civil
internal import Glibc

/// One traveller made ready for being compared with many residents.
struct TravellerSearch {
    let claim: TravellerClaim
    let index: PopulationIndex
    let model: MatchModel
    var name: NameQuery
    let date: DateComparison
    private let place: ComparableWord?
    private let home: (code: Int, divisor: Int)?
    private let homeName: ComparableWord?
    private var homeWeights: [Int: Double] = [:]
    private let sexWeights: (same: Double, other: Double)
    /// The most that everything but name and birth date may add.
    private let most: Double
    private var placeWeights: [Int: Double] = [:]
    /// The signature bits of the traveller's words, and how many of them a row must have to be looked at.
    let masks: (all: UInt32, least: Int)

    init(_ claim: TravellerClaim, index: PopulationIndex, model: MatchModel) {
        self.claim = claim
        self.index = index
        self.model = model
        let words = NameWords(surname: claim.surname, given: claim.given).words
        name = NameQuery(words, index: index, classes: { index.classNumber($0.folded) }, model: model.words)
        date = DateComparison(claim.birth, index: index, model: model.dates)
        place = claim.birthPlace.flatMap { PlaceName.comparable($0.utf8) }
        home = claim.residence.flatMap(TravellerSearch.regionDigits)
        homeName = home == nil ? claim.residence.flatMap { PlaceName.comparable($0.utf8) } : nil
        sexWeights = (log2(model.sameSex / 0.5), log2((1 - model.sameSex) / 0.5))
        most = 1 + (claim.nik == nil ? 0 : 22) + (place == nil ? 0 : 14) + (home == nil && homeName == nil ? 0 : 8)
        var all: UInt32 = 0
        var known = 0
        for number in name.classes where number != 0 {
            all |= PairHash.signature(number)
            known += 1
        }
        masks = (all, min(2, all.nonzeroBitCount, max(known, 1)))

    }

    /// A region of two, four or six digits, and what its code is divided by to be compared.
    private static func regionDigits(_ text: String) -> (code: Int, divisor: Int)? {
        let digits = text.utf8.filter { $0 != UInt8(ascii: ".") }
        guard [2, 4, 6].contains(digits.count), digits.allSatisfy({ $0 &- 48 <= 9 }) else { return nil }
        let code = digits.reduce(0) { $0 * 10 + Int($1 - 48) }
        return (code, digits.count == 6 ? 1 : digits.count == 4 ? 100 : 10_000)
    }

    /// Compares with the resident of a row, born on a day counted from ``IndexLayout/firstDay``; nil where nothing could
    /// bring the weight over `floor`.
    mutating func weigh(
        _ row: Int, birth: (level: DateLevel, weight: Double), floor: Double, _ scratch: inout Scratch
    ) -> Candidate? {
        name.read(row: row, into: &scratch.resident)
        let name = max(-14, self.name.weigh(scratch.resident, &scratch.pairings))
        guard name + birth.weight + most > floor else { return nil }
        var candidate = Candidate(row: row)
        candidate.name = name
        candidate.birthLevel = birth.level
        candidate.birth = birth.weight
        if let sex = claim.sex, sex != .unspecified {
            candidate.sex = (sex == .female) == index.isFemale(row: row) ? sexWeights.same : sexWeights.other
        }
        if let nik = claim.nik {
            switch NIKSlips.level(nik.value, index.nik(row: row)) {
            case .same: candidate.nik = min(22, log2(model.sameNIK * Double(index.count)))
            case .slipped: candidate.nik = log2(model.slippedNIK / 159 * Double(index.count)) - 2
            case .slippedSerial: candidate.nik = candidate.birth > 0 ? 2 : 5
            case .different: candidate.nik = log2(1 - model.sameNIK - model.slippedNIK)
            }
        }
        if let place { candidate.place = weighPlace(place, row) }
        if home != nil || homeName != nil {
            candidate.home = home.map { weighHome($0, row) } ?? weighHomeName(row)
            // Most people live where they were born: the second says little more than the first.
            if candidate.place > 0, candidate.home > 0 { candidate.home = 0.3 }
        }
        return candidate.weight > floor ? candidate : nil
    }

    /// Memory that serves one comparison after the other.
    struct Scratch {
        var resident = NameQuery.Resident()
        var pairings: [NameQuery.Pairing] = []
    }

    /// The weight of the birth date of a day's residents.
    func weighDay(_ day: Int) -> (level: DateLevel, weight: Double) {
        guard let birth = CivilDate(daysSinceEpoch: day + IndexLayout.firstDay) else { return (.missing, 0) }
        return date.weigh(birth)
    }

    private mutating func weighPlace(_ place: ComparableWord, _ row: Int) -> Double {
        let number = index.place(row: row)
        let regency = index.regencyPlace(nik: row)
        let key = number << 32 | (regency ?? 0)
        if let known = placeWeights[key] { return known }
        var weight = weighPlace(place, number: number)
        // The regency for a place in it, or the other way round.
        if weight < 0, let regency, regency != number { weight = max(weight, weighPlace(place, number: regency) - 2) }
        placeWeights[key] = weight
        return weight
    }

    private func weighPlace(_ place: ComparableWord, number: Int) -> Double {
        let share = (Double(index.numbers(.placeCounts)[number]) + 1) / Double(index.count)
        let none = log2((1 - model.samePlace - model.similarPlace) / 0.97)
        guard let theirs = index.placeName(number) else { return none }
        switch WordRelation.between(place, theirs) {
        case .same, .spelling: return log2(model.samePlace / share)
        case .slip, .cut, .tail, .near, .alias: return log2(model.similarPlace / (share * 2 + 0.004))
        case .initial, .different: return none
        }
    }

    /// A residence given by name, against the name of the regency where the resident lives.
    private mutating func weighHomeName(_ row: Int) -> Double {
        guard let homeName, let number = index.regencyPlace(home: row) else { return 0 }
        if let known = homeWeights[number] { return known }
        var weight = 0.0
        if let theirs = index.placeName(number) {
            let isSame = WordRelation.between(homeName, theirs) >= .slip
            // Names of districts and provinces are not known: that they differ says little.
            weight = isSame ? log2(model.sameHome * 0.7 / 0.004) : -0.7
        }
        homeWeights[number] = weight
        return weight
    }

    private func weighHome(_ home: (code: Int, divisor: Int), _ row: Int) -> Double {
        guard index.region(row: row) / home.divisor == home.code else { return log2((1 - model.sameHome) / 0.99) }
        // The share of a region is not kept: about 500 regencies, 38 provinces, 7,000 districts of unequal size.
        let share = home.divisor == 10_000 ? 0.05 : home.divisor == 100 ? 0.004 : 0.0004
        return log2(model.sameHome / share)
    }
}
