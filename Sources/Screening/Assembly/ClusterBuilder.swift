// SPDX-License-Identifier: Apache-2.0

internal import Travel

/// Finds who is who on a voyage, message by message in their own order.
///
/// Greedy and without second thoughts: each part joins the best cluster of those before it. So the result depends on the
/// order of the messages, which is a property of theirs, and adding the latest message costs only that message.
struct ClusterBuilder {
    private(set) var clusters: [TravellerCluster] = []
    private var byKey: [String: [Int]] = [:]

    /// Adds the parts of the next message; returns the clusters that changed.
    mutating func add(_ parts: [TravellerCluster.Part]) -> [Int] {
        var changed: [Int] = []
        for part in parts {
            let keys = part.joinKeys
            let place: Int
            if let found = best(for: part, keys: keys) {
                place = found
                clusters[place].parts.append(part)
            } else {
                // Who was never listed cannot be withdrawn.
                guard part.effect != .cancelTravellers else { continue }
                place = clusters.count
                clusters.append(TravellerCluster(parts: [part]))
            }
            changed.append(place)
            for key in keys where !(byKey[key]?.contains(place) ?? false) { byKey[key, default: []].append(place) }
        }
        return changed
    }

    private func best(for part: TravellerCluster.Part, keys: [String]) -> Int? {
        var best: (cluster: Int, points: Int)?
        var tried: [Int] = []
        for key in keys {
            for candidate in byKey[key] ?? [] where !tried.contains(candidate) {
                tried.append(candidate)
                guard let points = clusters[candidate].affinity(part) else { continue }
                if let held = best, points < held.points || (points == held.points && candidate > held.cluster) {
                    continue
                }
                best = (candidate, points)
            }
        }
        return best?.cluster
    }
}
