// SPDX-License-Identifier: Apache-2.0

import Civil
import Gazetteer

/// The networks' journeys as they came to pass, for seizures.csv and truth/couriers.csv.
struct CourierLedger {
    let manifests: ManifestMaker

    private struct Passage {
        let network: CourierNetwork
        let journey: CourierJourney
        let voyage: WorldVoyage
        let booking: WorldBooking
    }

    /// Goods found before the anchor.
    func seizures() -> [SeizureLine] {
        var lines: [SeizureLine] = []
        for passage in passages() {
            guard let find = passage.journey.find, let passenger = passage.booking.passengers.first,
                passage.voyage.arrival + 40 <= manifests.parties.timetable.anchor
            else { continue }
            let time = MessageTime.clock(passage.voyage.arrival + 40, offset: passage.voyage.to.utcOffsetMinutes)
            lines.append(
                SeizureLine(
                    id: "S" + decimal(lines.count + 1, 4), time: time.description, post: passage.voyage.slot.to,
                    voyage: passage.voyage.label,
                    travellerName: "\(passenger.person.surname) \(passenger.person.given)",
                    document: passenger.passport.number, goods: find.goods, quantity: find.quantity, unit: find.unit,
                    concealment: find.concealment))
        }
        return lines
    }

    /// The lines of truth/couriers.csv.
    func truth() -> [String] {
        passages().flatMap { passage in
            passage.booking.passengers.enumerated().map { place, passenger in
                [
                    "\(passage.network.index)", passage.network.pattern.label, passage.voyage.label,
                    passage.booking.locator, passenger.person.identity.label, passenger.person.nik ?? "",
                    passenger.person.registeredName, passage.booking.phone, passage.booking.payment.card,
                    passage.journey.paysCash ? "yes" : "no",
                    place == 0 && passage.journey.find != nil ? "yes" : "no",
                ].joined(separator: ",")
            }
        }
    }

    private func passages() -> [Passage] {
        let timetable = manifests.parties.timetable
        var passages: [Passage] = []
        for network in manifests.networks {
            for journey in network.journeys {
                let voyage = timetable.voyage(slot: journey.slot, day: journey.day)
                guard voyage.departure <= timetable.anchor + SyntheticWorldConfiguration.horizonMinutes,
                    let booking = manifests.booking(journey, on: voyage)
                else { continue }
                passages.append(Passage(network: network, journey: journey, voyage: voyage, booking: booking))
            }
        }
        return passages
    }
}
