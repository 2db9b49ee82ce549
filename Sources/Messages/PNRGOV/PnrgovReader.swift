// SPDX-License-Identifier: Apache-2.0

internal import Civil
internal import Edifact
internal import Travel

/// Reads a PNRGOV (IATA PADIS, releases 10:1 to 21:1): every booking with its travellers, tickets, flights, check-in.
///
/// A name repeated at check-in is the same traveller; history makes none; a traveller without DOCS is kept.
struct PnrgovReader {
    /// Which group of the message is being read.
    enum Part {
        case header, booking, name, ticket, flight, checkIn, split, other, history
        /// Behind a part of the journey that is no flight (ARNK).
        case surface
    }

    var message: ReceivedMessage
    let years: YearRule
    let people: SlotBuffer<ReceivedTraveller>
    let bookings: SlotBuffer<ReceivedBooking>
    /// The itinerary of the current booking.
    let flights: SlotBuffer<ReceivedFlight>
    var part = Part.header
    var hasBooking = false
    /// The first traveller of the current booking in the message.
    var firstTraveller = 0
    /// What is known of each traveller of the current booking besides their values.
    var notes: [TravellerNote] = []
    /// The traveller whose group is being read, an index into the message.
    var current: Int?
    /// The traveller of a check-in line, once known.
    var checkedIn: Int?
    var checkInReference = TravellerReference.none
    var checkInTime: CivilDateTime?
    /// Whether the current flight of the itinerary is the message's own.
    var isOwnFlight = false
    var currency: String?
    /// Requests of the whole booking about persons who are named later.
    var waitingRequests: [WaitingRequest] = []
    var bookingNumber = 0
    /// The name of the document read last.
    var documentName = ReceivedName()

    init(header: borrowing MessageHeader, _ cursor: borrowing MessageCursor) {
        people = cursor.people
        bookings = cursor.bookings
        flights = cursor.flights
        bookings.append()
        message = ReceivedMessage(kind: .pnrgov)
        years = header.preparedAt.map { YearRule(today: $0.date) } ?? .withoutDate
    }

    /// Reads up to the message's end, on which the cursor stays.
    static func read(_ cursor: inout MessageCursor, header: MessageHeader, into message: inout ReceivedMessage) {
        var reader = PnrgovReader(header: header, cursor)
        while cursor.nextInMessage() { reader.read(&cursor) }
        reader.closeBooking(lastSegment: cursor.number - 1)
        reader.finish()
        swap(&reader.message, &message)
    }

    @inline(__always)
    private mutating func read(_ cursor: inout MessageCursor) {
        cursor.noteTroubles(in: &message)
        let tag = cursor.scanner.tag
        let segment = cursor.segment
        switch tag {
        case Tag.ssr:
            cursor.filterFreeText()
            readRequest(segment)
        case Tag.tvl: readFlight(segment)
        case Tag.tif: readName(segment)
        case Tag.rci: readLocator(segment)
        case Tag.rpi: readStatus(segment)
        case Tag.dat: readTimes(segment)
        case Tag.ift:
            cursor.filterFreeText()
            readText(segment)
        case Tag.fop:
            cursor.filterFreeText()
            readPayment(segment, &cursor)
        case Tag.tkt: readTicket(segment)
        case Tag.mon: readMoney(segment)
        case Tag.ref: readPassengerReference(segment)
        case Tag.add: readAddress(segment)
        case Tag.org: readOriginator(segment)
        case Tag.ssd: readSeat(segment)
        case Tag.tbd: readBags(segment)
        case Tag.tri:
            checkInReference = TravellerReference(segment.value(2, 4))
            checkedIn = nil
        case Tag.fti: readLoyalty(segment)
        case Tag.src: beginBooking(segment)
        case Tag.tra: readOperatingFlight(segment)
        case Tag.eqn: readCount(segment)
        case Tag.msg: readFunction(segment)
        case Tag.abi, Tag.sac: part = .history
        case Tag.lts:
            cursor.filterFreeText()
            readRemark(segment)
        case 0: break
        case _ where Tag.isKnownIdle(tag): break
        default:
            if FreeTextFilter.concerns(tag) { cursor.filterFreeText() }
            message.warn(
                .unknownSegment, segment: segment.number, "segment \(SegmentTag.text(tag)) passed over")
        }
    }

    // MARK: Header

    private mutating func readFunction(_ segment: SegmentView) {
        guard part == .header else {
            // GR9: a car, a hotel, a train.
            part = .other
            return
        }
        message.function = segment.value(1, 2).upper
    }

    private mutating func readCount(_ segment: SegmentView) {
        guard part == .header else {
            part = .split
            return
        }
        guard let count = segment.value(1).trimmed.number, count <= 1_000_000 else {
            return message.warn(.unreadableValue, segment: segment.number, "number of bookings can't be read")
        }
        message.declaredTotal = count
    }

    private mutating func readPassengerReference(_ segment: SegmentView) {
        guard let current, part == .name || part == .ticket else { return }
        guard people[current].passengerReference == nil else { return }
        let inComponent = segment.value(1, 2)
        (inComponent.isEmpty ? segment.value(1) : inComponent).upper(to: &people[current].passengerReference)
    }

    private mutating func readLoyalty(_ segment: SegmentView) {
        guard let current else { return }
        for element in 1..<max(1, segment.elementCount) {
            let number = segment.value(element, 2).trimmed
            guard !number.isEmpty else { continue }
            people[current].addLoyalty(
                airline: segment.value(element, 1).trimmed, number: number)
        }
    }

    private mutating func finish() {
        if message.voyage.carrier == nil, message.voyage.number == nil, message.voyage.legs.isEmpty {
            message.warn(.voyageMissing, segment: nil, "no voyage can be told")
        }
        message.travellers = people.lend()
        if bookingNumber == 0 { bookings.removeAll() }
        for index in 0..<bookings.count { noteCodeshares(bookings[index].itinerary) }
        if message.voyage.legs.first?.operating != nil { preferOperatingFlight() }
        message.bookings = bookings.lend()
        message.foundTotal = message.bookings.count
    }

    /// The voyage is the operating carrier's flight, where its number is known; the seller's is a codeshare of it.
    @inline(never)
    private mutating func preferOperatingFlight() {
        guard let operating = message.voyage.legs[0].operating, let carrier = message.voyage.carrier,
            let number = message.voyage.number
        else { return }
        guard let flight = message.voyage.codeshares.first(where: { $0.hasPrefix(operating) && $0 != operating }) else {
            return
        }
        message.voyage.codeshares.removeAll { $0 == flight }
        message.voyage.codeshares.append(carrier + number)
        message.voyage.carrier = operating
        message.voyage.number = String(flight.dropFirst(operating.count))
    }

    private mutating func noteCodeshares(_ itinerary: borrowing [ReceivedFlight]) {
        itinerary.withUnsafeBufferPointer { flights in
            guard let base = flights.baseAddress else { return }
            for place in 0..<flights.count {
                let flight = base + place
                if isOwn(from: flight.pointee.from, to: flight.pointee.to, on: flight.pointee.departure?.date) {
                    noteCodeshare(flight.pointee)
                }
            }
        }
    }

    private mutating func noteCodeshare(_ flight: borrowing ReceivedFlight) {
        if flight.carrier == message.voyage.carrier, flight.number == message.voyage.number { return }
        guard let carrier = flight.carrier, let number = flight.number else { return }
        let designator = carrier + number
        if !message.voyage.codeshares.contains(designator) { message.voyage.codeshares.append(designator) }
    }
}

/// What the reader keeps beside a traveller's values while it reads their booking.
struct TravellerNote {
    var reference: TravellerReference
    var isInfant: Bool
    /// Whether the name comes from a document.
    var hasDocumentName = false
    /// The surname as in TIF, when the document's differs.
    var bookedSurname: String?
    /// Whether the document's surname is the one in TIF.
    var isBookedAsInDocument = false
}

/// A request that names nobody yet: its place in the input, to be read again at the end of the booking.
struct WaitingRequest {
    let document: ReceivedDocs
    let reference: TravellerReference
    let segment: Int
}
