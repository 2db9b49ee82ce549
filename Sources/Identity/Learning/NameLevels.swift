// SPDX-License-Identifier: Apache-2.0

/// How each word of a traveller stands to a resident's name, the closest relations first, as comparing pairs them.
struct NameLevels {
    /// One level a word of the traveller.
    private(set) var words: [LearnedLevel] = []
    /// Whether the traveller leaves out a word of the resident.
    private(set) var isOmitting = false

    init(traveller: [ComparableWord], resident: [ComparableWord], father: [ComparableWord]) {
        var levels = [LearnedLevel?](repeating: nil, count: traveller.count)
        var used = [Bool](repeating: false, count: resident.count)
        func pair(_ closest: WordRelation, _ farthest: WordRelation) {
            for level in stride(from: closest.rawValue, through: farthest.rawValue, by: -1) {
                for word in traveller.indices where levels[word] == nil {
                    for place in resident.indices where !used[place] {
                        let relation = WordRelation.between(traveller[word], resident[place])
                        guard relation.rawValue == level else { continue }
                        levels[word] = LearnedLevel(relation)
                        used[place] = true
                        break
                    }
                }
            }
        }
        pair(.same, .alias)
        NameLevels.glue(traveller, &levels, resident, &used)
        pair(.initial, .near)
        for word in traveller.indices where levels[word] == nil {
            let isFather = father.contains {
                let relation = WordRelation.between(traveller[word], $0)
                return relation >= .alias || relation == .slip
            }
            levels[word] = isFather ? .wordFather : .wordExtra
        }
        words = levels.compactMap(\.self)
        isOmitting = used.contains(false)
    }

    /// Words run together on either side.
    private static func glue(
        _ traveller: [ComparableWord], _ levels: inout [LearnedLevel?], _ resident: [ComparableWord],
        _ used: inout [Bool]
    ) {
        let words = traveller.indices.filter { levels[$0] == nil }
        let places = resident.indices.filter { !used[$0] }
        for word in words {
            let count = JoinedWords.covers(traveller[word].letters, places.map { resident[$0].letters })
            guard count >= 2 else { continue }
            levels[word] = .wordGlued
            for place in places.prefix(count) { used[place] = true }
            return
        }
        for place in places {
            let count = JoinedWords.covers(resident[place].letters, words.map { traveller[$0].letters })
            guard count >= 2 else { continue }
            used[place] = true
            for word in words.prefix(count) { levels[word] = .wordGlued }
            return
        }
    }
}
