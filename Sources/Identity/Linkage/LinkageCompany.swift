// SPDX-License-Identifier: Apache-2.0

/// Which values people have together: a postcode goes with its town, FULHAM with HAMMERSMITH, a surname with a village.
///
/// Whoever agrees in the one agrees in the other as well, person or not, so that both together say less than each for
/// itself. What is common to two rows is taken from the rarest on, and each further value counts as what it is among
/// the people who have the one before it that goes with it most: a tree of dependences as in Chow and Liu (1968).
struct LinkageCompany: Sendable {
    /// How many people have a value, and two values together; only where they are two or more.
    private var people: [UInt64: Int32] = [:]
    private var together: [UInt64: Int32] = [:]

    /// What a value is among all people counts as so many people who have the other one.
    static let strength = 3.0
    /// No more values of one person are looked at.
    static let mostOfPerson = 60

    /// Knows of no values that go together.
    init() {}

    /// Counts the people of a table, whose rows are in groups.
    init(_ table: LinkageTable, groups: [Int]) {
        var features = [[UInt64]](repeating: [], count: table.count)
        for (row, facts) in table.rows.enumerated() {
            for (place, numbers) in facts.values.enumerated() {
                for number in numbers { features[groups[row]].append(LinkageSight.feature(place, number)) }
            }
        }
        for group in features.indices {
            features[group] = Set(features[group]).sorted()
            for feature in features[group] { people[feature, default: 0] += 1 }
        }
        people = people.filter { $0.value > 1 }
        for all in features {
            let common = all.filter { people[$0] != nil }.prefix(Self.mostOfPerson)
            for (place, one) in common.enumerated() {
                for other in common[(place + 1)...] { together[BlockHash.mix(one, other), default: 0] += 1 }
            }
        }
        together = together.filter { $0.value > 1 }
    }

    /// Raises the shares of what goes with something rarer that both rows have.
    func weigh(_ sight: inout LinkageSight) {
        guard !together.isEmpty else { return }
        let places = sight.features.indices.filter { sight.features[$0] != 0 && people[sight.features[$0]] != nil }
            .sorted { (sight.shares[$0], sight.features[$0]) < (sight.shares[$1], sight.features[$1]) }
        let own = sight.shares
        for (rank, place) in places.enumerated().dropFirst() {
            let feature = sight.features[place]
            for before in places[..<rank] {
                let other = sight.features[before]
                let both = together[BlockHash.mix(min(feature, other), max(feature, other))] ?? 0
                // The pair itself is one of the people who have both.
                guard both > 1, let having = people[other] else { continue }
                let share =
                    (Double(both - 1) + Self.strength * Double(own[place])) / (Double(having - 1) + Self.strength)
                sight.shares[place] = max(sight.shares[place], Float(share))
            }
        }
    }
}
