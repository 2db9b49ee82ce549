// SPDX-License-Identifier: Apache-2.0

internal import Civil
public import Travel

/// A digest of 128 bits over every value of a run of messages, for telling whether two decodings agree.
///
/// Two lanes of multiply and rotate (as in xxHash); no defence against an adversary. Nil, empty and absent values
/// differ, and so do values in another order.
public struct MessageDigest: Sendable {
    private var low: UInt64 = 0x9E37_79B1_85EB_CA87
    private var high: UInt64 = 0xC2B2_AE3D_27D4_EB4F
    /// How many messages were taken in.
    public private(set) var messages = 0

    public init() {}

    /// Thirty-two hexadecimal digits.
    public var description: String {
        var a = low ^ (high &<< 31 | high &>> 33)
        var b = high &+ low
        a = MessageDigest.finish(a)
        b = MessageDigest.finish(b ^ a)
        return [a, b].map { word in
            let text = String(word, radix: 16)
            return String(repeating: "0", count: 16 - text.count) + text
        }.joined()
    }

    private static func finish(_ word: UInt64) -> UInt64 {
        var word = word
        word ^= word &>> 33
        word = word &* 0xFF51_AFD7_ED55_8CCD
        word ^= word &>> 33
        word = word &* 0xC4CE_B9FE_1A85_EC53
        return word ^ word &>> 33
    }

    @inline(__always)
    private mutating func mix(_ word: UInt64) {
        low = (low ^ word) &* 0x9FB2_1C65_1E98_DF25
        low = low &<< 29 | low &>> 35
        high = (high &+ word) &* 0xD6E8_FEB8_6659_FD93
        high = (high &<< 37 | high &>> 27) ^ low
    }

    @inline(__always)
    private mutating func mix(_ value: Int) { mix(UInt64(bitPattern: Int64(value))) }

    @inline(__always)
    private mutating func mix(_ text: String?) {
        guard var text else { return mix(UInt64.max) }
        text.withUTF8 { bytes in
            mix(UInt64(bytes.count))
            var i = 0
            let raw = UnsafeRawBufferPointer(bytes)
            while i &+ 8 <= bytes.count {
                mix(raw.loadUnaligned(fromByteOffset: i, as: UInt64.self).littleEndian)
                i &+= 8
            }
            guard i < bytes.count else { return }
            var word: UInt64 = 0
            while i < bytes.count {
                word = word &<< 8 | UInt64(bytes[i])
                i &+= 1
            }
            mix(word)
        }
    }

    private mutating func mix(_ texts: [String]) {
        mix(texts.count)
        for text in texts { mix(text) }
    }

    // MARK: Messages

    /// Takes in every value of a message.
    public mutating func add(_ message: ReceivedMessage) {
        messages += 1
        mix(message.kind.rawValue)
        mix(message.function)
        mix(message.functionDetail)
        mix(message.effect.rawValue)
        mix(message.version)
        mix(message.reference)
        mix(message.sender)
        mix(message.recipient)
        mix(message.preparedAt.map { $0.minutesSinceEpoch } ?? Int.min)
        mix(message.revision)
        mix(message.status.rawValue)
        add(message.voyage)
        mix(message.travellers.count)
        for traveller in message.travellers { add(traveller) }
        mix(message.bookings.count)
        for booking in message.bookings { add(booking) }
        mix(message.clearance.count)
        for clearance in message.clearance {
            mix(clearance.recordLocator)
            mix(clearance.passengerReference)
            mix(clearance.code)
            mix(clearance.text)
            mix(clearance.level.rawValue)
        }
        // What most messages lack takes no part, so that their digests stay what they were.
        if let parts = message.parts { mix(parts.numbers.map(String.init).joined(separator: ",")) }
        mix(message.declaredTotal ?? Int.min)
        mix(message.foundTotal)
        mix(message.warnings.count)
        for warning in message.warnings {
            mix(warning.code)
            mix(warning.segment ?? Int.min)
            mix(warning.text)
        }
    }

    private mutating func add(_ voyage: ReceivedVoyage) {
        mix(voyage.mode.rawValue)
        mix(voyage.carrier)
        mix(voyage.number)
        mix(voyage.suffix)
        mix(voyage.codeshares)
        mix(voyage.conveyance.name)
        mix(voyage.conveyance.imo)
        mix(voyage.conveyance.plate)
        mix(voyage.legs.count)
        for leg in voyage.legs {
            mix(leg.carrier)
            mix(leg.number)
            mix(leg.operating)
            mix(leg.from)
            mix(leg.to)
            mix(leg.departure.map { Int($0.date.packed) << 16 | Int($0.minuteOfDay) } ?? Int.min)
            mix(leg.arrival.map { Int($0.date.packed) << 16 | Int($0.minuteOfDay) } ?? Int.min)
        }
    }

    private mutating func add(_ traveller: ReceivedTraveller) {
        mix(traveller.role.rawValue)
        mix(traveller.surname)
        mix(traveller.given)
        mix(traveller.surnameReceived)
        mix(traveller.givenReceived)
        mix(Int(traveller.birthDate?.packed ?? -1))
        mix(traveller.sex?.rawValue)
        mix(traveller.nationality)
        mix(traveller.isNationalityDerived ? 1 : 0)
        mix(traveller.residence)
        mix(traveller.birthPlace)
        mix(traveller.address)
        mix(traveller.embark)
        mix(traveller.debark)
        mix(traveller.recordLocator)
        mix(traveller.passengerReference)
        mix(traveller.seat)
        mix(traveller.seats.count)
        for seat in traveller.seats {
            mix(seat.number)
            mix(seat.from)
            mix(seat.to)
        }
        mix(traveller.nik?.value ?? 0)
        add(traveller.bags)
        mix(traveller.documents.count)
        for document in traveller.documents {
            mix(document.type)
            mix(document.number)
            mix(document.issuer)
            mix(Int(document.expiry?.packed ?? -1))
            mix(Int(document.issued?.packed ?? -1))
            mix(document.placeOfIssue)
        }
        add(traveller.contacts)
        mix(traveller.loyalty)
        mix(traveller.tickets)
        mix(traveller.checkedInAt.map { Int($0.date.packed) << 16 | Int($0.minuteOfDay) } ?? Int.min)
        mix(traveller.span.map { Int($0.first) << 32 | Int($0.last) } ?? Int.min)
    }

    private mutating func add(_ bags: ReceivedBags?) {
        guard let bags else { return mix(Int.min) }
        mix(bags.count ?? Int.min)
        mix(bags.weightKilograms ?? Int.min)
        mix(bags.tags)
        mix(bags.pieces.count)
        for piece in bags.pieces {
            mix(piece.tag)
            mix(piece.airline)
            mix(piece.destination)
        }
        if let pool = bags.pool {
            mix(pool.isHead ? 1 : 2)
            mix(pool.reference)
        }
    }

    private mutating func add(_ contacts: [ReceivedContact]) {
        mix(contacts.count)
        for contact in contacts {
            mix(contact.kind.rawValue)
            mix(contact.value)
        }
    }

    private mutating func add(_ booking: ReceivedBooking) {
        mix(booking.recordLocator)
        mix(booking.carrier)
        mix(booking.bookedAt.map { Int($0.date.packed) << 16 | Int($0.minuteOfDay) } ?? Int.min)
        mix(booking.agency == nil ? 0 : 1)
        mix(booking.agency?.id)
        mix(booking.agency?.city)
        mix(booking.agency?.country)
        mix(booking.travellers.count)
        for index in booking.travellers { mix(index) }
        mix(booking.itinerary.count)
        for flight in booking.itinerary {
            mix(flight.carrier)
            mix(flight.number)
            mix(flight.operating)
            mix(flight.from)
            mix(flight.to)
            mix(flight.departure.map { Int($0.date.packed) << 16 | Int($0.minuteOfDay) } ?? Int.min)
            mix(flight.arrival.map { Int($0.date.packed) << 16 | Int($0.minuteOfDay) } ?? Int.min)
            mix(flight.status)
        }
        mix(booking.tickets)
        mix(booking.payments.count)
        for payment in booking.payments {
            mix(payment.form)
            mix(payment.number)
            mix(payment.token)
            mix(payment.amount)
            mix(payment.currency)
            mix(payment.traveller ?? Int.min)
        }
        add(booking.contacts)
        mix(booking.remarks)
        mix(booking.splitFrom)
        mix(booking.isCancelled ? 1 : 0)
        mix(booking.span.map { Int($0.first) << 32 | Int($0.last) } ?? Int.min)
    }
}
