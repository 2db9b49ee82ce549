// SPDX-License-Identifier: Apache-2.0

import Messages
import Testing
import Travel

/// A message cut out of its interchange is read as in place, whatever separators the bytes around it suggest.
@Suite struct CutMessageTests {
    /// A UNB and the messages, `'` and `+` in them as they are.
    private static func interchange(una: String = "", unb: String = standardHeader, _ messages: [String]) -> String {
        una + unb + messages.joined() + "UNZ+\(messages.count)+9'"
    }

    private static let standardHeader = "UNB+UNOA:4+GA+ID+260115:0410+9++APIS'"

    /// A passenger list of one traveller of this surname, who comes first.
    private static func message(_ number: Int, surname: String) -> String {
        "UNH+\(number)+PAXLST:D:12B:UN:IATA'BGM+745'NAD+FL+++\(surname):ANNE'TDT+20+GA825+++GA'"
            + "LOC+125+SIN'DTM+189:2601150930:201'LOC+87+CGK'DTM+232:2601151015:201'CNT+42:1'UNT+8+\(number)'"
    }

    /// Longer than any header, so that what follows is not looked at.
    private static let long = String(repeating: "X", count: 512)

    /// The surnames read, after checking that each message alone says the same.
    private func surnames(_ text: String) -> [String?] {
        var surnames: [String?] = []
        MessageDecoder.decode(Array(text.utf8)) { unit in
            #expect(MessageDecoder.messages(in: unit.receivedBytes) == [unit.message])
            surnames += unit.message.travellers.map(\.surname)
        }
        return surnames
    }

    @Test func `advice that does not fit the interchange is not taken along`() {
        let text = Self.interchange(
            una: "UNA:+.? |", [Self.message(1, surname: Self.long), Self.message(2, surname: "SMITH|JONES")])
        #expect(surnames(text) == [Self.long, "SMITH|JONES"])
    }

    @Test func `a header with other separators than its messages says nothing`() {
        // Found by fuzzing: alone, the second message seemed to be one with the separators of the UNA.
        let text = Self.interchange(
            una: "UNA-*.u |", unb: "UNB*UNO0+M05'",
            [Self.message(1, surname: Self.long), Self.message(2, surname: "SMITH|UNH*1*PAXLST|BGM*745|NAD*FL***X|")])
        #expect(surnames(text).first == Self.long)
        let messages = MessageDecoder.messages(in: Array(text.utf8))
        #expect(messages.count == 2)
        for message in messages {
            #expect(message.sender == nil && message.recipient == nil)
            #expect(message.warnings.contains { $0.code == "interchange-header-missing" })
        }
    }

    @Test(arguments: ["|", "\n", "\r\n"])
    func `an apostrophe in a name ends no segment where another terminator is used`(terminator: String) {
        let text = Self.interchange([Self.message(1, surname: "A"), Self.message(2, surname: "B")])
            .replacing("'", with: terminator).replacing("+A:", with: "+O'BRIEN:").replacing("+B:", with: "+D'ANA:")
        #expect(surnames(text) == ["O'BRIEN", "D'ANA"])
    }

    @Test func `an apostrophe in a message header ends no segment where another terminator is used`() {
        // Found by fuzzing, as seen from the message alone.
        let text = Self.interchange([Self.message(1, surname: "A"), Self.message(2, surname: "B")])
            .replacing("'", with: "|").replacing("UN:IATA", with: "UN:IATA+O'DATA+X")
        #expect(surnames(text) == ["A", "B"])
    }

    @Test func `lines of segments end where their terminators stand, the header's one being lost`() {
        let text = Self.interchange(
            unb: String(Self.standardHeader.dropLast()), [Self.message(1, surname: "A"), Self.message(2, surname: "B")]
        ).replacing("'", with: "'\n").replacing("UNH+1", with: "\nUNH+1")
        let messages = MessageDecoder.messages(in: Array(text.utf8))
        #expect(messages.last?.travellers.map(\.surname) == ["B"])
    }

    @Test(arguments: ["&", "7", "\n"])
    func `a damaged end of the header loses no more than the first message`(damage: String) {
        let text = Self.interchange(
            unb: Self.standardHeader.dropLast() + damage,
            [Self.message(1, surname: "A"), Self.message(2, surname: "B")])
        let messages = MessageDecoder.messages(in: Array(text.utf8))
        #expect(messages.last?.travellers.map(\.surname) == ["B"])
        #expect(messages.last?.sender == "GA" || damage == "7")
    }

    @Test func `advised separators hold where a line breaks inside the tag behind the header`() {
        let plain = Self.interchange([Self.message(1, surname: "A"), Self.message(2, surname: "B")])
        let other = String(plain.map { ["+": "*", ":": "-", "'": "|"][$0] ?? $0 })
        for place in 1...2 {
            let wrapped = other.replacing(
                "|UNH*1", with: "|" + "UNH*1".prefix(place) + "\r\n" + "UNH*1".dropFirst(place))
            #expect(surnames("UNA-*.? |" + wrapped) == ["A", "B"])
        }
    }

    @Test func `a released release character before a terminator releases nothing`() {
        let unb = Self.standardHeader.replacing("APIS'", with: "APIS??'")
        #expect(surnames(Self.interchange(una: "UNA:+.? '", unb: unb, [Self.message(1, surname: "A")])) == ["A"])
        let piped = Self.interchange(unb: unb, [Self.message(1, surname: "A"), Self.message(2, surname: "B")])
            .replacing("'", with: "|")
        #expect(surnames(piped) == ["A", "B"])
    }
}
