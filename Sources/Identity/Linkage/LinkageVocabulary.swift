// SPDX-License-Identifier: Apache-2.0

internal import Civil

/// The words or values of one comparison, each kept once with what comparing it needs and how many people have it.
struct LinkageVocabulary: Sendable {
    let comparison: LinkageComparison
    private var numbers: [[UInt8]: Int32] = [:]
    private(set) var texts: [[UInt8]] = []
    /// Nil for what is no word of letters.
    private(set) var words: [ComparableWord?] = []
    private(set) var dates: [PartialDate?] = []
    /// The share of people who have it, in 0...1.
    private(set) var shares: [Double] = []

    init(_ comparison: LinkageComparison) { self.comparison = comparison }

    mutating func number(of text: [UInt8], date: PartialDate? = nil) -> Int32 {
        if let known = numbers[text] { return known }
        let number = Int32(texts.count)
        numbers[text] = number
        texts.append(text)
        let isWord = comparison == .name || comparison == .words
        words.append(isWord && text.allSatisfy { $0 &- 65 < 26 } ? ComparableWord(text) : nil)
        dates.append(date)
        return number
    }

    /// Counts in how many groups of rows each value is seen; rows held to be of one person are one group.
    mutating func count(_ values: [(numbers: [Int32], group: Int)]) {
        var seen = Set<UInt64>()
        var groups = Set<Int>()
        var counts = [Double](repeating: 0, count: texts.count)
        for value in values where !value.numbers.isEmpty {
            groups.insert(value.group)
            for number in value.numbers
            where seen.insert(UInt64(value.group) << 32 | UInt64(UInt32(bitPattern: number))).inserted {
                counts[Int(number)] += 1
            }
        }
        shares = counts.map { max($0, 1) / Double(max(groups.count, 1)) }
    }

    /// Hashes under which a row with the value is looked up: what a slip leaves as it was, too.
    func keys(of number: Int32) -> [UInt64] {
        let text = texts[Int(number)]
        switch comparison {
        case .name, .words:
            guard let word = words[Int(number)] else { return [BlockHash.of(1, text)] }
            var keys = [BlockHash.of(2, word.folded)]
            var kin = word.kin & 0x3FFF_FFFF
            while kin != 0 {
                keys.append(BlockHash.mix(3, UInt64(kin & 1023)))
                kin >>= 10
            }
            return keys
        case .date:
            guard let date = dates[Int(number)] else { return [] }
            var keys = [BlockHash.mix(4, UInt64(date.year))]
            if let month = date.month, let day = date.day {
                keys.append(BlockHash.mix(5, UInt64(month * 32 + day)))
                keys.append(BlockHash.of(6, text))
            }
            return keys
        case .code: return [BlockHash.of(7, text)]
        case .category: return []
        }
    }
}
