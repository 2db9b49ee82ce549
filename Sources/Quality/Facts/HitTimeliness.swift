// SPDX-License-Identifier: Apache-2.0

public import Civil
public import Screening
public import Travel

/// When one hit was known and judged against the landing: identifiers and times, nothing of whom it is about.
public struct HitTimeliness: Hashable, Sendable, Identifiable {
    public var id: RecordID<Hit>
    public var voyage: RecordID<Voyage>
    public var key: QualityKey
    public var status: HitStatus
    /// The moment that the post waits for: arrival, for departures departure; milliseconds since 1970 UTC.
    public var landingMilliseconds: Int64?
    /// When everything that makes the hit had come and been screened.
    public var knownAtMilliseconds: Int64
    public var judgedAtMilliseconds: Int64?
    /// Set where it was known only after landing.
    public var cause: LateCause?

    public init(
        id: RecordID<Hit>, voyage: RecordID<Voyage>, key: QualityKey, status: HitStatus, landingMilliseconds: Int64?,
        knownAtMilliseconds: Int64, judgedAtMilliseconds: Int64?, cause: LateCause?
    ) {
        self.id = id
        self.voyage = voyage
        self.key = key
        self.status = status
        self.landingMilliseconds = landingMilliseconds
        self.knownAtMilliseconds = knownAtMilliseconds
        self.judgedAtMilliseconds = judgedAtMilliseconds
        self.cause = cause
    }

    /// Hours before landing, negative after it; nil where the landing is unknown.
    public var knownHoursBefore: Double? { hours(knownAtMilliseconds) }
    public var judgedHoursBefore: Double? { judgedAtMilliseconds.flatMap(hours) }

    /// Whether the hit still stands: it was not withdrawn, corrected or settled on an earlier journey.
    public var isStanding: Bool { status.isWaiting || status.isJudged }

    private func hours(_ moment: Int64) -> Double? {
        landingMilliseconds.map { Double($0 - moment) / 3_600_000 }
    }
}

extension HitStatus {
    /// Whether an officer's judgement on this traveller holds.
    public var isJudged: Bool {
        switch self {
        case .judgedSame, .judgedDifferent, .judgedNotEnough: true
        default: false
        }
    }
}

extension HitTimeliness {
    /// The times of one hit of a voyage.
    init(_ hit: HitTally, of facts: VoyageFacts, key: QualityKey, messages: [MessageTally], rules: QualityRules) {
        let landing = facts.postTimeUTC.map { Int64($0) * 60_000 }
        let message = hit.message.flatMap { id in messages.first { $0.id == id } }
        let raised = max(hit.knownAtMilliseconds, message?.screenedAtMilliseconds ?? 0)
        self.init(
            id: hit.id, voyage: facts.id, key: key, status: hit.status, landingMilliseconds: landing,
            knownAtMilliseconds: raised, judgedAtMilliseconds: hit.judgedAtMilliseconds, cause: nil)
        guard let landing, raised >= landing else { return }
        guard let message else {
            cause = .entryAdded
            return
        }
        cause =
            hit.knownAtMilliseconds < landing && !message.wasQuarantined
            ? .screeningDelayed
            : HitTimeliness.cause(of: message, messages, landing: landing, rules)
    }

    private static func cause(
        of message: MessageTally, _ messages: [MessageTally], landing: Int64, _ rules: QualityRules
    ) -> LateCause {
        if message.wasQuarantined { return .messageQuarantined }
        if message.isLaterPart { return .partMissing }
        let before = messages.filter { $0.receivedAtMilliseconds < landing && $0.kind != .cusres }
        if !before.isEmpty, before.allSatisfy(\.isCloseOut) { return .onlyCloseOut }
        if let prepared = message.preparedMinutes.map({ Int64($0) * 60_000 }), prepared < landing,
            message.receivedAtMilliseconds - prepared > Int64(rules.deliveryMinutes) * 60_000
        {
            return .messageDelayed
        }
        return .messageLate
    }
}

extension MessageTally {
    /// Whether it says who is on board without naming anybody.
    var isCloseOut: Bool { effect == .closeWithBoarded || effect == .closeWithNotBoarded }
}
