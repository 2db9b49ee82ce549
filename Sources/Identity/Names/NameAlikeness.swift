// SPDX-License-Identifier: Apache-2.0

/// How alike two names are by their letters alone, where nothing is known of how rare they are.
public enum NameAlikeness {
    /// 0...100: the share of the shorter name's letters whose words are met in the other, each word once, in the best
    /// of the readings of both. A word left out costs nothing, one that contradicts does; nil where either has no word.
    public static func percent(_ first: NameWords, _ second: NameWords) -> Int? {
        guard !first.words.isEmpty, !second.words.isEmpty else { return nil }
        var best = 0
        for one in [first.words] + first.alternatives {
            for other in [second.words] + second.alternatives where best < 100 {
                best = max(best, percent(one.map { ComparableWord($0) }, other.map { ComparableWord($0) }))
            }
        }
        return best
    }

    private static func percent(_ a: [ComparableWord], _ b: [ComparableWord]) -> Int {
        var (short, long) = a.count <= b.count ? (a, b) : (b, a)
        let letters = short.reduce(0) { $0 + $1.letters.count }
        var met = 0.0
        if let glued = short.indices.first(where: { JoinedWords.covers(short[$0].letters, long.map(\.letters)) > 1 }) {
            let word = short.remove(at: glued)
            met += Double(word.letters.count)
            long.removeFirst(JoinedWords.covers(word.letters, long.map(\.letters)))
        }
        var left = Set(long.indices)
        for word in short {
            let best = left.map { ($0, WordRelation.between(word, long[$0])) }.max { ($0.1, $1.0) < ($1.1, $0.0) }
            guard let best, best.1 > .different else { continue }
            left.remove(best.0)
            met += share(best.1) * Double(word.letters.count)
        }
        return Int((100 * met / Double(max(letters, 1))).rounded())
    }

    /// What of a word counts as met.
    private static func share(_ relation: WordRelation) -> Double {
        switch relation {
        case .same, .spelling: 1
        case .alias, .cut, .initial: 0.95
        case .slip: 0.9
        case .near, .tail: 0.6
        case .different: 0
        }
    }
}
