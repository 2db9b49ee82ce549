// SPDX-License-Identifier: Apache-2.0

import Civil
import Gazetteer

/// Writes the message bodies of PAXLST, from BGM to CNT.
struct PaxlstWriter {
    let voyage: WorldVoyage
    let profile: CarrierProfile

    /// A person to write with the booking they belong to.
    struct Line {
        let passenger: WorldPassenger
        let locator: String
        let phone: String
        let isCorrected: Bool
    }

    /// The head of a message about travellers or about the voyage.
    func head(_ function: String, detail: String?, transaction: String, into buffer: inout SegmentBuffer) {
        buffer.segment("BGM", detail.map { [[function], [$0]] } ?? [[function]])
        buffer.segment("RFF", [["TN", transaction, "", "", "1"]])
        buffer.segment("NAD", [["MS"], [""], [""], [profile.carrier + " OPERATIONS"]])
        buffer.segment("COM", [["62 21 5550100", "TE"], ["OPS@\(profile.carrier).EXAMPLE", "EM"]])
        let slot = voyage.slot
        if slot.route.kind == .ship {
            buffer.segment(
                "TDT",
                [
                    ["20"], [slot.number], ["1"], [""], [slot.carrier], [""], [""],
                    [slot.conveyance.imo, "146", "11", slot.conveyance.name],
                ])
        } else {
            buffer.segment("TDT", [["20"], [slot.carrier + slot.number], [""], [""], [slot.carrier]])
        }
        let departure = MessageTime.clock(voyage.departure, offset: voyage.from.utcOffsetMinutes)
        let arrival = MessageTime.clock(voyage.arrival, offset: voyage.to.utcOffsetMinutes)
        buffer.segment("LOC", [["125"], [slot.from]])
        buffer.segment("DTM", [["189", MessageTime.yymmdd(departure.date) + MessageTime.hhmm(departure), "201"]])
        buffer.segment("LOC", [["87"], [slot.to]])
        buffer.segment("DTM", [["232", MessageTime.yymmdd(arrival.date) + MessageTime.hhmm(arrival), "201"]])
    }

    /// One traveller with document, bags and references.
    func traveller(_ line: Line, into buffer: inout SegmentBuffer) {
        let passenger = line.passenger
        let person = passenger.person
        let view = CarrierView.passengerData(passenger, isCorrected: line.isCorrected)
        var names = [view.surname]
        names += view.given.split(separator: " ", maxSplits: 1).map(String.init)
        buffer.segment("NAD", [[passenger.isCrew ? "FM" : "FL"], [""], [""], names])
        buffer.segment("ATT", [["2"], [""], [person.sex.rawValue]])
        if let birth = view.birthDate { buffer.segment("DTM", [["329", MessageTime.yymmdd(birth)]]) }
        if passenger.bags > 0, !passenger.isCrew {
            buffer.segment("MEA", [["CT"], [""], ["", "\(passenger.bags)"]])
            buffer.segment("MEA", [["WT"], [""], ["KGM", "\(passenger.bagWeight)"]])
            buffer.segment("FTX", [["BAG"], [""], [""], [tag(passenger), "\(passenger.bags)"]])
        }
        buffer.segment("GEI", [["4"], [view.document == nil ? "174" : "173"]])
        buffer.segment("LOC", [["178"], [voyage.slot.from]])
        buffer.segment("LOC", [["179"], [voyage.slot.to]])
        if person.nik != nil { buffer.segment("LOC", [["180"], ["IDN"], ["", "", "", person.birthPlace]]) }
        if passenger.firstTag % 5 == 0, !passenger.isCrew { buffer.segment("COM", [[line.phone, "TE"]]) }
        buffer.segment("NAT", [["2"], [person.nationality]])
        if !line.locator.isEmpty { buffer.segment("RFF", [["AVF", line.locator]]) }
        buffer.segment("RFF", [["ABO", passenger.reference]])
        if !passenger.seat.isEmpty, voyage.slot.route.kind == .flight {
            buffer.segment("RFF", [["SEA", passenger.seat]])
        }
        if let document = view.document {
            buffer.segment("DOC", [[profile.passportCode, "110", "111"], [document.number]])
            buffer.segment("DTM", [["36", MessageTime.yymmdd(document.expiry)]])
            buffer.segment("LOC", [["91"], [document.issuer]])
        }
        if let nik = person.nik, passenger.firstTag % 11 == 0 {
            buffer.segment("DOC", [["I", "110", "111"], [nik]])
            buffer.segment("LOC", [["91"], ["IDN"]])
        }
    }

    /// One traveller of a close-out: references only.
    func reference(_ line: Line, into buffer: inout SegmentBuffer) {
        buffer.segment("NAD", [["ZZZ"]])
        if !line.locator.isEmpty { buffer.segment("RFF", [["AVF", line.locator]]) }
        buffer.segment("RFF", [["ABO", line.passenger.reference]])
    }

    private func tag(_ passenger: WorldPassenger) -> String { profile.carrier + decimal(passenger.firstTag, 6) }
}
