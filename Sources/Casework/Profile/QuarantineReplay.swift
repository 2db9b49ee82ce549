// SPDX-License-Identifier: Apache-2.0

public import Civil
public import Mandate
public import Messages
public import Screening
public import Travel

/// Reads messages of the quarantine again: what can be read now goes on as ordinary messages, through the edge filter.
public struct QuarantineReplay: Sendable {
    private let store: any CaseworkStore
    private let tokeniser: any Tokeniser
    private let reader: ProfiledReader

    public init(store: any CaseworkStore, tokeniser: any Tokeniser, reader: ProfiledReader) {
        self.store = store
        self.tokeniser = tokeniser
        self.reader = reader
    }

    /// What a replay came to.
    public struct Outcome: Hashable, Sendable, Codable {
        /// Messages of the quarantine that were looked at, and that could be read.
        public var looked = 0
        public var readable = 0
        /// Ordinary messages that came of them and were not known before.
        public var stored = 0
        /// Records that are damaged on disk; those behind them are looked at all the same.
        public var damaged = 0

        /// A job on disk keeps the first three; how many were damaged is said where the replay runs.
        private enum CodingKeys: String, CodingKey { case looked, readable, stored }

        public init(looked: Int = 0, readable: Int = 0, stored: Int = 0, damaged: Int = 0) {
            self.looked = looked
            self.readable = readable
            self.stored = stored
            self.damaged = damaged
        }
    }

    /// Replays one message; whether it could be read.
    public func replay(
        _ id: RecordID<ReceivedMessage>, by mandate: Mandated?, atMilliseconds now: Int64
    ) async throws(StoreError) -> Outcome {
        var outcome = Outcome()
        guard let stored = try await store.message(id), stored.state == .quarantined else { return outcome }
        outcome.looked = 1
        guard let entries = entries(of: stored) else { return outcome }
        let readable = entries.filter { $0.state == .pending }
        let result = ReplayedMessage(
            message: id, results: entries.map(\.id), profile: readable.lazy.compactMap(\.profile).first)
        let record = DecisionRecord(.quarantineReplayed(result), by: mandate, atMilliseconds: now)
        let event = AuditEvent(
            .replayQuarantine, by: mandate, atMilliseconds: now,
            subjects: ["message:\(id)"], detail: "results=\(entries.count)")
        guard let receipts = try await store.replay(id, as: entries, record: record, audit: [event]) else {
            return outcome
        }
        outcome.readable = 1
        outcome.stored = receipts.count { $0.outcome == .stored }
        return outcome
    }

    /// Replays every message in quarantine, oldest first.
    public func replayAll(by mandate: Mandated?, atMilliseconds now: Int64) async throws(StoreError) -> Outcome {
        var all = Outcome()
        for id in try await quarantined(sinceMilliseconds: .min) {
            guard !Task.isCancelled else { break }
            let one: Outcome
            do {
                one = try await replay(id, by: mandate, atMilliseconds: now)
            } catch .damaged {
                one = Outcome(looked: 1, damaged: 1)
            }
            all.looked += one.looked
            all.readable += one.readable
            all.stored += one.stored
            all.damaged += one.damaged
        }
        return all
    }

    /// How many messages in quarantine could be read, of those that came since a moment; nothing is changed.
    public func count(sinceMilliseconds: Int64) async throws(StoreError) -> Outcome {
        var all = Outcome()
        for id in try await quarantined(sinceMilliseconds: sinceMilliseconds) {
            guard !Task.isCancelled else { break }
            do {
                guard let stored = try await store.message(id) else { continue }
                all.looked += 1
                if entries(of: stored) != nil { all.readable += 1 }
            } catch .damaged {
                all.looked += 1
                all.damaged += 1
            }
        }
        return all
    }

    /// The most messages of the quarantine that one replay looks at.
    private static let limit = 20_000

    private func quarantined(sinceMilliseconds: Int64) async throws(StoreError) -> [RecordID<ReceivedMessage>] {
        var ids: [RecordID<ReceivedMessage>] = []
        var cursor: Int64?
        while ids.count < QuarantineReplay.limit {
            let rows = try await store.inboxRows(after: cursor, states: [.quarantined], limit: 500)
            guard let last = rows.last else { break }
            cursor = last.cursor
            ids += rows.filter { $0.receivedAtMilliseconds >= sinceMilliseconds }.map(\.id)
        }
        return ids
    }

    /// The messages that the bytes hold now; nil where none of them can be read.
    ///
    /// One that is the whole of the quarantined message gets an identity of its own, derived from it, since the record in
    /// quarantine stays. All keep the time at which the bytes came.
    private func entries(of stored: StoredMessage) -> [InboxEntry]? {
        var entries: [InboxEntry] = []
        MessageDecoder.decode(stored.bytes) { unit in
            entries += InboxEntry.entries(
                of: unit, reader: reader, tokeniser: tokeniser, origin: DecodedMessage.replayPrefix + stored.origin,
                receivedAtMilliseconds: stored.receivedAtMilliseconds)
        }
        guard entries.contains(where: { $0.state == .pending }) else { return nil }
        for index in entries.indices where entries[index].id == stored.id {
            let token = tokeniser.token(.message, parts: ["replay", stored.id.description])
            entries[index].id = RecordID(high: token.high, low: token.low)
        }
        return entries
    }
}
