// SPDX-License-Identifier: Apache-2.0

internal import Civil
internal import Edifact
internal import Travel

/// The voyage of the message (level 0), the itinerary (GR5) and check-in (GR6, GR7).
extension PnrgovReader {
    /// `TVL+010410:2235:020410:1200+ATL+AMS+DL:KL+9362:K`.
    mutating func readFlight(_ segment: SegmentView) {
        switch part {
        case .history, .other: return
        case .header: return readVoyage(segment)
        default: break
        }
        ensureBooking(segment)
        let from = segment.value(2)
        let to = segment.value(3)
        let carrier = segment.value(4)
        let number = segment.value(5)
        if from.isEmpty, to.isEmpty, segment.value(1).isEmpty, number[0] &- 48 <= 9, part == .flight,
            flights.count > 0
        {
            // The second TVL of a codeshare gives the operating flight's number.
            readOperatingNumber(number.trimmed)
            return
        }
        part = .flight
        current = nil
        checkedIn = nil
        isOwnFlight = false
        if carrier.isEmpty || number[0] &- 48 > 9, isNoFlight(carrier, number, from: from, to: to) {
            part = .surface
            return
        }
        flights.append()
        from.upper(to: &flights.last.from)
        to.upper(to: &flights.last.to)
        (flights.last.departure, flights.last.arrival) = times(segment)
        carrier.upper(to: &flights.last.carrier)
        flights.last.number.take(FlightNumber.number(number.trimmed).0)
        let operating = segment.value(4, 2).trimmed
        if !operating.isEmpty, operating.key != carrier.key {
            operating.upper(to: &flights.last.operating)
        }
        isOwnFlight = isOwn(from: flights.last.from, to: flights.last.to, on: flights.last.departure?.date)
    }

    /// Whether a TVL is none: ARNK, the arrival by other means, and what names neither a carrier nor two ports.
    @inline(never)
    private func isNoFlight(
        _ carrier: EdifactBytes, _ number: EdifactBytes, from: EdifactBytes, to: EdifactBytes
    ) -> Bool {
        if number.trimmed.key == edifactKey("ARNK") || carrier.trimmed.key == edifactKey("ARNK") { return true }
        return carrier.isEmpty && number.isEmpty && (from.isEmpty || to.isEmpty)
    }

    /// The ports of the flight read last.
    var lastPorts: (from: String?, to: String?) {
        flights.count == 0 ? (nil, nil) : (flights.last.from, flights.last.to)
    }

    private mutating func readVoyage(_ segment: SegmentView) {
        let (departure, arrival) = times(segment)
        let (number, suffix) = FlightNumber.number(segment.value(5, 1).trimmed)
        var leg = ReceivedLeg(
            carrier: segment.value(4, 1).upper, number: number, from: segment.value(2).upper,
            to: segment.value(3).upper, departure: departure, arrival: arrival)
        if let operating = segment.value(4, 2).upper, operating != leg.carrier { leg.operating = operating }
        if message.voyage.legs.isEmpty {
            message.voyage.carrier = leg.carrier
            message.voyage.number = leg.number
            message.voyage.suffix = suffix ?? segment.value(5, 3).upper
        }
        if departure == nil, !segment.value(1).isEmpty {
            message.warn(.unreadableDate, segment: segment.number, "departure of the voyage can't be read")
        }
        message.voyage.legs.append(leg)
    }

    /// Departure and arrival; the arrival's date may be left out, and its time may stand in the date's place.
    @inline(__always)
    private mutating func times(_ segment: SegmentView) -> (CivilDateTime?, CivilDateTime?) {
        guard let day = segment.value(1, 1).dayFirst(years) else { return (nil, nil) }
        let departure = segment.value(1, 2).clock(on: day)
        let third = segment.value(1, 3)
        let fourth = segment.value(1, 4)
        if third.count == 6 {
            guard let arrivalDay = third.dayFirst(years), !fourth.isEmpty else { return (departure, nil) }
            return (departure, fourth.clock(on: arrivalDay))
        }
        let clock = fourth.isEmpty ? third : fourth
        return (departure, clock.isEmpty ? nil : clock.clock(on: day))
    }

    /// Whether a flight of an itinerary is the one that the message is about: same ports and day.
    mutating func isOwn(from: String?, to: String?, on day: CivilDate?) -> Bool {
        message.voyage.legs.withUnsafeBufferPointer { legs in
            // By place: a leg taken out is copied with all its texts.
            guard let first = legs.baseAddress else { return false }
            for leg in first..<(first + legs.count) {
                if leg.pointee.departure?.date == day, leg.pointee.from == from, leg.pointee.to == to { return true }
            }
            return false
        }
    }

    private mutating func readOperatingNumber(_ view: EdifactBytes) {
        guard let number = FlightNumber.number(view).0 else { return }
        let carrier = flights.last.operating ?? flights.last.carrier ?? ""
        flights.last.operating = carrier + number
    }

    /// `TRA+KL+8734:B`: the operating flight from release 14:1 on.
    mutating func readOperatingFlight(_ segment: SegmentView) {
        guard part == .flight, flights.count > 0 else { return }
        let number = FlightNumber.number(segment.value(2, 1).trimmed).0 ?? ""
        guard let carrier = segment.value(1, 1).upper else { return }
        flights.last.operating = carrier + number
    }

    mutating func readStatus(_ segment: SegmentView) {
        guard part == .flight, flights.count > 0 else { return }
        if flights.last.status == nil { segment.value(2).upper(to: &flights.last.status) }
    }

    // MARK: Check-in

    /// The same traveller again; a name that nobody in the booking bears is one more.
    mutating func readCheckedInName(_ segment: SegmentView) {
        let surname = segment.value(1, 1)
        let given = segment.value(2, 1)
        if surname.isEmpty, given.isEmpty {
            checkedIn = traveller(checkInReference) ?? onlyTraveller
            return
        }
        let name = ReceivedName(surname: surname, given: given)
        let reference = TravellerReference(segment.value(2, 3))
        if let index = traveller(reference), agrees(index, name) {
            checkedIn = index
        } else if let index = traveller(checkInReference), agrees(index, name) {
            checkedIn = index
        } else if let index = traveller(named: name) {
            checkedIn = index
        } else if let index = onlyTraveller, agrees(index, name) {
            checkedIn = index
        } else {
            let group = part
            addTraveller(
                name, reference: reference == .none ? checkInReference : reference,
                type: segment.value(2, 2).trimmed.key, segment: segment.number)
            checkedIn = current
            current = nil
            part = group
        }
        if let checkedIn, isOwnFlight, let checkInTime { people[checkedIn].checkedInAt = checkInTime }
    }

    /// Whether a name may be that of a traveller: the same surname, as booked or as in the document, or the same given.
    private mutating func agrees(_ index: Int, _ name: borrowing ReceivedName) -> Bool {
        people[index].surname == name.surname || wasBooked(index, as: name.surname)
            || (people[index].given == name.given && name.given != nil)
    }

    /// The traveller of the present check-in line, also where no TIF stands between TRI and SSD.
    private mutating func checkInTraveller() -> Int? {
        if checkedIn == nil { checkedIn = traveller(checkInReference) ?? onlyTraveller }
        return checkedIn
    }

    /// `SSD+24A++++Y`.
    mutating func readSeat(_ segment: SegmentView) {
        guard part == .checkIn || part == .flight, let index = checkInTraveller() else { return }
        let view = segment.value(1).trimmed
        guard view.isSeat else { return }
        takeSeat(view, of: index, from: lastPorts.from, to: lastPorts.to, isFinal: true)
    }

    /// Notes a seat; the one given at check-in takes the place of a wish for the same flight.
    mutating func takeSeat(_ view: EdifactBytes, of index: Int, from: String?, to: String?, isFinal: Bool) {
        let number = view.withoutLeadingZeros.upperCasedText
        let isOwn = isOwnFlight || isOwnRoute(from, to)
        if isOwn, isFinal || people[index].seat == nil { people[index].seat = number }
        for same in people[index].seats.indices
        where people[index].seats[same].from == from && people[index].seats[same].to == to {
            if isFinal { people[index].seats[same].number = number }
            return
        }
        people[index].seats.append(ReceivedSeat(number: number, from: from, to: to))
    }

    private mutating func isOwnRoute(_ from: String?, _ to: String?) -> Bool {
        for index in message.voyage.legs.indices
        where message.voyage.legs[index].from == from && message.voyage.legs[index].to == to {
            return true
        }
        return false
    }

    /// `HP` the head of a pool of bags, `MP` a member of it, with the head's number.
    @inline(never)
    private mutating func readPool(_ segment: SegmentView, _ index: Int) {
        let role = segment.value(4, 1).trimmed.key
        guard role == edifactKey("HP") || role == edifactKey("MP") else { return }
        people[index].bagStore.pool = ReceivedBagPool(
            isHead: role == edifactKey("HP"), reference: segment.value(4, 2).upper)
    }

    /// `TBD++3:84:700++HP+KL:4074902824:3:MSP`: pieces, weight, pool, then tags.
    mutating func readBags(_ segment: SegmentView) {
        guard part == .checkIn || part == .flight, let index = checkInTraveller() else { return }
        people[index].hasBags = true
        if isOwnFlight || people[index].bagStore.count == nil {
            if let count = segment.value(2, 1).trimmed.number, count <= 999 { people[index].bagStore.count = count }
            if let weight = segment.value(2, 2).trimmed.wholeNumber {
                people[index].bagStore.weightKilograms =
                    segment.value(2, 3).trimmed.key == edifactKey("701") ? Pounds.kilograms(weight) : weight
            }
        }
        if !segment.value(4).isEmpty, people[index].bagStore.pool == nil { readPool(segment, index) }
        for element in 5..<max(5, segment.elementCount) {
            let tag = segment.value(element, 2).trimmed
            guard !tag.isEmpty, !people[index].bagStore.tags.contains(tag.upperCasedText) else { continue }
            let count = segment.value(element, 3).trimmed.number ?? 1
            let added = people[index].bagStore.addTags(
                tag, count: count, airline: segment.value(element, 1).upper,
                destination: segment.value(element, 4).upper)
            if added < count {
                message.warn(.unreadableValue, segment: segment.number, "bag tags can't be counted on, first one kept")
            }
        }
    }
}
