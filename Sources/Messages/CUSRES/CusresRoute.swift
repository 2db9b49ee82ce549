// SPDX-License-Identifier: Apache-2.0

internal import Civil
internal import Edifact
internal import Travel

/// The flights that a CUSRES names, each begun by its RFF+AF; times may stand before their ports.
struct CusresRoute {
    private var legs: [ReceivedLeg] = []
    private var suffix: String?
    private var current: ReceivedLeg?
    private var ports = 0

    mutating func beginFlight(_ designator: EdifactBytes) {
        close()
        take(FlightNumber(designator, carrier: designator.slice(0, 0)))
    }

    mutating func takeFlight(_ designator: EdifactBytes, carrier: EdifactBytes) {
        if current?.number != nil { close() }
        take(FlightNumber(designator, carrier: carrier))
    }

    private mutating func take(_ flight: FlightNumber) {
        var leg = current ?? ReceivedLeg()
        leg.carrier = flight.carrier
        leg.number = flight.number
        current = leg
        if legs.isEmpty { suffix = flight.suffix }
    }

    mutating func addTime(_ qualifier: UInt32, _ time: CivilDateTime) {
        var leg = current ?? ReceivedLeg()
        switch qualifier {
        case edifactKey("189"), edifactKey("133"), edifactKey("136"): leg.departure = leg.departure ?? time
        case edifactKey("232"), edifactKey("132"), edifactKey("178"): leg.arrival = leg.arrival ?? time
        default: return
        }
        current = leg
    }

    /// Takes a port; false where the qualifier means no port of call. Of two 92 the first is the origin.
    mutating func addPort(_ qualifier: UInt32, _ port: String?) -> Bool {
        var leg = current ?? ReceivedLeg()
        switch qualifier {
        case edifactKey("125"), edifactKey("5"): leg.from = port
        case edifactKey("87"), edifactKey("130"), edifactKey("8"): leg.to = port
        case edifactKey("92"): if ports == 0 { leg.from = port } else { leg.to = port }
        case edifactKey("22"), edifactKey("188"), edifactKey("172"): return true
        default: return false
        }
        ports += 1
        current = leg
        return true
    }

    private mutating func close() {
        if let leg = current, legs.count < 64 { legs.append(leg) }
        current = nil
        ports = 0
    }

    mutating func finish(_ voyage: inout ReceivedVoyage) {
        close()
        voyage.carrier = legs.first?.carrier
        voyage.number = legs.first?.number
        voyage.suffix = suffix
        voyage.legs = legs.filter { $0.from != nil || $0.to != nil }
    }
}
