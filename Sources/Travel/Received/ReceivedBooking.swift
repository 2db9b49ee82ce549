// SPDX-License-Identifier: Apache-2.0

public import Civil

/// One passenger name record as sent.
public struct ReceivedBooking: Hashable, Sendable {
    public var recordLocator: String?
    public var carrier: String?
    public var bookedAt: CivilDateTime?
    public var agency: ReceivedAgency?
    /// Indices into ``ReceivedMessage/travellers``.
    public var travellers: [Int]
    public var itinerary: [ReceivedFlight]
    public var tickets: [String]
    public var payments: [ReceivedPayment]
    public var contacts: [ReceivedContact]
    public var remarks: [String]
    /// The locator of the booking that this one was split from or into.
    public var splitFrom: String?
    /// Whether the carrier withdrew the booking (empty ORG in an update push).
    public var isCancelled: Bool
    public var span: SegmentSpan?

    public init(recordLocator: String? = nil, carrier: String? = nil) {
        self.recordLocator = recordLocator
        self.carrier = carrier
        bookedAt = nil
        agency = nil
        travellers = []
        itinerary = []
        tickets = []
        payments = []
        contacts = []
        remarks = []
        splitFrom = nil
        isCancelled = false
        span = nil
    }
}

/// Who made the booking.
public struct ReceivedAgency: Hashable, Sendable, Codable {
    /// IATA agency number, or the in-house identification.
    public var id: String?
    public var city: String?
    public var country: String?

    public init(id: String? = nil, city: String? = nil, country: String? = nil) {
        self.id = id
        self.city = city
        self.country = country
    }
}

/// One flight of a booking's itinerary.
public struct ReceivedFlight: Hashable, Sendable {
    public var carrier: String?
    public var number: String?
    /// The operating carrier and padded number where it differs.
    public var operating: String?
    public var from: String?
    public var to: String?
    public var departure: CivilDateTime?
    public var arrival: CivilDateTime?
    /// Segment status: `HK`, `HL`, `UN`, `NO`, `XX`.
    public var status: String?

    @inlinable
    public init(
        carrier: String? = nil, number: String? = nil, operating: String? = nil, from: String? = nil, to: String? = nil,
        departure: CivilDateTime? = nil, arrival: CivilDateTime? = nil, status: String? = nil
    ) {
        self.carrier = carrier
        self.number = number
        self.operating = operating
        self.from = from
        self.to = to
        self.departure = departure
        self.arrival = arrival
        self.status = status
    }
}

/// One payment of a ticket.
public struct ReceivedPayment: Hashable, Sendable {
    /// `CC` card, `CA` cash, `MS` miscellaneous and others as sent.
    public var form: String
    /// The last four digits of the card number; the rest never leaves the edge filter.
    public var number: String?
    /// The keyed token of the whole number, thirty-two hexadecimal digits; nil without a key (as in `cermat decode`).
    public var token: String?
    /// Decimal amount as sent.
    public var amount: String?
    public var currency: String?
    /// The traveller whose ticket it pays: an index into ``ReceivedMessage/travellers``.
    public var traveller: Int?

    @inlinable
    public init(
        form: String, number: String? = nil, token: String? = nil, amount: String? = nil, currency: String? = nil,
        traveller: Int? = nil
    ) {
        self.form = form
        self.number = number
        self.token = token
        self.amount = amount
        self.currency = currency
        self.traveller = traveller
    }
}
