// SPDX-License-Identifier: Apache-2.0

public import Civil
internal import Identity
public import Mandate
public import Screening
public import Travel

/// Asks the registry's service about the numbers that travellers quote: urgent voyages first, each question once, within
/// the day's quota, and never in anybody's way. A board that is opened meanwhile shows what is known.
///
/// Each question is in the audit log before it leaves; each answer is in the decision log before it is shown. Answers
/// are destroyed when the days of the agreement for keeping them are over (requirement R27).
public actor VerificationDesk {
    /// How a traveller stands with the registry's service.
    public enum Standing: Hashable, Sendable {
        /// The messages give no number to ask about.
        case noNumber
        case answered(RegistryReply)
        /// Not verified, and why nobody is asking; nil while it waits its turn.
        case notVerified(RegistryHold?)
    }

    /// How the asking goes.
    public struct Overview: Hashable, Sendable {
        public var hold: RegistryHold?
        public var askedToday: Int
        public var quota: Int
        public var waiting: Int
        public var answered: Int
    }

    let terms: RegistryTerms
    let store: any CaseworkStore
    private let voyages: VoyageReader
    let tokeniser: any Tokeniser
    let asker: any RegistryAsking
    private let links: ConfirmedLinks?
    private let earlier: (any EarlierNumbers)?
    let now: @Sendable () -> Int64

    var governor: RegistryGovernor
    private var queue = VerificationQueue()
    private var replies: [BlindToken: RegistryReply] = [:]
    /// When the registry last found a number to be its bearer's own.
    private var confirmed: [NIK: Int64] = [:]
    /// How often the persons of a voyage were waited for.
    private var waits: [RecordID<Voyage>: Int] = [:]
    var inFlight: Set<BlindToken> = []
    /// Questions about photographs that are on their way.
    var facesInFlight = 0
    private var seen: [RecordID<Voyage>: Int64] = [:]
    private var scannedAt: Int64 = 0
    private var forgotAt: Int64 = 0

    /// Travellers are asked about until so long after their hour.
    private static let minutesAfter = 360
    private static let scanMilliseconds: Int64 = 5_000
    private static let forgetMilliseconds: Int64 = 3_600_000
    private static let replyLimit = 2_000_000
    /// From this probability on a number counts as its bearer's own for later journeys.
    public static let confirmedFrom = 0.9
    /// Persons across journeys are gathered within some seconds of a message; longer is not waited for.
    private static let mostWaits = 12

    public init(
        terms: RegistryTerms, store: any CaseworkStore, voyages: VoyageReader, tokeniser: any Tokeniser,
        asker: any RegistryAsking, links: ConfirmedLinks? = nil,
        earlier: (any EarlierNumbers)? = nil, now: @escaping @Sendable () -> Int64
    ) {
        self.terms = terms
        self.store = store
        self.voyages = voyages
        self.tokeniser = tokeniser
        self.asker = asker
        self.links = links
        self.earlier = earlier
        self.now = now
        governor = RegistryGovernor(terms: terms)
    }

    /// Reads the answers that are kept; to be called once, before ``run()``.
    public func load() async throws(StoreError) {
        let now = now()
        let kept = try await store.decisions(
            kinds: [.registryReplied, .registryFaceReplied], post: nil, sinceMilliseconds: now - keepMilliseconds,
            limit: Self.replyLimit)
        let today = RegistryTerms.day(now)
        for record in kept.reversed() {
            if case .registryReplied(let reply) = record.decision { hold(reply) }
            // A question about a photograph costs quota too; its answer is not used again.
            if RegistryTerms.day(record.atMilliseconds) == today { governor.count(1, on: today) }
        }
    }

    /// Asks for as long as the task lives.
    public func run() async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<terms.service.parallel { group.addTask { try await self.work() } }
            group.addTask { try await self.watch() }
            try await group.waitForAll()
        }
    }

    /// How a traveller stands, from what is held in memory: never waits for the service.
    public func standing(of traveller: Traveller) async -> Standing {
        await standings(of: [traveller])[traveller.id] ?? .noNumber
    }

    private func standing(_ claim: TravellerClaim) -> Standing {
        guard let question = RegistryQuestion(claim) else { return .noNumber }
        let now = now()
        guard terms.holds(atMilliseconds: now) else { return .notVerified(governor.hold(reserve: 0, now: now)) }
        if let reply = replies[question.token(terms.service.mode, tokeniser)],
            reply.atMilliseconds > now - keepMilliseconds
        {
            return .answered(reply)
        }
        return .notVerified(governor.hold(reserve: terms.service.reserve, now: now))
    }

    /// How several stand.
    public func standings(of travellers: [Traveller]) async -> [RecordID<Traveller>: Standing] {
        await claims(of: travellers).claims.mapValues { standing($0.claim) }
    }

    /// Where the number beside a traveller comes from; nil where there is none.
    public func origin(of traveller: Traveller) async -> NumberOrigin? {
        await claims(of: [traveller]).claims[traveller.id]?.origin
    }

    /// What is known of who travellers are, with the number that is asked about: what the messages quote, else what an
    /// officer confirmed for the document, else what an earlier journey quoted and the registry found to be right.
    ///
    /// Two numbers of earlier journeys contradict each other, and none is taken; nor is one that an officer refused.
    /// - Returns: also whether all persons were known.
    private func claims(
        of travellers: [Traveller]
    ) async -> (claims: [RecordID<Traveller>: (claim: TravellerClaim, origin: NumberOrigin?)], isWhole: Bool) {
        var found: [RecordID<Traveller>: (claim: TravellerClaim, origin: NumberOrigin?)] = [:]
        var open: [Traveller] = []
        for traveller in travellers {
            let claim = links?.claim(of: traveller) ?? traveller.claim
            let isQuoted = traveller.nik.current != nil
            found[traveller.id] = (claim, claim.nik == nil ? nil : isQuoted ? .quoted : .confirmed)
            if claim.nik == nil { open.append(traveller) }
        }
        guard let earlier, !open.isEmpty, !confirmed.isEmpty else { return (found, true) }
        let numbers = await earlier.earlierNumbers(of: open)
        let oldest = now() - keepMilliseconds
        for traveller in open {
            let judged = links?.links(of: traveller) ?? [:]
            let own = (numbers[traveller.id] ?? []).filter {
                (confirmed[$0.nik] ?? .min) > oldest && judged[$0.nik]?.answer != .different
            }
            guard let first = own.first, Set(own.map(\.nik)).count == 1 else { continue }
            found[traveller.id]?.claim.nik = first.nik
            found[traveller.id]?.origin = .earlier(first)
        }
        return (found, open.allSatisfy { numbers[$0.id] != nil })
    }

    /// Holds an answer, and what it says of its number.
    private func hold(_ reply: RegistryReply) {
        replies[reply.question] = reply
        guard case .compared = reply.finding, Verification(reply.finding).probability >= Self.confirmedFrom else {
            return
        }
        confirmed[reply.nik] = max(confirmed[reply.nik] ?? .min, reply.atMilliseconds)
    }

    public func overview() -> Overview {
        let now = now()
        return Overview(
            hold: governor.hold(reserve: terms.service.reserve, now: now),
            askedToday: governor.day == RegistryTerms.day(now) ? governor.asked : 0,
            quota: terms.service.dailyQuota, waiting: queue.count + inFlight.count, answered: replies.count)
    }

    private var keepMilliseconds: Int64 { Int64(terms.keepDays) * 86_400_000 }
}

extension VerificationDesk {
    /// Finds new questions, and forgets answers in time.
    private func watch() async throws {
        while true {
            // What fails here fails at the store, and the next round tries again.
            try? await scan()
            try? await forget()
            try await Task.sleep(for: .milliseconds(Self.scanMilliseconds))
        }
    }

    /// Puts the travellers of voyages with news into the queue.
    func scan() async throws {
        let now = now()
        guard terms.holds(atMilliseconds: now) else { return }
        let minute = Int(now / 60_000)
        var rows: [BoardRow] = []
        for direction in [TravelDirection.arrival, .departure] {
            rows += try await store.board(
                BoardQuery(
                    posts: nil, direction: direction, fromUTC: minute - Self.minutesAfter,
                    toUTC: minute + terms.service.hoursBefore * 60, limit: 5_000))
        }
        let current = Set(rows.map(\.facts.id))
        seen = seen.filter { current.contains($0.key) }
        waits = waits.filter { current.contains($0.key) }
        rows.sort { ($0.facts.postTimeUTC ?? .max, $0.facts.id) < ($1.facts.postTimeUTC ?? .max, $1.facts.id) }
        for row in rows where seen[row.facts.id] != row.summary.lastMessageAtMilliseconds {
            guard let voyage = try await voyages.voyage(row.facts.id) else { continue }
            let isWhole = await consider(voyage)
            waits[row.facts.id, default: 0] += 1
            if isWhole || waits[row.facts.id, default: 0] >= Self.mostWaits {
                seen[row.facts.id] = row.summary.lastMessageAtMilliseconds
                waits[row.facts.id] = nil
            }
            try Task.checkCancellation()
        }
    }

    /// Puts the questions of one voyage into the queue; false where persons are still being gathered.
    @discardableResult
    func consider(_ voyage: Voyage) async -> Bool {
        guard let due = voyage.facts.postTimeUTC, voyage.facts.status != .cancelled else { return true }
        let aboard = voyage.travellers.filter { $0.status != .cancelled && $0.status != .notOnBoard }
        let (claims, isWhole) = await claims(of: aboard)
        let oldest = now() - keepMilliseconds
        for traveller in aboard {
            guard let claim = claims[traveller.id]?.claim, let question = RegistryQuestion(claim) else { continue }
            let token = question.token(terms.service.mode, tokeniser)
            if inFlight.contains(token) { continue }
            if let reply = replies[token], reply.atMilliseconds > oldest { continue }
            queue.add(
                VerificationQueue.Item(
                    question: question, token: token, voyage: voyage.id, traveller: traveller.id, dueUTC: due))
        }
        return isWhole
    }

    /// Destroys the answers whose days are over, and the numbers held of them.
    func forget() async throws {
        let now = now()
        guard !(0..<Self.forgetMilliseconds).contains(now - forgotAt) else { return }
        let limit = now - keepMilliseconds
        replies = replies.filter { $0.value.atMilliseconds > limit }
        confirmed = confirmed.filter { $0.value > limit }
        _ = try await store.forgetReplies(beforeMilliseconds: limit, atMilliseconds: now)
        forgotAt = now
    }

    private func work() async throws {
        while true {
            if let item = take() {
                await answer(item)
            } else {
                try await Task.sleep(for: .milliseconds(100))
            }
            try Task.checkCancellation()
        }
    }

    /// The most urgent question, where one may be asked now.
    private func take() -> VerificationQueue.Item? {
        let now = now()
        guard governor.hold(reserve: terms.service.reserve + inFlight.count + facesInFlight, now: now) == nil else {
            return nil
        }
        if governor.isTrying, !inFlight.isEmpty || facesInFlight > 0 { return nil }
        guard let item = queue.next(notBefore: Int(now / 60_000) - Self.minutesAfter) else { return nil }
        inFlight.insert(item.token)
        return item
    }

    /// Asks one question and keeps what came of it; a question that was not answered waits again.
    private func answer(_ item: VerificationQueue.Item) async {
        defer { inFlight.remove(item.token) }
        if await answer(asking: item) != nil, item.voyage != nil { queue.add(item) }
    }

    /// Asks for an officer who waits at a post: out of turn, from the questions that are kept in reserve.
    ///
    /// - Returns: how the question stands afterwards.
    public func askNow(
        _ question: RegistryQuestion, about traveller: Traveller?
    ) async -> Standing {
        let token = question.token(terms.service.mode, tokeniser)
        // Somebody may be asking just this; their answer serves.
        for _ in 0..<terms.service.timeoutSeconds * 20 where inFlight.contains(token) {
            try? await Task.sleep(for: .milliseconds(50))
        }
        let now = now()
        if let reply = replies[token], reply.atMilliseconds > now - keepMilliseconds { return .answered(reply) }
        if let hold = governor.hold(reserve: inFlight.count + facesInFlight, now: now) { return .notVerified(hold) }
        inFlight.insert(token)
        defer { inFlight.remove(token) }
        let item = VerificationQueue.Item(
            question: question, token: token, voyage: traveller?.voyage, traveller: traveller?.id, dueUTC: 0)
        if let why = await answer(asking: item) {
            return .notVerified(
                governor.hold(reserve: 0, now: self.now()) ?? .failing(why, retryAtMilliseconds: self.now()))
        }
        return replies[token].map { .answered($0) } ?? .notVerified(nil)
    }

    /// Asks, and keeps the answer; why there is none.
    private func answer(asking item: VerificationQueue.Item) async -> RegistryFailure? {
        let asked = now()
        let event = AuditEvent(
            atMilliseconds: asked, actor: .system, action: .verifyIdentity, reference: terms.agreement,
            subjects: [item.traveller.map { "traveller:\($0)" }, item.voyage.map { "voyage:\($0)" }]
                .compactMap(\.self) + ["resident:\(tokeniser.token(.nik, item.question.nik.description))"],
            detail: terms.service.mode.rawValue)
        do { try await store.appendAudit([event]) } catch {
            governor.failed(.unreachable, now: asked)
            return .unreachable
        }
        switch await asker.ask(item.question) {
        case .failed(let why):
            governor.failed(why, now: now())
            return why
        case .found(let finding):
            governor.succeeded()
            governor.count(1, on: RegistryTerms.day(asked))
            await keep(
                RegistryReply(
                    question: item.token, nik: item.question.nik, voyage: item.voyage, traveller: item.traveller,
                    finding: finding, agreement: terms.agreement, atMilliseconds: asked))
            return nil
        }
    }

    /// Writes an answer into the decision log, and shows it only then. An answer costs quota: while the store cannot take
    /// it, it is tried again.
    private func keep(_ reply: RegistryReply) async {
        var generator = SystemRandomNumberGenerator()
        let record = DecisionRecord(
            id: .random(using: &generator), atMilliseconds: reply.atMilliseconds, officer: nil, post: nil,
            decision: .registryReplied(reply))
        while !Task.isCancelled {
            do {
                try await store.record(CaseworkChange(decisions: [record]), audit: [])
                hold(reply)
                return
            } catch { try? await Task.sleep(for: .seconds(1)) }
        }
    }
}
