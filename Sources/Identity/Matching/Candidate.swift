// SPDX-License-Identifier: Apache-2.0

/// A resident who may be the traveller, with the weight of each comparison in bits.
public struct Candidate: Hashable, Sendable {
    public let row: Int
    public internal(set) var name = 0.0
    public internal(set) var birth = 0.0
    public internal(set) var birthLevel = DateLevel.missing
    public internal(set) var sex = 0.0
    public internal(set) var place = 0.0
    public internal(set) var nik = 0.0
    public internal(set) var home = 0.0
    /// What companions of the same family card add.
    public internal(set) var party = 0.0
    /// How likely an impostor is, who knows all of this resident that agrees, against the resident; a ratio.
    var impostor = 0.0
    /// How likely a relative is who is not registered, with the family's words and places, against the resident.
    var kin = 0.0

    init(row: Int) { self.row = row }

    /// The sum of all comparisons, without the prior.
    public var weight: Double { name + birth + sex + place + nik + home + party }
}

/// A traveller's candidates with their probabilities, and what is left for "not registered".
public struct Resolution: Hashable, Sendable {
    public struct Ranked: Hashable, Sendable {
        public let candidate: Candidate
        /// In 0...1; all of them and ``unregistered`` and ``others`` sum to 1.
        public let probability: Double
        /// log2 of the odds against everything else.
        public let logOdds: Double
    }

    /// The best first, at most ten.
    public let ranked: [Ranked]
    /// Candidates beyond those ranked.
    public let otherCount: Int
    public let otherProbability: Double
    public let unregistered: Double

    /// How far the sum of the weights is trusted: prior and weights count for so much of themselves.
    ///
    /// Comparisons are not independent. A list is keyed with care or without, hence errors come together and a second
    /// says less against someone than the first; relatives and people of one place agree in several things at once,
    /// hence agreements say less for someone.
    /// A slope below 1 on the log odds answers both (Platt 1999). Chosen, not fitted: of 0.65, 0.7, 0.8 and 1 tried on
    /// three made populations of two hands, 0.7 kept the calibration error of all three low; it costs nothing in F1
    /// and recall at precision .99, and half a point of recall at .995 on the worse lists.
    static let trust = 0.7

    /// Candidates of less probability are counted, not listed.
    static let leastShown = 5e-7

    /// Nothing was found: not registered for certain.
    public static let nobody = Resolution([], prior: 0)

    /// - Parameter prior: log2 odds of any one resident before anything was compared.
    init(_ candidates: [Candidate], prior: Double) {
        // Computed against the largest term, so that nothing overflows.
        let largest = candidates.reduce(-Double.infinity) { max($0, $1.weight) }
        let top = max(0, Resolution.trust * (largest + prior))
        var found: [(place: Int, weight: Double, term: Double)] = []
        var nobody = Resolution.power(-top)
        var sum = 0.0
        for place in candidates.indices {
            let weight = candidates[place].weight
            let term = Resolution.power(Resolution.trust * (weight + prior) - top)
            sum += term
            // Impostors do not travel with the resident's family, relatives do.
            let party = Resolution.power(-max(0, candidates[place].party))
            nobody += term * (candidates[place].impostor * party + candidates[place].kin)
            // Most are too improbable to be listed, and need no order.
            if term >= Resolution.leastShown || weight == largest { found.append((place, weight, term)) }
        }
        found.sort { ($0.weight, candidates[$1.place].row) > ($1.weight, candidates[$0.place].row) }
        let listed = found.reduce(0) { $0 + $1.term }
        let unlisted = max(0, sum - listed)
        sum += nobody
        unregistered = nobody / sum
        // The best always, then those whose probability shows.
        let total = sum
        let shown = max(min(1, found.count), found.prefix(10).count { $0.term / total >= Resolution.leastShown })
        ranked = found.prefix(shown).map { place, _, term in
            let rest = max(total - term, 1e-300)
            return Ranked(
                candidate: candidates[place], probability: term / total, logOdds: Resolution.log(term / rest))
        }
        otherCount = candidates.count - shown
        otherProbability = (found.dropFirst(shown).reduce(0) { $0 + $1.term } + unlisted) / total
    }
}
