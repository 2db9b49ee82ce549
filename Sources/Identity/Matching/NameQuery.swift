// SPDX-License-Identifier: Apache-2.0

internal import Glibc

/// A traveller's name made ready for comparing with thousands of residents.
///
/// Each word of the index is compared once with the traveller's words; the relations are remembered for the names that
/// follow.
struct NameQuery {
    let words: [ComparableWord]
    private let buffer: WordBuffer
    private let index: PopulationIndex
    private let model: MatchModel.Words
    /// Class of each word in the index; 0 where the index has no such fold.
    private(set) var classes: [UInt32] = []
    /// Relations by word of the index: four bits for each of the traveller's words.
    private var memo = [UInt64](repeating: 0, count: NameQuery.memoSize)
    private var memoWords = [UInt32](repeating: 0, count: NameQuery.memoSize)
    private static let memoSize = 512
    private let residents: Double
    /// How many more residents have two of the traveller's words than chance would give, in bits, by pair of words.
    private var lifts: [Double] = []

    init(_ words: [[UInt8]], index: PopulationIndex, classes: (ComparableWord) -> UInt32, model: MatchModel.Words) {
        self.words = words.prefix(NameLimits.words).map { ComparableWord($0) }
        buffer = WordBuffer(self.words)
        self.index = index
        self.model = model
        residents = Double(index.count)
        self.classes = self.words.map(classes)
        lifts = pairLifts()
    }

    /// Whether the only known words are such that few residents have them.
    var isRare: Bool {
        let counts = index.numbers(.classCounts)
        return classes.allSatisfy { $0 == 0 || counts[Int($0)] <= 20_000 }
    }

    /// Words of one origin go together: three Chinese or Balinese words say less than three that chance brings
    /// together. The pairs of the index tell by how much.
    private func pairLifts() -> [Double] {
        let count = words.count
        var lifts = [Double](repeating: 0, count: count * count)
        let counts = index.numbers(.classCounts)
        for first in 0..<count {
            for second in first + 1..<max(count, first + 1) where classes[first] != 0 && classes[second] != 0 {
                let bucket = PairHash.bucket(classes[first], classes[second], bits: index.pairBits)
                // The person looked for, and strangers of the same bucket.
                let together = Double(index.pairRows(bucket: bucket).count) - 3
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
    }

    /// The weight of evidence of the whole name in bits, and how each word was paired.
    mutating func weigh(_ resident: Resident, _ pairings: inout [Pairing]) -> Double {
        pairings.removeAll(keepingCapacity: true)
        for _ in words { pairings.append(Pairing(relation: .different, word: 0)) }
        let own = resident.own.prefix(12)
        var usedWords: UInt32 = 0
        var left = words.count
        var relations = InlineArray<12, UInt64>(repeating: 0)
        for (place, word) in own.enumerated() { relations[place] = self.relations(word) }
        var weight = 0.0
        pair(.same, .alias, own, relations, &usedWords, &left, &pairings)
        // Words run together would else pass for one cut off and one too many.
        if left > 0 { glue(own, &usedWords, &pairings, &weight) }
        left = pairings.count { $0.word == 0 }
        pair(.initial, .near, own, relations, &usedWords, &left, &pairings)
        // A father's name may be added to one's own, never stand for it.
        let hasOwn = pairings.contains(where: Self.isOwn)
        for number in words.indices {
            if pairings[number].isGlued { continue }
            weight +=
                pairings[number].word == 0
                ? unpaired(number, hasOwn ? resident.father : [], &pairings[number])
                : self.weight(number, pairings[number])
        }
        weight -= togetherness(pairings)
        var omitted = 0
        for place in own.indices where usedWords & 1 << place == 0 {
            // A second and a third omission surprise less than the first.
            weight += omitted == 0 ? log2(model.omitted) + 0.6 : -1.4
            omitted += 1
        }
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
        let length = Double(words[number].letters.count)
        switch pairing.relation {
        case .same: return log2(model.same / wordShare)
        case .spelling: return log2(model.spelling / classShare)
        case .alias: return log2(model.alias / min(0.5, classShare * 3 + 0.002))
        case .initial: return log2(model.initial / 0.08)
        case .cut: return log2(model.cut / min(0.2, classShare * 2 + pow(2, -1.6 * length)))
        case .slip: return log2(model.slip / min(0.2, classShare + pow(2, -1.5 * length) * 6))
        case .tail: return log2(model.tail / min(0.3, classShare + pow(2, -1.2 * length)))
        case .near: return log2(model.near / min(0.3, classShare + 0.012))
        case .different: return 0
        }
    }

    /// The weight of a word that the resident's name does not have.
    private mutating func unpaired(_ number: Int, _ father: [UInt32], _ pairing: inout Pairing) -> Double {
        for word in father {
            let relation =
                WordRelation(
                    rawValue: UInt8(truncatingIfNeeded: relations(word) >> UInt64(number * 4) & 15)) ?? .different
            guard relation >= .alias || relation == .slip else { continue }
            pairing = Pairing(relation: relation, word: word, isFather: true)
            let facts = index.numbers(.wordFacts)
            let share = (Double(index.numbers(.classCounts)[Int(facts[Int(word) * 3 + 1])]) + 0.5) / residents
            return min(4, log2(model.father / share))
        }
        // Between strangers nearly every word is one that the other does not have.
        return words[number].letters.count == 1 ? -1.5 : log2(model.extra / 0.97)
    }

    /// Words run together on either side.
    private mutating func glue(
        _ own: ArraySlice<UInt32>, _ used: inout UInt32, _ pairings: inout [Pairing], _ weight: inout Double
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
            let count = JoinedWords.covers(words[number].letters, places.map { Array(letters(own[$0])) })
            guard count >= 2 else { continue }
            weight += log2(model.glued)
            for place in places.prefix(count) {
                used |= 1 << place
                weight += log2(1 / share(own[place]))
            }
            pairings[number] = Pairing(relation: .spelling, word: own[places[0]], isGlued: true)
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
            weight += log2(model.glued / share(own[place]))
            for number in numbers.prefix(count) {
                pairings[number] = Pairing(relation: .spelling, word: own[place], isGlued: true)
            }
            return
        }
    }

    private func letters(_ word: UInt32) -> UnsafeBufferPointer<UInt8> {
        let starts = index.numbers(.wordStarts)
        return UnsafeBufferPointer(
            rebasing: index.values(.wordBytes, UInt8.self)[Int(starts[Int(word) * 2])..<Int(starts[Int(word) * 2 + 1])])
    }

    private func share(_ word: UInt32) -> Double {
        (Double(index.numbers(.wordFacts)[Int(word) * 3 + 2]) + 0.5) / residents
    }
}
