// SPDX-License-Identifier: Apache-2.0

import Gazetteer

/// The slots of every day, laid so that at the anchor each served post has a voyage landed, one on its way, one due.
struct Timetable: Sendable {
    let slots: [VoyageSlot]
    let anchor: Int
    let days: Int
    /// The slots in the order of departure.
    private let order: [Int]
    private let ports: [String: GazetteerPort]

    init(
        configuration: SyntheticWorldConfiguration, gazetteer: GazetteerIndex
    ) throws(SyntheticWorldError) {
        anchor = configuration.anchorMinutes
        days = configuration.days
        var ports: [String: GazetteerPort] = [:]
        for route in Route.all {
            for code in [route.post, route.abroad] {
                guard let port = gazetteer.port(code) else { throw .unknownPort(code) }
                ports[code] = port
            }
        }
        self.ports = ports
        var builder = SlotBuilder(configuration: configuration, offsets: ports.mapValues(\.utcOffsetMinutes))
        slots = builder.slots()
        order = slots.map { ($0.phase, $0.index) }.sorted { $0 < $1 }.map(\.1)
    }

    /// The voyage of a slot on a day, whether or not it lies in the world's time.
    func voyage(slot index: Int, day: Int) -> WorldVoyage {
        let slot = slots[index]
        guard let from = ports[slot.from], let to = ports[slot.to] else { preconditionFailure("checked in init") }
        let departure = anchor + slot.phase + 1440 * (day - days)
        return WorldVoyage(
            slot: slot, day: day, from: from, to: to, departure: departure, arrival: departure + slot.route.minutes)
    }

    /// The voyage at a place in the order of departure, or nil after the last one of the world.
    func voyage(at place: Int) -> WorldVoyage? {
        let voyage = voyage(slot: order[place % order.count], day: place / order.count)
        return voyage.departure <= anchor + SyntheticWorldConfiguration.horizonMinutes ? voyage : nil
    }

    /// The voyages that depart from `earliest` on, in the order of departure.
    func voyages(from earliest: Int) -> [WorldVoyage] {
        var place = max(0, (earliest - anchor) / 1440 + days - 1) * order.count
        var voyages: [WorldVoyage] = []
        while let voyage = voyage(at: place) {
            if voyage.departure >= earliest { voyages.append(voyage) }
            place += 1
        }
        return voyages
    }
}
