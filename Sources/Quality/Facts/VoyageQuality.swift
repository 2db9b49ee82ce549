// SPDX-License-Identifier: Apache-2.0

public import Screening
public import Travel

/// The facts of one voyage: a pure function of what screening says of it and of the rules.
public struct VoyageQuality: Hashable, Sendable {
    public var key: QualityKey
    /// Without messages that came again byte for byte: a store adds those, since it alone sees them.
    public var counts: QualityCounts
    public var hits: [HitTimeliness]
    public var seen: SeenVoyage

    public init(_ change: VoyageChange, rules: QualityRules) {
        let (facts, tally) = (change.facts, change.tally)
        key = QualityKey(
            facts, firstReceivedAtMilliseconds: tally.messages.map(\.receivedAtMilliseconds).min() ?? 0)
        counts = VoyageQuality.counts(facts, tally, rules)
        let key = key
        hits = tally.hits.map {
            HitTimeliness($0, of: facts, key: key, messages: tally.messages, rules: rules)
        }
        seen = SeenVoyage(facts, key: key, tally: tally)
    }

    private static func counts(_ facts: VoyageFacts, _ tally: VoyageTally, _ rules: QualityRules) -> QualityCounts {
        var counts = QualityCounts()
        counts[.voyages] = 1
        let deadline = MessageDeadline(rules: rules, facts: facts)
        for message in tally.messages {
            // One that was in quarantine is counted as a message from then.
            if !message.wasQuarantined { counts[.messages] += 1 }
            counts[.messages(message.kind)] += 1
            for (code, count) in message.warnings { counts[.warning(code)] += count }
            if message.wasQuarantined { counts[.released] += 1 }
            guard !message.isRepeat else {
                counts[.duplicated] += 1
                continue
            }
            if let due = deadline.due(message), message.receivedAtMilliseconds > due {
                counts[.late] += 1
                counts[.late(message.kind)] += 1
            }
        }
        let pushes = deadline.pushes(tally.messages)
        counts[.pushesDue] = pushes.due
        counts[.pushesLate] = pushes.late
        counts[.pushesMissing] = pushes.missing
        counts[.late] += pushes.lateMessages
        counts[.late(.pnrgov)] += pushes.lateMessages
        counts[.partsMissing] = tally.unfinishedSeries
        counts[.totalsWrong] = tally.wrongTotals
        counts[.inBothSources] = tally.inBothSources
        counts[.disagreeing] = tally.disagreeing
        for (kind, count) in tally.disagreements { counts[.disagreement(kind)] = count }
        for (source, own) in tally.sources {
            counts[.named(source)] = own.travellers
            for (field, count) in own.missing { counts[.missing(field, source)] = count }
        }
        return counts
    }
}

/// The facts of one message that belongs to no voyage.
public struct LooseMessageQuality: Hashable, Sendable {
    public var key: QualityKey
    public var counts: QualityCounts

    /// - Parameters:
    ///   - carrier: the carrier, else the sender's name as the envelope gives it.
    ///   - kind: nil for what nobody could read.
    ///   - repeats: how often it came again, byte for byte.
    public init(
        carrier: String?, receivedAtMilliseconds: Int64, kind: MessageKind?, isQuarantined: Bool,
        warnings: [String: Int] = [:], repeats: Int = 0
    ) {
        key = QualityKey(carrier: carrier, receivedAtMilliseconds: receivedAtMilliseconds)
        counts = QualityCounts()
        counts[.messages] = 1
        if let kind { counts[.messages(kind)] = 1 }
        counts[.quarantined] = isQuarantined ? 1 : 0
        counts[.duplicated] = repeats
        for (code, count) in warnings { counts[.warning(code)] += count }
    }
}
