// SPDX-License-Identifier: Apache-2.0

internal import Civil
internal import Edifact
internal import Travel

/// The booking itself (GR1) and its names (GR2).
extension PnrgovReader {
    /// The current booking; before the first one, a draft that nobody sees.
    var booking: ReceivedBooking {
        @inline(__always) unsafeAddress { bookings.lastAddress }
        @inline(__always) nonmutating unsafeMutableAddress { bookings.lastMutableAddress }
    }

    mutating func beginBooking(_ segment: SegmentView) {
        closeBooking(lastSegment: segment.number - 1)
        if bookingNumber > 0 { bookings.append() } else { booking.reset() }
        flights.begin(in: &booking.itinerary)
        booking.span = SegmentSpan(first: segment.number, last: segment.number)
        hasBooking = true
        bookingNumber += 1
        firstTraveller = people.count
        notes.removeAll(keepingCapacity: true)
        waitingRequests.removeAll(keepingCapacity: true)
        current = nil
        checkedIn = nil
        currency = nil
        part = .booking
    }

    /// Messages that leave SRC out have one booking.
    mutating func ensureBooking(_ segment: SegmentView) {
        if !hasBooking { beginBooking(segment) }
    }

    mutating func closeBooking(lastSegment: Int) {
        guard hasBooking else { return }
        hasBooking = false
        settleWaitingRequests()
        for index in firstTraveller..<people.count {
            finishTraveller(index)
        }
        booking.travellers.append(contentsOf: firstTraveller..<people.count)
        booking.itinerary = flights.take()
        if var span = booking.span {
            span.last = Int32(clamping: lastSegment)
            booking.span = span
        }
    }

    @inline(__always)
    private mutating func finishTraveller(_ index: Int) {
        people[index].recordLocator.take(booking.recordLocator)
        if people[index].documents.count > 1 { people[index].documents.sort { $0.rank < $1.rank } }
        if people[index].nationality == nil {
            people[index].deriveNationality()
        }
        guard people[index].nik == nil else { return }
        for place in people[index].documents.indices {
            guard people[index].documents[place].number?.utf8.count == 16 else { continue }
            let document = people[index].documents[place]
            if document.type == "I" || document.type == "ID", document.issuer == nil || document.issuer == "IDN" {
                people[index].nik = document.number.flatMap { try? NIK(parsing: $0) }
            }
        }
    }

    /// `RCI+DL:ABC456::240210:2230+1A:345ABC`: the first locator that is no departure-control reference.
    mutating func readLocator(_ segment: SegmentView) {
        switch part {
        case .split:
            if hasBooking, booking.splitFrom == nil { booking.splitFrom = segment.value(1, 2).upper }
            return
        case .header, .booking, .name, .ticket: break
        // Where the booking has no locator of its own, that of its flights is.
        case .flight, .checkIn: guard hasBooking, booking.recordLocator == nil else { return }
        case .surface, .other, .history: return
        }
        ensureBooking(segment)
        guard booking.recordLocator == nil else { return }
        var chosen = 1
        for element in 1..<max(1, segment.elementCount) {
            if segment.value(element, 3).key != edifactKey("C"), !segment.value(element, 2).isEmpty {
                chosen = element
                break
            }
        }
        segment.value(chosen, 1).upper(to: &booking.carrier)
        segment.value(chosen, 2).upper(to: &booking.recordLocator)
        // Some leave the type out and put the date in its place.
        let shift = segment.value(chosen, 3).count == 6 ? 3 : 4
        booking.bookedAt = segment.value(chosen, shift).dayFirst(
            years, time: segment.value(chosen, shift + 1))
    }

    /// `ORG+1A:MUC+12345678:111111+AMS+LH+A+NL:NLG:NL+0001AASU`; an empty one withdraws the booking.
    mutating func readOriginator(_ segment: SegmentView) {
        guard part == .booking else { return }
        if segment.elementCount <= 1 || (segment.elementCount == 2 && segment.value(1).isEmpty) {
            booking.isCancelled = message.function == "141"
            return
        }
        guard booking.agency == nil else { return }
        let id = segment.value(2, 1).upper ?? segment.value(2, 2).upper
        // Some write country, currency and language where the originator's type belongs.
        let place = segment.componentCount(5) > 1 ? segment.value(5, 1) : segment.value(6, 1)
        let country = place.isCountryCode ? place.upper : nil
        guard id != nil || country != nil else { return }
        let city = segment.value(3, 1).upper ?? segment.value(1, 2).upper
        booking.agency = ReceivedAgency(id: id, city: city, country: country)
    }

    /// `DAT+700:240210:2135+710:...` of the booking, `DAT+2:210610:0545` at check-in.
    mutating func readTimes(_ segment: SegmentView) {
        guard part == .flight || part == .checkIn else { return }
        part = .checkIn
        checkedIn = nil
        checkInReference = .none
        checkInTime = nil
        for element in 1..<max(1, segment.elementCount) where segment.value(element, 1).key == edifactKey("2") {
            checkInTime = segment.value(element, 2).dayFirst(years, time: segment.value(element, 3))
        }
    }

    // MARK: Names

    /// `TIF+SURNAME:I+GIVEN MR:A:1:1`.
    mutating func readName(_ segment: SegmentView) {
        switch part {
        case .history, .other, .split, .surface: return
        case .checkIn, .flight: return readCheckedInName(segment)
        case .header, .booking, .name, .ticket: break
        }
        ensureBooking(segment)
        part = .name
        current = nil
        let surname = segment.value(1, 1)
        let given = segment.value(2, 1)
        // A group's name is no person's.
        if segment.value(1, 2).key == edifactKey("G"), given.isEmpty { return }
        appendTraveller(
            reference: TravellerReference(segment.value(2, 3)), type: segment.value(2, 2).trimmed.key,
            segment: segment.number)
        people.last.takeName(surname: surname, given: given)
        let extra = segment.elementCount
        guard extra > 3 else { return }
        // Further given names are further persons of the same surname.
        for element in 3..<extra where !segment.value(element, 1).isEmpty {
            appendTraveller(
                reference: TravellerReference(segment.value(element, 3)),
                type: segment.value(element, 2).trimmed.key, segment: segment.number)
            people.last.takeName(surname: surname, given: segment.value(element, 1))
        }
    }

    mutating func addTraveller(
        _ name: borrowing ReceivedName, reference: TravellerReference, type: UInt32, segment: Int
    ) {
        appendTraveller(reference: reference, type: type, segment: segment)
        people.last.take(name)
    }

    /// Begins a traveller whose name comes next.
    private mutating func appendTraveller(reference: TravellerReference, type: UInt32, segment: Int) {
        current = people.count
        people.append()
        people.last.role = .passenger
        people.last.documents.recycle()
        people.last.span = SegmentSpan(first: segment, last: segment)
        notes.append(TravellerNote(reference: reference, isInfant: type == edifactKey("IN")))
    }

    /// The traveller of the booking with this reference: by number, exactly or with `1` for `1.1`.
    mutating func traveller(_ reference: TravellerReference) -> Int? {
        guard reference != .none else { return nil }
        for index in notes.indices where notes[index].reference == reference { return firstTraveller + index }
        for index in notes.indices where notes[index].reference.mayBe(reference) { return firstTraveller + index }
        return nil
    }

    /// The traveller of the booking with this name, tidy or as booked.
    mutating func traveller(named name: borrowing ReceivedName) -> Int? {
        for index in notes.indices {
            let place = firstTraveller + index
            guard people[place].surname == name.surname || wasBooked(place, as: name.surname) else { continue }
            if people[place].given == name.given
                || people[place].givenReceived == name.givenReceived ?? name.given
            {
                return place
            }
        }
        return nil
    }

    /// Whether the name segment of a traveller gave this surname, before a document gave another.
    mutating func wasBooked(_ index: Int, as surname: String?) -> Bool {
        let note = index - firstTraveller
        return !notes[note].isBookedAsInDocument && notes[note].bookedSurname == surname
    }

    /// The only traveller, where there is just one.
    var onlyTraveller: Int? { mutating get { notes.count == 1 ? firstTraveller : nil } }
}
