// SPDX-License-Identifier: Apache-2.0

import Civil
import Gazetteer
import Travel

/// Writes manifests of ferries, buses and land posts as CSV.
struct ManifestWriter {
    let voyage: WorldVoyage

    static let header =
        "MODE,CARRIER,NUMBER,CONVEYANCE,IMO,PLATE,FROM,TO,DEPARTURE,ARRIVAL,ROLE,SURNAME,GIVEN,DOB,SEX,NATIONALITY,"
        + "DOC_TYPE,DOC_NO,DOC_ISSUER,DOC_EXPIRY,NIK,SEAT\n"

    /// The whole file.
    func bytes(_ passengers: [WorldPassenger], isLowerCase: Bool) -> [UInt8] {
        let slot = voyage.slot
        let departure = MessageTime.clock(voyage.departure, offset: voyage.from.utcOffsetMinutes)
        let arrival = MessageTime.clock(voyage.arrival, offset: voyage.to.utcOffsetMinutes)
        let mode: TravelMode = slot.route.kind == .ferry || slot.route.kind == .ship ? .sea : .land
        let prefix =
            "\(mode.rawValue),\(slot.carrier),\(slot.number),\(slot.conveyance.name),\(slot.conveyance.imo),"
            + "\(slot.conveyance.plate),\(slot.from),\(slot.to),\(departure),\(arrival),"
        var bytes: [UInt8] = []
        bytes.reserveCapacity(200 + passengers.count * 190)
        bytes += Array(Self.header.utf8)
        for passenger in passengers {
            let view = CarrierView.passengerData(passenger, isCorrected: false)
            let names = view.surname + "," + view.given
            bytes.append(contentsOf: prefix.utf8)
            bytes.append(contentsOf: (passenger.isCrew ? "crew," : "passenger,").utf8)
            bytes.append(contentsOf: (isLowerCase ? names.lowercased() : names).utf8)
            let fields = [
                "", view.birthDate?.description ?? "", passenger.person.sex.rawValue, passenger.person.nationality,
                view.document == nil ? "" : "P", view.document?.number ?? "", view.document?.issuer ?? "",
                view.document?.expiry.description ?? "", identityNumber(passenger), seat(passenger),
            ]
            bytes.append(contentsOf: fields.joined(separator: ",").utf8)
            bytes.append(10)
        }
        return bytes
    }

    /// Border posts read identity cards; ferry lines seldom write them down.
    private func identityNumber(_ passenger: WorldPassenger) -> String {
        let isWritten = voyage.slot.route.kind == .crossingDay || passenger.firstTag % 9 == 0
        return isWritten ? passenger.person.nik ?? "" : ""
    }

    private func seat(_ passenger: WorldPassenger) -> String {
        voyage.slot.route.kind == .crossingDay ? "" : passenger.seat
    }
}
