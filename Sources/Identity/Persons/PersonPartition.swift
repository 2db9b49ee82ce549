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
    /// Which places each group holds.
    private var members: [[Int]]
    /// Which places each group must not hold; one bit a place.
    private var banned: [Bits]
    /// The groups that an officer made which a place is in or linked to.
    private var made: [Int: Set<Int>] = [:]

    /// - Parameters:
    ///   - count: the places are 0..<count, in an order that arrival does not decide.
    ///   - same: pairs that an officer holds to be one person, in the order in which they count.
    ///   - different: pairs that an officer holds to be two.
    ///   - links: pairs that the model joins.
    ///   - contradicts: whether a place and any of others cannot be one person as far as the model goes; asked about the
    ///     members of groups that a link would join, each pair once at most.
    init(
        count: Int, same: [(Int, Int)], different: [(Int, Int)], links: [Link],
        contradicts: (_ place: Int, _ others: [Int]) -> Bool
    ) {
        parents = Array(0..<count)
        members = parents.map { [$0] }
        banned = Array(repeating: Bits(), count: count)
        for (first, second) in different { ban(root(first), root(second)) }
        for (first, second) in same where !isBanned(root(first), root(second)) { merge(first, second) }
        noteMade(links)
        let ordered = links.sorted {
            ($1.weight, min($0.first, $0.second), max($0.first, $0.second))
                < ($0.weight, min($1.first, $1.second), max($1.first, $1.second))
        }
        for link in ordered { join(link, contradicts) }
    }

    /// The groups, each with its places in order, by their first places.
    var groups: [[Int]] {
        var groups: [Int: [Int]] = [:]
        for place in parents.indices { groups[root(place), default: []].append(place) }
        return groups.values.sorted { $0[0] < $1[0] }
    }

    /// What contradicts stands against a link unless both are in or linked to one group that an officer made: the officer
    /// has said that one person bears both kinds of facts.
    private mutating func noteMade(_ links: [Link]) {
        let grown = Set(parents.indices.map { root($0) }.filter { members[$0].count > 1 })
        guard !grown.isEmpty else { return }
        func note(_ place: Int, near other: Int) {
            let group = root(other)
            if grown.contains(group) { made[place, default: []].insert(group) }
        }
        for place in parents.indices { note(place, near: place) }
        for link in links {
            note(link.first, near: link.second)
            note(link.second, near: link.first)
        }
    }

    private mutating func join(_ link: Link, _ contradicts: (Int, [Int]) -> Bool) {
        let (a, b) = (root(link.first), root(link.second))
        if a == b || isBanned(a, b) { return }
        let (few, many) = members[a].count <= members[b].count ? (members[a], members[b]) : (members[b], members[a])
        for place in few {
            let excused = made[place] ?? []
            let others = excused.isEmpty ? many : many.filter { excused.isDisjoint(with: made[$0] ?? []) }
            if contradicts(place, others) { return ban(a, b) }
        }
        merge(a, b)
    }

    private mutating func ban(_ a: Int, _ b: Int) {
        banned[a].insert(members[b])
        banned[b].insert(members[a])
    }

    private func isBanned(_ a: Int, _ b: Int) -> Bool { banned[a].meets(members[b]) || banned[b].meets(members[a]) }

    private mutating func merge(_ first: Int, _ second: Int) {
        let (a, b) = (root(first), root(second))
        guard a != b else { return }
        let (kept, gone) = (min(a, b), max(a, b))
        parents[gone] = kept
        members[kept].append(contentsOf: members[gone])
        members[gone] = []
        banned[kept].insert(contentsOf: banned[gone])
        banned[gone] = Bits()
    }

    private func root(_ place: Int) -> Int {
        var place = place
        while parents[place] != place { place = parents[place] }
        return place
    }

    /// A set of places.
    private struct Bits {
        private var words: [UInt64] = []

        mutating func insert(_ places: [Int]) {
            for place in places {
                while words.count <= place / 64 { words.append(0) }
                words[place / 64] |= 1 << UInt64(place % 64)
            }
        }

        mutating func insert(contentsOf other: Bits) {
            while words.count < other.words.count { words.append(0) }
            for index in other.words.indices { words[index] |= other.words[index] }
        }

        func meets(_ places: [Int]) -> Bool {
            guard !words.isEmpty else { return false }
            return places.contains { $0 / 64 < words.count && words[$0 / 64] & 1 << UInt64($0 % 64) != 0 }
        }
    }
}
