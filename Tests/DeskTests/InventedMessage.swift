// SPDX-License-Identifier: Apache-2.0

import Civil
import Screening
import Travel

@testable import Desk

/// One passenger list of three invented people: one on the watchlist, one who must stay covered, one child.
struct InventedMessage: Sendable {
    let bytes: [UInt8]
    let received: ReceivedMessage

    init(nowMilliseconds: Int64) {
        let segments = [
            "UNB+UNOA:4+GA+IDCUST+261118:0900+1", "UNH+1+PAXLST:D:05B:UN:IATA", "BGM+745", "TDT+20+GA0825",
            "NAD+FL+++HASAN:BUDI", "DOC+P:110:111+A1234567", "NAD+FL+++CANARIO:DEWI", "DOC+P:110:111+K9CANARY7731",
            "COM+628139990077:TE", "NAD+FL+++KECIL:ANI", "UNT+9+1", "UNZ+1+1",
        ]
        bytes = Array((segments.joined(separator: "'\n") + "'").utf8)
        var message = ReceivedMessage(kind: .paxlst)
        let now = CivilDateTime(minutesSinceEpoch: Int(nowMilliseconds / 60_000))
        message.preparedAt = now?.adding(minutes: -120)
        message.voyage.carrier = "GA"
        message.voyage.number = "0825"
        message.voyage.legs = [
            ReceivedLeg(
                carrier: "GA", number: "0825", from: "SIN", to: "CGK", departure: now?.adding(minutes: 480 + 60),
                arrival: now?.adding(minutes: 420 + 180))
        ]
        message.travellers = [
            InventedMessage.person("HASAN", "BUDI", PartialDate(year: 1985, month: 4, day: 12), "A1234567", 5, 6),
            InventedMessage.person("CANARIO", "DEWI", PartialDate(year: 1990, month: 7, day: 3), "K9CANARY7731", 7, 9),
            InventedMessage.person("KECIL", "ANI", PartialDate(year: 2019, month: 1, day: 9), "C7654321", 10, 10),
        ]
        message.travellers[1].contacts = [
            ReceivedContact(kind: .phone, value: "628139990077"),
            ReceivedContact(kind: .email, value: "CANARY@EXAMPLE.ORG"),
            ReceivedContact(kind: .address, value: "CANARYSTREET 12"),
        ]
        message.foundTotal = 3
        received = message
    }

    private static func person(
        _ surname: String, _ given: String, _ birth: PartialDate?, _ number: String, _ first: Int, _ last: Int
    ) -> ReceivedTraveller {
        var person = ReceivedTraveller(role: .passenger)
        person.surname = surname
        person.given = given
        person.birthDate = birth
        person.nationality = "IDN"
        person.documents = [ReceivedDocument(type: "P", number: number, issuer: "IDN")]
        person.span = SegmentSpan(first: first, last: last)
        return person
    }
}

/// The ports of the bench.
struct BenchPorts: PortDirectory {
    func isHome(_ code: String) -> Bool? { ["CGK", "DPS"].contains(code) }
    func utcOffsetMinutes(_ code: String) -> Int? { code == "CGK" ? 420 : 480 }
}

/// An entrance that takes anything, or says that it is full.
struct StillEntrance: MessageEntrance {
    func submit(_ bytes: [UInt8], origin: String) async throws -> [InboxReceipt] {
        if bytes.starts(with: Array("FULL".utf8)) { throw EntranceRefusal.full(retryAfterSeconds: 7) }
        return [InboxReceipt(id: RecordID(high: 4, low: 4), outcome: .stored)]
    }
}
