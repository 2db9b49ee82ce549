// SPDX-License-Identifier: Apache-2.0

/// Links the rows of two tables of people, or finds those of one table that are of one person, with what the room knows
/// of names and dates and a model that it learns from the tables themselves.
///
/// It takes for granted that persons with more than one row are there: of a table without any it makes some.
public struct Linkage {
    /// What is linked and how it came out.
    public struct Result: Sendable {
        /// Pairs of places of rows that are held to be of one person.
        public let pairs: Set<Pair>
        /// How many pairs were compared.
        public let compared: Int
        /// The evidence that makes two rows as probably one person as two, in bits.
        public let neededBits: Double
    }

    /// Two places of rows, the first before the second.
    public struct Pair: Hashable, Sendable {
        public let first: Int
        public let second: Int

        init(_ a: Int, _ b: Int) {
            first = min(a, b)
            second = max(a, b)
        }
    }

    /// How many rounds of learning there are, and of counting people in place of rows.
    static let rounds = 15
    static let recounts = 2
    /// Two groups are one person when their pairs have on the average so much of the evidence that a pair alone needs: rows
    /// that say little are held by the others. Before people are counted it is all of it.
    static let share = 0.5
    /// From about so many pairs the model learns.
    static let learned = 150_000
    /// So many pairs of rows drawn at random show what is seen between strangers.
    static let strangers = 100_000

    public let table: LinkageTable
    /// Whether each person is in each table once at most, so that a row has one partner.
    public let isUnique: Bool

    public init(table: LinkageTable, isUnique: Bool) {
        self.table = table
        self.isUnique = isUnique
    }

    /// Compares, learns and joins.
    public func run() -> Result {
        var table = table
        let candidates = LinkageCandidates(table: table)
        let pairs = candidates.pairs()
        var groups = Array(0..<table.count)
        var model = LinkageModel(
            comparisons: table.titles.count, rows: table.count, possible: candidates.possible)
        var links: [(first: Int32, second: Int32)] = []
        for round in 0..<Self.recounts {
            table.count(groups: groups)
            let company = round == 0 ? LinkageCompany() : LinkageCompany(table, groups: groups)
            let comparison = LinkagePair(table: table, company: company)
            model.learnStrangers(sights(randomPairs(table), comparison))
            let sights = sights(pairs, comparison)
            for _ in 0..<Self.rounds { model.learn(sights, every: 1 + sights.count / Self.learned) }
            let weights = (0..<sights.count).map { model.weight($0, sights) + model.priorBits }
            let order = weights.indices.filter { weights[$0] > 0 }.sorted {
                (weights[$1], $0) < (weights[$0], $1)
            }
            links = order.map { pairs[$0] }
            groups = joined(links, model, comparison, asking: round < Self.recounts - 1 ? 1 : Self.share)
        }
        let found = Self.pairs(of: groups, table)
        return Result(pairs: found, compared: pairs.count, neededBits: -model.priorBits)
    }

    /// Precision and recall against the persons that the table names.
    public func score(_ result: Result) -> LinkageScore {
        var numbers: [String: Int] = [:]
        let groups = table.rows.enumerated().map { place, row in
            guard let person = row.person else { return -1 - place }
            let number = numbers[person] ?? numbers.count
            numbers[person] = number
            return number
        }
        let truth = Self.pairs(of: groups, table)
        let found = result.pairs.intersection(truth).count
        return LinkageScore(found: found, wrong: result.pairs.count - found, missed: truth.count - found)
    }

    private func joined(
        _ links: [(first: Int32, second: Int32)], _ model: LinkageModel, _ comparison: LinkagePair, asking share: Double
    ) -> [Int] {
        var groups = LinkageGroups(rows: table.count)
        if isUnique {
            groups.join(links) { $0.count == 1 && $1.count == 1 }
            return groups.groups
        }
        var sight = LinkageSight()
        groups.join(links) { first, second in
            var total = 0.0
            for one in first {
                for other in second {
                    comparison.compare(Int(min(one, other)), Int(max(one, other)), &sight)
                    for place in sight.levels.indices { total += model.bits(sight.levels[place], sight.shares[place]) }
                }
            }
            return total / Double(first.count * second.count) > -share * model.priorBits
        }
        return groups.groups
    }

    private func sights(_ pairs: [(first: Int32, second: Int32)], _ comparison: LinkagePair) -> LinkageSights {
        var sights = LinkageSights()
        var sight = LinkageSight()
        for pair in pairs {
            comparison.compare(Int(pair.first), Int(pair.second), &sight)
            sights.add(sight)
        }
        return sights
    }

    /// Pairs drawn with a fixed seed, so that a run can be repeated.
    private func randomPairs(_ table: LinkageTable) -> [(first: Int32, second: Int32)] {
        let left = table.rows.indices.filter { table.rows[$0].side == 0 }
        let right = table.isTwoTables ? table.rows.indices.filter { table.rows[$0].side == 1 } : left
        guard left.count > 1, !right.isEmpty else { return [] }
        return (0..<Self.strangers).compactMap { step in
            let draw = BlockHash.mix(11, UInt64(step))
            let one = left[Int(draw % UInt64(left.count))]
            let other = right[Int(BlockHash.mix(12, draw) % UInt64(right.count))]
            return one == other ? nil : (Int32(min(one, other)), Int32(max(one, other)))
        }
    }

    /// All pairs of rows of one group that may be linked.
    static func pairs(of groups: [Int], _ table: LinkageTable) -> Set<Pair> {
        var pairs = Set<Pair>()
        for members in Dictionary(grouping: groups.indices, by: { groups[$0] }).values where members.count > 1 {
            for (place, one) in members.enumerated() {
                for other in members[(place + 1)...]
                where !table.isTwoTables || table.rows[one].side != table.rows[other].side {
                    pairs.insert(Pair(one, other))
                }
            }
        }
        return pairs
    }
}
