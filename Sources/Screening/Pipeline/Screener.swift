// SPDX-License-Identifier: Apache-2.0

public import Civil
public import Identity
public import Mandate
public import Travel
internal import Watchlists

/// Turns pending messages into voyages, travellers and hits, a batch at a time.
///
/// A batch costs five store calls whatever it holds: pending, knowledge, watchlist tokens, entries, commit. Decoded
/// messages of recent voyages are kept in memory, so that the cost of a message does not grow with its voyage's bytes.
public actor Screener {
    private let store: any ScreeningStore
    private let assembler: VoyageAssembler
    private let decode: @Sendable (StoredMessage) -> ReceivedMessage
    private let tokens: IdentityTokens
    private let making: HitMaking
    private let clock: @Sendable () -> Int64
    private let follow: @Sendable () async throws -> Void
    private var index = WatchlistIndex()
    private var watchlistVersion: Int64 = 0
    private var cache: VoyageDraftCache
    private var portsVersion: Int
    private var batch = BatchSize()

    /// - Parameters:
    ///   - decode: reads a stored message's bytes to values; never fails, since what cannot be read is quarantined
    /// before.
    ///   - cacheTravellers: how many travellers' worth of decoded messages to hold in memory.
    ///   - follow: brings the ports to what the store says of them by then; asked once a batch that holds something.
    ///   - clock: milliseconds since 1970 UTC, for audit records and the record of when a message was first screened.
    public init(
        store: any ScreeningStore, tokeniser: any Tokeniser, resolver: any Resolver, assembler: VoyageAssembler,
        decode: @escaping @Sendable (StoredMessage) -> ReceivedMessage, cacheTravellers: Int = 60_000,
        follow: @escaping @Sendable () async throws -> Void = {}, clock: @escaping @Sendable () -> Int64
    ) {
        self.store = store
        self.assembler = assembler
        self.decode = decode
        tokens = IdentityTokens(tokeniser: tokeniser)
        making = HitMaking(tokeniser: tokeniser, resolver: resolver)
        cache = VoyageDraftCache(limit: cacheTravellers)
        portsVersion = assembler.portsVersion
        self.clock = clock
        self.follow = follow
    }

    /// Screens the oldest pending messages, at most `limit`; nil leaves it to how large their voyages are.
    public func screenPending(limit: Int? = nil) async throws -> ScreeningProgress {
        let limit = limit ?? batch.messages
        let pending = try await store.pendingMessages(limit: limit)
        guard !pending.isEmpty else { return ScreeningProgress() }
        // The store screens again what an act changed that came behind this version, so that what is followed after it
        // may be newer and never older.
        let delta = try await store.watchlistTokens(since: watchlistVersion)
        for (entry, tokens) in delta.tokens { index.update(entry, tokens: tokens) }
        watchlistVersion = delta.version
        try await follow()
        // Drafts remember direction and border leg, which a port that was added or corrected may change.
        if portsVersion != assembler.portsVersion {
            portsVersion = assembler.portsVersion
            cache.removeAll()
        }
        let now = clock()
        var screened: [ScreenedMessage] = []
        var fresh: [RecordID<Voyage>: [DecodedMessage]] = [:]
        for stored in pending {
            var decoded = DecodedMessage(stored, decode: decode)
            decoded.screenedAtMilliseconds = stored.screenedAtMilliseconds ?? now
            // A message that was screened stays with its voyage, whatever has become of the tables since: one that left
            // alone would split the voyage and take judged hits away from it.
            let voyage = stored.voyage ?? assembler.identity(of: decoded).id
            screened.append(ScreenedMessage(decoded, voyage: decoded.message.belongsToVoyage ? voyage : nil))
            if decoded.message.belongsToVoyage { fresh[voyage, default: []].append(decoded) }
        }
        let changes = try await screen(fresh)
        var progress = ScreeningProgress(
            messages: screened.map(\.id), voyages: changes.map(\.facts.id),
            waitingHits: changes.reduce(0) { $0 + $1.upsertedHits.count { $0.status.isWaiting } })
        progress.isDrained = pending.count < limit
        let arrivals = zip(pending, screened).filter { $0.0.screenedAtMilliseconds == nil }
        let audit = AuditEvent(
            atMilliseconds: now, actor: .system, action: .screen,
            detail: "messages=\(screened.count) voyages=\(changes.count)")
        try await store.commit(
            ScreeningChanges(screened: screened, voyages: changes, watchlistVersion: watchlistVersion), audit: [audit])
        let visible = clock()
        progress.arrivals = arrivals.map { stored, message in
            ScreenedArrival(
                kind: message.kind, sizeBytes: stored.bytes.count,
                waitMilliseconds: max(0, visible - stored.receivedAtMilliseconds))
        }
        return progress
    }

    private func screen(_ fresh: [RecordID<Voyage>: [DecodedMessage]]) async throws -> [VoyageChange] {
        let ids = fresh.keys.sorted()
        guard !ids.isEmpty else { return [] }
        let held = Set(ids.flatMap { cache.messages(of: $0).map(\.id) } + fresh.values.joined().map(\.id))
        let knowledge = try await store.knowledge(of: ids, held: held)
        let known = Dictionary(knowledge.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
        let work = VoyageWork(assembler: assembler, decode: decode, tokens: tokens, index: index)
        let results = await work.results(
            of: ids.map { id in
                VoyageWork.Job(
                    stored: known[id] ?? VoyageKnowledge(id: id), draft: HeldDraft(cache.take(id)),
                    fresh: fresh[id] ?? [])
            })
        batch.note(
            handled: results.reduce(0) { $0 + $1.draft.weight },
            added: fresh.values.joined().reduce(0) { $0 + $1.message.travellers.count })
        for result in results { cache.hold(result.draft, of: result.stored.id) }
        let wanted = Set(results.flatMap { $0.candidates.joined() })
        let entries = try await store.entries(wanted.sorted())
        let byID = Dictionary(entries.map { ($0.entry.id, $0) }, uniquingKeysWith: { a, _ in a })
        return results.map { result in
            let screening = result.screening
            var found: [HitMaking.Found] = []
            let clusters = result.candidates.contains { !$0.isEmpty } ? result.draft.clusters.byTraveller : [:]
            for (traveller, entries) in zip(screening.voyage.travellers, result.candidates) {
                for id in entries {
                    guard let entry = byID[id] else { continue }
                    let hit = making.hit(
                        entry, on: traveller, of: screening.voyage.facts,
                        cluster: clusters[traveller.id],
                        receivedAt: screening.receivedAt)
                    if let hit { found.append(hit) }
                }
            }
            return screening.change(from: result.stored, found: found)
        }
    }
}

/// A message that was screened for the first time, in figures.
public struct ScreenedArrival: Hashable, Sendable {
    public var kind: MessageKind
    public var sizeBytes: Int
    /// From its receipt until what came of it was on the boards.
    public var waitMilliseconds: Int64
}

/// What a call of the screener did.
public struct ScreeningProgress: Hashable, Sendable {
    /// The messages that are no longer pending.
    public var messages: [RecordID<ReceivedMessage>]
    public var voyages: [RecordID<Voyage>]
    /// Hits that came up or changed and wait for an officer.
    public var waitingHits: Int
    /// Whether nothing was left pending.
    public var isDrained: Bool
    /// The messages among them that were screened for the first time.
    public var arrivals: [ScreenedArrival] = []

    public init(
        messages: [RecordID<ReceivedMessage>] = [], voyages: [RecordID<Voyage>] = [], waitingHits: Int = 0,
        isDrained: Bool = true
    ) {
        self.messages = messages
        self.voyages = voyages
        self.waitingHits = waitingHits
        self.isDrained = isDrained
    }
}

extension ReceivedMessage {
    /// Whether the message says something of a voyage or of who travels on it.
    var belongsToVoyage: Bool {
        switch kind {
        case .paxlst, .pnrgov, .manifest, .mrz: status != .quarantined
        case .cusres:
            // An answer that names no flight stands beside no voyage.
            voyage.number != nil && voyage.legs.contains { $0.departure != nil || $0.arrival != nil }
        case .ackres, .govreq, .unknown: false
        }
    }
}

extension ScreenedMessage {
    /// Under which deviations are counted that a carrier profile declares as known.
    public static let expectedCode = "expected-deviation"

    /// The row of a message that was read.
    init(_ decoded: DecodedMessage, voyage: RecordID<Voyage>?) {
        var counts: [String: Int] = [:]
        for warning in decoded.message.warnings {
            counts[warning.isExpected ? ScreenedMessage.expectedCode : warning.code, default: 0] += 1
        }
        self.init(
            id: decoded.id, voyage: voyage, kind: decoded.message.kind, state: .screened,
            carrier: decoded.message.voyage.carrier, travellers: decoded.message.travellers.count, warnings: counts,
            screenedAtMilliseconds: decoded.screenedAtMilliseconds)
    }
}
