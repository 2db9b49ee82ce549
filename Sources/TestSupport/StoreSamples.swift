// SPDX-License-Identifier: Apache-2.0

public import Casework
public import Civil
public import Mandate
public import Screening
public import Travel
public import Watchlists

/// Small records for tests of stores: synthetic, equal for equal numbers.
public enum StoreSamples {
    /// An identifier with the number in both halves.
    public static func id<Kind>(_ number: UInt64, of kind: UInt64 = 0) -> RecordID<Kind> {
        RecordID(high: number &* 0x9e37_79b9_7f4a_7c15, low: number + kind << 32)
    }

    public static func token(_ number: UInt64) -> BlindToken {
        BlindToken(high: number &* 0xbf58_476d_1ce4_e5b9, low: number)
    }

    public static func message(_ number: UInt64, state: MessageState = .pending, size: Int = 60) -> InboxEntry {
        InboxEntry(
            id: id(number), receivedAtMilliseconds: 1_768_000_000_000 + Int64(number), origin: "feed-\(number % 3)",
            state: state, bytes: (0..<size).map { UInt8(truncatingIfNeeded: $0 &+ Int(number)) },
            cardTokens: [7: token(number)], filtered: ["meal": 1],
            quarantineReason: state == .quarantined ? "no interchange header" : nil)
    }

    public static func facts(
        _ number: UInt64, direction: TravelDirection = .arrival, to: String = "CGK", arrivalUTC: Int? = nil,
        messages: [UInt64] = []
    ) -> VoyageFacts {
        var facts = VoyageFacts(id: id(number), mode: .air, direction: direction)
        facts.carrier = "GA"
        facts.number = "0825"
        facts.suffix = "A"
        facts.codeshares = ["KL4567"]
        facts.conveyance = ReceivedConveyance(name: "KM KELUD", imo: "9139672", plate: nil)
        facts.from = "SIN"
        facts.to = to
        facts.departure = CivilDateTime(iso: "2026-01-15T09:30")
        facts.arrival = CivilDateTime(iso: "2026-01-15T10:15")
        facts.departureUTC = 29_474_490
        facts.arrivalUTC = arrivalUTC ?? 29_474_600 + Int(number)
        facts.status = .closed
        facts.messages = messages.map { MessageOrder(minutes: 29_000_000 - Int($0), revision: 2, message: id($0)) }
        return facts
    }

    public static func traveller(_ number: UInt64, tokens: [UInt64]) -> TravellerIndex {
        TravellerIndex(
            id: id(number), status: .expected, role: .passenger, tokens: tokens.map(token).sorted(),
            contributions: [id(number), id(number + 1_000_000)])
    }

    public static func change(
        _ facts: VoyageFacts, travellers: [TravellerIndex] = [], hits: [Hit] = []
    ) -> VoyageChange {
        var summary = VoyageSummary()
        summary.apply(hits: hits)
        summary.travellers = travellers.count
        return VoyageChange(facts: facts, summary: summary, upsertedTravellers: travellers, upsertedHits: hits)
    }

    public static func screened(_ number: UInt64, voyage: UInt64?) -> ScreenedMessage {
        ScreenedMessage(
            id: id(number), voyage: voyage.map { id($0) }, kind: .paxlst, state: .screened, carrier: "GA",
            travellers: 3, warnings: ["segment-count": 2])
    }

    public static func hit(
        _ number: UInt64, voyage: UInt64, traveller: UInt64, entry: UInt64, status: HitStatus = .open, rank: Int = 70
    ) -> Hit {
        Hit(
            id: id(number, of: 9), voyage: id(voyage), traveller: id(traveller), entry: id(entry), category: .narcotics,
            rank: rank,
            reasons: [
                HitReason(
                    kind: .documentEqual, observed: "C1234567", expected: "C1234567", message: id(1),
                    span: SegmentSpan(first: 3, last: 5), source: .api)
            ], facts: token(number), personTokens: [token(number + 1)], isChild: false, knownAtMilliseconds: 5,
            status: status)
    }

    public static func entry(_ number: UInt64, surname: String = "KANARI") -> WatchlistEntry {
        let day = CivilDate(year: 2027, month: 1, day: 1) ?? CivilDate(daysSinceEpoch: 0)
        guard let day else { preconditionFailure("1 January 2027 is a day") }
        return WatchlistEntry(
            id: id(number), list: "synthetic",
            subject: .person(WatchedPerson(surname: surname, given: "BURUNG", documentNumber: "X9876543")),
            owner: "unit 1",
            basis: "letter 1", category: .narcotics, reason: "synthetic", reviewDate: day, expiry: day,
            addedAtMilliseconds: Int64(number))
    }

    public static func judgement(of hit: Hit, _ answer: JudgementAnswer = .different) -> Judgement {
        Judgement(
            entry: hit.entry, traveller: hit.traveller, answer: answer, reason: "another person", officer: id(77),
            atMilliseconds: 9, facts: hit.facts, personTokens: hit.personTokens)
    }

    public static func decision(
        _ number: UInt64, _ decision: Decision, at: Int64? = nil, post: String? = nil
    ) -> DecisionRecord {
        DecisionRecord(
            id: id(number, of: 5), atMilliseconds: at ?? Int64(number), officer: id(77),
            post: post.flatMap { PostCode($0) }, decision: decision)
    }

    public static func account(_ number: UInt64, login: String, hash: String = "hash") -> Account {
        Account(
            officer: Officer(id: id(number), login: login, displayName: "Petugas \(number)", role: .officer, posts: []),
            passwordHash: hash)
    }

    public static func event(_ number: UInt64, subjects: [String] = [], officer: UInt64? = nil) -> AuditEvent {
        let actor: AuditActor = officer.map { .officer(id($0), role: .officer, post: nil) } ?? .system
        return AuditEvent(
            atMilliseconds: Int64(number), actor: actor, action: officer == nil ? .ingest : .viewTraveller,
            subjects: subjects, detail: "n=\(number)")
    }
}
