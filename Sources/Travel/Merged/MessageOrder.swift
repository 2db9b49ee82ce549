// SPDX-License-Identifier: Apache-2.0

public import Civil

/// The place of a message among the messages of a voyage: its own time, its revision, its identity.
///
/// It is a property of the message and its record, never of the order of arrival, so that a late old message cannot
/// overwrite newer facts and a rebuild in any order gives the same voyage.
public struct MessageOrder: Hashable, Sendable, Comparable, Codable {
    /// Minutes since 1970 of the sender's clock; of the receipt where the sender gave none.
    public var minutes: Int
    public var revision: Int
    public var message: RecordID<ReceivedMessage>

    public init(minutes: Int, revision: Int, message: RecordID<ReceivedMessage>) {
        self.minutes = minutes
        self.revision = revision
        self.message = message
    }

    public static func < (a: MessageOrder, b: MessageOrder) -> Bool {
        if a.minutes != b.minutes { return a.minutes < b.minutes }
        if a.revision != b.revision { return a.revision < b.revision }
        return a.message < b.message
    }
}

/// Where a value comes from.
public enum SourceKind: String, Hashable, Sendable, Codable, CaseIterable {
    /// Advance passenger information (PAXLST).
    case api
    /// Passenger name record (PNRGOV).
    case pnr
    /// A ferry's or land post's list (manifest CSV).
    case manifest
    /// A document typed or read at a post.
    case desk
}

/// One value of a field as one message gave it.
public struct Observation<Value: Hashable & Sendable>: Hashable, Sendable {
    public var value: Value
    public var source: SourceKind
    public var order: MessageOrder
    /// The segments of that message.
    public var span: SegmentSpan?
    /// Whether a later message of the same kind gave another value.
    public var isSuperseded: Bool

    public init(value: Value, source: SourceKind, order: MessageOrder, span: SegmentSpan?, isSuperseded: Bool = false) {
        self.value = value
        self.source = source
        self.order = order
        self.span = span
        self.isSuperseded = isSuperseded
    }
}

/// A field with every value that was ever received for it, the current one first.
public struct SourcedField<Value: Hashable & Sendable>: Hashable, Sendable {
    public var observations: [Observation<Value>]

    public init(observations: [Observation<Value>] = []) { self.observations = observations }

    /// The value to show: the latest of the most trusted source.
    public var current: Value? { observations.first?.value }
    /// Whether sources that both still hold give different values.
    public var isDisputed: Bool {
        var seen: Value?
        for observation in observations where !observation.isSuperseded {
            if let seen, seen != observation.value { return true }
            seen = observation.value
        }
        return false
    }
}
