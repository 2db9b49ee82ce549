// SPDX-License-Identifier: Apache-2.0

internal import Civil
internal import Travel
internal import Watchlists

/// When a hit could first be known: found by replaying what had come by each moment.
///
/// A hit may rest on a check-in message that came last although the booking alone would have made it days before. So
/// the traveller is merged anew from the contributions received by each moment and compared with each version of the
/// entry. Hits are few and contributions fewer, so this costs next to nothing.
struct HitTimeline {
    let known: EntryKnowledge
    let receivedAt: [RecordID<ReceivedMessage>: Int64]

    /// The moment, and the message that came last; nil for the message where the entry was written last.
    struct FirstKnown: Hashable {
        var atMilliseconds: Int64
        var message: RecordID<ReceivedMessage>?
    }

    /// - Parameters:
    ///   - cluster: the contributions; nil for a traveller of whom only a close-out knows.
    ///   - reasons: the reasons of the hit, for where no moment makes it by itself.
    func firstKnown(_ cluster: TravellerCluster?, of traveller: Traveller, reasons: [HitReason]) -> FirstKnown {
        var best: FirstKnown?
        let versions = known.versions.isEmpty ? [known.entry] : known.versions
        let earliest = versions.map(\.addedAtMilliseconds).min() ?? 0
        for moment in moments(cluster) {
            guard let cluster else { break }
            // Moments ascend: no later one can be before what was found.
            if let best, best.atMilliseconds <= max(moment.at, earliest) { break }
            let part = TravellerCluster(
                parts: cluster.parts.filter { received($0.contribution.order.message) <= moment.at })
            let merged = part.traveller(id: traveller.id, voyage: traveller.voyage)
            for version in versions where EntryMatch(version, merged, includingSuperseded: false) != nil {
                let isEntryLast = version.addedAtMilliseconds > moment.at
                let found = FirstKnown(
                    atMilliseconds: max(moment.at, version.addedAtMilliseconds),
                    message: isEntryLast ? nil : moment.message)
                if best.map({ found.atMilliseconds < $0.atMilliseconds }) ?? true { best = found }
            }
        }
        return best ?? fallback(reasons)
    }

    private func fallback(_ reasons: [HitReason]) -> FirstKnown {
        let last = reasons.compactMap(\.message).max { (received($0), $0) < (received($1), $1) }
        let at = last.map(received) ?? 0
        let isEntryLast = known.entry.addedAtMilliseconds > at
        return FirstKnown(
            atMilliseconds: max(at, known.entry.addedAtMilliseconds), message: isEntryLast ? nil : last)
    }

    private func moments(_ cluster: TravellerCluster?) -> [(at: Int64, message: RecordID<ReceivedMessage>)] {
        var seen: [Int64: RecordID<ReceivedMessage>] = [:]
        for part in cluster?.parts ?? [] {
            let message = part.contribution.order.message
            let at = received(message)
            seen[at] = min(seen[at] ?? message, message)
        }
        return seen.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    private func received(_ message: RecordID<ReceivedMessage>) -> Int64 { receivedAt[message] ?? 0 }
}
