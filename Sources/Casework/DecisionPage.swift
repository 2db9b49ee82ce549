// SPDX-License-Identifier: Apache-2.0

/// A stretch of the decision log.
public struct DecisionPage: Hashable, Sendable {
    /// A decision with its number in the log, which only grows.
    public struct Numbered: Hashable, Sendable {
        public var sequence: Int64
        public var record: DecisionRecord

        public init(sequence: Int64, record: DecisionRecord) {
            self.sequence = sequence
            self.record = record
        }
    }

    /// In the order of the log.
    public var decisions: [Numbered]
    /// The number up to which nothing of the kinds asked for is left out.
    public var upTo: Int64
    /// Records of the stretch that are there and cannot be opened.
    public var unreadable: Int

    public init(decisions: [Numbered], upTo: Int64, unreadable: Int = 0) {
        self.decisions = decisions
        self.upTo = upTo
        self.unreadable = unreadable
    }
}
