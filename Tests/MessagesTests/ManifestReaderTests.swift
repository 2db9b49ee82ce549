// SPDX-License-Identifier: Apache-2.0

import Civil
import Messages
import Testing
import Travel

@Suite struct ManifestReaderTests {
    private static let header =
        "MODE,CARRIER,NUMBER,CONVEYANCE,IMO,PLATE,FROM,TO,DEPARTURE,ARRIVAL,ROLE,SURNAME,GIVEN,DOB,SEX,NATIONALITY,"
        + "DOC_TYPE,DOC_NO,DOC_ISSUER,DOC_EXPIRY,NIK,SEAT"

    private func row(_ name: String, ship: String = "MV DUMAI", rest: String = "P,B1234567,IDN,2030-01-01,,") -> String
    {
        "sea,DE,12,\(ship),9123456,,SGSIN,IDBTM,2026-01-15T09:00,2026-01-15T10:00,passenger,\(name),1985-04-12,M,IDN,\(rest)"
    }

    @Test func `the rows of a voyage are one message`() throws {
        let text =
            "\u{FEFF}"
            + [
                Self.header, row("SALIM,NASIR"), row("SARI,DEWI", ship: "MV OTHER"), row("\"TAN, A \"\"B\"\"\",LIM MR"),
                "",
            ].joined(separator: "\r\n")
        let messages = Samples.decode(text)
        #expect(messages.map(\.kind) == [.manifest, .manifest])
        #expect(messages.map { $0.travellers.map(\.surname) } == [["SALIM", "TAN, A \"B\""], ["SARI"]])
        let first = try #require(messages.first)
        #expect(first.voyage.mode == .sea)
        #expect(first.voyage.number == "0012")
        #expect(first.voyage.conveyance.imo == "9123456")
        #expect(first.voyage.legs.first?.departure?.description == "2026-01-15T09:00")
        #expect(first.travellers.last?.given == "LIM")
        #expect(first.status == .accepted, "\(first.warnings)")
        let parts = MessageDecoder.split(Array(text.utf8))
        #expect(parts.flatMap { MessageDecoder.messages(in: $0) } == messages)
    }

    @Test func `bad rows warn with their line and keep the traveller`() throws {
        let text = [
            Self.header, row("SALIM,NASIR"), "sea,DE,12,MV DUMAI,9123456,,SGSIN,IDBTM,2026-01-15T09:00,x,,SHORT",
            row("BAD,DATE", rest: "I,0012341204850001,IDN,3030-99-99,12,1A"), row("\"OPEN,A"), row("LAST,B"),
        ].joined(separator: "\n")
        let message = try #require(Samples.decode(text).first)
        #expect(message.travellers.count == 5)
        #expect(message.travellers[2].nik?.description == "0012341204850001")
        #expect(Set(message.warnings.compactMap(\.segment)).isSubset(of: [2, 3, 4, 5, 6]))
        #expect(Set(message.warnings.map(\.code)).isSuperset(of: ["bad-row", "unreadable-date", "unreadable-value"]))
    }

    @Test func `a list names its operator, number and revision, and may be empty`() throws {
        let text = [
            "OPERATOR,LIST,REVISION,ROLE,SURNAME,DOC_NO,FROM,TO,DEPARTURE,BIRTH_PLACE,MODE",
            "bf,1,2,passenger,SALIM,C1234567,SGSIN,IDBTM,2026-01-15T09:00,Johor,sea",
            "bf,2,3,none,,,SGSIN,IDBTM,2026-01-15T09:00,,sea", "bf,1,x,none,NONE LI,,SGSIN,IDBTM,2026-01-15T09:00,,sea",
        ].joined(separator: "\n")
        let messages = Samples.decode(text)
        #expect(messages.map(\.sender) == ["BF", "BF", "BF"])
        #expect(messages.map(\.reference) == ["1", "2", "1"])
        #expect(messages.map(\.revision) == [2, 3, 0])
        #expect(messages.map { $0.travellers.map(\.surname) } == [["SALIM"], [], ["NONE LI"]])
        #expect(messages.first?.travellers.first?.birthPlace == "JOHOR")
        #expect(messages.map(\.status) == [.accepted, .accepted, .warned])
    }
}
