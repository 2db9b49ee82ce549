// SPDX-License-Identifier: Apache-2.0

public import Civil
public import Travel

/// How a voyage's messages were, in counts, codes and times: nothing of who travels.
///
/// A pure function of the set of its messages, the entries and the judgements. Screening only counts; what is good, late
/// or missing is for those above to say.
public struct VoyageTally: Hashable, Sendable {
    /// In message order.
    public var messages: [MessageTally]
    /// Divided messages of which a part is missing, and whole ones whose total is wrong.
    public var unfinishedSeries: Int
    public var wrongTotals: Int
    /// The travellers whom a source names, with how many of them it never gave a field.
    public var sources: [SourceKind: SourceTally]
    /// Travellers whom API and PNR both name.
    public var inBothSources: Int
    /// How many of these differ in something, and by what.
    public var disagreeing: Int
    public var disagreements: [DisagreementKind: Int]
    public var hits: [HitTally]

    public init(
        messages: [MessageTally] = [], unfinishedSeries: Int = 0, wrongTotals: Int = 0,
        sources: [SourceKind: SourceTally] = [:], inBothSources: Int = 0, disagreeing: Int = 0,
        disagreements: [DisagreementKind: Int] = [:], hits: [HitTally] = []
    ) {
        self.messages = messages
        self.unfinishedSeries = unfinishedSeries
        self.wrongTotals = wrongTotals
        self.sources = sources
        self.inBothSources = inBothSources
        self.disagreeing = disagreeing
        self.disagreements = disagreements
        self.hits = hits
    }
}

/// Travellers of one source.
public struct SourceTally: Hashable, Sendable {
    public var travellers: Int
    public var missing: [ExpectedField: Int]

    public init(travellers: Int = 0, missing: [ExpectedField: Int] = [:]) {
        self.travellers = travellers
        self.missing = missing
    }
}

/// One message of a voyage without its contents.
public struct MessageTally: Hashable, Sendable {
    public var id: RecordID<ReceivedMessage>
    public var kind: MessageKind
    public var effect: MessageEffect
    public var source: SourceKind
    public var receivedAtMilliseconds: Int64
    /// When it was first screened; nil where that was not recorded.
    public var screenedAtMilliseconds: Int64?
    /// Minutes since 1970 by the sender's clock; nil where the message does not say.
    public var preparedMinutes: Int?
    /// Whether it says again, under other references, what an earlier message of the voyage says.
    public var isRepeat: Bool
    /// Whether it lay in quarantine before somebody released it.
    public var wasQuarantined: Bool
    /// Whether it is a part of a divided message of which another part came before.
    public var isLaterPart: Bool
    public var travellers: Int
    /// Codes with counts.
    public var warnings: [String: Int]

    public init(
        id: RecordID<ReceivedMessage>, kind: MessageKind, effect: MessageEffect = .report, source: SourceKind = .api,
        receivedAtMilliseconds: Int64, screenedAtMilliseconds: Int64? = nil, preparedMinutes: Int? = nil,
        isRepeat: Bool = false, wasQuarantined: Bool = false,
        isLaterPart: Bool = false, travellers: Int = 0, warnings: [String: Int] = [:]
    ) {
        self.id = id
        self.kind = kind
        self.effect = effect
        self.source = source
        self.receivedAtMilliseconds = receivedAtMilliseconds
        self.screenedAtMilliseconds = screenedAtMilliseconds
        self.preparedMinutes = preparedMinutes
        self.isRepeat = isRepeat
        self.wasQuarantined = wasQuarantined
        self.isLaterPart = isLaterPart
        self.travellers = travellers
        self.warnings = warnings
    }
}

/// When a hit could first be known, by what, and when an officer judged it.
public struct HitTally: Hashable, Sendable {
    public var id: RecordID<Hit>
    public var status: HitStatus
    public var knownAtMilliseconds: Int64
    /// The message that made it known; nil where the entry came last.
    public var message: RecordID<ReceivedMessage>?
    /// The first judgement on this traveller; nil where there is none.
    public var judgedAtMilliseconds: Int64?

    public init(
        id: RecordID<Hit>, status: HitStatus, knownAtMilliseconds: Int64, message: RecordID<ReceivedMessage>?,
        judgedAtMilliseconds: Int64? = nil
    ) {
        self.id = id
        self.status = status
        self.knownAtMilliseconds = knownAtMilliseconds
        self.message = message
        self.judgedAtMilliseconds = judgedAtMilliseconds
    }
}
