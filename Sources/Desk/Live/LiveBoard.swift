// SPDX-License-Identifier: Apache-2.0

import Casework
import Mandate
import Safeguards
import Travel
import Wording

/// Tells the readers of boards what has changed: one look at the store for all of them, each push recorded before it goes.
actor LiveBoard {
    /// One open page.
    struct Reader: Sendable {
        let token: SessionToken
        let signedIn: SignedIn
        let view: BoardView
        let clock: LocalClock
    }

    private struct Subscription {
        let reader: Reader
        let stream: AsyncStream<String>.Continuation
        var lines: [String: BoardLine]
        var needsLook = false
    }

    private let reader: BoardReader
    private let sessions: SessionDesk
    private let services: DeskServices
    private let limit: Int
    private var subscriptions: [Int: Subscription] = [:]
    private var nextNumber = 0
    private var lastCount: Int64?
    private var isStoreAway = false

    init(reader: BoardReader, sessions: SessionDesk, services: DeskServices, limit: Int) {
        self.reader = reader
        self.sessions = sessions
        self.services = services
        self.limit = limit
    }

    /// How many pages are open.
    var readerCount: Int { subscriptions.count }

    /// Opens a line for a reader who has these rows on the page already.
    func subscribe(_ asker: Reader, showing lines: [BoardLine]) throws(DeskError) -> AsyncStream<String> {
        guard subscriptions.count < limit else { throw .tooMany(retryAfterSeconds: 10) }
        let own = subscriptions.filter { $0.value.reader.token == asker.token }
        if own.count >= 6, let oldest = own.keys.min() { close(oldest) }
        let number = nextNumber
        nextNumber += 1
        let (stream, continuation) = AsyncStream.makeStream(of: String.self, bufferingPolicy: .bufferingNewest(32))
        continuation.onTermination = { [weak self] _ in
            // Awaited by nobody: it only forgets a reader that has gone.
            Task { await self?.close(number) }
        }
        subscriptions[number] = Subscription(
            reader: asker, stream: continuation,
            lines: Dictionary(lines.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a }))
        continuation.yield("retry: 3000\n\n" + LiveBoard.beat(services.now(), isStoreAway: isStoreAway))
        return stream
    }

    /// Looks whether anything changed, and tells whom it concerns.
    func look() async {
        guard !subscriptions.isEmpty else { return }
        let count: Int64
        do {
            count = try await services.store.changeCount()
            isStoreAway = false
        } catch {
            isStoreAway = true
            return
        }
        if count != lastCount {
            lastCount = count
            for number in subscriptions.keys { subscriptions[number]?.needsLook = true }
        }
        await push()
    }

    /// Says to every reader that the line is alive, and until when the data reach.
    func beat() async {
        let now = services.now()
        for number in subscriptions.keys.sorted() {
            guard let subscription = subscriptions[number] else { continue }
            guard await isEntitled(subscription.reader, now: now) else {
                subscription.stream.yield("event: ended\ndata: {}\n\n")
                close(number)
                continue
            }
            let alarms = await alarms(for: subscription.reader, now: now)
            subscription.stream.yield(LiveBoard.beat(now, isStoreAway: isStoreAway, alarms: alarms))
        }
    }

    /// Ends all lines, as at shutdown.
    func closeAll() { for number in subscriptions.keys { close(number) } }

    private func close(_ number: Int) {
        subscriptions.removeValue(forKey: number)?.stream.finish()
    }

    private func push() async {
        let now = services.now()
        var known: [BoardView: [BoardRow]] = [:]
        guard subscriptions.values.contains(where: \.needsLook), let marks = try? await reader.marks(now: now) else {
            return
        }
        var pending: [(number: Int, lines: [BoardLine], text: String, event: AuditEvent)] = []
        for number in subscriptions.keys.sorted() {
            guard let subscription = subscriptions[number], subscription.needsLook else { continue }
            guard await isEntitled(subscription.reader, now: now) else {
                subscription.stream.yield("event: ended\ndata: {}\n\n")
                close(number)
                continue
            }
            let view = subscription.reader.view
            if known[view] == nil {
                do { known[view] = try await reader.rows(view, now: now) } catch { continue }
            }
            let lines = BoardReader.arranged(
                (known[view] ?? []).map {
                    BoardLine($0, faces: marks, clock: subscription.reader.clock, services: services, now: now)
                }, view)
            guard
                let message = LiveBoard.difference(
                    from: subscription.lines, to: lines, reader: subscription.reader, now: now)
            else {
                subscriptions[number]?.needsLook = false
                continue
            }
            let session = subscription.reader.signedIn.session
            let event = AuditEvent(
                atMilliseconds: now, actor: session.actor, action: .pushBoard, purpose: session.grant?.purpose,
                reference: session.grant?.reference, subjects: message.changed.map { "voyage:" + $0 })
            pending.append((number, lines, message.text, event))
        }
        guard !pending.isEmpty else { return }
        // Nothing leaves before its record is on disk; what could not be recorded is tried again at the next look.
        do { try await services.store.appendAudit(pending.map(\.event)) } catch { return }
        for item in pending {
            subscriptions[item.number]?.needsLook = false
            subscriptions[item.number]?.lines = Dictionary(
                item.lines.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
            subscriptions[item.number]?.stream.yield(item.text)
        }
    }

    private func isEntitled(_ asker: Reader, now: Int64) async -> Bool {
        let current: SignedIn?
        do {
            current = try await sessions.entitled(asker.token, now: now, touching: false, services: services)
        } catch {
            // While the store is away nothing is pushed; the account is compared once it is back.
            current = await sessions.find(asker.token, now: now, touching: false)
        }
        guard let current else { return false }
        let session = current.session
        let posts: Set<PostCode> = session.chosenPost.map { [$0] } ?? []
        return services.policy.decide(.viewBoard, for: session.subject, at: posts, atMilliseconds: now).isAllowed
    }

    private static func difference(
        from old: [String: BoardLine], to lines: [BoardLine], reader: Reader, now: Int64
    ) -> (text: String, changed: [String])? {
        let changed = lines.filter { old[$0.id] != $0 }
        let ids = Set(lines.map(\.id))
        let removed = old.keys.filter { !ids.contains($0) }.sorted()
        guard !changed.isEmpty || !removed.isEmpty else { return nil }
        let words = reader.clock.words
        let rows = changed.map { line in
            DeskJSON.object([
                "line": line.json, "isNew": old[line.id] == nil ? "true" : "false",
                "band": DeskJSON.quoted(words(.rankBand, RankBand(rank: line.rank))),
            ])
        }
        let json = DeskJSON.object([
            "at": "\(now)", "changed": DeskJSON.array(rows), "removed": DeskJSON.array(removed.map(DeskJSON.quoted)),
            "order": DeskJSON.array(lines.map { DeskJSON.quoted($0.id) }),
        ])
        return ("event: board\ndata: " + json + "\n\n", changed.map(\.id))
    }

    /// How many look-up alarms came in the last day, for a reader who may see decisions.
    private func alarms(for asker: Reader, now: Int64) async -> Int? {
        let session = asker.signedIn.session
        let posts: Set<PostCode> = session.chosenPost.map { [$0] } ?? []
        guard services.policy.decide(.viewDecisions, for: session.subject, at: posts, atMilliseconds: now).isAllowed
        else { return nil }
        return try? await LookUpAlarmDesk(services: services).count(at: Set(posts.map(\.description)), now: now)
    }

    private static func beat(_ now: Int64, isStoreAway: Bool, alarms: Int? = nil) -> String {
        let count = alarms.map { ",\"alarms\":\($0)" } ?? ""
        return "event: beat\ndata: {\"at\":\(now),\"storeAway\":\(isStoreAway)\(count)}\n\n"
    }
}
