// SPDX-License-Identifier: Apache-2.0

public import Civil
public import Travel

/// What a CUSRES is for (BGM 1001).
public enum ClearanceFunction: String, Hashable, Sendable, Codable, CaseIterable {
    /// The answer to a carrier's request.
    case response = "962"
    /// A later change of the answer, unasked.
    case unsolicitedChange = "132"
    /// The carrier's receipt for a change.
    case acknowledgement = "312"
}

/// A CUSRES to write: a decision that a named person took, or a carrier's acknowledgement of one.
///
/// Cermat takes no such decision by itself (DESIGN.md section 5). The message has no place for the person's name; it
/// must be given all the same, so that whoever keeps what was sent keeps it too.
public struct ClearanceMessage: Hashable, Sendable, Codable {
    public var function: ClearanceFunction
    public var sender: String
    public var recipient: String
    public var preparedAt: CivilDateTime
    /// The interchange's control reference (UNB 5).
    public var reference: String
    /// The reference shared with the request that is answered (UNH 3).
    public var commonReference: String?
    /// The request's transaction number (RFF+TN).
    public var transaction: String?
    /// The officer who decided, by name or staff number; not needed for an acknowledgement, which decides nothing.
    public var decidedBy: String?
    public var flights: [Flight]
    public var answers: [ReceivedClearance]

    /// One flight of the voyage.
    public struct Flight: Hashable, Sendable, Codable {
        public var carrier: String
        /// Padded to four digits, as Cermat gives it.
        public var number: String
        public var from: String
        public var to: String
        public var departure: CivilDateTime?
        public var arrival: CivilDateTime?

        public init(
            carrier: String, number: String, from: String, to: String, departure: CivilDateTime? = nil,
            arrival: CivilDateTime? = nil
        ) {
            self.carrier = carrier
            self.number = number
            self.from = from
            self.to = to
            self.departure = departure
            self.arrival = arrival
        }
    }

    public init(
        function: ClearanceFunction, sender: String, recipient: String, preparedAt: CivilDateTime, reference: String,
        flights: [Flight], answers: [ReceivedClearance], decidedBy: String?
    ) {
        self.function = function
        self.sender = sender
        self.recipient = recipient
        self.preparedAt = preparedAt
        self.reference = reference
        self.flights = flights
        self.answers = answers
        self.decidedBy = decidedBy
        commonReference = nil
        transaction = nil
    }
}
