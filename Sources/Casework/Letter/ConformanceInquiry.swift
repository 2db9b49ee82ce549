// SPDX-License-Identifier: Apache-2.0

public import Civil
public import Messages
public import Screening
public import Travel

/// Looks through stored messages for what a carrier is to be told.
public struct ConformanceInquiry: Sendable {
    private let store: any CaseworkStore
    private let decode: @Sendable (StoredMessage) -> ReceivedMessage

    /// The most messages that one letter counts: the latest of the period.
    public static let messageLimit = 2_000

    public init(store: any CaseworkStore, decode: @escaping @Sendable (StoredMessage) -> ReceivedMessage) {
        self.store = store
        self.decode = decode
    }

    /// What was found, about which messages.
    public struct Answer: Sendable {
        public var report = ConformanceReport()
        public var messages: [RecordID<ReceivedMessage>] = []
        /// Whether older messages of the period were left out.
        public var isCut = false
    }

    /// About one message, stored or quarantined; nil when there is none.
    public func message(_ id: RecordID<ReceivedMessage>) async throws(StoreError) -> Answer? {
        guard let stored = try await store.message(id) else { return nil }
        var answer = Answer()
        add(stored, decode(stored), to: &answer)
        return answer
    }

    /// About all messages of a carrier, or of a sender of that name, received within a time.
    ///
    /// Of messages that could not be read the sender is looked for in their UNB.
    public func messages(
        of carrier: String, fromMilliseconds: Int64, toMilliseconds: Int64
    ) async throws(StoreError) -> Answer {
        var rows: [InboxRow] = []
        var cursor: Int64?
        var answer = Answer()
        while !Task.isCancelled {
            let page = try await store.inboxRows(after: cursor, states: Set(MessageState.allCases), limit: 1_000)
            guard let last = page.last else { break }
            cursor = last.cursor
            rows += page.filter {
                $0.receivedAtMilliseconds >= fromMilliseconds && $0.receivedAtMilliseconds < toMilliseconds
            }
            if rows.count > ConformanceInquiry.messageLimit * 10 {
                rows.removeFirst(rows.count - ConformanceInquiry.messageLimit * 10)
                answer.isCut = true
            }
        }
        for row in rows.reversed() {
            guard answer.messages.count < ConformanceInquiry.messageLimit else {
                answer.isCut = true
                break
            }
            guard !Task.isCancelled, let stored = try await store.message(row.id) else { continue }
            let message = decode(stored)
            let sender = message.sender ?? SenderGuess.sender(in: stored.bytes)
            let isOwn =
                message.voyage.carrier == carrier || sender == carrier
                || sender?.hasPrefix(carrier + "*") == true
            if isOwn { add(stored, message, to: &answer) }
        }
        return answer
    }

    private func add(_ stored: StoredMessage, _ message: ReceivedMessage, to answer: inout Answer) {
        answer.messages.append(stored.id)
        answer.report.add(message, text: MessageText(stored.bytes, kind: message.kind))
    }
}
