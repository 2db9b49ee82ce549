// SPDX-License-Identifier: Apache-2.0

public import Civil

/// One message as a carrier sent it, decoded to values and not yet merged with any other.
///
/// The fields are those of `cermat decode`; every value is normalised as DESIGN.md section 6 says.
public struct ReceivedMessage: Hashable, Sendable {
    public var kind: MessageKind
    /// What the message does, as sent: `745`, `250`, `266`, `22`, `141`; with its identifier in ``functionDetail``.
    public var function: String?
    /// The function's further identifier (BGM 1004): `CP`, `XR`, `CLOB`, `CLNB`, `XF`, `CF`, `C`.
    public var functionDetail: String?
    /// What the function asks of the reader.
    public var effect: MessageEffect
    /// The directory release, `D:05B` or `13:1`.
    public var version: String?
    /// The message's common access reference (UNH 3), else its message reference.
    public var reference: String?
    /// Sender and recipient of the interchange as given in UNB.
    public var sender: String?
    public var recipient: String?
    /// When the sender wrote it: UNB date and time, by the sender's clock.
    public var preparedAt: CivilDateTime?
    /// The revision of the transaction (RFF+TN component 5), 0 when not given; it orders messages of equal time.
    public var revision: Int
    /// The transaction that the message belongs to (RFF+TN of PAXLST and CUSRES).
    public var transaction: String?
    public var status: MessageStatus
    public var voyage: ReceivedVoyage
    public var travellers: [ReceivedTraveller]
    public var bookings: [ReceivedBooking]
    public var clearance: [ReceivedClearance]
    /// The number of travellers (PAXLST, manifest) or bookings (PNRGOV) that the message declares, and that were found.
    public var declaredTotal: Int?
    public var foundTotal: Int
    /// Which parts of a divided message these are; nil for one that came in one piece.
    public var parts: ReceivedParts?
    public var warnings: [MessageWarning]

    public init(kind: MessageKind) {
        self.kind = kind
        function = nil
        functionDetail = nil
        effect = .report
        version = nil
        reference = nil
        sender = nil
        recipient = nil
        preparedAt = nil
        revision = 0
        transaction = nil
        status = .accepted
        voyage = ReceivedVoyage()
        travellers = []
        bookings = []
        clearance = []
        declaredTotal = nil
        foundTotal = 0
        parts = nil
        warnings = []
    }
}

/// The kinds of message that Cermat knows by name.
public enum MessageKind: String, Hashable, Sendable, Codable, CaseIterable {
    case paxlst = "PAXLST"
    case pnrgov = "PNRGOV"
    case cusres = "CUSRES"
    case ackres = "ACKRES"
    case govreq = "GOVREQ"
    case manifest = "MANIFEST"
    case mrz = "MRZ"
    case unknown = "UNKNOWN"
}

/// What a message asks of the reader, independent of its format.
public enum MessageEffect: String, Hashable, Sendable, Codable, CaseIterable {
    /// Travellers or bookings to add or to bring up to date.
    case report
    /// Full replacement of what the same source said before about the travellers named (PAXLST `745+CP`, `250+CC`).
    case replaceTravellers
    /// The travellers named no longer travel (PAXLST `745+XR`, `745+RP`).
    case cancelTravellers
    /// Flight closed; the travellers named are on board (PAXLST `266+CLOB`), all others of the voyage are not.
    case closeWithBoarded
    /// Flight closed; the travellers named are not on board (PAXLST `266+CLNB`, `266+CL`), all others are.
    case closeWithNotBoarded
    /// The voyage does not take place (PAXLST `266+XF`).
    case cancelVoyage
    /// The voyage's times or ports change (PAXLST `266+CF`).
    case changeVoyage
    /// A clearance answer (CUSRES): nothing about who travels.
    case clearance
    /// Says that another message was accepted or rejected (ACKRES).
    case acknowledge
    /// Asks a carrier for data (GOVREQ).
    case request
}

/// How well a message was understood.
public enum MessageStatus: String, Hashable, Sendable, Codable, CaseIterable {
    case accepted
    case warned
    /// Nothing could be taken from it; kept whole, apart, and shown to the intake engineer.
    case quarantined
}

/// Something odd in a message that did not stop the reading.
public struct MessageWarning: Hashable, Sendable, Codable {
    /// A stable code of a bounded set, for example `segment-count`.
    public var code: String
    /// The 1-based number of the segment in the interchange, counting UNB as 1 (UNA does not count); for a CSV the line.
    public var segment: Int?
    /// English text without personal data.
    public var text: String
    /// Whether a carrier profile declares it as known; not stored.
    public var isExpected = false

    private enum CodingKeys: String, CodingKey { case code, segment, text }

    public init(code: String, segment: Int?, text: String) {
        self.code = code
        self.segment = segment
        self.text = text
    }
}
