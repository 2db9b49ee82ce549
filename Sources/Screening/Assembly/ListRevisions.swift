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
    public let standing: [Key: DecodedMessage]
    /// The messages that a later revision replaced.
    public let replaced: Set<RecordID<ReceivedMessage>>

    public init(_ messages: some Sequence<DecodedMessage>) {
        var standing: [Key: DecodedMessage] = [:]
        var replaced: Set<RecordID<ReceivedMessage>> = []
        for message in messages {
            guard let key = message.message.listKey else { continue }
            guard let held = standing[key] else {
                standing[key] = message
                continue
            }
            if (held.message.revision, held.order) < (message.message.revision, message.order) {
                replaced.insert(held.id)
                standing[key] = message
            } else if held.id != message.id {
                replaced.insert(message.id)
            }
        }
        self.standing = standing
        self.replaced = replaced
    }
}

extension ReceivedMessage {
    /// Whose list it is, for lists that can be replaced: those that name their operator and a revision.
    public var listKey: ListRevisions.Key? {
        guard kind == .manifest, revision > 0, let sender else { return nil }
        return ListRevisions.Key(sender: sender, list: reference ?? "1")
    }
}
