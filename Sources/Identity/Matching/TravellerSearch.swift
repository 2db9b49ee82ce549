// SPDX-License-Identifier: Apache-2.0

internal import Civil
internal import Glibc

/// One traveller made ready for being compared with many residents.
struct TravellerSearch {
    let claim: TravellerClaim
    let index: PopulationFile
    /// The row of the whole registry that the first row of ``index`` is.
    let firstRow: Int
    /// How many residents the frequencies are of.
    private let residents: Double
    /// The same traveller among the residents changed since the index was built; empty where nothing changed.
    var later: [TravellerSearch] = []
    let model: MatchModel
    /// The first reading of the name.
    var name: NameQuery
    /// The others, mostly none.
    var otherNames: [NameQuery]
    let date: DateComparison
    private let place: ComparableWord?
    /// What another place of birth weighs.
    private let placeContradiction: Double
    private let home: (code: Int, divisor: Int)?
    private let homeName: ComparableWord?
    private var homeWeights: [Int: Double] = [:]
    private let sexWeights: (same: Double, other: Double)
    /// The most that places of birth and residence may add.
    let mostOfPlaces: Double
    private var placeWeights = PlaceWeights()
    /// The signature bits of the traveller's words, and how many of them a row must have to be looked at.
    let masks: (all: UInt32, least: Int)
    /// The classes of the traveller's words that the index knows.
    private let classes: [UInt32]

    init(_ claim: TravellerClaim, index: PopulationIndex, model: MatchModel) {
        self.init(claim, index: index.base, firstRow: 0, population: index.base, model: model)
        if let changed = index.changes?.residents {
            later = [
                TravellerSearch(
                    claim, index: changed, firstRow: index.base.count, population: index.base, model: model)
            ]
        }
    }

    private init(
        _ claim: TravellerClaim, index: PopulationFile, firstRow: Int, population: PopulationFile, model: MatchModel
    ) {
        self.claim = claim
        self.index = index
        self.firstRow = firstRow
        residents = Double(population.count)
        self.model = model
        let words = NameWords(surname: claim.surname, given: claim.given)
        func query(_ words: [[UInt8]]) -> NameQuery {
            NameQuery(words, index: index, population: population, model: model.words)
        }
        name = query(words.words)
        otherNames = words.alternatives.prefix(Self.mostAlternatives).map(query)
        date = DateComparison(claim.birth, index: population, model: model.dates)
        place = claim.birthPlace.flatMap { PlaceName.comparable($0.utf8) }
        // Where residents are born a stranger may well be; a name that the registry hardly knows as a place of birth is a
        // province, a district or a country, and says little.
        let known = place.flatMap { population.bornByPlace[$0.folded] }
        let isKnown = Double(known?.count ?? 0) > Double(population.count) * 5e-5
        placeContradiction = log2((isKnown ? model.knownOtherPlace : model.unknownPlace) / 0.97)
        home = claim.residence.flatMap(TravellerSearch.regionDigits)
        homeName = home == nil ? claim.residence.flatMap { PlaceName.comparable($0.utf8) } : nil
        sexWeights = (log2(model.sameSex / 0.5), log2((1 - model.sameSex) / 0.5))
        // The rarest spelling of a frequent place says most; a place unlike all frequent ones may say as much as any.
        let least = place.flatMap { index.bornByPlace[$0.folded]?.least }
        let samePlace = least.map { log2(model.samePlace * Double(population.count) / (Double($0) + 1)) }
        let similarPlace = log2(model.similarPlace / 0.004)
        // A bound that is met to the last bit must not leave anyone out.
        mostOfPlaces =
            1e-6 + (place == nil ? 0 : max(0, min(14, max(similarPlace, samePlace ?? 14))))
            + (home == nil && homeName == nil ? 0 : 8)
        var all: UInt32 = 0
        var leastBits = 2
        for name in [name] + otherNames {
            let known = name.classes.filter { $0 != 0 }
            let bits = known.reduce(0) { $0 | PairHash.signature($1) }
            all |= bits
            leastBits = min(leastBits, max(bits.nonzeroBitCount, 1))
        }
        masks = (all, leastBits)
        classes = ([name] + otherNames).flatMap(\.classes).filter { $0 != 0 }
    }

    /// No number that agrees says more.
    private static let mostNIK = 22.0
    /// Of impostors, those who choose someone of their sex; assumed.
    private static let impostorsOwnSex = 0.7
    /// Of impostors who give a number, those who know the one that goes with the name; assumed.
    private static let impostorsOwnNIK = 0.3

    /// Of impostors, those who give another date than the resident's; assumed.
    private static let impostorsOtherDate = 0.3
    /// Of relatives, those who bear a resident's very name: a forebear's given again, names by order of birth; assumed.
    private static let namesakes = 0.02

    /// A region of two, four or six digits, and what its code is divided by to be compared.
    private static func regionDigits(_ text: String) -> (code: Int, divisor: Int)? {
        let digits = text.utf8.filter { $0 != UInt8(ascii: ".") }
        guard [2, 4, 6].contains(digits.count), digits.allSatisfy({ $0 &- 48 <= 9 }) else { return nil }
        let code = digits.reduce(0) { $0 * 10 + Int($1 - 48) }
        return (code, digits.count == 6 ? 1 : digits.count == 4 ? 100 : 10_000)
    }

    /// Compares with the resident of a row, born on a day counted from ``IndexLayout/firstDay``; nil where nothing could
    /// bring the weight over `floor`.
    ///
    /// What is compared at once comes first, and of the name as much as tells whether it is worth the rest; `mostOfName` is
    /// how far the name may weigh, where that is known, and `shared` how many of the traveller's words the name must have.
    mutating func weigh(
        _ row: Int, day: Int, birth: (level: DateLevel, weight: Double), mostOfName: Double = .infinity,
        shared: Int = 0, floor: Double, _ scratch: inout Scratch
    ) -> Candidate? {
        var candidate = Candidate(row: firstRow + row)
        candidate.birthLevel = birth.level
        candidate.birth = birth.weight
        if let sex = claim.sex, sex != .unspecified {
            candidate.sex = (sex == .female) == index.isFemale(row: row) ? sexWeights.same : sexWeights.other
        }
        weighNIK(row, day, &candidate)
        let least = floor - (candidate.birth + candidate.sex + candidate.nik) - mostOfPlaces
        guard mostOfName > least else { return nil }
        if let place, mostOfName < .infinity, homeName == nil, home == nil {
            // Of those with the same words most were born elsewhere, which is told without reading their names.
            guard mostOfName + weighPlace(place, row) > least + mostOfPlaces - 1e-6 else { return nil }
        }
        name.read(row: row, into: &scratch.resident)
        guard shared == 0 || has(shared, scratch.resident) else { return nil }
        switch boundName(scratch.resident) {
        case .unlike(let weight):
            guard max(Self.leastName, weight) > least else { return nil }
            candidate.name = max(Self.leastName, weight)
        case .atMost(let weight) where max(Self.leastName, weight) <= least: return nil
        case .atMost, .unknown:
            let (weight, reading) = weighName(&scratch)
            guard weight > least else { return nil }
            candidate.name = weight
            if let own = ownWeight(reading, scratch.resident, scratch.weighing) {
                // Not below -3: a contradiction may also be a slip in the resident's own data.
                let weight = max(-3, own + candidate.birth + candidate.sex + candidate.nik)
                candidate.kin = model.unregisteredKin * exp2(-weight)
            }
            if birth.level == .other {
                candidate.impostor *= Self.impostorsOtherDate / model.dates.anotherDate
                candidate.kin = max(candidate.kin, model.unregisteredKin * Self.namesakes / model.dates.anotherDate)
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

    /// Whether a name has so many of the traveller's words, in any spelling; of one word, the father's may be the other.
    private func has(_ least: Int, _ resident: borrowing ResidentName) -> Bool {
        var bits: UInt32 = 0
        for place in 0..<resident.ownCount { bits |= name.parts.signature(resident.own(place), among: classes) }
        if resident.ownCount == 1, resident.fatherCount > 0 {
            bits |= name.parts.signature(resident.father(0), among: classes)
        }
        return bits.nonzeroBitCount >= least
    }

    /// The number's weight, and how likely an impostor is by it and by the sex.
    private func weighNIK(_ row: Int, _ day: Int, _ candidate: inout Candidate) {
        var impostor = model.impostors / model.registered
        if candidate.sex != 0 {
            impostor *=
                candidate.sex > 0
                ? Self.impostorsOwnSex / model.sameSex : (1 - Self.impostorsOwnSex) / (1 - model.sameSex)
        }
        if let nik = claim.nik {
            switch NIKSlips.level(nik.value, index.nik(row: row, day: day)) {
            case .same:
                candidate.nik = min(Self.mostNIK, log2(model.sameNIK * residents))
                impostor *= Self.impostorsOwnNIK / model.sameNIK
            case .slipped: candidate.nik = log2(model.slippedNIK / 159 * residents) - 2
            case .slippedSerial: candidate.nik = candidate.birth > 0 ? 2 : 5
            case .different:
                let other = 1 - model.sameNIK - model.slippedNIK
                candidate.nik = log2(other)
                impostor *= (1 - Self.impostorsOwnNIK) / other
            }
        }
        candidate.impostor = impostor
    }

    /// How far the name may weigh under the reading that fits best.
    private mutating func boundName(_ resident: borrowing ResidentName) -> NameBound {
        var most = name.bound(resident)
        for other in otherNames.indices {
            let reading = otherNames[other].bound(resident)
            switch (most, reading) {
            case (.unlike(let a), .unlike(let b)): most = .unlike(max(a, b - Self.otherReading))
            case (.unlike(let a), .atMost(let b)), (.atMost(let a), .unlike(let b)), (.atMost(let a), .atMost(let b)):
                most = .atMost(max(a, b - Self.otherReading))
            case (.unknown, _), (_, .unknown): return .unknown
            }
        }
        return most
    }

    /// The classes of the words of each reading of the name; 0 for words that the index does not know.
    var classesOfNames: [[UInt32]] { [name.classes] + otherNames.map(\.classes) }

    /// How far the name may weigh for a row of a signature.
    func mostOfName(signature: UInt32) -> Double {
        let name = otherNames.reduce(name.bounds.most(signature: signature)) {
            max($0, $1.bounds.most(signature: signature) - Self.otherReading)
        }
        return max(Self.leastName, name)
    }

    /// The most that sex and number may say.
    var mostOfSexAndNumber: Double { 1 + (claim.nik == nil ? 0 : Self.mostNIK) }

    /// The weight of the name under the reading that fits best, within what a name may weigh, and that reading.
    mutating func weighName(_ scratch: inout Scratch) -> (weight: Double, reading: Int) {
        var best = name.weigh(scratch.resident, &scratch.weighing)
        var reading = 0
        for other in otherNames.indices {
            let weight = otherNames[other].weigh(scratch.resident, &scratch.other) - Self.otherReading
            if weight > best {
                best = weight
                reading = other + 1
                swap(&scratch.weighing, &scratch.other)
            }
        }
        return (max(Self.leastName, best), reading)
    }

    /// What the name says of the resident apart from relatives.
    private func ownWeight(_ reading: Int, _ resident: borrowing ResidentName, _ weighing: borrowing NameQuery.Weighing)
        -> Double?
    {
        reading == 0
            ? name.ownWeight(resident, weighing) : otherNames[reading - 1].ownWeight(resident, weighing)
    }

    /// Other readings than the first are meant one time in four; assumed.
    private static let otherReading = 2.0
    private static let mostAlternatives = 2
    /// However little two names have in common, one person in some ten thousand travels under another's; assumed.
    private static let leastName = -14.0

    /// Memory that serves one comparison after the other.
    struct Scratch {
        var resident = ResidentName()
        var weighing = NameQuery.Weighing()
        var other = NameQuery.Weighing()
    }

    /// The weight of the birth date of a day's residents.
    func weighDay(_ day: Int) -> (level: DateLevel, weight: Double) {
        guard let birth = CivilDate(daysSinceEpoch: day + IndexLayout.firstDay) else { return (.missing, 0) }
        return date.weigh(birth)
    }

    private mutating func weighPlace(_ place: ComparableWord, _ row: Int) -> Double {
        let number = index.place(row: row)
        let regency = index.regencyPlace(nik: row)
        let home = index.regencyPlace(home: row)
        let key = (number << 20 | (regency ?? 0xFFFFF)) << 20 | (home ?? 0xFFFFF)
        if let known = placeWeights.weight(key) { return known }
        var weight = weighPlace(place, number: number)
        // The regency for a place in it, or the other way round.
        if weight < 0, let regency, regency != number { weight = max(weight, weighPlace(place, number: regency) - 2) }
        // Some give the place where they live; so do strangers who are looked for there.
        if weight < 0, let home, home != regency, weighPlace(place, number: home) > 0 { weight = 0 }
        placeWeights.keep(weight, key)
        return weight
    }

    private func weighPlace(_ place: ComparableWord, number: Int) -> Double {
        let share = (Double(index.numbers(.placeCounts)[number]) + 1) / residents
        guard let theirs = index.placeName(number) else { return placeContradiction }
        switch WordRelation.between(place, theirs) {
        case .same, .spelling: return log2(model.samePlace / share)
        case .slip, .cut, .tail, .near, .alias: return log2(model.similarPlace / (share * 2 + 0.004))
        case .initial, .different: return placeContradiction
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
