// SPDX-License-Identifier: Apache-2.0

public import Civil

/// The movement that a message is about, as sent.
public struct ReceivedVoyage: Hashable, Sendable {
    public var mode: TravelMode
    /// The operating carrier's code.
    public var carrier: String?
    /// The voyage number, padded to four digits when it is all digits, else as sent.
    public var number: String?
    /// An operational suffix letter.
    public var suffix: String?
    /// Marketing flights, carrier and padded number in one: `KL4567`.
    public var codeshares: [String]
    public var conveyance: ReceivedConveyance
    public var legs: [ReceivedLeg]

    public init(mode: TravelMode = .air) {
        self.mode = mode
        carrier = nil
        number = nil
        suffix = nil
        codeshares = []
        conveyance = ReceivedConveyance()
        legs = []
    }
}

/// How people travel.
public enum TravelMode: String, Hashable, Sendable, Codable, CaseIterable {
    case air, sea, land
}

/// The ship or vehicle itself.
public struct ReceivedConveyance: Hashable, Sendable, Codable {
    public var name: String?
    /// IMO ship number, seven digits.
    public var imo: String?
    public var plate: String?

    public init(name: String? = nil, imo: String? = nil, plate: String? = nil) {
        self.name = name
        self.imo = imo
        self.plate = plate
    }
}

/// One hop of a voyage; ports are IATA airport codes or UN/LOCODEs, times local to the port.
public struct ReceivedLeg: Hashable, Sendable {
    public var carrier: String?
    public var number: String?
    public var operating: String?
    public var from: String?
    public var to: String?
    public var departure: CivilDateTime?
    public var arrival: CivilDateTime?

    @inlinable
    public init(
        carrier: String? = nil, number: String? = nil, operating: String? = nil, from: String? = nil, to: String? = nil,
        departure: CivilDateTime? = nil, arrival: CivilDateTime? = nil
    ) {
        self.carrier = carrier
        self.number = number
        self.operating = operating
        self.from = from
        self.to = to
        self.departure = departure
        self.arrival = arrival
    }
}
