// SPDX-License-Identifier: Apache-2.0

import Civil
import Gazetteer

/// One voyage of one day.
struct WorldVoyage: Sendable {
    let slot: VoyageSlot
    /// The day counted from the start of the world; `days` and later lie after the anchor.
    let day: Int
    let from: GazetteerPort
    let to: GazetteerPort
    /// Minutes since 1970-01-01T00:00 UTC.
    let departure: Int
    let arrival: Int

    /// A number that tells voyages apart.
    var id: Int { day * 10_000 + slot.index }

    /// The voyage as truth/ and seizures.csv name it: carrier, number, date of departure by the port's clock.
    var label: String {
        let local = from.localTime(utcMinutes: departure)?.date.description ?? ""
        return "\(slot.carrier)\(slot.number)/\(local)/\(slot.from)-\(slot.to)"
    }
}
