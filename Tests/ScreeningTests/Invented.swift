// SPDX-License-Identifier: Apache-2.0

import Civil
import Mandate
import Screening
import Travel

/// Two hashes of domain and value, enough for tests that need equality only.
struct PlainTokeniser: Tokeniser {
    func token(_ domain: TokenDomain, _ value: [UInt8]) -> BlindToken {
        var a: UInt64 = 0xcbf2_9ce4_8422_2325
        var b: UInt64 = 0x9E37_79B9_7F4A_7C15
        for byte in Array(domain.rawValue.utf8) + [0] + value {
            a = (a ^ UInt64(byte)) &* 0x100_0000_01b3
            b = (b &+ UInt64(byte)) &* 0xff51_afd7_ed55_8ccd
            b ^= b >> 29
        }
        return BlindToken(high: a, low: b)
    }
}

/// Jakarta and Denpasar at home, Singapore abroad.
struct ThreePorts: PortDirectory {
    func isHome(_ code: String) -> Bool? { ["CGK": true, "DPS": true, "SIN": false][code] }
    func utcOffsetMinutes(_ code: String) -> Int? { ["CGK": 420, "DPS": 480, "SIN": 480][code] }
}

/// Builders of invented messages about the flight ZZ 0825 from Singapore to Jakarta on 15 January 2026.
enum Invented {
    static func person(
        _ surname: String?, _ given: String?, born: String? = nil, passport: String? = nil, locator: String? = nil,
        reference: String? = nil
    ) -> ReceivedTraveller {
        var traveller = ReceivedTraveller(role: .passenger)
        traveller.surname = surname
        traveller.given = given
        traveller.birthDate = born.flatMap { PartialDate(iso: $0) }
        traveller.recordLocator = locator
        traveller.passengerReference = reference
        if let passport { traveller.documents = [ReceivedDocument(type: "P", number: passport, issuer: "IDN")] }
        return traveller
    }

    static func message(
        _ kind: MessageKind, _ effect: MessageEffect = .report, at time: String, id: UInt64, reference: String = "R",
        _ travellers: [ReceivedTraveller], locators: [String] = []
    ) -> DecodedMessage {
        var message = ReceivedMessage(kind: kind)
        message.effect = effect
        message.preparedAt = CivilDateTime(iso: time)
        message.reference = reference
        message.voyage.carrier = "ZZ"
        message.voyage.number = "0825"
        message.voyage.legs = [
            ReceivedLeg(
                carrier: "ZZ", number: "0825", from: "SIN", to: "CGK",
                departure: CivilDateTime(iso: "2026-01-15T09:30"),
                arrival: CivilDateTime(iso: "2026-01-15T10:15"))
        ]
        message.travellers = travellers
        for locator in locators {
            var booking = ReceivedBooking(recordLocator: locator, carrier: "ZZ")
            booking.travellers = travellers.indices.filter { travellers[$0].recordLocator == locator }
            message.bookings.append(booking)
        }
        return DecodedMessage(
            id: RecordID(high: id, low: id &* 77), receivedAtMilliseconds: 1_768_000_000_000 + Int64(id),
            origin: "test",
            message: message)
    }

    static let assembler = VoyageAssembler(tokeniser: PlainTokeniser(), ports: ThreePorts())

    static func assemble(_ messages: [DecodedMessage]) -> Voyage? {
        guard let first = messages.first else { return nil }
        return assembler.assemble(assembler.identity(of: first).id, from: messages)
    }
}
