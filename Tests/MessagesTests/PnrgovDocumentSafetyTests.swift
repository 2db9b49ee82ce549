// SPDX-License-Identifier: Apache-2.0

import Civil
import Messages
import Testing
import Travel

@Suite struct PnrgovDocumentSafetyTests {
    private func only(_ text: String) throws -> ReceivedMessage {
        let messages = Samples.decode(text)
        #expect(messages.count == 1)
        return try #require(messages.first)
    }

    @Test(arguments: [
        "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>", "<!DOCTYPE x SYSTEM \"file:///etc/passwd\">",
        "<!doctype html>", "<!ENTITY a SYSTEM 'http://127.0.0.1/'>",
    ]) func `a document type or an entity's declaration is refused whole`(head: String) throws {
        let message = try only(XMLSamples.declaration + head + XMLSamples.document(opening: ""))
        #expect(message.status == .quarantined)
        #expect(message.travellers.isEmpty)
        #expect(message.warnings.first?.text.contains("XML with") == true)
    }

    @Test(arguments: ["&xxe;", "&nbsp;", "&#0;", "&#xD800;", "&#1;", "&#99999999;", "&#x;"])
    func `references to anything but characters are refused`(reference: String) throws {
        let text = XMLSamples.document().replacing("BUDI EKO MR", with: "BUDI" + reference)
        let message = try only(text)
        #expect(message.status == .quarantined)
        let inAttribute = XMLSamples.document().replacing("C1234567", with: reference)
        #expect(try only(inAttribute).status == .quarantined)
    }

    @Test func `a refused document takes nothing else with it`() throws {
        let text =
            XMLSamples.document() + XMLSamples.declaration + "<!DOCTYPE a>" + XMLSamples.document(opening: "")
            + XMLSamples.document()
        #expect(Samples.decode(text).map(\.status) == [.accepted, .quarantined, .accepted])
    }

    @Test func `a bare ampersand is kept as it is`() throws {
        let message = try only(XMLSamples.document(XMLSamples.pnr(end: "<OSI><Text>AT&T & CO</Text></OSI>")))
        #expect(message.bookings.first?.remarks == ["AT&T & CO"])
    }

    @Test func `every limit sets the document aside and none crashes`() throws {
        func refused(_ text: String) throws -> String {
            let message = try only(text)
            #expect(message.status == .quarantined)
            return message.warnings.first?.text ?? ""
        }
        let deep = String(repeating: "<a>", count: 65) + String(repeating: "</a>", count: 65)
        #expect(try refused(XMLSamples.document(deep)).contains("depth"))
        let many = "<a " + (0..<129).map { "a\($0)='1'" }.joined(separator: " ") + "/>"
        #expect(try refused(XMLSamples.document(many)).contains("attributes"))
        let name = "<" + String(repeating: "n", count: 129) + "/>"
        #expect(try refused(XMLSamples.document(name)).contains("name"))
        let value = "<OSI><Text>" + String(repeating: "v", count: 1 << 20) + "v</Text></OSI>"
        #expect(try refused(XMLSamples.document(XMLSamples.pnr(end: value))).contains("value"))
        let elements = String(repeating: "<a/>", count: 500_000)
        #expect(try refused(XMLSamples.document(elements)).contains("elements"))
        let long = String(repeating: " ", count: 1 << 20) + "<a/>"
        #expect(try refused(XMLSamples.document(String(repeating: long, count: 33))).contains("bytes"))
    }

    @Test func `just below the limits is read`() throws {
        let deep = String(repeating: "<a>", count: 60) + String(repeating: "</a>", count: 60)
        let many = "<a " + (0..<128).map { "a\($0)='1'" }.joined(separator: " ") + "/>"
        let text = XMLSamples.document(XMLSamples.pnr() + deep + many)
        #expect(try only(text).travellers.count == 1)
    }

    // MARK: The edge filter

    private static let sensitive =
        "<SSR SSRCode='VGML' RPH='p1'><Text>STRICT JAIN &amp; NO ONION</Text></SSR>"
        + "<OSI><Text>PAX IS DIABETIC</Text></OSI><Odd note='WHEELCHAIR NEEDED'>card 4111 1111 1111 1111</Odd>"
        + "<!-- halal meal please --><StructuredPNR_History><Item Action='A'><SSR SSRCode='WCHR'><Text>LEG</Text></SSR>"
        + "<PaymentInfo AccountNbr='4111111111111111'/></Item></StructuredPNR_History>"
    private static let card =
        "<PaymentInfo PaymentType='CC' PaymentAmount='310.00' VendorCode='VI' AccountNbr='411111&#49;111111111' "
        + "ExpiryDate='1229'/>"

    private static func document() -> String {
        XMLSamples.document(
            XMLSamples.pnr(
                passengers: XMLSamples.passenger(more: "<SSR SSRCode='MOML'/>", payment: card), end: sensitive))
    }

    private func filtered(_ bytes: [UInt8]) throws -> (FilteredMessage, ReceivedMessage) {
        var units: [(FilteredMessage, ReceivedMessage)] = []
        MessageDecoder.decode(bytes) { units.append(($0.filtered(), $0.message)) }
        #expect(units.count == 1)
        return try #require(units.first)
    }

    @Test(arguments: [false, true]) func `sensitive values go at equal length, and the rest reads the same`(
        isWide: Bool
    ) throws {
        let text = Self.document()
        let bytes = isWide ? XMLSamples.wide(text, isBigEndian: true, mark: false) : Array(text.utf8)
        let (filtered, message) = try filtered(bytes)
        #expect(filtered.bytes.count == bytes.count)
        let left =
            isWide
            ? String(decoding: filtered.bytes.filter { $0 != 0 }, as: UTF8.self)
            : String(decoding: filtered.bytes, as: UTF8.self)
        for word in ["VGML", "MOML", "WCHR", "ONION", "DIABETIC", "WHEELCHAIR", "halal", "11111111", "4111 1111"] {
            #expect(!left.contains(word), "\(word) is left")
        }
        #expect(left.contains("SANTOSO"))
        #expect(filtered.counts[.card] == 3)
        #expect((filtered.counts[.meal] ?? 0) >= 3)
        #expect(filtered.cards.map(\.digits).allSatisfy { $0 == Array("4111111111111111".utf8) })
        #expect(MessageDecoder.messages(in: filtered.bytes) == [message])
        #expect(message.bookings.first?.payments.map(\.number) == ["1111"])
        #expect(message.bookings.first?.remarks.isEmpty == true)
        let everything = EdgeFilter.filter(bytes)
        #expect(everything.bytes.elementsEqual(filtered.bytes), "the filter of the whole input does the same")
    }

    @Test func `the token of a card finds its payment again after the filter`() throws {
        let (filtered, _) = try filtered(Array(Self.document().utf8))
        let tokens = Dictionary(filtered.cards.map { ($0.offset, "t\($0.offset)") }, uniquingKeysWith: { a, _ in a })
        let message = try #require(MessageDecoder.messages(in: filtered.bytes, cardTokens: tokens).first)
        let token = try #require(message.bookings.first?.payments.first?.token)
        #expect(tokens.values.contains(token))
    }

    @Test func `every position of a split message's findings is its own`() throws {
        let pnr = XMLSamples.pnr(
            passengers: XMLSamples.passenger(payment: Self.card), flights: XMLSamples.ownFlight)
        let text = XMLSamples.document(
            XMLSamples.pnr(flights: XMLSamples.otherFlight, locator: "K1") + pnr, leg: "", count: 2)
        var messages: [[UInt8]] = []
        MessageDecoder.decode(Array(text.utf8)) { messages.append($0.filtered().bytes) }
        #expect(messages.count == 2)
        for bytes in messages { #expect(!String(decoding: bytes, as: UTF8.self).contains("4111")) }
    }

    @Test(arguments: 0..<150) func `a damaged document neither crashes nor lies about its pieces`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var bytes = Array((Self.document() + XMLSamples.document()).utf8)
        for _ in 0..<Int.random(in: 1...12, using: &random) {
            let place = Int.random(in: 0..<bytes.count, using: &random)
            switch Int.random(in: 0..<4, using: &random) {
            case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
            case 1: bytes.remove(at: place)
            case 2: bytes.insert(UInt8.random(in: 0...255, using: &random), at: place)
            default: bytes.removeSubrange(place..<min(bytes.count, place + 40))
            }
        }
        var messages: [ReceivedMessage] = []
        MessageDecoder.decode(bytes) { unit in
            messages.append(unit.message)
            let received = unit.receivedBytes
            let filtered = unit.filtered()
            #expect(filtered.bytes.count == received.count)
            if unit.message.status != .quarantined {
                let left = String(decoding: filtered.bytes, as: UTF8.self)
                #expect(!left.contains("4111111111111111"), "seed \(seed)")
            }
        }
        #expect(!messages.isEmpty)
        #expect(MessageDecoder.split(bytes).count == messages.count)
    }
}
