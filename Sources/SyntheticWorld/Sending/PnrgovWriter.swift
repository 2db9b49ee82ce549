// SPDX-License-Identifier: Apache-2.0

import Civil
import Gazetteer

/// Writes the message bodies of PNRGOV, from MSG to the last booking.
struct PnrgovWriter {
    let voyage: WorldVoyage
    let profile: CarrierProfile
    /// The moment whose state is told.
    let asOf: Int

    /// The head: `22` full push, `141` update, and the number of bookings in the whole push.
    func head(_ function: String, bookings: Int, into buffer: inout SegmentBuffer) {
        buffer.segment("MSG", [["", function]])
        buffer.segment("ORG", [[profile.carrier, voyage.slot.from]])
        buffer.segment(
            "TVL", times(voyage) + [[voyage.slot.from], [voyage.slot.to], [profile.carrier], [voyage.slot.number]])
        buffer.segment("EQN", [["\(bookings)"]])
    }

    /// One booking; a cancelled one keeps its names, its flight has status XX.
    func booking(_ booking: WorldBooking, isCancelled: Bool, into buffer: inout SegmentBuffer) {
        buffer.segment("SRC", [])
        let bookedAt = MessageTime.clock(booking.bookedAt)
        buffer.segment(
            "RCI",
            [[profile.carrier, booking.locator, "", MessageTime.ddmmyy(bookedAt.date), MessageTime.hhmm(bookedAt)]])
        let changed = MessageTime.clock(max(booking.bookedAt, asOf - 600))
        let ticketed = MessageTime.clock(booking.bookedAt + 12)
        buffer.segment(
            "DAT",
            [
                ["700", MessageTime.ddmmyy(changed.date), MessageTime.hhmm(changed)],
                ["710", MessageTime.ddmmyy(ticketed.date), MessageTime.hhmm(ticketed)],
            ])
        buffer.segment("IFT", [["4", "28", "", profile.carrier], ["CTCM \(booking.phone)"]])
        if let remark = booking.remark { buffer.segment("IFT", [["4", "28", "", profile.carrier], [remark]]) }
        originator(booking, into: &buffer)
        if let leader = booking.passengers.first {
            let person = leader.person
            let country = ForeignNation.all.first { $0.code == person.nationality }?.alpha2 ?? "ID"
            buffer.segment(
                "ADD", [[""], ["700", person.street, person.city, "", "", country, "10110", booking.phone]])
        }
        let standing = isCancelled ? booking.passengers : booking.passengers.filter { $0.isListed(at: asOf) }
        if let group = booking.groupName {
            buffer.segment("TIF", [["\(group)", "G"]])
        }
        for (place, passenger) in standing.enumerated() {
            traveller(passenger, number: place + 1, of: booking, into: &buffer)
        }
        for segment in booking.segments {
            flight(segment, standing: standing, isCancelled: isCancelled, into: &buffer)
        }
        if let splitFrom = booking.splitFrom {
            buffer.segment("EQN", [["\(standing.count)"]])
            buffer.segment("RCI", [[profile.carrier, splitFrom]])
        }
    }

    private func originator(_ booking: WorldBooking, into buffer: inout SegmentBuffer) {
        if let agency = booking.agency {
            buffer.segment(
                "ORG",
                [
                    ["1A", agency.city], [agency.number, agency.office], [agency.city], [""], ["T"],
                    [agency.country], ["0001AASU"],
                ])
        } else {
            buffer.segment("ORG", [[profile.carrier, voyage.slot.from], [""], [""], [""], ["A"], ["ID"], ["WEB"]])
        }
    }

    private func traveller(
        _ passenger: WorldPassenger, number: Int, of booking: WorldBooking, into buffer: inout SegmentBuffer
    ) {
        let person = passenger.person
        let view = CarrierView.reservation(passenger)
        let isChild = person.age(onDay: voyage.departure / 1440) < 12
        buffer.segment("TIF", [[view.surname], [view.given, isChild ? "C" : "A", "\(number)"]])
        if let loyalty = person.loyalty { buffer.segment("FTI", [[profile.carrier, loyalty]]) }
        buffer.segment("REF", [["", passenger.reference]])
        let carrier = profile.carrier
        let document = passenger.passport
        // Bookings carry the document from three days before on.
        if passenger.disagreement != .documentMissing || asOf > voyage.departure - 1000 {
            let text =
                "/P/\(document.issuer)/\(document.number)/\(person.nationality)/\(MessageTime.ddmmmyy(person.birthDate))"
                + "/\(person.sex.rawValue)/\(MessageTime.ddmmmyy(document.expiry))/\(person.surname)/\(person.given)"
            buffer.segment("SSR", [["DOCS", "HK", "1", carrier, "", "", "", "", text]])
        }
        if let service = passenger.service { buffer.segment("SSR", [[service, "HK", "1", carrier]]) }
        if number == 1 {
            buffer.segment("SSR", [["CTCM", "HK", "1", carrier, "", "", "", "", "/\(booking.phone)"]])
            let mail = booking.email.uppercased().split(separator: "@").joined(separator: "//")
            buffer.segment("SSR", [["CTCE", "HK", "1", carrier, "", "", "", "", "/\(mail)"]])
        }
        buffer.segment("TKT", [["\(booking.ticketBase + number)000", "T", "1"]])
        let amount = "\(booking.payment.amount).00"
        buffer.segment(
            "MON",
            [
                ["B", "\(booking.payment.amount * 4 / 5).00", booking.payment.currency],
                ["T", amount, booking.payment.currency],
            ])
        let payment = booking.payment
        if payment.form == "CC" {
            let card = payment.isMasked ? CardNumber.masked(payment.card) : payment.card
            buffer.segment("FOP", [["CC", "", amount, "VI", card, "", "1228"]])
        } else {
            buffer.segment("FOP", [[payment.form, "", amount]])
        }
    }

    private func flight(
        _ segment: BookedSegment, standing: [WorldPassenger], isCancelled: Bool, into buffer: inout SegmentBuffer
    ) {
        let flown = segment.voyage
        buffer.segment(
            "TVL",
            times(flown) + [
                [flown.slot.from], [flown.slot.to], [flown.slot.carrier], [flown.slot.number, segment.cabin],
            ])
        buffer.segment("RPI", [["\(standing.count)"], [isCancelled ? "XX" : "HK"]])
        guard flown.id == voyage.id, asOf >= voyage.departure - 1500, !isCancelled else { return }
        for (place, passenger) in standing.enumerated() where !passenger.seat.isEmpty {
            buffer.segment(
                "SSR",
                [
                    ["SEAT", "HK", "1", profile.carrier, "", "", flown.slot.from, flown.slot.to],
                    [passenger.seat, "", "\(place + 1)", "N"],
                ])
        }
        for (place, passenger) in standing.enumerated() where passenger.checkedInAt <= asOf && !passenger.isNoShow {
            checkIn(passenger, number: place + 1, into: &buffer)
        }
    }

    private func checkIn(_ passenger: WorldPassenger, number: Int, into buffer: inout SegmentBuffer) {
        let time = MessageTime.clock(passenger.checkedInAt)
        buffer.segment("DAT", [["2", MessageTime.ddmmyy(time.date), MessageTime.hhmm(time)]])
        buffer.segment("ORG", [[profile.carrier, voyage.slot.from]])
        buffer.segment("TRI", [[""], [decimal(passenger.firstTag % 400, 3), "", "", "\(number)"]])
        let view = CarrierView.reservation(passenger)
        buffer.segment("TIF", [[view.surname], [view.given, "A", "\(number)"]])
        buffer.segment("SSD", [[passenger.seat], [""], [""], [""], ["Y"]])
        guard passenger.bags > 0 else { return }
        buffer.segment(
            "TBD",
            [
                [""], ["\(passenger.bags)", "\(passenger.bagWeight)", "700"], [""], [""],
                [profile.carrier, decimal(passenger.firstTag, 6), "\(passenger.bags)", voyage.slot.to],
            ])
    }

    /// Departure and arrival by the clocks of the ports, as the first element of TVL.
    private func times(_ flown: WorldVoyage) -> [[String]] {
        let departure = MessageTime.clock(flown.departure, offset: flown.from.utcOffsetMinutes)
        let arrival = MessageTime.clock(flown.arrival, offset: flown.to.utcOffsetMinutes)
        return [
            [
                MessageTime.ddmmyy(departure.date), MessageTime.hhmm(departure), MessageTime.ddmmyy(arrival.date),
                MessageTime.hhmm(arrival),
            ]
        ]
    }
}
