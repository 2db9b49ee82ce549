// SPDX-License-Identifier: Apache-2.0

internal import Glibc

/// A traveller's name made ready for comparing with thousands of residents.
///
/// Each word of the index is compared once with the traveller's words; the relations are remembered for the names that
/// follow.
struct NameQuery {
    let words: [ComparableWord]
    private let buffer: WordBuffer
    private let index: PopulationFile
    private let model: MatchModel.Words
    /// Class of each word in the index; 0 where the index has no such fold.
    private(set) var classes: [UInt32] = []
    /// Relations by word of the index: four bits for each of the traveller's words.
    private var memo = [UInt64](repeating: 0, count: NameQuery.memoSize)
    private var memoWords = [UInt32](repeating: 0, count: NameQuery.memoSize)
    private static let memoSize = 512
    private let residents: Double
    private let extra: Double
    private let firstOmission: Double
    private let furtherOmission: Double
    /// How many more residents have two of the traveller's words than chance would give, in bits, by pair of words.
    private var lifts: [Double] = []

    /// - Parameter population: whose frequencies count; the same as `index` but for residents changed since.
    init(_ words: [[UInt8]], index: PopulationFile, population: PopulationFile, model: MatchModel.Words) {
        self.words = words.prefix(NameLimits.words).map { ComparableWord($0) }
        buffer = WordBuffer(self.words)
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
    private func togetherness(_ pairings: [Pairing]) -> Double {
        var sum = 0.0
        for second in words.indices where Self.isOwn(pairings[second]) {
            var most = 0.0
            for first in 0..<second where Self.isOwn(pairings[first]) {
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

    /// The relation of each of the traveller's words to a word of the index.
    private mutating func relations(_ word: UInt32) -> UInt64 {
        let slot = Int((word &* 0x9E37_79B1) >> 23)
        if memoWords[slot] == word { return memo[slot] }
        let starts = index.numbers(.wordStarts)
        let bytes = index.values(.wordBytes, UInt8.self)
        let at = Int(word) * 2
        let letters = UnsafeBufferPointer(rebasing: bytes[Int(starts[at])..<Int(starts[at + 1])])
        let folded = UnsafeBufferPointer(rebasing: bytes[Int(starts[at + 1])..<Int(starts[at + 2])])
        let kin = index.numbers(.wordFacts)[Int(word) * 3]
        var all: UInt64 = 0
        for number in 0..<buffer.count {
            let relation = WordRelation.between(
                letters: buffer.letters(number), folded: buffer.folded(number), kin: buffer.kin(number), and: letters,
                folded: folded, kin: kin)
            all |= UInt64(relation.rawValue) << UInt64(number * 4)
        }
        memo[slot] = all
        memoWords[slot] = word
        return all
    }

    /// A resident's words, titles only where there is nothing else, and those of the father's name.
    struct Resident {
        var own: [UInt32] = []
        var father: [UInt32] = []
    }

    func read(row: Int, into resident: inout Resident) {
        resident.own.removeAll(keepingCapacity: true)
        resident.father.removeAll(keepingCapacity: true)
        let tokenWords = index.numbers(.tokenWords)
        var title: UInt32 = 0
        index.tokens(row: row) { token, isFather in
            let word = tokenWords[token]
            guard word != 0 else { return }
            if word & WordFactsBuilder.titleFlag != 0 {
                if !isFather, title == 0 { title = word & ~WordFactsBuilder.titleFlag }
            } else if isFather {
                resident.father.append(word)
            } else if !resident.own.contains(word) {
                resident.own.append(word)
            }
        }
        if resident.own.isEmpty, title != 0 { resident.own.append(title) }
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
        var pairings: [Pairing] = []
        /// The resident's words that the traveller leaves out, a bit for each place.
        var omitted: UInt32 = 0
        /// What is taken away because the words go together.
        var together = 0.0
    }

    /// The weight of evidence of the whole name in bits: in this order the sum of the words' weights, of
    /// ``omission(_:)`` for each word left out, less ``Weighing/together``.
    mutating func weigh(_ resident: Resident, _ weighing: inout Weighing) -> Double {
        weighing.pairings.removeAll(keepingCapacity: true)
        for _ in words { weighing.pairings.append(Pairing(relation: .different, word: 0)) }
        let own = resident.own.prefix(12)
        var usedWords: UInt32 = 0
        var left = words.count
        var relations = InlineArray<12, UInt64>(repeating: 0)
        for (place, word) in own.enumerated() { relations[place] = self.relations(word) }
        pair(.same, .alias, own, relations, &usedWords, &left, &weighing.pairings)
        // Words run together would else pass for one cut off and one too many.
        if left > 0 { glue(own, resident.father, &usedWords, &weighing.pairings) }
        left = weighing.pairings.count { $0.word == 0 }
        pair(.initial, .near, own, relations, &usedWords, &left, &weighing.pairings)
        // A father's name may be added to one's own, never stand for it.
        let hasOwn = weighing.pairings.contains(where: Self.isOwn)
        var weight = 0.0
        for number in words.indices {
            if !weighing.pairings[number].isGlued {
                weighing.pairings[number].weight =
                    weighing.pairings[number].word == 0
                    ? unpaired(number, hasOwn ? resident.father : [], own.count == 1, &weighing.pairings[number])
                    : self.weight(number, weighing.pairings[number])
            }
            weight += weighing.pairings[number].weight
        }
        weighing.omitted = ~usedWords & (1 << UInt32(own.count) - 1)
        for number in 0..<weighing.omitted.nonzeroBitCount { weight += omission(number) }
        weighing.together = togetherness(weighing.pairings)
        return weight - weighing.together
    }

    /// The weight of one of the resident's words that the traveller leaves out, counted from 0.
    func omission(_ number: Int) -> Double {
        number == 0 ? firstOmission : furtherOmission
    }

    /// What of a name's weight speaks for the resident and not as much for brothers, sisters and children: without the
    /// words of the father's name; nil where the traveller has no such word.
    func ownWeight(_ resident: Resident, _ weighing: Weighing) -> Double? {
        var weight = 0.0
        var isShared = false
        for pairing in weighing.pairings {
            if pairing.isFather || pairing.word != 0 && resident.father.contains(pairing.word) {
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
        _ closest: WordRelation, _ farthest: WordRelation, _ own: ArraySlice<UInt32>,
        _ relations: borrowing InlineArray<12, UInt64>, _ used: inout UInt32, _ left: inout Int,
        _ pairings: inout [Pairing]
    ) {
        for level in stride(from: closest.rawValue, through: farthest.rawValue, by: -1) {
            guard left > 0 else { return }
            for number in pairings.indices where pairings[number].word == 0 {
                for place in own.indices where used & 1 << place == 0 {
                    guard UInt8(truncatingIfNeeded: relations[place] >> UInt64(number * 4) & 15) == level else {
                        continue
                    }
                    pairings[number] = Pairing(relation: WordRelation(rawValue: level) ?? .different, word: own[place])
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
        _ number: Int, _ father: [UInt32], _ isMononym: Bool, _ pairing: inout Pairing
    ) -> Double {
        for word in father {
            let relation =
                WordRelation(
                    rawValue: UInt8(truncatingIfNeeded: relations(word) >> UInt64(number * 4) & 15)) ?? .different
            guard relation >= .alias || relation == .slip || relation == .cut else { continue }
            pairing = Pairing(relation: relation, word: word, isFather: true)
            let facts = index.numbers(.wordFacts)
            let share = (Double(index.numbers(.classCounts)[Int(facts[Int(word) * 3 + 1])]) + 0.5) / residents
            return fatherWeight(share, isMononym)
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
        _ own: ArraySlice<UInt32>, _ father: [UInt32], _ used: inout UInt32, _ pairings: inout [Pairing]
    ) {
        guard let free = own.indices.first(where: { used & 1 << $0 == 0 }),
            let mine = words.indices.first(where: { pairings[$0].word == 0 })
        else { return }
        // Almost always the first letters tell that nothing is run together.
        let theirs = letters(own[free])
        for number in mine..<words.count
        where pairings[number].word == 0 && buffer.letters(number).count >= 6
            && buffer.letters(number).first == theirs.first
        {
            let places = own.indices.filter { used & 1 << $0 == 0 }
            // The father's name comes behind one's own, and may be run together with it.
            let all = places.map { Array(letters(own[$0])) } + father.map { Array(letters($0)) }
            let count = JoinedWords.covers(words[number].letters, all)
            guard count >= 2 else { continue }
            var weight = log2(model.glued)
            for place in places.prefix(count) {
                used |= 1 << place
                weight += log2(1 / share(own[place]))
            }
            for word in father.prefix(max(0, count - places.count)) {
                weight += fatherWeight(share(word), own.count == 1)
            }
            pairings[number] = Pairing(relation: .spelling, word: own[places[0]], isGlued: true, weight: weight)
            return
        }
        for place in own.indices
        where used & 1 << place == 0 && letters(own[place]).count >= 6
            && letters(own[place]).first == buffer.letters(mine).first
        {
            let numbers = words.indices.filter { pairings[$0].word == 0 }
            let count = JoinedWords.covers(Array(letters(own[place])), numbers.map { words[$0].letters })
            guard count >= 2 else { continue }
            used |= 1 << place
            for (order, number) in numbers.prefix(count).enumerated() {
                // The first stands for all of them.
                pairings[number] = Pairing(
                    relation: .spelling, word: own[place], isGlued: true,
                    weight: order == 0 ? log2(model.glued / share(own[place])) : 0)
            }
            return
        }
    }

    /// The letters of a word of the index.
    func letters(_ word: UInt32) -> UnsafeBufferPointer<UInt8> {
        let starts = index.numbers(.wordStarts)
        return UnsafeBufferPointer(
            rebasing: index.values(.wordBytes, UInt8.self)[Int(starts[Int(word) * 2])..<Int(starts[Int(word) * 2 + 1])])
    }

    private func share(_ word: UInt32) -> Double {
        (Double(index.numbers(.wordFacts)[Int(word) * 3 + 2]) + 0.5) / residents
    }
}
