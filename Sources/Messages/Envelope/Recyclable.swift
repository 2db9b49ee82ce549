// SPDX-License-Identifier: Apache-2.0

internal import Travel

/// A value whose memory, above all that of its arrays, serves again in the next message.
protocol Recyclable {
    init()
    /// Becomes like a new one.
    mutating func reset()
}

extension ReceivedTraveller: Recyclable {
    init() { self.init(role: .unknown) }

    /// The memory of bags and lists is kept. Documents stay: one reader empties the array, another builds new ones in it.
    mutating func reset() {
        role = .unknown
        clearTexts()
        birthDate = nil
        sex = nil
        isNationalityDerived = false
        seats.recycle()
        nik = nil
        if hasBags {
            hasBags = false
            bagStore.reset()
        }
        contacts.recycle()
        loyalty.recycle()
        tickets.recycle()
        checkedInAt = nil
        span = nil
    }
}

extension ReceivedTraveller {
    /// How many texts lie side by side from a traveller's first byte on.
    static var textCount: Int { 13 }

    /// Clears the texts, all at once where none of them holds memory.
    @inline(__always)
    fileprivate mutating func clearTexts() {
        let isCleared = withUnsafeMutableBytes(of: &self) { bytes in
            SmallText.clear(bytes.baseAddress.unsafelyUnwrapped, count: ReceivedTraveller.textCount)
        }
        if !isCleared { clearEachText() }
    }

    @inline(never)
    private mutating func clearEachText() {
        surname.clear()
        given.clear()
        surnameReceived.clear()
        givenReceived.clear()
        nationality.clear()
        residence.clear()
        birthPlace.clear()
        address.clear()
        embark.clear()
        debark.clear()
        recordLocator.clear()
        passengerReference.clear()
        seat.clear()
    }
}

extension ReceivedBags {
    fileprivate mutating func reset() {
        count = nil
        weightKilograms = nil
        tags.recycle()
        pieces.recycle()
        pool = nil
    }
}

extension ReceivedBooking: Recyclable {
    init() { self.init(recordLocator: nil, carrier: nil) }

    /// The itinerary stays: the reader builds a new one in it.
    mutating func reset() {
        recordLocator.clear()
        carrier.clear()
        bookedAt = nil
        if agency != nil { agency = nil }
        travellers.recycle()
        tickets.recycle()
        payments.recycle()
        contacts.recycle()
        remarks.recycle()
        splitFrom.clear()
        isCancelled = false
        span = nil
    }
}

extension ReceivedFlight: Recyclable {
    init() { self.init(carrier: nil, number: nil) }

    mutating func reset() {
        carrier.clear()
        number.clear()
        operating.clear()
        from.clear()
        to.clear()
        departure = nil
        arrival = nil
        status.clear()
    }
}

extension ReceivedDocument: Recyclable {
    init() { self.init(type: nil, number: nil) }

    mutating func reset() {
        type.clear()
        number.clear()
        issuer.clear()
        expiry = nil
        issued = nil
        placeOfIssue.clear()
    }
}
