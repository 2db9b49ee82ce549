// SPDX-License-Identifier: Apache-2.0

/// Parts places that are linked into persons; the result depends on what is given alone.
///
/// Officers' judgements come first, the last made before the others. Then the links are taken from the strongest to the
/// weakest (Kruskal 1956), and a link joins two groups unless something between them stands against it. So two who
/// contradict each other never come together through a third who resembles both: that one goes to whom it resembles
/// more.
struct PersonPartition {
    struct Link {
        let first: Int
        let second: Int
        let weight: Double
    }

    /// Where each place's group is found; a place of its own to begin with.
    private var parents: [Int]
    /// Which places each group holds, and which it must not; one bit a place.
    private var members: [Bits]
    private var banned: [Bits]

    /// - Parameters:
    ///   - count: the places are 0..<count, in an order that arrival does not decide.
    ///   - same: pairs that an officer holds to be one person, in the order in which they count.
    ///   - different: pairs that an officer holds to be two.
    ///   - links: pairs that the model joins.
    ///   - contradicts: whether two places cannot be one person as far as the model goes.
    init(
        count: Int, same: [(Int, Int)], different: [(Int, Int)], links: [Link],
        contradicts: (Int, Int) -> Bool
    ) {
        parents = Array(0..<count)
        members = []
        banned = []
        let contradictions = PersonPartition.pairs(count, contradicts)
        if different.isEmpty, contradictions.isEmpty {
            for (first, second) in same { merge(first, second) }
            for link in links { merge(link.first, link.second) }
            return
        }
        members = (0..<count).map { Bits(count, only: $0) }
        banned = Array(repeating: Bits(count), count: count)
        for (first, second) in different { ban(first, second) }
        for (first, second) in same { joinUnlessBanned(first, second) }
        ban(contradictions, links: links)
        let ordered = links.sorted {
            ($1.weight, min($0.first, $0.second), max($0.first, $0.second))
                < ($0.weight, min($1.first, $1.second), max($1.first, $1.second))
        }
        for link in ordered { joinUnlessBanned(link.first, link.second) }
    }

    /// The groups, each with its places in order, by their first places.
    var groups: [[Int]] {
        var groups: [Int: [Int]] = [:]
        for place in parents.indices { groups[root(place), default: []].append(place) }
        return groups.values.sorted { $0[0] < $1[0] }
    }

    private static func pairs(_ count: Int, _ contradicts: (Int, Int) -> Bool) -> [(Int, Int)] {
        var pairs: [(Int, Int)] = []
        for first in 0..<count {
            for second in (first + 1)..<max(count, first + 1) where contradicts(first, second) {
                pairs.append((first, second))
            }
        }
        return pairs
    }

    /// Bans what contradicts, unless both are in or linked to one group that an officer made: the officer has said that
    /// one person bears both kinds of facts.
    private mutating func ban(_ contradictions: [(Int, Int)], links: [Link]) {
        var sizes: [Int: Int] = [:]
        for place in parents.indices { sizes[root(place), default: 0] += 1 }
        var made: [Int: Set<Int>] = [:]
        func note(_ place: Int, near other: Int) {
            let group = root(other)
            if sizes[group, default: 0] > 1 { made[place, default: []].insert(group) }
        }
        for place in parents.indices { note(place, near: place) }
        for link in links {
            note(link.first, near: link.second)
            note(link.second, near: link.first)
        }
        for (first, second) in contradictions {
            guard made[first, default: []].isDisjoint(with: made[second, default: []]) else { continue }
            ban(first, second)
        }
    }

    private mutating func ban(_ first: Int, _ second: Int) {
        let (a, b) = (root(first), root(second))
        banned[a].insert(contentsOf: members[b])
        banned[b].insert(contentsOf: members[a])
    }

    private mutating func joinUnlessBanned(_ first: Int, _ second: Int) {
        let (a, b) = (root(first), root(second))
        if a == b || banned[a].meets(members[b]) || banned[b].meets(members[a]) { return }
        let kept = min(a, b)
        let gone = max(a, b)
        merge(a, b)
        members[kept].insert(contentsOf: members[gone])
        banned[kept].insert(contentsOf: banned[gone])
    }

    private mutating func merge(_ first: Int, _ second: Int) {
        let (a, b) = (root(first), root(second))
        parents[max(a, b)] = min(a, b)
    }

    private func root(_ place: Int) -> Int {
        var place = place
        while parents[place] != place { place = parents[place] }
        return place
    }

    /// A set of places.
    private struct Bits {
        private var words: [UInt64]

        init(_ count: Int) { words = Array(repeating: 0, count: (count + 63) / 64) }

        init(_ count: Int, only place: Int) {
            self.init(count)
            words[place / 64] = 1 << UInt64(place % 64)
        }

        mutating func insert(contentsOf other: Bits) {
            for index in words.indices { words[index] |= other.words[index] }
        }

        func meets(_ other: Bits) -> Bool {
            for index in words.indices where words[index] & other.words[index] != 0 { return true }
            return false
        }
    }
}
