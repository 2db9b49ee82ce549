// SPDX-License-Identifier: Apache-2.0

internal import Glibc

/// A traveller's name made ready for comparing with thousands of residents.
///
/// Each word of the index is compared once with the traveller's words; the relations are remembered for the names that
/// follow.
struct NameQuery {
    let words: [ComparableWord]
    let buffer: WordBuffer
    let index: PopulationFile
    let model: MatchModel.Words
    let parts: NameParts
    /// Class of each word in the index; 0 where the index has no such fold.
    private(set) var classes: [UInt32] = []
    /// Relations by word of the index: four bits for each of the traveller's words.
    private var memo = [UInt64](repeating: 0, count: NameQuery.memoSize)
    private var memoWords = [UInt32](repeating: 0, count: NameQuery.memoSize)
    private static let memoSize = 512
    let residents: Double
    let extra: Double
    private let firstOmission: Double
    private let furtherOmission: Double
    /// The most that each word may weigh.
    private(set) var bounds = NameBounds()
    /// How many more residents have two of the traveller's words than chance would give, in bits, by pair of words.
    private var lifts: [Double] = []

    /// - Parameter population: whose frequencies count; the same as `index` but for residents changed since.
    init(_ words: [[UInt8]], index: PopulationFile, population: PopulationFile, model: MatchModel.Words) {
        self.words = words.prefix(NameLimits.words).map { ComparableWord($0) }
        buffer = WordBuffer(self.words)
        parts = NameParts(index)
        self.index = index
        self.model = model
        residents = Double(population.count)
        // Between strangers nearly every word is one that the other does not have.
        extra = log2(model.extra / 0.97)
        // Strangers leave out nearly all; a little is added because any of several words may be the one.
        firstOmission = log2(model.omitted) + 0.6
        furtherOmission = log2(model.omittedMore)
        classes = self.words.map { index.classNumber($0.folded) }
        let known = population === index ? classes : self.words.map { population.classNumber($0.folded) }
        lifts = pairLifts(population, known)
        bounds = NameBounds(self)
    }

    /// Whether the only known words are such that few residents have them.
    var isRare: Bool {
        let counts = index.numbers(.classCounts)
        return classes.allSatisfy { $0 == 0 || counts[Int($0)] <= 20_000 }
    }

    /// Words of one origin go together: three Chinese or Balinese words say less than three that chance brings
    /// together. The pairs of the index tell by how much.
    private func pairLifts(_ population: PopulationFile, _ classes: [UInt32]) -> [Double] {
        let count = words.count
        var lifts = [Double](repeating: 0, count: count * count)
        let counts = population.numbers(.classCounts)
        for first in 0..<count {
            for second in first + 1..<max(count, first + 1) where classes[first] != 0 && classes[second] != 0 {
                let bucket = PairHash.bucket(classes[first], classes[second], bits: population.pairBits)
                // The person looked for, and strangers of the same bucket.
                let together = Double(population.pairRows(bucket: bucket).count) - 3
                let chance = Double(counts[Int(classes[first])]) * Double(counts[Int(classes[second])]) / residents
                let lift = together > 0 && together > chance ? log2(together / max(chance, 0.5)) : 0
                lifts[first * count + second] = lift
                lifts[second * count + first] = lift
            }
        }
        return lifts
    }

    /// What is to be taken from the sum of the paired words because they go together.
    private func togetherness(_ weighing: Weighing) -> Double {
        var sum = 0.0
        for second in words.indices where Self.isOwn(weighing.pairings[second]) {
            var most = 0.0
            for first in 0..<second where Self.isOwn(weighing.pairings[first]) {
                most = max(most, lifts[first * words.count + second])
            }
            sum += most
        }
        return sum
    }

    /// Whether a word is paired with one of the resident's own by more than an initial.
    private static func isOwn(_ pairing: Pairing) -> Bool {
        pairing.word != 0 && !pairing.isFather && pairing.relation != .initial
    }

    /// The relation of each of the traveller's words to a word of the index, four bits each; above them what
    /// ``NameBounds`` asks of the word's letters.
    @inline(__always)
    private mutating func relations(_ word: UInt32) -> UInt64 {
        let slot = Int((word &* 0x9E37_79B1) >> 23)
        if memoWords[slot] == word { return memo[slot] }
        return compare(word, slot)
    }

    @inline(never)
    private mutating func compare(_ word: UInt32, _ slot: Int) -> UInt64 {
        let letters = parts.letters(word)
        let folded = parts.folded(word)
        let kin = parts.kin(word)
        let glance = WordGlance(letters: letters, folded: folded, kin: kin)
        var all = NameBounds.traits(letters)
        for number in 0..<buffer.count where !buffer.glance(number).isUnlike(glance) {
            let relation = WordRelation.between(
                letters: buffer.letters(number), folded: buffer.folded(number), kin: buffer.kin(number), and: letters,
                folded: folded, kin: kin)
            all |= UInt64(relation.rawValue) << UInt64(number * 4)
            if relation == .same { bounds.learn(same: weight(number, Pairing(relation: .same, word: word)), number) }
        }
        memo[slot] = all
        memoWords[slot] = word
        return all
    }

    func read(row: Int, into resident: inout ResidentName) { parts.read(row: row, into: &resident) }

    /// How far a resident's name may bring the weight.
    mutating func bound(_ resident: borrowing ResidentName) -> NameBound {
        let count = min(resident.ownCount, ResidentName.mostCompared)
        var words = InlineArray<12, UInt64>(repeating: 0)
        var all: UInt64 = 0
        for place in 0..<count {
            words[place] = relations(resident.own(place))
            all |= words[place]
        }
        guard NameBounds.isLike(all) else { return bounds.most(words, count) }
        var father: UInt64 = 0
        for place in 0..<resident.fatherCount { father |= relations(resident.father(place)) }
        return bounds.most(words, count, father: father)
    }

    /// How a traveller's word stands to the resident's name.
    struct Pairing {
        var relation: WordRelation
        /// The word of the index; 0 where none.
        var word: UInt32
        var isFather = false
        var isGlued = false
        /// What the word adds, in bits.
        var weight = 0.0
    }

    /// How a name was weighed: memory that serves one resident after the other.
    struct Weighing {
        /// For each of the traveller's words.
        var pairings = InlineArray<12, Pairing>(repeating: Pairing(relation: .different, word: 0))
        /// The resident's words that the traveller leaves out, a bit for each place.
        var omitted: UInt32 = 0
        /// What is taken away because the words go together.
        var together = 0.0
    }

    /// The weight of evidence of the whole name in bits: in this order the sum of the words' weights, of
    /// ``omission(_:)`` for each word left out, less ``Weighing/together``.
    mutating func weigh(_ resident: borrowing ResidentName, _ weighing: inout Weighing) -> Double {
        for number in words.indices { weighing.pairings[number] = Pairing(relation: .different, word: 0) }
        let count = min(resident.ownCount, ResidentName.mostCompared)
        var usedWords: UInt32 = 0
        var left = words.count
        var relations = InlineArray<12, UInt64>(repeating: 0)
        for place in 0..<count { relations[place] = self.relations(resident.own(place)) }
        pair(.same, .alias, resident, relations, &usedWords, &left, &weighing)
        // Words run together would else pass for one cut off and one too many.
        if left > 0 { glue(resident, &usedWords, &weighing) }
        left = 0
        for number in words.indices where weighing.pairings[number].word == 0 { left += 1 }
        pair(.initial, .near, resident, relations, &usedWords, &left, &weighing)
        // A father's name may be added to one's own, never stand for it.
        var hasOwn = false
        for number in words.indices where Self.isOwn(weighing.pairings[number]) { hasOwn = true }
        var weight = 0.0
        for number in words.indices {
            if !weighing.pairings[number].isGlued {
                weighing.pairings[number].weight =
                    weighing.pairings[number].word == 0
                    ? unpaired(number, resident, hasOwn: hasOwn, &weighing.pairings[number])
                    : self.weight(number, weighing.pairings[number])
            }
            weight += weighing.pairings[number].weight
        }
        weighing.omitted = ~usedWords & (1 << UInt32(count) - 1)
        for number in 0..<weighing.omitted.nonzeroBitCount { weight += omission(number) }
        weighing.together = togetherness(weighing)
        return weight - weighing.together
    }

    /// The weight of one of the resident's words that the traveller leaves out, counted from 0.
    func omission(_ number: Int) -> Double {
        number == 0 ? firstOmission : furtherOmission
    }

    /// What of a name's weight speaks for the resident and not as much for brothers, sisters and children: without the
    /// words of the father's name; nil where the traveller has no such word.
    func ownWeight(_ resident: borrowing ResidentName, _ weighing: borrowing Weighing) -> Double? {
        var weight = 0.0
        var isShared = false
        for number in words.indices {
            let pairing = weighing.pairings[number]
            let isTheirs = resident.hasFather(pairing.word)
            if pairing.isFather || isTheirs {
                isShared = true
            } else {
                weight += pairing.weight
            }
        }
        guard isShared else { return nil }
        for number in 0..<weighing.omitted.nonzeroBitCount { weight += omission(number) }
        return weight
    }

    /// Pairs words that are not yet paired, the closest first.
    private func pair(
        _ closest: WordRelation, _ farthest: WordRelation, _ resident: borrowing ResidentName,
        _ relations: borrowing InlineArray<12, UInt64>, _ used: inout UInt32, _ left: inout Int,
        _ weighing: inout Weighing
    ) {
        let count = min(resident.ownCount, ResidentName.mostCompared)
        for level in stride(from: closest.rawValue, through: farthest.rawValue, by: -1) {
            guard left > 0 else { return }
            for number in words.indices where weighing.pairings[number].word == 0 {
                for place in 0..<count where used & 1 << place == 0 {
                    guard UInt8(truncatingIfNeeded: relations[place] >> UInt64(number * 4) & 15) == level else {
                        continue
                    }
                    weighing.pairings[number] = Pairing(
                        relation: WordRelation(rawValue: level) ?? .different, word: resident.own(place))
                    used |= 1 << place
                    left -= 1
                    break
                }
            }
        }
    }

    /// The weight of one paired word: m of the relation over the share of residents that have such a word.
    private func weight(_ number: Int, _ pairing: Pairing) -> Double {
        let facts = index.numbers(.wordFacts)
        let wordShare = (Double(facts[Int(pairing.word) * 3 + 2]) + 0.5) / residents
        let classShare = (Double(index.numbers(.classCounts)[Int(facts[Int(pairing.word) * 3 + 1])]) + 0.5) / residents
        let chance = model.chance
        switch pairing.relation {
        case .same: return log2(model.same / wordShare)
        case .spelling: return log2(model.spelling / classShare)
        case .alias: return log2(model.alias / (classShare + chance.alias))
        case .initial:
            let isLetter = buffer.letters(number).count == 1
            return log2(model.initial / (isLetter ? chance.initial : classShare + chance.initialInRegistry))
        case .cut: return log2(model.cut / (classShare + chance.cut))
        case .slip: return log2(model.slip / (classShare + chance.slip))
        case .tail: return log2(model.tail / (classShare + chance.tail))
        case .near: return log2(model.near / (classShare + chance.near))
        case .different: return 0
        }
    }

    /// The weight of a word that the resident's name does not have.
    private mutating func unpaired(
        _ number: Int, _ resident: borrowing ResidentName, hasOwn: Bool, _ pairing: inout Pairing
    ) -> Double {
        for place in 0..<(hasOwn ? resident.fatherCount : 0) {
            let word = resident.father(place)
            let relation =
                WordRelation(
                    rawValue: UInt8(truncatingIfNeeded: relations(word) >> UInt64(number * 4) & 15)) ?? .different
            guard relation >= .alias || relation == .slip || relation == .cut else { continue }
            pairing = Pairing(relation: relation, word: word, isFather: true)
            let facts = index.numbers(.wordFacts)
            let share = (Double(index.numbers(.classCounts)[Int(facts[Int(word) * 3 + 1])]) + 0.5) / residents
            return fatherWeight(share, resident.ownCount == 1)
        }
        return buffer.letters(number).count == 1 ? -1.5 : extra
    }

    /// The weight of a word of the father's name that so many residents have.
    private func fatherWeight(_ share: Double, _ isMononym: Bool) -> Double {
        // Brothers and sisters have the same father: it must not say more than the resident's own name usually does.
        min(isMononym ? 6 : 4, log2((isMononym ? model.fatherOfMononym : model.father) / share))
    }

    /// Words run together on either side.
    private mutating func glue(
        _ resident: borrowing ResidentName, _ used: inout UInt32, _ weighing: inout Weighing
    ) {
        let count = min(resident.ownCount, ResidentName.mostCompared)
        var free = 0
        while free < count, used & 1 << free != 0 { free += 1 }
        var mine = 0
        while mine < words.count, weighing.pairings[mine].word != 0 { mine += 1 }
        guard free < count, mine < words.count else { return }
        // Almost always the first letters tell that nothing is run together.
        let theirs = letters(resident.own(free)).first
        var mayBe = false
        for number in mine..<words.count where buffer.letters(number).first == theirs { mayBe = true }
        for place in free..<count where letters(resident.own(place)).first == buffer.letters(mine).first {
            mayBe = true
        }
        if mayBe { glue(copy resident, free, mine, &used, &weighing) }
    }

    private mutating func glue(
        _ resident: ResidentName, _ free: Int, _ mine: Int, _ used: inout UInt32, _ weighing: inout Weighing
    ) {
        let count = min(resident.ownCount, ResidentName.mostCompared)
        let theirs = letters(resident.own(free))
        for number in mine..<words.count
        where weighing.pairings[number].word == 0 && buffer.letters(number).count >= NameBounds.leastGlued
            && buffer.letters(number).first == theirs.first
        {
            let places = (0..<count).filter { used & 1 << $0 == 0 }
            let father = (0..<resident.fatherCount).map { resident.father($0) }
            // The father's name comes behind one's own, and may be run together with it.
            let all = places.map { Array(letters(resident.own($0))) } + father.map { Array(letters($0)) }
            let covered = JoinedWords.covers(words[number].letters, all)
            guard covered >= 2 else { continue }
            var weight = log2(model.glued)
            for place in places.prefix(covered) {
                used |= 1 << place
                weight += log2(1 / share(resident.own(place)))
            }
            for word in father.prefix(max(0, covered - places.count)) {
                weight += fatherWeight(share(word), resident.ownCount == 1)
            }
            weighing.pairings[number] = Pairing(
                relation: .spelling, word: resident.own(places[0]), isGlued: true, weight: weight)
            return
        }
        for place in 0..<count
        where used & 1 << place == 0 && letters(resident.own(place)).count >= NameBounds.leastGlued
            && letters(resident.own(place)).first == buffer.letters(mine).first
        {
            let numbers = words.indices.filter { weighing.pairings[$0].word == 0 }
            let covered = JoinedWords.covers(
                Array(letters(resident.own(place))), numbers.map { words[$0].letters })
            guard covered >= 2 else { continue }
            used |= 1 << place
            for (order, number) in numbers.prefix(covered).enumerated() {
                // The first stands for all of them.
                weighing.pairings[number] = Pairing(
                    relation: .spelling, word: resident.own(place), isGlued: true,
                    weight: order == 0 ? log2(model.glued / share(resident.own(place))) : 0)
            }
            return
        }
    }

    /// The letters of a word of the index.
    func letters(_ word: UInt32) -> UnsafeBufferPointer<UInt8> { parts.letters(word) }

    private func share(_ word: UInt32) -> Double {
        (Double(index.numbers(.wordFacts)[Int(word) * 3 + 2]) + 0.5) / residents
    }
}
