// SPDX-License-Identifier: Apache-2.0

import Civil
import Gazetteer

/// Writes bookings as PNRGOV documents (IATA_PNRGOV_NotifRQ), for carriers that send XML; this room's own writer.
struct PnrgovDocumentWriter {
    let voyage: WorldVoyage
    let plan: PlannedMessage
    let function: String
    let isCancelled: Bool

    /// Bookings in one document; more are sent as several parts of one message.
    static let perDocument = 60

    private var carrier: String { voyage.slot.carrier }

    /// The documents of a message, in order.
    func documents(_ bookings: [WorldBooking]) -> [[UInt8]] {
        let parts = max(1, (bookings.count + Self.perDocument - 1) / Self.perDocument)
        return (0..<parts).map { part in
            let start = part * Self.perDocument
            let own = bookings[start..<min(bookings.count, start + Self.perDocument)]
            var xml = MarkupBuffer(capacity: 1_000 + own.count * 4_000)
            xml.declare()
            xml.open("IATA_PNRGOV_NotifRQ", root(part, of: parts))
            xml.empty("Originator", [("AirlineCode", carrier), ("SystemCode", "1A")])
            leg(&xml)
            xml.open("PNRs", [("NumberOfPnrs", "\(own.count)")])
            for booking in own { write(booking, &xml) }
            xml.close("PNRs")
            xml.close("IATA_PNRGOV_NotifRQ")
            return xml.bytes
        }
    }

    private func root(_ part: Int, of parts: Int) -> [(String, String)] {
        let sailing = MessageTime.clock(voyage.departure, offset: voyage.from.utcOffsetMinutes)
        let common = "\(carrier)\(voyage.slot.number)/\(MessageTime.yymmdd(sailing.date))/\(decimal(plan.ordinal, 2))"
        var attributes = [
            ("xmlns", "http://www.iata.org/IATA/2007/00"), ("Version", "2.005"), ("Function", function),
            ("TimeStamp", MessageTime.clock(plan.preparedAt).description + ":00Z"), ("TransactionIdentifier", common),
        ]
        guard parts > 1 else { return attributes }
        attributes.append(("SequenceNmbr", "\(part + 1)"))
        attributes.append(
            ("TransactionStatusCode", part == 0 ? "Start" : part == parts - 1 ? "End" : "InSeries"))
        return attributes
    }

    private func leg(_ xml: inout MarkupBuffer) {
        xml.open("FlightLeg", [("CarrierCode", carrier), ("FlightNumber", voyage.slot.number)] + times(voyage))
        ports(voyage, &xml)
        xml.close("FlightLeg")
    }

    private func ports(_ flown: WorldVoyage, _ xml: inout MarkupBuffer) {
        xml.empty("DepartureAirport", [("LocationCode", flown.slot.from)])
        xml.empty("ArrivalAirport", [("LocationCode", flown.slot.to)])
    }

    /// Departure and arrival by the clocks of the ports.
    private func times(_ flown: WorldVoyage) -> [(String, String)] {
        let departure = MessageTime.clock(flown.departure, offset: flown.from.utcOffsetMinutes)
        let arrival = MessageTime.clock(flown.arrival, offset: flown.to.utcOffsetMinutes)
        return [
            ("DepartureDateTime", departure.description + ":00"), ("ArrivalDateTime", arrival.description + ":00"),
        ]
    }

    private func write(_ booking: WorldBooking, _ xml: inout MarkupBuffer) {
        let standing = isCancelled ? booking.passengers : booking.passengers.filter { $0.isListed(at: plan.asOf) }
        xml.open(
            "PNR",
            [
                ("NumberOfPassengers", "\(standing.count)"),
                ("PNR_CreationDate", MessageTime.clock(booking.bookedAt).description + ":00"),
            ])
        xml.open("BookingRefID", [("ID", booking.locator)])
        xml.empty("CompanyName", [("Code", carrier)])
        xml.close("BookingRefID")
        for text in ["CTCM \(booking.phone)", booking.remark].compactMap(\.self) {
            xml.open("OSI")
            xml.empty("Airline", [("Code", carrier)])
            xml.text("Text", text)
            xml.close("OSI")
        }
        originator(booking, &xml)
        contacts(booking, &xml)
        for (place, passenger) in standing.enumerated() { write(passenger, number: place + 1, of: booking, &xml) }
        for segment in booking.segments { flight(segment, standing, &xml) }
        if let splitFrom = booking.splitFrom {
            xml.empty(
                "SplitPNR",
                [("NbrOfPassengers", "\(standing.count)"), ("VendorCode", carrier), ("PNR_ID", splitFrom)])
        }
        xml.close("PNR")
    }

    private func originator(_ booking: WorldBooking, _ xml: inout MarkupBuffer) {
        xml.open("POS")
        if let agency = booking.agency {
            xml.open(
                "Source",
                [
                    ("AgentSine", "0001AASU"), ("PseudoCityCode", agency.office), ("ISOCountry", agency.country),
                    ("AirlineVendorID", "1A"), ("AirportCode", agency.city),
                ])
            xml.empty("RequestorID", [("Type", "5"), ("ID", agency.number)])
        } else {
            xml.open(
                "Source",
                [
                    ("AgentSine", "WEB"), ("ISOCountry", "ID"), ("AirlineVendorID", carrier),
                    ("AirportCode", voyage.slot.from),
                ])
        }
        xml.close("Source")
        xml.close("POS")
    }

    private func contacts(_ booking: WorldBooking, _ xml: inout MarkupBuffer) {
        xml.empty("ContactInfo", [("EmailAddress", booking.email.uppercased())])
        guard let leader = booking.passengers.first?.person else { return }
        let country = ForeignNation.all.first { $0.code == leader.nationality }?.alpha2 ?? "ID"
        xml.open("ContactInfo", [("PhoneNumber", booking.phone), ("PhoneType", "1")])
        xml.text("AddressLine", leader.street)
        xml.text("CityName", leader.city)
        xml.text("PostalCode", "10110")
        xml.text("CountryName", country)
        xml.close("ContactInfo")
    }

    private func write(
        _ passenger: WorldPassenger, number: Int, of booking: WorldBooking, _ xml: inout MarkupBuffer
    ) {
        let person = passenger.person
        xml.open("Passenger", [("RPH", "\(number)"), ("PaxID", passenger.reference)])
        name(passenger, &xml)
        if let loyalty = person.loyalty {
            xml.empty("CustLoyalty", [("ProgramID", carrier), ("MembershipID", loyalty)])
        }
        if person.age(onDay: voyage.departure / 1440) < 12 { xml.empty("FareInfo", [("PTCCode", "CHD")]) }
        xml.open("TicketDocument", [("TicketDocumentNbr", "\(booking.ticketBase + number)000"), ("Type", "T")])
        payment(booking.payment, &xml)
        xml.close("TicketDocument")
        // Bookings carry the document from three days before on.
        if passenger.disagreement != .documentMissing || plan.asOf > voyage.departure - 1000 {
            document(passenger, number, &xml)
        }
        if let service = passenger.service {
            xml.open("SSR", [("SSRCode", service), ("ServiceQuantity", "1"), ("Status", "HK"), ("RPH", "\(number)")])
            xml.empty("Airline", [("Code", carrier)])
            xml.close("SSR")
        }
        xml.close("Passenger")
    }

    private func name(_ passenger: WorldPassenger, _ xml: inout MarkupBuffer) {
        let view = CarrierView.reservation(passenger)
        if !view.given.isEmpty { xml.text("GivenName", view.given) }
        xml.text("Surname", view.surname)
    }

    private func payment(_ payment: WorldPayment, _ xml: inout MarkupBuffer) {
        let amount = "\(payment.amount).00"
        xml.empty("TotalFare", [("Amount", amount), ("CurrencyCode", payment.currency)])
        guard payment.form == "CC" else {
            return xml.empty("PaymentInfo", [("PaymentType", payment.form), ("PaymentAmount", amount)])
        }
        let card = payment.isMasked ? CardNumber.masked(payment.card) : payment.card
        xml.empty(
            "PaymentInfo",
            [
                ("PaymentType", "CC"), ("PaymentAmount", amount), ("VendorCode", "VI"), ("AccountNbr", card),
                ("ExpiryDate", "1228"),
            ])
    }

    private func document(_ passenger: WorldPassenger, _ number: Int, _ xml: inout MarkupBuffer) {
        let (person, passport) = (passenger.person, passenger.passport)
        xml.open("DOC_SSR", [("SSRCode", "DOCS"), ("ServiceQuantity", "1"), ("Status", "HK"), ("RPH", "\(number)")])
        xml.empty("FlightInfo", [("Code", carrier)])
        xml.empty(
            "DOCS",
            [
                ("TravelDocType", "P"), ("TravelDocNbr", passport.number), ("IssuingLoc", passport.issuer),
                ("PaxNationality", person.nationality), ("DateOfBirth", MessageTime.ddmmmyy(person.birthDate)),
                ("Gender", person.sex.rawValue), ("ExpiryDate", MessageTime.ddmmmyy(passport.expiry)),
                ("Surname", person.surname), ("FirstGivenName", person.given),
            ])
        xml.close("DOC_SSR")
    }

    private func flight(_ segment: BookedSegment, _ standing: [WorldPassenger], _ xml: inout MarkupBuffer) {
        let flown = segment.voyage
        xml.open(
            "Flight",
            times(flown) + [
                ("ResBookDesigCode", segment.cabin), ("NumberInParty", "\(standing.count)"),
                ("Status", isCancelled ? "XX" : "HK"), ("FlightNumber", flown.slot.number),
            ])
        ports(flown, &xml)
        xml.empty("MarketingAirline", [("Code", flown.slot.carrier)])
        if flown.id == voyage.id, plan.asOf >= voyage.departure - 1500, !isCancelled { seats(standing, &xml) }
        xml.close("Flight")
    }

    private func seats(_ standing: [WorldPassenger], _ xml: inout MarkupBuffer) {
        for (place, passenger) in standing.enumerated() where !passenger.seat.isEmpty {
            xml.open(
                "SSR",
                [
                    ("SSRCode", "SEAT"), ("ServiceQuantity", "1"), ("Status", "HK"),
                    ("BoardPoint", voyage.slot.from), ("OffPoint", voyage.slot.to), ("RPH", "\(place + 1)"),
                ])
            xml.empty("Airline", [("Code", carrier)])
            xml.text("Text", passenger.seat)
            xml.close("SSR")
        }
        for (place, passenger) in standing.enumerated()
        where passenger.checkedInAt <= plan.asOf && !passenger.isNoShow {
            checkIn(passenger, number: place + 1, &xml)
        }
    }

    private func checkIn(_ passenger: WorldPassenger, number: Int, _ xml: inout MarkupBuffer) {
        let time = MessageTime.clock(passenger.checkedInAt).description + ":00"
        xml.open("CheckInInfo", [("Time", time), ("AgentID", "X")])
        xml.open("BoardingNumber", [("Number", decimal(passenger.firstTag % 400, 3)), ("RPH", "\(number)")])
        xml.open("Passenger")
        name(passenger, &xml)
        xml.close("Passenger")
        xml.text("SeatNumber", passenger.seat)
        if passenger.bags > 0 {
            xml.empty(
                "CheckedBag",
                [
                    ("IssuerCode", carrier), ("SerialNumber", decimal(passenger.firstTag, 6)),
                    ("SequenceCount", "\(passenger.bags)"), ("UnitOfMeasureQuantity", "\(passenger.bagWeight)"),
                    ("UnitOfMeasureCode", "700"), ("BagDestination", voyage.slot.to),
                ])
        }
        xml.close("BoardingNumber")
        xml.close("CheckInInfo")
    }
}
