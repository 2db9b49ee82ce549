// SPDX-License-Identifier: Apache-2.0

internal import Civil

/// Compares a claim with a record that the registry gave, in the words of its own verification: in data mode nobody
/// else does.
public enum RecordComparison {
    /// The answers for the fields that both sides have.
    public static func answers(_ claim: TravellerClaim, _ record: RegistryRecord) -> [RegistryField: FieldAnswer] {
        var answers: [RegistryField: FieldAnswer] = [:]
        let alike = percent(NameWords(surname: claim.surname, given: claim.given), NameWords(full: record.name))
        if let alike { answers[.name] = .alike(alike) }
        if let claimed = claim.birth, let date = record.birthDate {
            let agrees =
                claimed.year == date.year && (claimed.month ?? date.month) == date.month
                && (claimed.day ?? date.day) == date.day
            answers[.birthDate] = agrees ? .agrees : .differs
        }
        if let claimed = claim.sex, claimed != .unspecified, let sex = record.sex {
            answers[.sex] = claimed == sex ? .agrees : .differs
        }
        if let claimed = claim.birthPlace.flatMap({ PlaceName.comparable($0.utf8) }),
            let place = record.birthPlace.flatMap({ PlaceName.comparable($0.utf8) })
        {
            answers[.birthPlace] = WordRelation.between(claimed, place) >= .slip ? .agrees : .differs
        }
        return answers
    }

    /// How alike two names are, 0...100: the share of the shorter one's letters whose words are met in the other,
    /// each word once. A word left out costs nothing, one that contradicts does; nil where either has no word.
    static func percent(_ claimed: NameWords, _ registered: NameWords) -> Int? {
        let a = claimed.words.map { ComparableWord($0) }
        let b = registered.words.map { ComparableWord($0) }
        guard !a.isEmpty, !b.isEmpty else { return nil }
        let (short, long) = a.count <= b.count ? (a, b) : (b, a)
        var left = Set(long.indices)
        var met = 0.0
        for word in short {
            let best = left.map { ($0, WordRelation.between(word, long[$0])) }.max { ($0.1, $1.0) < ($1.1, $0.0) }
            guard let best, best.1 > .different else { continue }
            left.remove(best.0)
            met += share(best.1) * Double(word.letters.count)
        }
        return Int((100 * met / Double(short.reduce(0) { $0 + $1.letters.count })).rounded())
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
