// SPDX-License-Identifier: Apache-2.0

internal import Civil
internal import Glibc

/// Learns the shares of ``MatchModel`` from travellers whose residents nobody has told: expectation maximisation
/// (Dempster, Laird and Rubin 1977), as Winkler (1988) uses it for the model of Fellegi and Sunter.
///
/// A round resolves all travellers with ``model``, counts each level as often as its pair is probably one person, and
/// takes the shares for the next model. How often a level is seen between strangers is not learned: the population
/// itself tells.
public struct ModelLearner {
    /// The model as learned so far.
    public private(set) var model: MatchModel
    /// What the learning began with, which holds where little is seen.
    public let start: MatchModel
    public private(set) var rounds = 0
    public private(set) var counts = LevelCounts()
    private let index: PopulationIndex

    /// Candidates of less probability are not worth looking up.
    static let leastProbability = 0.02
    /// Shares that are seen so seldom do not keep the learning from coming to an end.
    static let leastSeen = 20.0

    public init(index: PopulationIndex, start: MatchModel = .standard) {
        self.index = index
        self.start = start
        model = start
    }

    /// Takes in one round.
    ///
    /// - Parameters:
    ///   - table: the travellers.
    ///   - resolutions: what ``model`` makes of them, in the same order.
    /// - Returns: the largest change of a share, as a ratio of at least 1.
    public mutating func learn(_ table: TravellerTable, _ resolutions: [Resolution]) -> Double {
        var counts = LevelCounts()
        for (claim, resolution) in zip(table.claims, resolutions) { count(claim, resolution, &counts) }
        for party in table.parties where party.count > 1 {
            countFamilies(party.compactMap { resolutions.indices.contains($0) ? resolutions[$0] : nil }, &counts)
        }
        let next = counts.model(from: start)
        var change = 1.0
        for level in LearnedLevel.allCases where counts.seen[level, default: 0] >= Self.leastSeen {
            let ratio = next[keyPath: level.keyPath] / max(model[keyPath: level.keyPath], LevelCounts.least)
            change = max(change, ratio, 1 / ratio)
        }
        self.counts = counts
        model = next
        rounds += 1
        return change
    }

    private func count(_ claim: TravellerClaim, _ resolution: Resolution, _ counts: inout LevelCounts) {
        counts.add(.travellers, 1)
        let words = NameWords(surname: claim.surname, given: claim.given).words.map { ComparableWord($0) }
        for ranked in resolution.ranked where ranked.probability >= Self.leastProbability {
            guard let resident = index.resident(row: ranked.candidate.row) else { continue }
            let probability = ranked.probability
            if !words.isEmpty { countName(words, resident, probability, &counts) }
            if let level = LearnedLevel(ranked.candidate.birthLevel) {
                counts.add(.dates, probability)
                counts.add(level, probability)
            }
            countOthers(claim, ranked.candidate, resident, probability, &counts)
        }
    }

    private func countName(
        _ words: [ComparableWord], _ resident: IndexedResident, _ probability: Double, _ counts: inout LevelCounts
    ) {
        let levels = NameLevels(
            traveller: words, resident: NameWords(full: resident.name).words.map { ComparableWord($0) },
            father: NameWords(full: resident.fatherName).words.map { ComparableWord($0) })
        counts.add(.names, probability)
        if levels.isOmitting { counts.add(.omitted, probability) }
        counts.add(.words, probability * Double(levels.words.count))
        for level in levels.words { counts.add(level, probability) }
    }

    private func countOthers(
        _ claim: TravellerClaim, _ candidate: Candidate, _ resident: IndexedResident, _ probability: Double,
        _ counts: inout LevelCounts
    ) {
        if candidate.sex != 0 {
            counts.add(.sexes, probability)
            if candidate.sex > 0 { counts.add(.sameSex, probability) }
        }
        if candidate.place != 0, let place = claim.birthPlace.flatMap({ PlaceName.comparable($0.utf8) }) {
            counts.add(.places, probability)
            let theirs = PlaceName.comparable(resident.birthPlace.utf8)
            let isSame = theirs.map { WordRelation.between(place, $0) >= .spelling } ?? false
            if candidate.place > 0 { counts.add(isSame ? .samePlace : .similarPlace, probability) }
        }
        if let nik = claim.nik {
            counts.add(.niks, probability)
            switch NIKSlips.level(nik.value, resident.nik.value) {
            case .same: counts.add(.sameNIK, probability)
            case .slipped, .slippedSerial: counts.add(.slippedNIK, probability)
            case .different: break
            }
        }
        // A residence by name tells too little where it differs.
        if candidate.home != 0, claim.residence?.utf8.first.map({ $0 &- 48 < 10 }) == true {
            counts.add(.homes, probability)
            if candidate.home > 0 { counts.add(.sameHome, probability) }
        }
    }

    /// How probable it is that two companions are of one family card.
    private func countFamilies(_ party: [Resolution], _ counts: inout LevelCounts) {
        let households = party.map { resolution in
            resolution.ranked.reduce(into: [Int: Double]()) { found, ranked in
                guard ranked.probability >= Self.leastProbability else { return }
                found[index.household(row: ranked.candidate.row), default: 0] += ranked.probability
            }
        }
        for (place, own) in households.enumerated() {
            for other in households[(place + 1)...] where !own.isEmpty && !other.isEmpty {
                counts.add(.companions, 2)
                counts.add(.family, 2 * own.reduce(0) { $0 + $1.value * other[$1.key, default: 0] })
            }
        }
    }
}
