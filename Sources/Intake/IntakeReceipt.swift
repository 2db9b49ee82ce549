// SPDX-License-Identifier: Apache-2.0

public import Civil
public import Screening
public import Travel

/// What became of one message of an input; given only when the message is on disk.
public struct IntakeReceipt: Hashable, Sendable {
    /// The message's place in its input, from 0.
    public var index: Int
    /// The stored message; for a repeat the first one.
    public var id: RecordID<ReceivedMessage>
    public var outcome: InboxReceipt.Outcome

    public init(index: Int, id: RecordID<ReceivedMessage>, outcome: InboxReceipt.Outcome) {
        self.index = index
        self.id = id
        self.outcome = outcome
    }
}
