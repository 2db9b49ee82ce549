// SPDX-License-Identifier: Apache-2.0

import Messages
import Testing
import Travel

@Suite struct MessageDecoderTests {
    private func lines(_ bytes: [UInt8]) -> [String] {
        MessageDecoder.messages(in: bytes).map { MessageJSON.line(for: $0, source: "f", index: 0) }
    }

    @Test func `messages of one interchange stand alone`() {
        let body =
            "UNH+1+PAXLST:D:12B:UN:IATA+R1'BGM+745'TDT+20+GA825+++GA'LOC+125+SIN'LOC+87+CGK'NAD+FL+++A:B'UNT+7+1'"
        let other = body.replacing("UNH+1+", with: "UNH+2+").replacing("UNT+7+1", with: "UNT+7+2")
            .replacing("+A:B", with: "+C:D")
        let text =
            "UNA:+.? 'UNB+UNOA:4+GA+ID+260115:0410+9'UNG+PAXLST+GA+ID+260115:0410+1+UN+D:12B'" + body + other
            + "UNE+2+1'UNZ+1+9'"
        let bytes = Array(text.utf8)
        let parts = MessageDecoder.split(bytes)
        #expect(parts.count == 2)
        #expect(parts.flatMap { lines($0) } == lines(bytes))
        #expect(parts.allSatisfy { MessageDecoder.split($0) == [$0] })
        #expect(String(decoding: parts[1], as: UTF8.self).hasPrefix("UNA:+.? 'UNB+UNOA:4+GA+ID+260115:0410+9'UNG+"))
    }

    /// The decoder reuses a message's memory; what a caller keeps of it, whole or in part, must not change.
    @Test func `parts kept of a message outlive it`() {
        func passengers(_ names: [String]) -> String {
            "UNB+UNOA:4+GA+ID+260115:0410+9'UNH+1+PAXLST:D:12B:UN:IATA+R1'BGM+745'TDT+20+GA825+++GA'"
                + "LOC+125+SIN'LOC+87+CGK'" + names.map { "NAD+FL+++\($0):B'DOC+P+\($0)1'" }.joined() + "UNZ+1+9'"
        }
        func booking(_ locator: String, _ surname: String) -> String {
            "UNB+UNOA:4+SQ+ID+260115:0410+9'UNH+1+PNRGOV:11:1:IA+R1'MSG+:22'TVL+160126:0200:160126:0345+SIN+CGK+SQ+956'"
                + "SRC'RCI+SQ:\(locator)'TIF+\(surname)+C:A:1'SSR+DOCS:HK:1:SQ:::::/P/IDN/\(locator)/IDN/20AUG66/M'"
                + "TVL+160126:0200:160126:0345+SIN+CGK+SQ+956:M'TVL+170126:0200:170126:0345+CGK+DPS+\(locator)+1:M'UNZ+1+9'"
        }
        let inputs = [
            passengers(["ONE", "TWO", "THREE"]), booking("AAAAAA", "FOUR"), passengers(["FIVE"]),
            booking("BBBBBB", "SIX"), booking("CCCCCC", "SEVEN"), passengers(["EIGHT", "NINE", "TEN", "ELEVEN"]),
        ].map { Array($0.utf8) }
        var whole: [[ReceivedTraveller]] = []
        var documents: [[ReceivedDocument]] = []
        var flights: [[ReceivedFlight]] = []
        var number = 0
        MessageDecoder.decode(Array(inputs.joined())) { unit in
            number += 1
            if number % 2 == 0 { whole.append(unit.message.travellers) }
            documents += unit.message.travellers.map(\.documents)
            flights += unit.message.bookings.map(\.itinerary)
        }
        let alone = inputs.flatMap { MessageDecoder.messages(in: $0) }
        #expect(number == 6)
        #expect(whole == [1, 3, 5].map { alone[$0].travellers })
        #expect(documents == alone.flatMap { $0.travellers.map(\.documents) })
        #expect(flights == alone.flatMap { $0.bookings.map(\.itinerary) })
        #expect(flights.allSatisfy { $0.count == 2 } && flights.count == 3)
        #expect(documents.allSatisfy { $0.count == 1 } && documents.count == 11)
    }

    @Test func `joined parts stand alone too`() {
        let text =
            Samples.paxlst(cnt: "", part: "01:C") + Samples.paxlst(reference: "OTHER")
            + Samples.paxlst(cnt: "CNT+42:2'", part: "02:F")
        let bytes = Array(text.utf8)
        let parts = MessageDecoder.split(bytes)
        #expect(parts.count == 2)
        #expect(parts.flatMap { lines($0) } == lines(bytes))
    }

    @Test func `trailing garbage and Type-B headers do no harm`() {
        let text = "\u{1}QK LONPPXS\r\n.MUCKMTS 250521\r\n\u{2}" + Samples.paxlst() + "\r\n13Nov09\u{3}"
        let messages = Samples.decode(text)
        #expect(messages.count == 1)
        #expect(messages.first?.status == .accepted)
    }

    @Test(arguments: ["", "   \n", "hello", "%PDF-1.7 nothing here", "UNB", "UNB+", "UNA:+.? '", "\u{0}\u{0}"])
    func `bytes that are no message are one quarantined line`(text: String) {
        let messages = Samples.decode(text)
        #expect(messages.map(\.status) == [.quarantined])
        #expect(messages.first?.warnings.first?.code == "no-message")
    }

    @Test func `a message whose UNH was lost is set aside, the others stay`() {
        let broken = Samples.paxlst().replacing("UNH+", with: "UMH+")
        let messages = Samples.decode(Samples.paxlst() + broken + Samples.paxlst())
        #expect(messages.map(\.status) == [.accepted, .quarantined, .accepted])
    }

    @Test(arguments: 0..<150 as Range<UInt64>) func `a damaged message loses only itself`(seed: UInt64) {
        var rng = SeededGenerator(seed: seed)
        let good = Samples.paxlst()
        var broken = Array((seed % 2 == 0 ? Samples.paxlst() : Samples.pnrgov()).utf8)
        for _ in 0..<Int.random(in: 1...6, using: &rng) where !broken.isEmpty {
            let place = Int.random(in: 0..<broken.count, using: &rng)
            switch Int.random(in: 0..<4, using: &rng) {
            case 0: broken[place] ^= 1 << UInt8.random(in: 0..<8, using: &rng)
            case 1: broken.remove(at: place)
            case 2: broken[place] = Array("+:'?*".utf8).randomElement(using: &rng)!
            default: broken.removeSubrange(place...)
            }
        }
        let bytes = Array(good.utf8) + [10] + broken + [10] + Array(good.utf8)
        let all = lines(bytes)
        let sound = lines(Array(good.utf8))[0]
        #expect(all.count >= 2)
        #expect(all.first == sound)
        #expect(all.last == sound)
        let filtered = EdgeFilter.filter(bytes)
        #expect(filtered.bytes.count == bytes.count)
        #expect(EdgeFilter.filter(filtered.bytes).bytes == filtered.bytes)
    }

    @Test(arguments: 0..<150 as Range<UInt64>) func `no bytes make it trap`(seed: UInt64) {
        var rng = SeededGenerator(seed: seed &+ 10_000)
        let words = [
            "UNA:+.? '", "UNB+UNOA:4+", "UNH+1+PAXLST:D", "UNH+1+PNRGOV:13:1", "NAD+FL+++", "SRC'", "TIF+A+B:A:1'",
            "SSR+DOCS:HK:1:GA:::::/P/", "FOP+CC::1:VI:4111", "TVL+", "?", "'", "+", ":", "\n", "LTS+",
            "TBD++9:9:700+++GA:1:99:CGK",
            "DTM+329:", "TDT+20+", "LOC+92+", "SURNAME,GIVEN,FROM,TO\n", "\"", ",", "\u{FEFF}", "é", "UNT+", "UNZ+",
            "SSD+", "TRI+",
            "SSR+SEAT:HK:1:GA:::A:B+12A::1", "SSR+DOCO:HK:1:GA:::::V/V/1/", "MEA+WT++KGM:", "FTX+BAG+++GA1:9",
        ]
        var text = ""
        for _ in 0..<Int.random(in: 1...60, using: &rng) { text += words.randomElement(using: &rng)! }
        let bytes = Array(text.utf8)
        #expect(!MessageDecoder.messages(in: bytes).isEmpty)
        #expect(EdgeFilter.filter(bytes).bytes.count == bytes.count)
    }
}
