// SPDX-License-Identifier: Apache-2.0

internal import Civil
internal import Edifact
internal import Travel

/// The ports that a TDT lists, until they can be paired into legs (messages.md 2.3).
struct PaxlstRoute {
    private struct Call {
        let qualifier: UInt32
        let port: String
        var departure: CivilDateTime?
        var arrival: CivilDateTime?
    }

    var carrier: String?
    var number: String?
    var isFirstTaken = false
    private var calls: [Call] = []
    /// An arrival that stands at no port: a vehicle's.
    private var portlessArrival: CivilDateTime?

    /// Takes a port; false where the qualifier means no port of call.
    @discardableResult
    mutating func addCall(_ qualifier: UInt32, _ place: EdifactBytes) -> Bool {
        switch qualifier {
        case PaxlstRoute.lastDeparture, PaxlstRoute.firstArrival, PaxlstRoute.other, PaxlstRoute.final,
            edifactKey("5"), edifactKey("005"), edifactKey("8"), edifactKey("008"), edifactKey("PT"):
            let isOld = PaxlstRoute.modern(qualifier) != qualifier
            let view = place.trimmed
            if let port = (isOld ? view.usPort : view).upper, calls.count < 64 {
                calls.append(Call(qualifier: PaxlstRoute.modern(qualifier), port: port))
            }
            return true
        case edifactKey("188"), edifactKey("172"), edifactKey("22"): return true
        default: return false
        }
    }

    /// Takes a time for the last port: 189 and 133 departure, 232 and 132 arrival.
    mutating func addTime(_ qualifier: UInt32, _ time: CivilDateTime) {
        guard !calls.isEmpty else {
            if qualifier == edifactKey("132") || qualifier == edifactKey("232") { portlessArrival = time }
            return
        }
        switch qualifier {
        case edifactKey("189"), edifactKey("133"), edifactKey("136"):
            calls[calls.count - 1].departure = calls[calls.count - 1].departure ?? time
        case edifactKey("232"), edifactKey("132"), edifactKey("178"):
            calls[calls.count - 1].arrival = calls[calls.count - 1].arrival ?? time
        default: break
        }
    }

    /// Pairs the calls: an origin waits for its destination; after it, a port that is named again or that is only left
    /// begins a new leg, and any other goes on from there.
    mutating func appendLegs(to legs: inout [ReceivedLeg]) {
        defer { calls.removeAll(keepingCapacity: true) }
        if calls.isEmpty, let arrival = portlessArrival {
            portlessArrival = nil
            legs.append(ReceivedLeg(carrier: carrier, number: number, arrival: arrival))
            return
        }
        if calls.count == 2, calls[0].qualifier == PaxlstRoute.firstArrival,
            calls[1].qualifier == PaxlstRoute.lastDeparture
        {
            calls.swapAt(0, 1)
        }
        var origin: Call?
        for (index, call) in calls.enumerated() {
            guard let from = origin else {
                origin = call
                continue
            }
            if from.port == call.port {
                // The same port twice in a row: an arrival, then its departure.
                origin = call
                continue
            }
            legs.append(
                ReceivedLeg(
                    carrier: carrier, number: number, from: from.port, to: call.port, departure: from.departure,
                    arrival: call.arrival))
            origin = call
            if index + 1 < calls.count {
                let next = calls[index + 1]
                let isNewOrigin =
                    next.qualifier == PaxlstRoute.lastDeparture || (next.departure != nil && next.arrival == nil)
                if isNewOrigin, next.port != call.port, call.departure == nil { origin = nil }
            }
        }
        if legs.isEmpty, calls.count == 1 {
            let call = calls[0]
            let isArrival = call.qualifier == PaxlstRoute.firstArrival || call.qualifier == PaxlstRoute.final
            legs.append(
                ReceivedLeg(
                    carrier: carrier, number: number, from: isArrival ? nil : call.port,
                    to: isArrival ? call.port : nil,
                    departure: call.departure, arrival: call.arrival))
        }
    }

    private static var lastDeparture: UInt32 { edifactKey("125") }
    private static var firstArrival: UInt32 { edifactKey("87") }
    private static var other: UInt32 { edifactKey("92") }
    private static var final: UInt32 { edifactKey("130") }

    /// The older US qualifiers in today's terms.
    private static func modern(_ qualifier: UInt32) -> UInt32 {
        switch qualifier {
        case edifactKey("5"), edifactKey("005"): lastDeparture
        case edifactKey("8"), edifactKey("008"): firstArrival
        case edifactKey("PT"): other
        default: qualifier
        }
    }
}

extension EdifactBytes {
    /// The airport of the older US form, two letters of country and three of airport (`USLAX`).
    var usPort: EdifactBytes { count == 5 ? dropping(2) : self }
}
