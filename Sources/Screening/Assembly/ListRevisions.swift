// SPDX-License-Identifier: Apache-2.0

public import Civil
public import Travel

/// Which passenger lists of a voyage stand, and which were replaced by a corrected one.
///
/// Of the lists with the same operator and list number the highest revision stands, whatever the order of arrival; at
/// equal revisions the later by its own order. Whoever only a replaced list names is withdrawn.
public struct ListRevisions: Sendable {
    /// One operator's list of a voyage.
    public struct Key: Hashable, Sendable {
        public var sender: String
        public var list: String

        public init(sender: String, list: String) {
            self.sender = sender
            self.list = list
        }
    }

    /// The list that stands, by operator and number.
    public private(set) var standing: [Key: DecodedMessage] = [:]
    /// The messages that a later revision replaced.
    public private(set) var replaced: Set<RecordID<ReceivedMessage>> = []

    public init() {}

    public init(_ messages: some Sequence<DecodedMessage>) { for message in messages { add(message) } }

    /// Adds a message; returns the one that no longer stands for it, which may be the message itself.
    @discardableResult
    public mutating func add(_ message: DecodedMessage) -> RecordID<ReceivedMessage>? {
        guard let key = message.message.listKey else { return nil }
        guard let held = standing[key] else {
            standing[key] = message
            return nil
        }
        guard held.id != message.id else { return nil }
        let isLater = (held.message.revision, held.order) < (message.message.revision, message.order)
        if isLater { standing[key] = message }
        let gone = isLater ? held.id : message.id
        replaced.insert(gone)
        return gone
    }
}

extension ReceivedMessage {
    /// Whose list it is, for lists that can be replaced: those that name their operator and a revision.
    public var listKey: ListRevisions.Key? {
        guard kind == .manifest, revision > 0, let sender else { return nil }
        return ListRevisions.Key(sender: sender, list: reference ?? "1")
    }
}
