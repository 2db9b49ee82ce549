// SPDX-License-Identifier: Apache-2.0

internal import Civil
internal import Travel

/// Finds who is who on a voyage, message by message in their own order.
///
/// Greedy and without second thoughts: each part joins the best cluster of those before it. So the result depends on the
/// order of the messages, which is a property of theirs, and adding the latest message costs only that message.
struct ClusterBuilder {
    private(set) var clusters: [TravellerCluster] = []
    private var evidence: [ClusterEvidence] = []
    private var byKey: [JoinKey: [Int]] = [:]
    private var keys: [Set<JoinKey>] = []
    /// The clusters that each message has a part of.
    private var places: [RecordID<ReceivedMessage>: [Int]] = [:]
    /// How often a contribution was compared with a cluster: what the work grows with.
    private(set) var comparisons = 0

    var byTraveller: [RecordID<Traveller>: TravellerCluster] {
        Dictionary(clusters.compactMap { own in own.id.map { ($0, own) } }, uniquingKeysWith: { first, _ in first })
    }

    /// Adds what the next message says; returns the clusters that changed.
    mutating func add(_ message: [SaidOfTraveller], isReplaced: Bool) -> [Int] {
        var changed: [Int] = []
        for said in message {
            let place: Int
            if let found = best(for: said) {
                place = found
                clusters[place].parts.append(.init(said: said, isReplaced: isReplaced))
            } else {
                // Who was never listed cannot be withdrawn.
                guard said.effect != .cancelTravellers else { continue }
                place = clusters.count
                clusters.append(TravellerCluster(parts: [.init(said: said, isReplaced: isReplaced)]))
                evidence.append(ClusterEvidence())
                keys.append([])
            }
            changed.append(place)
            if evidence[place].add(said) { enter(place) }
        }
        if let message = message.first?.contribution.order.message { places[message, default: []] += changed }
        return changed
    }

    /// Notes that a corrected list took a message's place; returns the clusters that changed.
    mutating func replace(_ message: RecordID<ReceivedMessage>) -> [Int] {
        let changed = places[message] ?? []
        for place in changed {
            for index in clusters[place].parts.indices
            where clusters[place].parts[index].contribution.order.message == message {
                clusters[place].parts[index].isReplaced = true
            }
        }
        return changed
    }

    private mutating func enter(_ place: Int) {
        let now = evidence[place].keys
        for key in now.subtracting(keys[place]) { byKey[key, default: []].append(place) }
        // Keys only grow but for pairs that an open name takes the place of; finding too many costs time only.
        keys[place].formUnion(now)
    }

    private mutating func best(for said: SaidOfTraveller) -> Int? {
        var best: (cluster: Int, points: Int)?
        var tried: Set<Int> = []
        for key in JoinKey.wanted(said.face) {
            for candidate in byKey[key] ?? [] where tried.insert(candidate).inserted {
                comparisons += 1
                guard let points = evidence[candidate].affinity(said) else { continue }
                if let held = best, points < held.points || (points == held.points && candidate > held.cluster) {
                    continue
                }
                best = (candidate, points)
            }
        }
        return best?.cluster
    }
}
