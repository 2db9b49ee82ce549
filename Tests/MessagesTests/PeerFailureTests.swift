// SPDX-License-Identifier: Apache-2.0

import Civil
import Messages
import Testing
import Travel

/// Messages on which another parser fails (messages.md section 9.1), and the old and rare forms of PAXLST.
@Suite struct PeerFailureTests {
    private func only(_ text: String) throws -> ReceivedMessage {
        let messages = Samples.decode(text)
        #expect(messages.count == 1)
        return try #require(messages.first)
    }

    private func list(_ traveller: String, bgm: String = "BGM+745'") -> String {
        Samples.paxlst(bgm: bgm, traveller: traveller, cnt: "")
    }

    @Test func `a ticket number in RFF is kept and costs nothing`() throws {
        let message = try only(list("NAD+FL+++A:B'RFF+YZY:2981212121212C1'RFF+AEA:1'RFF+CR:GA1'RFF+ZZQ:1'"))
        #expect(message.travellers[0].tickets == ["2981212121212C1"])
        #expect(message.travellers[0].loyalty == ["GA1"])
        #expect(message.warnings.map(\.code) == ["unknown-qualifier"])
    }

    @Test func `a traveller's segments come in any order`() throws {
        let message = try only(
            list(
                "NAD+FL+++A:B'NAT+2+IDN'RFF+AVF:X7K2PQ'LOC+178+SIN'COM+62812345678:TE+A@B.COM:EM'EMP+1+CR1:110:111'"
                    + "ATT+2++M'LOC+999+ABC'GEI+4+173'DTM+329:850412'MEA+CT++:1'QTY+1'XYZ+1'DOC+P+C1'"))
        let traveller = try #require(message.travellers.first)
        #expect(message.travellers.count == 1)
        #expect(traveller.nationality == "IDN" && traveller.embark == "SIN" && traveller.sex == .male)
        #expect(traveller.birthDate?.description == "1985-04-12" && traveller.bags?.count == 1)
        #expect(traveller.contacts.map(\.value) == ["62812345678", "A@B.COM"])
        #expect(message.warnings.map(\.code) == ["unknown-qualifier", "unknown-segment"])
    }

    @Test func `a transport without a number keeps its travellers`() throws {
        for transport in ["TDT+20'", "TDT+20++++GA'"] {
            let message = try only(list("NAD+FL+++A:B'").replacing("TDT+20+GA825+++GA'", with: transport))
            #expect(message.travellers.count == 1)
            #expect(message.voyage.legs.map(\.to) == ["CGK"])
        }
    }

    @Test func `one interchange of many bookings takes time in proportion`() throws {
        let booking = "SRC'RCI+GA:X7K2PQ'TIF+A+B:A:1'TVL+150126:0930:150126:1015+SIN+CGK+GA+825:Y'"
        let clock = ContinuousClock()
        func time(_ count: Int) -> Duration {
            let text =
                "UNB+IATA:1+GA+ID+260114:0930+42'UNH+42+PNRGOV:13:1:IA'MSG+:22'TVL+150126:0930+SIN+CGK+GA+825'EQN+\(count)'"
                + String(repeating: booking, count: count) + "UNT+1+42'UNZ+1+42'"
            let bytes = Array(text.utf8)
            var found = 0
            let time = clock.measure { MessageDecoder.decode(bytes) { found += $0.message.bookings.count } }
            #expect(found == count)
            return time
        }
        _ = time(500)
        let small = time(500)
        #expect(time(8_000) < small * 16 * 8)
    }

    @Test(arguments: [
        ("266+CLOB", MessageEffect.closeWithBoarded), ("266+CLNB", .closeWithNotBoarded),
        ("266+CL", .closeWithNotBoarded),
        ("266+XF", .cancelVoyage), ("266+CF", .changeVoyage), ("745", .report), ("745+CP", .replaceTravellers),
        ("745+XR", .cancelTravellers), ("745+RP", .cancelTravellers), ("745+C", .report), ("745+DC:1.0", .report),
        ("745+CI:1.0", .report), ("250+C", .report), ("250+CC", .replaceTravellers), ("250+B", .report),
        ("250+BC", .replaceTravellers), ("250+A", .report), ("250+D", .report), ("250+E", .report),
        ("250+EC", .replaceTravellers), ("250+F", .report), ("250+FC", .replaceTravellers), ("336+G", .report),
        ("336+H", .cancelTravellers), ("336+I", .replaceTravellers), ("655", .report), ("10+TRIP1+4", .report),
    ]) func `every function is known and does what it asks`(function: String, effect: MessageEffect) throws {
        let message = try only(list("NAD+ZZZ'RFF+AVF:X7K2PQ'RFF+ABO:1'", bgm: "BGM+\(function)'"))
        #expect(message.effect == effect)
        #expect(message.status == .accepted)
        #expect(message.travellers.map(\.passengerReference) == ["1"])
    }

    @Test(arguments: ["98B", "02B", "03B", "05B", "12B", "13B", "15B", "16B", "21A", "99Z"])
    func `every release is read alike`(release: String) throws {
        let plain = try only(Samples.paxlst())
        var other = try only(Samples.paxlst().replacing(":D:12B:", with: ":D:\(release):"))
        #expect(other.version == "D:" + release)
        other.version = plain.version
        #expect(other == plain)
    }

    @Test func `the older US form gives travellers and legs`() throws {
        let text =
            "UNA:+.? 'UNB+UNOA:1+AIR:NZ+USCS:US+020131:2359+1++CEDIPAX+A+++0'UNG+PAXLST+C:NZ+TECS:US+020131:2359+1+NZ+001:000'"
            + "UNH+1+PAXLST:001:000:NZ+SA812/020131/2300'CTA+IC+:FRED? S+1-703-644-5200:TE+1-703-566-8224:FX'TDT++SA812+40+SA'"
            + "LOC+005+NZAKL:50'DTM+136+020131+1030+M05'LOC+PT+USHNL:50'DTM+132+020131+0800'DTM+136+020131+1000'"
            + "LOC+008+USLAX:50'DTM+132+020131+2200+M05'UNS+D'PDT+P/182345345:990909:US+MANGUS:SIMON:P:590429:M+PAX+NZAKL:USLAX'"
            + "PDT+P/C76543D:920429:GB+O?'BOYLE:ALVIN::521221:U+CRW+NZAKL:USLAX'PDT+A/1::GB+ONE:TWO::521221:F+ITI'"
            + "UNT+14+1'UNE+1+1'UNZ+1+1'"
        let message = try only(text.countingSegments())
        #expect(message.status == .accepted)
        #expect(message.voyage.legs.map { "\($0.from ?? "")\($0.to ?? "")" } == ["AKLHNL", "HNLLAX"])
        #expect(message.voyage.legs.map { $0.departure?.description } == ["2002-01-31T10:30", "2002-01-31T10:00"])
        #expect(message.voyage.legs.map { $0.arrival?.description } == ["2002-01-31T08:00", "2002-01-31T22:00"])
        #expect(message.travellers.map(\.surname) == ["MANGUS", "O'BOYLE", "ONE"])
        #expect(message.travellers.map(\.role) == [.passenger, .crew, .transit])
        #expect(message.travellers.map(\.sex) == [.male, .unspecified, .female])
        #expect(message.travellers.map(\.birthDate?.description) == ["1959-04-29", "1952-12-21", "1952-12-21"])
        #expect(message.travellers[0].given == "SIMON P")
        #expect(message.travellers[0].documents.map(\.number) == ["182345345"])
        #expect(message.travellers[0].documents.map(\.expiry?.description) == ["1999-09-09"])
        #expect(message.travellers.map(\.embark) == ["AKL", "AKL", nil])
    }

    @Test func `a truck's crew comes with its trip`() throws {
        let text =
            "UNB+UNOA:4+SCAC:4+BORDER:4+260113:1901+16++ACE'UNH+1+PAXLST:D:03B:UN'BGM+10+SCACTRIP0001+4'RFF+RF:03'"
            + "TDT+11++03++SCAC:172+++B1234XYZ:::TRUCK'DTM+132:20260115:102'"
            + "NAD+VW+0000041153:109++DRIVER:ANDI::::1+1 ROAD+TOWN+VA:163:5+20190'ATT+2++M*M*M'DTM+329:19800919:102'"
            + "EMP+4+++1++7'NAT+2+US::5'DOC+5+P100'LOC+91+VA:163'LOC+91+US:162'DOC+39+155'LOC+91+US:162'UNT+17+1'UNZ+1+16'"
        let message = try only(text.countingSegments())
        #expect(message.status == .accepted)
        #expect(message.voyage.mode == .land)
        #expect(message.voyage.carrier == "SCAC" && message.voyage.number == "TRIP0001")
        #expect(message.voyage.conveyance.plate == "B1234XYZ")
        #expect(message.voyage.legs.map(\.arrival?.date.description) == ["2026-01-15"])
        let driver = try #require(message.travellers.first)
        #expect(driver.role == .crew && driver.surname == "DRIVER" && driver.sex == .male)
        #expect(driver.birthDate?.description == "1980-09-19" && driver.nationality == "USA")
        // A state of the union is no country.
        #expect(driver.documents.map(\.issuer) == ["USA", "USA"])
        #expect(driver.documents.compactMap(\.placeOfIssue) == ["VA"])
    }

    @Test func `a master crew list gives its crew`() throws {
        let text =
            "UNB+UNOA:4+ZZ+BORDER+260113:1901+16'UNH+1+PAXLST:D:05B:UN:IATA+R+01:F'BGM+336+G'NAD+MS+++OPS'"
            + "TDT+20+ZZ01MCL+++ZZ'LOC+188+CPH'DTM+554:2601150930:201'NAD+FM+++CLARK:MICHAEL'ATT+2++M'DTM+329:720907'"
            + "EMP+1+CR1:110:111'NAT+2+CAN'DOC+P:110:111+MB140241'LOC+91+CAN'DOC+L:110:111+L1'CNT+41:1'UNT+17+1'UNZ+1+16'"
        let message = try only(text.countingSegments())
        #expect(message.status == .accepted)
        #expect(message.voyage.carrier == "ZZ" && message.voyage.number == "01MCL")
        #expect(message.travellers.map(\.role) == [.crew])
        #expect(message.travellers[0].documents.map(\.type) == ["P", "L"])
    }
}

extension String {
    /// With the right number of segments in the only UNT.
    fileprivate func countingSegments() -> String {
        let segments = replacing("?'", with: "").split(separator: "'")
        guard let first = segments.firstIndex(where: { $0.hasPrefix("UNH") }),
            let last = segments.firstIndex(where: { $0.hasPrefix("UNT") })
        else { return self }
        let reference = segments[last].split(separator: "+").last ?? ""
        return replacing(String(segments[last]), with: "UNT+\(last - first + 1)+\(reference)")
    }
}
