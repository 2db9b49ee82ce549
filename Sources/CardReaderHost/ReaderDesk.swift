// SPDX-License-Identifier: Apache-2.0

public import CardReader

/// Where readings go.
public protocol ReaderDesk: Sendable {
    /// Hands in one event; never throws, so that a desk that is away does not end the reader.
    func tell(_ event: ReaderEvent) async -> ReaderDeskAnswer
}

/// What the desk says of an event.
public enum ReaderDeskAnswer: String, Hashable, Sendable, CaseIterable {
    case taken
    /// No officer works with this reader.
    case nobodyOnDuty = "nobody-on-duty"
    /// The token is not the reader's, or another post's.
    case notAdmitted = "not-admitted"
    /// The desk does not know the line: another version.
    case notUnderstood = "not-understood"
    /// Nobody answers, or too late.
    case away
}
