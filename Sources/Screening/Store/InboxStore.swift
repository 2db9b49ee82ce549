// SPDX-License-Identifier: Apache-2.0

public import Civil
public import Mandate
public import Messages
public import Travel

/// The durable inbox: the primary record of what carriers sent.
public protocol InboxStore: Sendable {
    /// Seals and writes a batch in one transaction that is on disk (fsync) when the call returns.
    ///
    /// A message whose identity is known changes nothing but the count of repeats. The answers are in the order of the
    /// batch. On failure nothing of the batch is stored.
    func append(_ batch: [InboxEntry], audit: [AuditEvent]) async throws(StoreError) -> [InboxReceipt]

    /// Counts over the inbox.
    func inboxCounts() async throws(StoreError) -> InboxCounts

    /// The inbox in order of receipt, without contents: `limit` rows after a row's cursor (nil: from the start).
    func inboxRows(after cursor: Int64?, states: Set<MessageState>, limit: Int) async throws(StoreError) -> [InboxRow]

    /// One message opened, or nil when there is none or its key was destroyed.
    func message(_ id: RecordID<ReceivedMessage>) async throws(StoreError) -> StoredMessage?
}

/// Why a store did not do what it was asked.
public enum StoreError: Error, Hashable {
    /// The disk or the reserved space is full; nothing was written; try again later.
    case full
    /// Another process holds the database for too long; try again.
    case busy
    /// Another change was written first that this one did not know of; nothing was written; look again.
    case taken
    /// The caller went away before its turn came; nothing was written.
    case cancelled
    /// The data on disk are damaged, or of another version.
    case damaged(reason: String)
    /// Any other failure, without personal data in its text.
    case failed(reason: String)
}

/// One message on its way into the inbox, after the edge filter.
public struct InboxEntry: Hashable, Sendable {
    /// The blind token of the received bytes, envelope included: repeats have the same.
    public var id: RecordID<ReceivedMessage>
    public var receivedAtMilliseconds: Int64
    public var origin: String
    /// ``MessageState/pending``, or ``MessageState/quarantined`` for what no reader understands.
    public var state: MessageState
    public var bytes: [UInt8]
    public var cardTokens: [Int: BlindToken]
    /// How many values were overwritten, by category.
    public var filtered: [String: Int]
    /// Why it is quarantined; no personal data.
    public var quarantineReason: String?
    /// The carrier's code, else the sender's name as the envelope gives it; nil where neither can be read.
    public var sender: String?
    /// When it was first screened, for history taken over from elsewhere; nil for what just came.
    public var screenedAtMilliseconds: Int64?
    /// The version of the carrier profile that it was read by, and is read by ever after.
    public var profile: ProfileStamp?

    public init(
        id: RecordID<ReceivedMessage>, receivedAtMilliseconds: Int64, origin: String, state: MessageState,
        bytes: [UInt8],
        cardTokens: [Int: BlindToken] = [:], filtered: [String: Int] = [:], quarantineReason: String? = nil,
        sender: String? = nil, screenedAtMilliseconds: Int64? = nil, profile: ProfileStamp? = nil
    ) {
        self.screenedAtMilliseconds = screenedAtMilliseconds
        self.sender = sender
        self.profile = profile
        self.id = id
        self.receivedAtMilliseconds = receivedAtMilliseconds
        self.origin = origin
        self.state = state
        self.bytes = bytes
        self.cardTokens = cardTokens
        self.filtered = filtered
        self.quarantineReason = quarantineReason
    }
}

/// What became of a message that was handed in.
public struct InboxReceipt: Hashable, Sendable {
    public enum Outcome: String, Hashable, Sendable, Codable {
        case stored, duplicate, quarantined
    }
    /// The stored message's identity; for a repeat that of the first.
    public var id: RecordID<ReceivedMessage>
    public var outcome: Outcome

    public init(id: RecordID<ReceivedMessage>, outcome: Outcome) {
        self.id = id
        self.outcome = outcome
    }
}

/// The inbox in figures.
public struct InboxCounts: Hashable, Sendable, Codable {
    /// All messages held that are not quarantined.
    public var stored: Int
    public var pending: Int
    public var quarantined: Int
    /// Repeats that changed nothing.
    public var duplicates: Int
    /// Messages of which only the row is left, counted in none of the others.
    public var forgotten: Int

    public init(stored: Int, pending: Int, quarantined: Int, duplicates: Int, forgotten: Int = 0) {
        self.forgotten = forgotten
        self.stored = stored
        self.pending = pending
        self.quarantined = quarantined
        self.duplicates = duplicates
    }
}

/// A message of the inbox without its contents.
public struct InboxRow: Hashable, Sendable {
    public var cursor: Int64
    public var id: RecordID<ReceivedMessage>
    public var state: MessageState
    public var receivedAtMilliseconds: Int64
    public var origin: String
    public var sizeBytes: Int
    public var kind: MessageKind?
    public var voyage: RecordID<Voyage>?
    public var warnings: [String: Int]
    public var quarantineReason: String?

    public init(
        cursor: Int64, id: RecordID<ReceivedMessage>, state: MessageState, receivedAtMilliseconds: Int64,
        origin: String,
        sizeBytes: Int, kind: MessageKind?, voyage: RecordID<Voyage>?, warnings: [String: Int],
        quarantineReason: String?
    ) {
        self.cursor = cursor
        self.id = id
        self.state = state
        self.receivedAtMilliseconds = receivedAtMilliseconds
        self.origin = origin
        self.sizeBytes = sizeBytes
        self.kind = kind
        self.voyage = voyage
        self.warnings = warnings
        self.quarantineReason = quarantineReason
    }
}
