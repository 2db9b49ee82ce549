// SPDX-License-Identifier: Apache-2.0

internal import Civil

/// What an appearance is looked up by; a pair is compared when it has a key in common.
///
/// A function of the facts and of the model only. Keys of names are left out where even an equal name with an equal
/// date would not join two appearances: so the common names fill no block, and no block needs a limit.
struct BlockKeys {
    let comparison: PersonComparison
    let names: PersonNames

    /// The least rarity of two words together by which one is looked up under other birth dates, in bits.
    static let leastPair = 12.0
    /// So many words of a name serve for looking up, the rarest first.
    static let wordLimit = 6

    init(_ comparison: PersonComparison, words: PersonWords) {
        self.comparison = comparison
        names = PersonNames(words: words, model: comparison.model.words)
    }

    /// The keys, none twice.
    func keys(of facts: PersonFacts) -> [UInt64] {
        var keys = facts.documents.map { BlockHash.of(1, $0.number) }
        let words = rarest(facts)
        let model = comparison.model
        let name = facts.readings.reduce(0) { max($0, names.own($1)) }
        let rest =
            (facts.sex == nil ? 0 : model.sameSex) + (facts.nationality == 0 ? 0 : model.sameNationality)
        if let date = facts.birth?.date {
            let day = UInt64(UInt32(bitPattern: date.packed))
            if name + comparison.own(facts.birth) + rest >= comparison.threshold {
                for word in words {
                    for hash in names.words.classes[word] { keys.append(BlockHash.mix(BlockHash.mix(2, day), hash)) }
                }
            }
            for document in facts.documents where document.number.count >= 6 {
                // A slip leaves one half of a number as it was.
                let half = document.number.count / 2
                keys.append(BlockHash.mix(BlockHash.mix(3, day), BlockHash.of(3, document.number.prefix(half))))
                keys.append(BlockHash.mix(BlockHash.mix(4, day), BlockHash.of(4, document.number.suffix(half))))
            }
        }
        if let birth = facts.birth, name + comparison.mostOfOtherDates + rest >= comparison.threshold {
            addPairs(words, dates: BlockKeys.halves(of: birth), &keys)
        }
        return keys.count <= 1 ? keys : Array(Set(keys))
    }

    private func rarest(_ facts: PersonFacts) -> [Int] {
        let all = Set(facts.readings.lazy.flatMap { $0 }.map { Int($0.number) }).filter {
            names.words.words[$0].letters.count >= 2
        }
        let sorted = all.sorted {
            (names.words.bits[$1], names.words.hashes[$0]) < (names.words.bits[$0], names.words.hashes[$1])
        }
        return Array(sorted.prefix(BlockKeys.wordLimit))
    }

    /// The year, and the day of the year: a slip leaves one of them as it was.
    private static func halves(of birth: PartialDate) -> [UInt64] {
        let year = BlockHash.mix(5, UInt64(birth.year))
        guard let date = birth.date else { return [year] }
        return [year, BlockHash.mix(6, UInt64(date.month * 32 + date.day))]
    }

    private func addPairs(_ words: [Int], dates: [UInt64], _ keys: inout [UInt64]) {
        for (place, first) in words.enumerated() {
            for second in words[(place + 1)...]
            where names.words.bits[first] + names.words.bits[second] >= BlockKeys.leastPair {
                for a in names.words.classes[first] {
                    for b in names.words.classes[second] {
                        let pair = BlockHash.mix(min(a, b), max(a, b))
                        for date in dates { keys.append(BlockHash.mix(date, pair)) }
                    }
                }
            }
        }
    }
}
