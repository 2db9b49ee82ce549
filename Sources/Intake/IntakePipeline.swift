// SPDX-License-Identifier: Apache-2.0

internal import Civil
public import Mandate
public import Messages
public import Screening
internal import Synchronization

/// From bytes to durable messages: cut, told apart, filtered, stored in batches, acknowledged in order.
public struct IntakePipeline: Sendable {
    private let store: any InboxStore
    private let intake: MessageIntake
    private let configuration: IntakeConfiguration
    private let clock: @Sendable () -> Int64
    private let profiles: @Sendable () async throws(StoreError) -> ProfiledReader
    private let hasRoom: @Sendable () -> Bool
    private let gate = IntakeGate()
    private let refusals = RefusalCount()

    /// - Parameters:
    ///   - hasRoom: whether the disk has more than what is kept back for audit records and decisions; asked for each
    ///     batch.
    ///   - profiles: the carrier profiles in force, asked for once an input.
    ///   - clock: milliseconds since 1970 UTC.
    public init(
        store: any InboxStore, tokeniser: any Tokeniser, configuration: IntakeConfiguration = IntakeConfiguration(),
        profiles: @escaping @Sendable () async throws(StoreError) -> ProfiledReader = {
            () async throws(StoreError) in ProfiledReader([]) { _ in nil }
        },
        hasRoom: @escaping @Sendable () -> Bool = { true }, clock: @escaping @Sendable () -> Int64
    ) throws(IntakeConfigurationError) {
        try configuration.validate()
        self.store = store
        self.configuration = configuration
        self.clock = clock
        self.profiles = profiles
        self.hasRoom = hasRoom
        intake = MessageIntake(tokeniser: tokeniser)
    }

    /// Takes all messages of an input and returns their receipts, in order, when every one is on disk.
    ///
    /// - Parameters:
    ///   - origin: the file's or feed's name; no personal data.
    ///   - actor: who sends it.
    ///   - receivedAt: for history taken over from elsewhere, when it came and was screened there, milliseconds since
    ///     1970 UTC; nil for what comes now.
    ///   - durable: called with the receipts of each batch as soon as it is on disk, in order.
    @discardableResult
    public func take(
        _ bytes: [UInt8], origin: String, actor: AuditActor = .system, receivedAt: Int64? = nil,
        durable: ([IntakeReceipt]) async -> Void = { _ in }
    ) async throws(IntakeError) -> [IntakeReceipt] {
        guard bytes.count <= configuration.inputLimitBytes else {
            throw .tooLarge(limitBytes: configuration.inputLimitBytes)
        }
        let now = clock()
        let limit = configuration.messagesLimit
        let received = receivedAt ?? now
        let reader: ProfiledReader
        do { reader = try await profiles() } catch { throw .store(error) }
        let found = intake.entries(
            bytes, origin: origin, receivedAtMilliseconds: received, limit: limit, reader: reader)
        guard var entries = found else {
            throw .tooManyMessages(limit: limit)
        }
        if let receivedAt { for place in entries.indices { entries[place].screenedAtMilliseconds = receivedAt } }
        var receipts: [IntakeReceipt] = []
        receipts.reserveCapacity(entries.count)
        var start = 0
        while start < entries.count {
            guard !Task.isCancelled else { throw .cancelled }
            let batch = Array(entries[start..<min(start + configuration.batchMessages, entries.count)])
            let stored = try await append(batch, actor: actor, now)
            let fresh = stored.enumerated().map {
                IntakeReceipt(index: start + $0.offset, id: $0.element.id, outcome: $0.element.outcome)
            }
            receipts += fresh
            await durable(fresh)
            start += batch.count
        }
        return receipts
    }

    private func append(
        _ batch: [InboxEntry], actor: AuditActor, _ now: Int64
    ) async throws(IntakeError) -> [InboxReceipt] {
        guard hasRoom() else {
            await noteRefusal(of: batch.count, actor: actor, now)
            throw full
        }
        guard gate.enter(batch.count, limit: configuration.underWayLimit) else { throw full }
        defer { gate.leave(batch.count) }
        let quarantined = batch.count { $0.state == .quarantined }
        let event = AuditEvent(
            atMilliseconds: now, actor: actor, action: .ingest,
            detail: "messages=\(batch.count) quarantined=\(quarantined)")
        do { return try await store.append(batch, audit: [event]) } catch {
            switch error {
            case .full, .busy: throw full
            case .cancelled: throw .cancelled
            case .taken, .damaged, .failed: throw .store(error)
            }
        }
    }

    /// Records that messages were refused for want of room, in what is kept back for that: at most once a minute.
    private func noteRefusal(of count: Int, actor: AuditActor, _ now: Int64) async {
        guard let messages = refusals.due(adding: count, now) else { return }
        let event = AuditEvent(
            atMilliseconds: now, actor: actor, action: .ingest, outcome: .refused,
            detail: "no room messages=\(messages)")
        do { _ = try await store.append([], audit: [event]) } catch { refusals.restore(messages) }
    }

    private var full: IntakeError { .full(retryAfterSeconds: configuration.retryAfterSeconds) }
}

/// Counts the messages under way, over all callers of a pipeline: a class since its copies share one count.
private final class IntakeGate: Sendable {
    private let underWay = Mutex(0)

    func enter(_ count: Int, limit: Int) -> Bool {
        underWay.withLock { current in
            guard current + count <= limit else { return false }
            current += count
            return true
        }
    }

    func leave(_ count: Int) { underWay.withLock { $0 -= count } }
}

/// Counts messages refused since the last record of it.
private final class RefusalCount: Sendable {
    private static let pauseMilliseconds: Int64 = 60_000
    private let state = Mutex<(count: Int, recordedAt: Int64)>((0, .min / 2))

    /// The count where a record is due, else nil.
    func due(adding count: Int, _ now: Int64) -> Int? {
        state.withLock { state in
            state.count += count
            guard !(0..<RefusalCount.pauseMilliseconds).contains(now - state.recordedAt) else { return nil }
            defer { state = (0, now) }
            return state.count
        }
    }

    /// Takes back a count whose record could not be written.
    func restore(_ count: Int) { state.withLock { $0 = ($0.count + count, .min / 2) } }
}
