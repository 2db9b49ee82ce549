// SPDX-License-Identifier: Apache-2.0

internal import Travel

/// A value whose memory, above all that of its arrays, serves again in the next message.
protocol Recyclable {
    /// Becomes like a new one.
    mutating func reset()
}

extension Array {
    /// Empties the array but keeps its memory, unless somebody else holds it.
    @inline(__always)
    mutating func recycle() {
        if !isEmpty { removeAll(keepingCapacity: true) }
    }
}

extension ReceivedTraveller: Recyclable {
    mutating func reset() {
        role = .unknown
        surname.clear()
        given.clear()
        surnameReceived.clear()
        givenReceived.clear()
        birthDate = nil
        sex = nil
        nationality.clear()
        isNationalityDerived = false
        residence.clear()
        birthPlace.clear()
        address.clear()
        embark.clear()
        debark.clear()
        recordLocator.clear()
        passengerReference.clear()
        seat.clear()
        seats.recycle()
        nik = nil
        if bags != nil { bags = nil }
        documents.recycle()
        contacts.recycle()
        loyalty.recycle()
        tickets.recycle()
        checkedInAt = nil
        span = nil
    }
}

extension ReceivedBooking: Recyclable {
    mutating func reset() {
        recordLocator.clear()
        carrier.clear()
        bookedAt = nil
        if agency != nil { agency = nil }
        travellers.recycle()
        itinerary.recycle()
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
    mutating func reset() { self = ReceivedFlight() }
}
