// SPDX-License-Identifier: Apache-2.0

import Civil
import Messages
import Testing
import Travel

@Suite struct PaxlstReaderTests {
    private func only(_ text: String) throws -> ReceivedMessage {
        let messages = Samples.decode(text)
        #expect(messages.count == 1)
        return try #require(messages.first)
    }

    @Test func `reads every value of the reference message`() throws {
        let message = try only(Samples.paxlst())
        #expect(message.kind == .paxlst)
        #expect(message.status == .accepted, "\(message.warnings)")
        #expect(message.reference == "GA825260115")
        #expect(message.revision == 1)
        #expect(message.version == "D:12B")
        #expect(message.preparedAt?.description == "2026-01-15T04:10")
        #expect(message.voyage.carrier == "GA")
        #expect(message.voyage.number == "0825")
        #expect(message.voyage.legs.map(\.from) == ["SIN"])
        #expect(message.voyage.legs.first?.arrival?.description == "2026-01-15T10:15")
        let traveller = try #require(message.travellers.first)
        #expect(traveller.surname == "SANTOSO")
        #expect(traveller.given == "BUDI EKO")
        #expect(traveller.birthDate?.description == "1985-04-12")
        #expect(traveller.bags?.count == 2)
        #expect(traveller.bags?.tags == ["GA012345", "GA012346"])
        #expect(traveller.seat == "12A")
        #expect(traveller.embark == "AMS")
        #expect(traveller.documents.first?.expiry?.description == "2029-08-01")
        #expect(traveller.span == SegmentSpan(first: 13, last: 28))
        #expect(message.declaredTotal == 1)
    }

    @Test(arguments: [
        ("745+CP", MessageEffect.replaceTravellers), ("745+XR", .cancelTravellers), ("745+RP", .cancelTravellers),
        ("250+C", .report), ("250+CC", .replaceTravellers), ("266+CLOB", .closeWithBoarded),
        ("266+CLNB", .closeWithNotBoarded), ("266+XF", .cancelVoyage), ("266+CF", .changeVoyage),
        ("10+TRIP+4", .report),
    ])
    func `says what the function asks for`(function: String, effect: MessageEffect) throws {
        #expect(try only(Samples.paxlst(bgm: "BGM+\(function)'")).effect == effect)
    }

    @Test func `a close-out gives references without names`() throws {
        let message = try only(
            Samples.paxlst(bgm: "BGM+266+CLOB'", traveller: "NAD+ZZZ'RFF+AVF:X7K2PQ'RFF+ABO:GA000170001'"))
        #expect(message.travellers.map(\.surname) == [nil])
        #expect(message.travellers.first?.passengerReference == "GA000170001")
        #expect(message.status == .accepted)
    }

    @Test(arguments: [
        ("NASIR", "NASIR"), ("DREW", "DREW"), ("DREW MR", "DREW"), ("MRS SITI NURUL", "SITI NURUL"),
        ("WILLIAMS", "WILLIAMS"), ("O?'BRIEN", "O'BRIEN"), ("MSTR ADI", "ADI"), ("AMR", "AMR"), ("FNU", "FNU"),
        ("KEVINMICHAELMR", "KEVINMICHAELMR"), ("JOHN-1SMITH", "JOHN"), ("ANNA MISS", "ANNA"), ("siti", "SITI"),
    ])
    func `takes titles off at word boundaries only`(given: String, tidy: String) throws {
        let message = try only(Samples.paxlst(traveller: "NAD+FL+++SALIM:\(given)'"))
        #expect(message.travellers.first?.given == tidy)
    }

    @Test func `accepts any order and unknown qualifiers`() throws {
        let traveller =
            "NAD+QQ+++CLARK:MICHAEL'NAT+2+CA'RFF+YZY:7842836432715C2'RFF+QQQ:1'LOC+999+X'MEA+CT++4'MEA+WT++LBR:68'LOC+22+HNL'"
            + "ATT+2++F'ZZZ+1'DOC++448763368'DTM+36:'LOC+91+'DOC++'LOC+91+'"
        let message = try only(Samples.paxlst(traveller: traveller))
        let found = try #require(message.travellers.first)
        #expect(found.role == .passenger)
        #expect(found.nationality == "CAN")
        #expect(found.bags?.count == 4)
        #expect(found.bags?.weightKilograms == 31)
        #expect(found.documents.map(\.number) == ["448763368"])
        #expect(found.tickets == ["7842836432715C2"])
        #expect(Set(message.warnings.map(\.code)) == ["unknown-qualifier", "unknown-segment"])
    }

    @Test func `a 16-digit identity card is a NIK candidate`() throws {
        let traveller = "NAD+FL+++SARI:DEWI'NAT+2+IDN'DOC+I:110:111+0012345204850001'LOC+91+IDN'"
        #expect(try only(Samples.paxlst(traveller: traveller)).travellers.first?.nik?.description == "0012345204850001")
    }

    @Test func `births lie before the message`() throws {
        let message = try only(Samples.paxlst(traveller: "NAD+FL+++A:B'DTM+329:260116'NAD+FL+++A:C'DTM+329:260114'"))
        #expect(message.travellers.map { $0.birthDate?.description } == ["1926-01-16", "2026-01-14"])
    }

    @Test(arguments: [
        ("TDT+20+XZ877+++XZ'", "XZ", "0877"), ("TDT+20+ZX877+++XZ'", "XZ", "ZX877"), ("TDT+20+OK688'", "OK", "0688"),
        ("TDT+20+U21234'", "U2", "1234"), ("TDT+20+GA825A+++GA'", "GA", "0825"),
        ("TDT+20+SK01MCL+++SK'", "SK", "01MCL"),
    ])
    func `takes carrier and number apart`(tdt: String, carrier: String, number: String) throws {
        let text = Samples.paxlst().replacing("TDT+20+GA825+++GA'", with: tdt)
        let message = try only(text)
        #expect(message.voyage.carrier == carrier)
        #expect(message.voyage.number == number)
    }

    @Test func `joins the parts of a message at the last one`() throws {
        let parts = [
            Samples.paxlst(cnt: "", part: "01:C"), Samples.paxlst(cnt: "", part: "02", reference: "OTHER"),
            Samples.paxlst(cnt: "", part: "02"), Samples.paxlst(cnt: "CNT+42:3'", part: "03:F"),
        ]
        let messages = Samples.decode(parts.joined(separator: "\n"))
        #expect(messages.count == 2)
        #expect(messages.map(\.travellers.count) == [1, 3])
        #expect(messages[0].warnings.map(\.code).contains("part-missing"))
        #expect(messages[1].status == .accepted, "\(messages[1].warnings)")
        let missing = Samples.decode(parts[0] + parts[3])
        #expect(missing.count == 1)
        #expect(missing[0].warnings.map(\.code) == ["part-missing", "total-mismatch"])
    }
}
