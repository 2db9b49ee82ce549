// SPDX-License-Identifier: Apache-2.0

public import Civil

/// One movement of one means of transport, or a land post's crossing day: a pure function of its messages.
public struct Voyage: Hashable, Sendable, Identifiable {
    public var facts: VoyageFacts
    /// In canonical order: by id.
    public var travellers: [Traveller]
    /// In canonical order: by locator.
    public var bookings: [Booking]

    public init(facts: VoyageFacts, travellers: [Traveller] = [], bookings: [Booking] = []) {
        self.facts = facts
        self.travellers = travellers
        self.bookings = bookings
    }

    public var id: RecordID<Voyage> { facts.id }
}

/// What is known of a voyage apart from the people on it. It holds no personal data and is stored in the clear.
public struct VoyageFacts: Hashable, Sendable, Codable, Identifiable {
    public var id: RecordID<Voyage>
    public var mode: TravelMode
    public var direction: TravelDirection
    public var carrier: String?
    public var number: String?
    public var suffix: String?
    public var codeshares: [String]
    public var conveyance: ReceivedConveyance
    public var from: String?
    public var to: String?
    /// Local to the port of departure and of arrival.
    public var departure: CivilDateTime?
    public var arrival: CivilDateTime?
    /// Minutes since 1970 UTC, from the ports' zones; nil where time or port is unknown.
    public var departureUTC: Int?
    public var arrivalUTC: Int?
    public var status: VoyageStatus
    public var messages: [MessageOrder]

    public init(id: RecordID<Voyage>, mode: TravelMode, direction: TravelDirection) {
        self.id = id
        self.mode = mode
        self.direction = direction
        carrier = nil
        number = nil
        suffix = nil
        codeshares = []
        conveyance = ReceivedConveyance()
        from = nil
        to = nil
        departure = nil
        arrival = nil
        departureUTC = nil
        arrivalUTC = nil
        status = .scheduled
        messages = []
    }

    /// The voyage as officers call it: `GA 0825`, or the ship's name, or the plate.
    public var designation: String {
        if let number { return (carrier.map { $0 + " " } ?? "") + number + (suffix ?? "") }
        return conveyance.name ?? conveyance.plate ?? carrier ?? "–"
    }

    /// The post that looks after the voyage: the home port that it arrives at or leaves.
    public var post: String? { direction == .departure ? from : to }
    /// The moment that the post waits for, minutes since 1970 UTC.
    public var postTimeUTC: Int? { direction == .departure ? departureUTC ?? arrivalUTC : arrivalUTC ?? departureUTC }
}

/// Whether a voyage comes into the country or leaves it.
public enum TravelDirection: String, Hashable, Sendable, Codable, CaseIterable {
    case arrival, departure, domestic, foreign
}

/// Where a voyage stands.
public enum VoyageStatus: String, Hashable, Sendable, Codable, CaseIterable {
    case scheduled, closed, cancelled
}

/// One passenger name record as its latest message gives it.
public struct Booking: Hashable, Sendable {
    public var record: ReceivedBooking
    public var order: MessageOrder
    /// The travellers of this voyage in the booking.
    public var travellers: [RecordID<Traveller>]

    public init(record: ReceivedBooking, order: MessageOrder, travellers: [RecordID<Traveller>]) {
        self.record = record
        self.order = order
        self.travellers = travellers
    }
}
