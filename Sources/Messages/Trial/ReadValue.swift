// SPDX-License-Identifier: Apache-2.0

internal import Civil
public import Travel

/// One value that was read, and about whom.
public struct ReadValue: Hashable, Sendable {
    /// About whom or what a value is: indices into the message's own lists.
    public enum Owner: Hashable, Sendable {
        case message, voyage
        case traveller(Int)
        case booking(Int)
    }

    public let owner: Owner
    public let field: ReadField
    public let value: String

    public init(_ owner: Owner, _ field: ReadField, _ value: String) {
        self.owner = owner
        self.field = field
        self.value = value
    }
}

/// The kinds of value that are read from messages.
public enum ReadField: String, Hashable, Sendable, CaseIterable {
    case kind, function, version, reference, sender, recipient, preparedAt = "prepared-at", revision, total
    case carrier, number, codeshare, conveyance, leg, port, departure, arrival
    case role, surname, given, birthDate = "birth-date", sex, nationality, residence, birthPlace = "birth-place"
    case address, embark, debark, locator, passengerReference = "passenger-reference", seat, nik, bags, document
    case documentExpiry = "document-expiry", documentIssuer = "document-issuer", contact, loyalty, ticket
    case checkedIn = "checked-in", bookedAt = "booked-at", agency, flight, payment, remark, split, clearance
}

extension ReceivedMessage {
    /// Everything that was read, in the order of the message's own fields.
    public var readValues: [ReadValue] {
        var values = messageValues + voyageValues
        for (index, traveller) in travellers.enumerated() { values += traveller.readValues(.traveller(index)) }
        for (index, booking) in bookings.enumerated() { values += booking.readValues(.booking(index)) }
        for answer in clearance {
            let parts = [answer.recordLocator, answer.passengerReference, answer.code, answer.text]
            values.append(ReadValue(.message, .clearance, parts.compactMap(\.self).joined(separator: " ")))
        }
        return values
    }

    private var messageValues: [ReadValue] {
        var values: [ReadValue] = []
        func add(_ field: ReadField, _ value: String?) {
            if let value, !value.isEmpty { values.append(ReadValue(.message, field, value)) }
        }
        add(.kind, kind.rawValue)
        add(.function, [function, functionDetail].compactMap(\.self).joined(separator: "+"))
        add(.version, version)
        add(.reference, reference)
        add(.sender, sender)
        add(.recipient, recipient)
        add(.preparedAt, preparedAt?.description)
        add(.revision, revision == 0 ? nil : "\(revision)")
        add(.total, declaredTotal.map { "\($0)" })
        return values
    }

    private var voyageValues: [ReadValue] {
        var values: [ReadValue] = []
        func add(_ field: ReadField, _ value: String?) {
            if let value, !value.isEmpty { values.append(ReadValue(.voyage, field, value)) }
        }
        add(.carrier, voyage.carrier)
        add(.number, voyage.number.map { $0 + (voyage.suffix ?? "") })
        for other in voyage.codeshares { add(.codeshare, other) }
        for name in [voyage.conveyance.name, voyage.conveyance.imo, voyage.conveyance.plate] { add(.conveyance, name) }
        for leg in voyage.legs {
            add(.port, leg.from)
            add(.port, leg.to)
            add(.departure, leg.departure?.description)
            add(.arrival, leg.arrival?.description)
        }
        return values
    }
}

extension ReceivedTraveller {
    /// What was read of one person.
    public func readValues(_ owner: ReadValue.Owner) -> [ReadValue] {
        var values: [ReadValue] = []
        func add(_ field: ReadField, _ value: String?) {
            if let value, !value.isEmpty { values.append(ReadValue(owner, field, value)) }
        }
        add(.role, role.rawValue)
        add(.surname, surname)
        add(.given, given)
        add(.birthDate, birthDate?.description)
        add(.sex, sex?.rawValue)
        add(.nationality, nationality)
        add(.residence, residence)
        add(.birthPlace, birthPlace)
        add(.address, address)
        add(.embark, embark)
        add(.debark, debark)
        add(.locator, recordLocator)
        add(.passengerReference, passengerReference)
        add(.seat, seat)
        for other in seats where other.number != seat { add(.seat, other.number) }
        add(.nik, nik?.description)
        if let bags {
            let parts = [bags.count.map { "\($0)" }, bags.weightKilograms.map { "\($0) kg" }].compactMap(\.self)
            add(.bags, (parts + bags.tags).joined(separator: " "))
        }
        for document in documents {
            add(.document, [document.type, document.number].compactMap(\.self).joined(separator: " "))
            add(.documentIssuer, document.issuer)
            add(.documentExpiry, document.expiry?.description)
        }
        for contact in contacts { add(.contact, contact.value) }
        for number in loyalty { add(.loyalty, number) }
        for ticket in tickets { add(.ticket, ticket) }
        add(.checkedIn, checkedInAt?.description)
        return values
    }
}

extension ReceivedBooking {
    /// What was read of one booking, its people left out.
    public func readValues(_ owner: ReadValue.Owner) -> [ReadValue] {
        var values: [ReadValue] = []
        func add(_ field: ReadField, _ value: String?) {
            if let value, !value.isEmpty { values.append(ReadValue(owner, field, value)) }
        }
        add(.locator, recordLocator)
        add(.carrier, carrier)
        add(.bookedAt, bookedAt?.description)
        add(.agency, agency.map { [$0.id, $0.city, $0.country].compactMap(\.self).joined(separator: " ") })
        for flight in itinerary {
            let name = [flight.carrier, flight.number].compactMap(\.self).joined()
            let way = [flight.from, flight.to].compactMap(\.self).joined(separator: "–")
            let words = [name, way, flight.departure?.description, flight.status].compactMap(\.self)
            add(.flight, words.filter { !$0.isEmpty }.joined(separator: " "))
        }
        for payment in payments {
            let words = [payment.form, payment.number.map { "••••" + $0 }, payment.amount, payment.currency]
            add(.payment, words.compactMap(\.self).joined(separator: " "))
        }
        for ticket in tickets { add(.ticket, ticket) }
        for contact in contacts { add(.contact, contact.value) }
        for remark in remarks { add(.remark, remark) }
        add(.split, splitFrom)
        return values
    }
}
