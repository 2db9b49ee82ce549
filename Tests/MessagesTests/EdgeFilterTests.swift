// SPDX-License-Identifier: Apache-2.0

import Messages
import Testing
import Travel

@Suite struct EdgeFilterTests {
    private func filter(_ text: String) -> (FilteredMessage, String) {
        let filtered = EdgeFilter.filter(Array(text.utf8))
        return (filtered, String(decoding: filtered.bytes, as: UTF8.self))
    }

    @Test(arguments: [
        (
            "SSR+VGML:HK:1:GA:::SIN:CGK:NO ONIONS+::1'", "SSR+XXXX:HK:1:GA:::SIN:CGK:XXXXXXXXX+::1'",
            SensitiveCategory.meal
        ),
        ("SSR+wchr:HK:1:GA'", "SSR+XXXX:HK:1:GA'", .medical),
        ("SSR+OTHS:HK:1:GA:::::PAX IBU HAMIL'", "SSR+OTHS:HK:1:GA:::::XXXXXXXXXXXXX'", .medical),
        ("IFT+4:28::GA+BUTUH KURSI RODA'", "IFT+4:28::GA+XXXXXXXXXXXXXXXX'", .medical),
        ("LTS+SR SSR VGMLGAHK1'", "LTS+XXXXXXXXXXXXXXXX'", .meal),
        ("LTS+GROUP UMRAH O?'X'", "LTS+XXXXXXXXXXXXX?XX'", .religion),
        ("FOP+CC::416.00:VI:4111111111111111:1227'", "FOP+CC::416.00:VI:XXXXXXXXXXXX1111:1227'", .card),
        ("IFT+4:28::GA+PAID 4111 1111-1111 1111 OK'", "IFT+4:28::GA+PAID XXXX XXXX-XXXX 1111 OK'", .card),
    ])
    func `overwrites at equal length`(segment: String, expected: String, category: SensitiveCategory) {
        let (filtered, text) = filter(Samples.pnrgov(name: segment))
        #expect(text == Samples.pnrgov(name: expected))
        #expect(filtered.counts == [category: 1])
        let again = EdgeFilter.filter(filtered.bytes)
        #expect(again.bytes == filtered.bytes)
        #expect(again.counts.isEmpty)
    }

    @Test func `a card in the place of a port leaves a sensitive request too`() {
        // Found by fuzzing.
        let (filtered, text) = filter(Samples.pnrgov(name: "SSR+VGML:HK:1:GA:::4111111111111111:CGK'"))
        #expect(text == Samples.pnrgov(name: "SSR+XXXX:HK:1:GA:::XXXXXXXXXXXX1111:CGK'"))
        #expect(filtered.counts == [.meal: 1, .card: 1])
        #expect(EdgeFilter.filter(filtered.bytes).bytes == filtered.bytes)
    }

    @Test(arguments: [
        "TKT+4111111111111111:T:1'", "SSR+TKNE:HK:1:GA:::::4111111111111C1'", "IFT+4:28::GA+CTCM 628121234567'",
        "FOP+CC::1.00:VI:XXXXXXXXXXXX1111'", "IFT+4:28::GA+TKT 1261234567890'", "LTS+0/O/NM/MUSLIM/AHMAD HAJI MR'",
        "TIF+BLIND+HALAL:A:2'", "REF+:4111111111111111'",
    ])
    func `leaves names, tickets, telephones and masked cards`(segment: String) {
        let (filtered, text) = filter(Samples.pnrgov(name: segment))
        #expect(text == Samples.pnrgov(name: segment))
        #expect(filtered.counts.isEmpty)
    }

    @Test func `gives the card for its token and its place`() throws {
        let original = Samples.pnrgov(name: "FOP+CC::416.00:VI:4111111111111111:1227'")
        let (filtered, _) = filter(original)
        let card = try #require(filtered.cards.first)
        #expect(String(decoding: card.digits, as: UTF8.self) == "4111111111111111")
        let messages = MessageDecoder.messages(in: filtered.bytes, cardTokens: [card.offset: "TOKEN"])
        #expect(messages.first?.bookings.first?.payments.first?.token == "TOKEN")
        #expect(messages.first?.bookings.first?.payments.first?.number == "1111")
    }

    @Test func `decoding shows what the filter leaves`() {
        let text = Samples.pnrgov(
            name: "SSR+OTHS:HK:1:GA:::::HALAL PLS O?'K'IFT+4:28::GA+CARD 4111111111111111 O?'K'IFT+4:28::GA+VIP GUEST'")
        var integrated: [String] = []
        var filtered: [UInt8] = []
        MessageDecoder.decode(Array(text.utf8)) { unit in
            integrated.append(MessageJSON.line(for: unit.message, source: "a", index: 0))
            filtered = unit.filtered().bytes
        }
        let later = MessageDecoder.messages(in: filtered).map { MessageJSON.line(for: $0, source: "a", index: 0) }
        #expect(integrated == later)
        #expect(filtered.count == text.utf8.count)
        #expect(integrated.first?.contains("4111111111111111") == false)
        #expect(integrated.first?.contains("VIP GUEST") == true)
    }

    @Test func `works with wrapped lines and other separators`() {
        let wrapped = Samples.pnrgov(name: "SSR+VG\r\nML:HK:1:GA:::SIN:CGK:NO ON\nIONS+::1'")
        let (_, text) = filter(wrapped)
        #expect(text.contains("SSR+XX\r\nXX:HK:1:GA:::SIN:CGK:XXXXX\nXXXX+::1'"))
        let custom =
            "UNA-*.? $UNB*IATA-1*GA*ID*260114-0930*1$UNH*1*PNRGOV-13-1-IA$SRC$IFT*4-28*HALAL FOOD$UNT*4*1$UNZ*1*1$"
        #expect(filter(custom).1.contains("IFT*4-28*XXXXXXXXXX$"))
    }

    @Test func `filters the columns of a manifest that nobody knows`() {
        let table =
            "SURNAME,GIVEN,FROM,TO,REMARK\r\nSALIM,HALAL,SIN,BTH,\"PESAN HALAL\"\r\nSARI,DEWI,SIN,BTH,4111111111111111\r\n"
        let (filtered, text) = filter(table)
        #expect(
            text == table.replacing("PESAN HALAL", with: "XXXXXXXXXXX").replacing("411111111111", with: "XXXXXXXXXXXX"))
        #expect(filtered.counts == [.meal: 1, .card: 1])
    }
}
