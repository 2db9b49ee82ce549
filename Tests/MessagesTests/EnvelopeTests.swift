// SPDX-License-Identifier: Apache-2.0

import Messages
import Testing
import Travel

/// What stands around a message on its way: nothing of it may change what the message says (messages.md 1.1 to 1.5).
@Suite struct EnvelopeTests {
    private static let plain = Samples.paxlst()

    private static func wrapped(_ text: String, at width: Int, _ lineEnd: String) -> String {
        var lines: [String] = []
        var rest = text[...]
        while !rest.isEmpty {
            lines.append(String(rest.prefix(width)))
            rest = rest.dropFirst(width)
        }
        return lines.joined(separator: lineEnd)
    }

    private static func utf16(_ text: String, isLittle: Bool, mark: Bool) -> [UInt8] {
        (mark ? "\u{FEFF}" + text : text).utf16.flatMap { unit -> [UInt8] in
            let high = UInt8(unit >> 8)
            let low = UInt8(unit & 255)
            return isLittle ? [low, high] : [high, low]
        }
    }

    private static func latin(_ text: String) -> [UInt8] {
        text.unicodeScalars.map { $0 == "\u{2019}" ? 0x92 : UInt8(truncatingIfNeeded: $0.value) }
    }

    /// Every third terminator, or every one, is another kind of quote.
    private static func quoted(_ quote: String, every: Int = 1) -> String {
        var number = 0
        return String(
            plain.flatMap { letter -> String in
                guard letter == "'" else { return String(letter) }
                number += 1
                return number % every == 0 ? quote : "'"
            })
    }

    static let dressed: [(String, [UInt8])] = {
        func bytes(_ name: String, _ text: String) -> (String, [UInt8]) { (name, Array(text.utf8)) }
        var all = [
            bytes("UTF-8 byte order mark", "\u{FEFF}" + plain),
            bytes("NUL around and inside", "\0\0" + wrapped(plain, at: 37, "\0") + "\0\0\0"),
            bytes("a line for each segment", plain.replacing("'", with: "'\r\n")),
            bytes("hard wraps at 69 characters", wrapped(plain, at: 69, "\r\n")),
            bytes("hard wraps in every token", wrapped(plain, at: 7, "\n")),
            bytes(
                "Type-B with SOH, STX and ETX",
                "\u{1}QK LONPPXS CGKIDXS\r\n.MUCKMTS 250521\r\n\u{2}" + wrapped(plain, at: 69, "\r\n") + "\r\n\u{3}"),
            bytes(
                "Type-B without controls", "QU LONPPXS\r\n.MUCKMTS 250521\r\n" + wrapped(plain, at: 69, "\r\n") + "\r\n"
            ),
            bytes("an address that looks like a header", "QU UNBXXGA\r\n.UNHXXGA 250521\r\n\u{2}" + plain + "\u{3}"),
            bytes("a Sirena header", "V.\\VDLG.WA/E11HCNIAPIR/I11HCNIAPIQ/P0001\\VGYA\\" + plain),
            bytes("a log line before", "2026-01-15 04:10:22 INFO received from MQ:\n" + plain),
            bytes("rubbish behind", plain + "\r\n\r\n13Nov09 printed by somebody on a printer in the back office\r\n"),
            bytes("blank lines between UNA and UNB", plain.replacing("UNA:+.? '", with: "UNA:+.? '\r\n \r\n")),
            bytes("blanks in UNB", plain.replacing("UNB+", with: "UNB  +")),
            bytes("blanks in UNG", plain.replacing("UNG+", with: "UNG +")),
            bytes("blanks before tags", plain.replacing("'", with: "'  ")),
            bytes("no UNA", plain.replacing("UNA:+.? '", with: "")),
            bytes("line ends in place of terminators", plain.replacing("'", with: "\r\n")),
            bytes("a web page", "<html><body><pre>" + plain + "</pre></body></html>"),
            bytes("quoted mail", plain.components(lines: "'").map { "> " + $0 + "'" }.joined(separator: "\n")),
            ("curly quotes of Windows-1252", latin(quoted("\u{2019}"))),
            ("some curly quotes of Windows-1252", latin(quoted("\u{2019}", every: 3))),
        ]
        for isLittle in [true, false] {
            for mark in [true, false] {
                all.append(
                    (
                        "UTF-16 \(isLittle ? "LE" : "BE")\(mark ? " with mark" : "")",
                        utf16(plain, isLittle: isLittle, mark: mark)
                    ))
            }
        }
        for quote in ["\u{2019}", "\u{2018}", "\u{2032}", "\u{B4}", "\u{FF07}"] {
            all.append(bytes("quotes \(quote)", quoted(quote)))
            all.append(bytes("some quotes \(quote)", quoted(quote, every: 3)))
        }
        return all
    }()

    @Test(arguments: dressed.indices) func `what stands around a message changes nothing`(index: Int) throws {
        let (name, bytes) = Self.dressed[index]
        let expected = try #require(Samples.decode(Self.plain).first)
        let messages = MessageDecoder.messages(in: bytes)
        #expect(messages == [expected], "\(name)")
        // Each message's own bytes say the same.
        let parts = MessageDecoder.split(bytes)
        #expect(parts.flatMap { MessageDecoder.messages(in: $0) } == [expected], "\(name)")
    }

    @Test(arguments: [
        "*:.? $", "-+.? *", ")(.! -", "|^.\\ ~", "\u{1F}\u{1D}.? \u{1C}", ":+.? \"", ";,.? !", "][.} {", "$^.? |",
        ":+,  '",
        ":+.?*'", "(*.) ?", "&%.# @",
    ])
    func `any separators do, said or not`(service: String) throws {
        let six = Array(service.unicodeScalars).map(Character.init)
        // Without the letters that may be separators here.
        let source = Samples.paxlst().replacing("GA*APIS", with: "GAAPIS").replacing("GARUDA OPS", with: "GARUDA")
        let expected = try #require(Samples.decode(source).first)
        let body = source.dropFirst(9).map { letter -> String in
            switch letter {
            case ":": String(six[0])
            case "+": String(six[1])
            case "'": String(six[5])
            default: String(letter)
            }
        }.joined()
        #expect(Samples.decode("UNA" + service + body) == [expected])
        #expect(Samples.decode(body) == [expected], "without UNA")
    }

    @Test func `a log of several interchanges gives each and nothing else`() {
        let one = Samples.paxlst()
        let two = Samples.pnrgov()
        let log =
            "2026-01-15 04:10:22 INFO received 1 message of 812 bytes:\n" + one
            + "\n2026-01-15 04:10:23 INFO done in 3 ms, waiting for the next one from the queue APIS.IN\n" + two
            + "\n2026-01-15 04:10:24 INFO end of the queue reached, closing the connection, good night\n"
        let expected = Samples.decode(one) + Samples.decode(two)
        #expect(Samples.decode(log) == expected)
    }

    @Test func `text between interchanges that may be a message is set aside`() {
        let lost = "\nUMH+1+PAXLST:D:12B'BGM+745'TDT+20+GA825'NAD+FL+++A:B'NAD+FL+++C:D'CNT+42:2'\n"
        let messages = Samples.decode(Samples.paxlst() + lost + Samples.paxlst())
        #expect(messages.map(\.status) == [.accepted, .quarantined, .accepted])
        let marked = Samples.paxlst() + "\n<PNRs><PNR><Passenger>SOMEBODY</Passenger></PNR></PNRs>\n" + Samples.paxlst()
        #expect(Samples.decode(marked).count == 3)
    }

    @Test func `a quote of another kind inside a name stays`() {
        let text = Samples.paxlst(
            traveller: "NAD+FL+++O\u{2019}BRIEN:SEAN'NAD+FL+++D\u{2019}ANA:MARIA'", cnt: "CNT+42:2'")
        let message = Samples.decode(text)[0]
        #expect(message.travellers.map(\.surname) == ["O\u{2019}BRIEN", "D\u{2019}ANA"])
    }

    @Test func `a release character before the message header hides nothing`() throws {
        // Found by fuzzing.
        let plain = Samples.paxlst()
        let marked = plain.replacing("'UNH+", with: "'?UNH+")
        #expect(marked != plain)
        let expected = try #require(MessageDecoder.messages(in: Array(plain.utf8)).first)
        let found = try #require(MessageDecoder.messages(in: Array(marked.utf8)).first)
        #expect(found.travellers == expected.travellers)
        #expect(found.voyage == expected.voyage)
        #expect(found.warnings == expected.warnings)
    }
}

extension String {
    /// The pieces between a separator, without the empty last one.
    fileprivate func components(lines separator: Character) -> [Substring] {
        split(separator: separator, omittingEmptySubsequences: true)
    }
}
