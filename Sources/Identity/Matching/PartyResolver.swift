// SPDX-License-Identifier: Apache-2.0

/// Resolves the travellers of one booking together: candidates of one family card support each other.
///
/// It only helps to say who someone is; a family tie is no reason to look at anybody.
public struct PartyResolver {
    private var resolver: PopulationResolver
    private let index: PopulationIndex
    /// A booking of more travellers is resolved in shares of so many.
    public static let mostTravellers = 200
    /// Households of so few candidates of a companion are looked into.
    private static let mostHouseholds = 3
    /// Larger family cards, of homes and boarding schools, say nothing.
    private static let largestHousehold = 20
    private static let rounds = 2

    public init(index: PopulationIndex, model: MatchModel = .standard) {
        self.index = index
        resolver = PopulationResolver(index: index, model: model)
    }

    /// log2 odds of any one resident before anything is compared.
    public var prior: Double { resolver.prior }

    /// The resolutions of a booking's travellers, in their order.
    public mutating func resolve(_ claims: [TravellerClaim]) -> [Resolution] {
        if claims.count == 1 { return [resolver.resolve(claims[0])] }
        var all: [Resolution] = []
        var start = 0
        while start < claims.count {
            let end = min(claims.count, start + Self.mostTravellers)
            all += resolveTogether(Array(claims[start..<end]))
            start = end
        }
        return all
    }

    private mutating func resolveTogether(_ claims: [TravellerClaim]) -> [Resolution] {
        var searches = claims.map { TravellerSearch($0, index: index, model: resolver.model) }
        var candidates: [[Candidate]] = []
        for traveller in searches.indices { candidates.append(resolver.candidates(&searches[traveller])) }
        adopt(&searches, &candidates)
        for _ in 0..<Self.rounds {
            let support = candidates.map { households(of: $0) }
            addMembers(&searches, support, &candidates)
            let totals = support.reduce(into: [Int: Double]()) { totals, own in
                for (household, probability) in own { totals[household, default: 0] += probability }
            }
            for traveller in claims.indices {
                let gain = self.gain(claims.count)
                for place in candidates[traveller].indices {
                    let household = index.household(row: candidates[traveller][place].row)
                    let size = index.memberCount(household: household)
                    let others = (totals[household] ?? 0) - (support[traveller][household] ?? 0)
                    candidates[traveller][place].party =
                        size > Self.largestHousehold
                        ? 0 : Resolution.log(1 + max(0, others) * gain / Double(max(size, 2)))
                }
            }
        }
        keepApart(claims, &candidates)
        return candidates.map { Resolution($0, prior: resolver.prior) }
    }

    /// Whoever keys a whole list keys it in one way: dates turned round, or off, in some rows make the same likelier in the
    /// others.
    private mutating func adopt(_ searches: inout [TravellerSearch], _ candidates: inout [[Candidate]]) {
        guard searches.count >= Self.leastHabit else { return }
        var seen: [DateLevel: Double] = [:]
        var total = 0.0
        for own in candidates {
            guard let best = Resolution(own, prior: resolver.prior).ranked.first, best.probability > 0.5,
                best.candidate.birthLevel != .missing
            else { continue }
            seen[best.candidate.birthLevel, default: 0] += best.probability
            total += best.probability
        }
        let odd = seen.filter { $0.key != .same && $0.key != .other && $0.key != .partialSame }
        guard let most = odd.values.max(), most >= 1.5 else { return }
        var model = resolver.model
        model.dates.learn(seen, total: total)
        for traveller in searches.indices where searches[traveller].claim.birth != nil {
            searches[traveller] = TravellerSearch(searches[traveller].claim, index: index, model: model)
            candidates[traveller] = resolver.candidates(&searches[traveller])
        }
    }

    /// So many travellers make a list.
    private static let leastHabit = 4

    /// How much likelier companions for certain make someone of their family card, shared among its members.
    private func gain(_ travellers: Int) -> Double {
        resolver.model.family * Double(index.base.count) / Double(max(1, travellers - 1))
    }

    /// The probability that a traveller is of each household.
    private func households(of candidates: [Candidate]) -> [Int: Double] {
        let resolution = Resolution(candidates, prior: resolver.prior)
        var found: [Int: Double] = [:]
        for ranked in resolution.ranked where ranked.probability > 0.01 {
            found[index.household(row: ranked.candidate.row), default: 0] += ranked.probability
        }
        return found
    }

    /// Members of companions' households become candidates, whatever their dates and names.
    private mutating func addMembers(
        _ searches: inout [TravellerSearch], _ support: [[Int: Double]], _ candidates: inout [[Candidate]]
    ) {
        var wanted = Set<Int>()
        for own in support {
            let best = own.filter { $0.value > 0.3 }.sorted { ($0.value, $1.key) > ($1.value, $0.key) }
            for (household, _) in best.prefix(Self.mostHouseholds) { wanted.insert(household) }
        }
        guard !wanted.isEmpty else { return }
        let households = wanted.sorted()
        // As if all companions were of a card of two.
        let most = Resolution.log(1 + Double(searches.count) * gain(searches.count) / 2)
        for traveller in searches.indices {
            var known: Set<Int>?
            for household in households {
                // Nobody supports themselves.
                let others = support.indices.contains(where: { $0 != traveller && (support[$0][household] ?? 0) > 0.3 })
                let size = index.memberCount(household: household)
                guard others, size <= Self.largestHousehold else { continue }
                let rows = known ?? Set(candidates[traveller].map(\.row))
                known = rows
                for row in index.memberRows(household: household) where !rows.contains(row) {
                    if let member = resolver.candidate(row, &searches[traveller], support: most) {
                        candidates[traveller].append(member)
                    }
                }
            }
        }
    }

    /// One resident may be two records of one person, but not two people: who fits less well gives way.
    private func keepApart(_ claims: [TravellerClaim], _ candidates: inout [[Candidate]]) {
        var claimed: [Int: [(traveller: Int, place: Int, weight: Double)]] = [:]
        for traveller in claims.indices {
            for (place, candidate) in candidates[traveller].enumerated() where candidate.weight + resolver.prior > -4 {
                claimed[candidate.row, default: []].append((traveller, place, candidate.weight))
            }
        }
        for (_, rivals) in claimed where rivals.count > 1 {
            guard let first = rivals.max(by: { ($0.weight, $1.traveller) < ($1.weight, $0.traveller) }) else {
                continue
            }
            for rival in rivals where rival.traveller != first.traveller {
                let (a, b) = (claims[rival.traveller], claims[first.traveller])
                let isRepeat =
                    NameWords(surname: a.surname, given: a.given).words.sorted { $0.lexicographicallyPrecedes($1) }
                    == NameWords(surname: b.surname, given: b.given).words.sorted { $0.lexicographicallyPrecedes($1) }
                    && a.birth == b.birth
                if !isRepeat {
                    candidates[rival.traveller][rival.place].party -= first.weight - rival.weight > 1 ? 10 : 3
                }
            }
        }
    }
}
