// SPDX-License-Identifier: Apache-2.0

internal import Civil
internal import Identity
internal import Mandate
internal import Travel
internal import Watchlists

/// Makes the hits of a traveller from candidate entries: a pure function of traveller, entries and judgements.
struct HitMaking: Sendable {
    private let tokeniser: any Tokeniser
    private let resolver: any Resolver

    init(tokeniser: any Tokeniser, resolver: any Resolver) {
        self.tokeniser = tokeniser
        self.resolver = resolver
    }

    /// A hit with its times.
    struct Found: Hashable, Sendable {
        var hit: Hit
        var tally: HitTally
    }

    /// The hit of one entry on one traveller, or nil where they do not match, now or by earlier values.
    ///
    /// - Parameters:
    ///   - cluster: the traveller's contributions; nil for one of whom only a close-out knows.
    ///   - receivedAt: when each message came, milliseconds since 1970 UTC.
    func hit(
        _ known: EntryKnowledge, on traveller: Traveller, of voyage: VoyageFacts, cluster: TravellerCluster?,
        receivedAt: [RecordID<ReceivedMessage>: Int64]
    ) -> Found? {
        let entry = known.entry
        let current = EntryMatch(entry, traveller, includingSuperseded: false)
        guard let match = current ?? EntryMatch(entry, traveller, includingSuperseded: true) else { return nil }
        let id = tokeniser.token(.hit, entry.id.bytes + traveller.id.bytes)
        var parts: [String] = []
        for reason in match.reasons { parts += [reason.kind.rawValue, reason.observed, reason.expected] }
        let facts = tokeniser.token(.facts, parts: parts)
        let first = HitTimeline(known: known, receivedAt: receivedAt)
            .firstKnown(cluster, of: traveller, reasons: match.reasons)
        let day = (voyage.arrival ?? voyage.departure)?.date
        var hit = Hit(
            id: RecordID(high: id.high, low: id.low), voyage: voyage.id, traveller: traveller.id, entry: entry.id,
            category: entry.category, rank: rank(match.strength, entry.category.urgency), reasons: match.reasons,
            facts: facts, personTokens: resolver.personTokens(of: traveller.identityFacts(includingSuperseded: true)),
            isChild: day.map { traveller.isChild(on: $0) } ?? false,
            knownAtMilliseconds: first.atMilliseconds, status: .open)
        if let day, !entry.isActive(on: day) || entry.isWithdrawn {
            hit.status = .lapsed
        } else if traveller.status == .cancelled {
            hit.status = .withdrawn
        } else if current == nil {
            hit.status = .corrected
        } else {
            hit.status = HitMaking.status(of: hit, traveller: traveller, judgements: known.judgements)
        }
        hit.assignee = known.assignments[hit.id]
        let contributions = Set(traveller.contributions.map(\.id))
        let tally = HitTally(
            id: hit.id, status: hit.status, knownAtMilliseconds: first.atMilliseconds, message: first.message,
            judgedAtMilliseconds: known.judgements.filter { contributions.contains($0.traveller) }
                .map(\.atMilliseconds).min())
        return Found(hit: hit, tally: tally)
    }

    /// Where a live hit stands after the judgements made on its entry.
    ///
    /// The latest judgement on this traveller holds while the facts are the same; other facts reopen it. "Different" on
    /// an
    /// earlier journey of the same person holds while the identity facts are the same.
    static func status(of hit: Hit, traveller: Traveller, judgements: [Judgement]) -> HitStatus {
        let contributions = Set(traveller.contributions.map(\.id))
        let own = judgements.filter { contributions.contains($0.traveller) }
        if let last = own.max(by: { $0.atMilliseconds < $1.atMilliseconds }) {
            guard last.facts == hit.facts else { return .reopened }
            return switch last.answer {
            case .same: .judgedSame
            case .different: .judgedDifferent
            case .notEnoughEvidence: .judgedNotEnough
            }
        }
        let person = Set(hit.personTokens)
        let related = judgements.filter { !person.isDisjoint(with: $0.personTokens) }
        if let last = related.max(by: { $0.atMilliseconds < $1.atMilliseconds }), last.answer == .different,
            last.facts == hit.facts
        {
            return .differentEarlier
        }
        return .open
    }

    private func rank(_ strength: Int, _ urgency: Int) -> Int { min(100, strength * (60 + 8 * urgency) / 100) }
}
