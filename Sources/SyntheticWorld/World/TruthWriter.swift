// SPDX-License-Identifier: Apache-2.0

import Civil

/// The lines of truth/ about voyages and their travellers.
struct TruthWriter {
    /// Persons whose renewal has been written.
    private var renewed: Set<PersonIdentity> = []

    /// Appends all that is true of a voyage.
    mutating func append<Sink: WorldSink>(_ manifest: Manifest, to sink: inout Sink) throws {
        let voyage = manifest.voyage
        var lines = ""
        var total = 0
        var aboard = 0
        for booking in manifest.bookings {
            for passenger in booking.passengers {
                total += 1
                let isAboard =
                    manifest.cancelledAt == nil && !passenger.isNoShow && passenger.isListed(at: voyage.departure)
                if isAboard { aboard += 1 }
                lines += line(passenger, voyage.label, booking.locator, isAboard)
                try appendRenewal(passenger.person, to: &sink)
            }
        }
        for member in manifest.crew { lines += line(member, voyage.label, "", true) }
        try sink.append(Array(lines.utf8), to: .truthTravellers)
        let row = [
            voyage.label, voyage.slot.carrier, voyage.slot.number, "\(voyage.slot.route.kind)", voyage.slot.from,
            voyage.slot.to, MessageTime.iso(voyage.departure), MessageTime.iso(voyage.arrival), "\(total)", "\(aboard)",
            "\(manifest.crew.count)", manifest.cancelledAt.map(MessageTime.iso) ?? "",
        ]
        try sink.append(Array((row.joined(separator: ",") + "\n").utf8), to: .truthVoyages)
    }

    private func line(
        _ passenger: WorldPassenger, _ voyage: String, _ locator: String, _ isAboard: Bool
    ) -> String {
        let person = passenger.person
        return [
            voyage, passenger.reference, locator, passenger.isCrew ? "crew" : "passenger", person.surname, person.given,
            person.identity.label, person.nik ?? "", person.registeredName, passenger.passport.number,
            passenger.network.map(String.init) ?? "", passenger.disagreement?.label ?? "",
            passenger.cancelledAt.map(MessageTime.iso) ?? "", passenger.restoredAt.map(MessageTime.iso) ?? "",
            isAboard ? "yes" : "no",
        ].joined(separator: ",") + "\n"
    }

    private mutating func appendRenewal<Sink: WorldSink>(_ person: WorldPerson, to sink: inout Sink) throws {
        guard let earlier = person.earlierPassport, let day = person.renewedOn,
            renewed.insert(person.identity).inserted
        else { return }
        let row = [
            person.identity.label, person.nik ?? "", earlier.number, person.passport.number,
            CivilDate(daysSinceEpoch: day)?.description ?? "",
        ]
        try sink.append(Array((row.joined(separator: ",") + "\n").utf8), to: .truthRenewals)
    }

    /// The lines of truth/demo-events.csv that a voyage causes.
    static func demonstration(_ manifest: Manifest) -> [(at: Int, line: String)] {
        var events: [(Int, String)] = []
        for booking in manifest.bookings {
            for passenger in booking.passengers where passenger.isPlannedHit {
                let isCourier = passenger.network != nil
                let moment = isCourier ? manifest.voyage.departure + 5 : passenger.cancelledAt ?? 0
                let row = [
                    MessageTime.iso(moment), isCourier ? "close-out" : "cancellation", manifest.voyage.label,
                    passenger.reference, booking.locator, passenger.person.surname, passenger.person.given,
                    passenger.passport.number, passenger.network.map(String.init) ?? "",
                ]
                events.append((moment, row.joined(separator: ",") + "\n"))
            }
        }
        return events
    }
}
