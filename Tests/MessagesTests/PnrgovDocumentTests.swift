// SPDX-License-Identifier: Apache-2.0

import Civil
import Messages
import Testing
import Travel

@Suite struct PnrgovDocumentTests {
    private func only(_ text: String) throws -> ReceivedMessage {
        let messages = Samples.decode(text)
        #expect(messages.count == 1)
        return try #require(messages.first)
    }

    /// The message without the positions, which differ between the forms.
    private func values(_ message: ReceivedMessage) -> ReceivedMessage {
        var plain = message
        for index in plain.travellers.indices { plain.travellers[index].span = nil }
        for index in plain.bookings.indices { plain.bookings[index].span = nil }
        plain.version = nil
        plain.recipient = nil
        return plain
    }

    @Test func `a document gives the same values as the EDIFACT message it twins`() throws {
        let name = "FTI+GA:123456789:::G'"
        let twin = try only(Samples.pnrgov(name: name).replacing("UNT+28", with: "UNT+29"))
        let document = try only(XMLSamples.document())
        #expect(document.kind == .pnrgov)
        #expect(document.status == .accepted)
        #expect(document.version == "XML:2.005")
        #expect(values(document) == values(twin))
    }

    @Test(arguments: ["", "pnr:", "x-1.y:"]) func `any prefix and any wrapper do`(prefix: String) throws {
        let text = XMLSamples.document(opening: "")
        let prefixed = text.replacing("</", with: "\u{1}").replacing("<", with: "<" + prefix)
            .replacing("\u{1}", with: "</" + prefix)
        let wrapped = "<Envelope xmlns='urn:soap'><Body>" + prefixed + "</Body></Envelope>"
        let message = try only(wrapped)
        #expect(message.status == .accepted)
        #expect(message.travellers.map(\.given) == ["BUDI EKO"])
        #expect(message.voyage.number == "0825")
    }

    @Test func `a passenger spans their element, a booking its own`() throws {
        let message = try only(XMLSamples.document())
        // 1 root, 2 Originator, 3 FlightLeg, 6 PNRs, 7 PNR.
        #expect(message.bookings.first?.span?.first == 7)
        let span = try #require(message.travellers.first?.span)
        #expect(span.first == 21)
        #expect(span.last == 30)
        let elements = try #require(DocumentElements.elements(of: Array(XMLSamples.document().utf8), limit: 100))
        #expect(elements.map(\.number) == Array(1...elements.count))
        #expect(elements[Int(span.first) - 1].opening == "<Passenger")
        #expect(elements[Int(span.last) - 1].name == "DOCS")
        #expect(elements[0].text.hasPrefix("<?xml"))
        #expect(DocumentElements.elements(of: Array(Samples.pnrgov().utf8), limit: 100) == nil)
    }

    @Test func `names with apostrophes, references and CDATA arrive whole`() throws {
        let person =
            "<Passenger RPH='1'><GivenName>NASIR &#x44;REW</GivenName><Surname><![CDATA[O'BRIEN]]></Surname></Passenger>"
            + "<Passenger RPH='2'><GivenName>ANA</GivenName><SurnamePrefix>VAN DER</SurnamePrefix><Surname>D&apos;"
            + "SOUZA</Surname></Passenger><Passenger RPH='3'><Surname>SUKARNO</Surname></Passenger>"
        let message = try only(
            XMLSamples.document(XMLSamples.pnr(passengers: person, flights: XMLSamples.otherFlight)))
        #expect(message.travellers.map(\.surname) == ["O'BRIEN", "VAN DER D'SOUZA", "SUKARNO"])
        #expect(message.travellers.map(\.given) == ["NASIR DREW", "ANA", nil])
    }

    @Test func `text that looks like a service segment begins nothing`() throws {
        let remark = "<OSI><Text>UNB*UNOA*4 UNH+1+PAXLST' UNZ?</Text></OSI>"
        let message = try only(XMLSamples.document(XMLSamples.pnr(end: remark)))
        #expect(message.travellers.count == 1)
        #expect(message.bookings.first?.remarks == ["UNB*UNOA*4 UNH+1+PAXLST' UNZ?"])
        #expect(message.status == .accepted)
    }

    @Test func `history makes no travellers`() throws {
        let history =
            "<StructuredPNR_History><Credit ID='1'/><Item Action='X'><Passenger><GivenName>OLD</GivenName>"
            + "<Surname>GONE</Surname></Passenger></Item><Item Action='A'><SSR SSRCode='DOCS'><Text>"
            + "/P/IDN/B1/IDN/01JAN70/M/01AUG29/GONE/OLD</Text></SSR></Item></StructuredPNR_History>"
            + "<UnstructuredPNR_History>RM CTCM 62811222333\nRM SECOND LINE</UnstructuredPNR_History>"
        let message = try only(XMLSamples.document(XMLSamples.pnr(end: history)))
        #expect(message.travellers.count == 1)
        #expect(message.bookings.first?.itinerary.count == 2)
        #expect(message.bookings.first?.remarks == ["RM CTCM 62811222333", "RM SECOND LINE"])
        #expect(message.bookings.first?.contacts.contains { $0.value == "62811222333" } == true)
    }

    @Test func `a split booking, a visa, an address and a contact of a person are read`() throws {
        let more =
            "<DOC_SSR SSRCode='DOCO'><DOCO BirthLocation='MEDAN' TravelDocType='V' TravelDocNbr='V99' "
            + "PlaceOfIssue='JAKARTA' DateOfIssue='02FEB25' CountryState='AUS'/></DOC_SSR>"
            + "<DOC_SSR SSRCode='DOCA'><DOCA AddressType='R' Country='IDN' Address='JL A/B 2' CityName='MEDAN'/></DOC_SSR>"
            + "<ContactInfo PhoneNumber='E+BUDI@EXAMPLE.ID'/>"
        let text = XMLSamples.document(
            XMLSamples.pnr(
                passengers: XMLSamples.passenger(more: more),
                end: "<SplitPNR NbrOfPassengers='2' VendorCode='GA' PNR_ID='OLD123'/>"))
        let message = try only(text)
        let traveller = try #require(message.travellers.first)
        #expect(traveller.documents.map(\.number) == ["C1234567", "V99"])
        #expect(traveller.birthPlace == "MEDAN")
        #expect(traveller.residence == "IDN")
        #expect(traveller.address == "JL A B 2, MEDAN, IDN")
        #expect(traveller.contacts == [ReceivedContact(kind: .email, value: "BUDI@EXAMPLE.ID")])
        #expect(message.bookings.first?.splitFrom == "OLD123")
    }

    @Test func `without a leg the voyage is the flight that all bookings share`() throws {
        let second = XMLSamples.pnr(flights: XMLSamples.ownFlight, locator: "SECOND")
        let message = try only(XMLSamples.document(XMLSamples.pnr() + second, leg: ""))
        #expect(message.voyage.number == "0825")
        #expect(message.voyage.legs.map(\.to) == ["CGK"])
        #expect(message.warnings.map(\.code) == ["voyage-missing"])
        let alone = try only(XMLSamples.document(leg: ""))
        #expect(alone.voyage.legs.map(\.number) == ["0835", "0825"])
        #expect(alone.voyage.number == nil)
    }

    @Test func `bookings of different flights without a leg become a message a flight`() throws {
        let text = XMLSamples.document(
            XMLSamples.pnr(flights: XMLSamples.ownFlight)
                + XMLSamples.pnr(flights: XMLSamples.otherFlight, locator: "K2")
                + XMLSamples.pnr(flights: XMLSamples.ownFlight, locator: "K3"), leg: "", count: 3)
        let messages = Samples.decode(text)
        #expect(messages.map(\.voyage.number) == ["0825", "0835"])
        #expect(messages.map { $0.bookings.map(\.recordLocator) } == [["X7K2PQ", "K3"], ["K2"]])
        let alone = MessageDecoder.split(Array(text.utf8)).flatMap { MessageDecoder.messages(in: $0) }
        #expect(alone == messages)
    }

    @Test func `several documents are several messages, and rubbish between them is set aside`() throws {
        let text =
            XMLSamples.document() + "\n" + String(repeating: "LOST BYTES ", count: 8) + XMLSamples.document(opening: "")
            + "\n" + XMLSamples.document(XMLSamples.pnr(locator: "THIRD"))
        let messages = Samples.decode(text)
        #expect(messages.map(\.kind) == [.pnrgov, .unknown, .pnrgov, .pnrgov])
        #expect(messages.filter { $0.status == .accepted }.count == 3)
        #expect(messages.last?.bookings.first?.recordLocator == "THIRD")
        let alone = MessageDecoder.split(Array(text.utf8)).flatMap { MessageDecoder.messages(in: $0) }
        #expect(alone.filter { $0.status == .accepted } == messages.filter { $0.status == .accepted })
        #expect(alone.count == 4)
    }

    @Test func `a cut document gives what it has, and the next one is whole`() throws {
        let whole = XMLSamples.document()
        let cut = whole.prefix(whole.utf8.count - 900)
        let messages = Samples.decode(cut + XMLSamples.document(XMLSamples.pnr(locator: "NEXT22")))
        #expect(messages.count == 2)
        #expect(messages.first?.travellers.first?.documents.first?.number == "C1234567")
        #expect(messages.first?.warnings.contains { $0.code == "message-end-missing" } == true)
        #expect(messages.last?.status == .accepted)
        #expect(messages.last?.bookings.first?.recordLocator == "NEXT22")
    }

    @Test func `lost end tags and strange elements cost nothing but a warning`() throws {
        let text = XMLSamples.document().replacing("</GivenName>", with: "").replacing("<PNRs", with: "<Odd/><PNRs")
            .replacing("</PNR>", with: "<Loyal A='1'/></Wrong></PNR>")
        let message = try only(text)
        #expect(message.status == .warned)
        #expect(message.travellers.first?.documents.first?.number == "C1234567")
        #expect(message.warnings.contains { $0.code == "unreadable-segment" })
        #expect(message.warnings.contains { $0.code == "unknown-segment" })
    }

    @Test func `XML without a booking is set aside`() throws {
        let message = try only("<html><body>Service unavailable, please try again later today</body></html>")
        #expect(message.status == .quarantined)
        #expect(message.kind == .unknown)
    }

    @Test func `an interchange inside tags is still read as one`() throws {
        let message = try only("<Message><Body>" + Samples.paxlst() + "</Body></Message>")
        #expect(message.kind == .paxlst)
        #expect(message.travellers.count == 1)
    }

    @Test(arguments: [(true, true), (true, false), (false, true), (false, false)])
    func `UTF-16 reads like UTF-8`(isBigEndian: Bool, mark: Bool) throws {
        let text = XMLSamples.document().replacing("SANTOSO", with: "SANTÖSO").replacing("UTF-8", with: "UTF-16")
        let bytes = XMLSamples.wide(text, isBigEndian: isBigEndian, mark: mark)
        let messages = MessageDecoder.messages(in: bytes)
        #expect(messages == Samples.decode(text))
        #expect(messages.first?.travellers.first?.surname == "SANTÖSO")
    }

    @Test func `ISO 8859-1 is read where the declaration names it`() throws {
        let text = XMLSamples.document().replacing("UTF-8", with: "ISO-8859-1").replacing("SANTOSO", with: "M\u{1}LLER")
        let bytes = text.utf8.map { $0 == 1 ? 0xDC : $0 }
        let message = try #require(MessageDecoder.messages(in: bytes).first)
        #expect(message.travellers.first?.surname == "MÜLLER")
        let other = XMLSamples.document().replacing("UTF-8", with: "UTF-7")
        #expect(try only(other).status == .quarantined)
    }
}
