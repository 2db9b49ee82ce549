// SPDX-License-Identifier: Apache-2.0

import Civil
import Messages
import Testing
import Travel

/// The 43 oddities that senders are known for (messages.md section 9), one by one; 1 to 6 with more kinds in EnvelopeTests.
@Suite struct QuirkTests {
    /// One oddity: a message that has it, and what must be read all the same.
    struct Quirk: Sendable, CustomTestStringConvertible {
        let number: Int
        let behaviour: String
        let text: String
        let holds: @Sendable (ReceivedMessage) -> Bool
        var testDescription: String { "\(number) \(behaviour)" }

        init(_ number: Int, _ behaviour: String, _ text: String, _ holds: @escaping @Sendable (ReceivedMessage) -> Bool)
        {
            self.number = number
            self.behaviour = behaviour
            self.text = text
            self.holds = holds
        }
    }

    private static let voyage = "TVL+150126:0930:150126:1015+SIN+CGK+GA+825'"
    private static let flight = "TVL+150126:0930:150126:1015+SIN+CGK+GA+825:Y'RPI+1+HK'"
    private static let name = "TIF+SANTOSO+BUDI MR:A:1'"
    private static let docs = "SSR+DOCS:HK:1:GA:::::"

    /// A PNRGOV with one booking.
    private static func pnr(
        _ body: String, head: String = "MSG+:22'ORG+GA:SIN'", booking: String = "SRC'RCI+GA:X7K2PQ'",
        voyage: String = voyage
    ) -> String {
        let all = head + voyage + "EQN+1'" + booking + body
        let count = all.filter { $0 == "'" }.count - all.components("?'") + 2
        return "UNA:+.? 'UNB+IATA:1+GA+ID+260114:0930+42'UNH+42+PNRGOV:13:1:IA+R+01:F'" + all
            + "UNT+\(count)+42'UNZ+1+42'"
    }

    /// A PNRGOV whose one booking has segments behind the name.
    private static func named(_ segments: String) -> String { pnr(name + segments + flight) }

    /// A PNRGOV with one person checked in.
    private static func checkedIn(_ segments: String) -> String {
        pnr(name + flight + "DAT+2:150126:0745'TRI++SIN-168:::1'TIF+SANTOSO+BUDI:A:1'" + segments)
    }

    private static func list(_ traveller: String) -> String { Samples.paxlst(traveller: traveller, cnt: "") }

    private static func phones(_ message: ReceivedMessage) -> [String] {
        (message.bookings.flatMap(\.contacts) + message.travellers.flatMap(\.contacts)).filter { $0.kind == .phone }
            .map(\.value)
    }

    private static func emails(_ message: ReceivedMessage) -> [String] {
        (message.bookings.flatMap(\.contacts) + message.travellers.flatMap(\.contacts)).filter { $0.kind == .email }
            .map(\.value)
    }

    private static func isBudi(_ message: ReceivedMessage) -> Bool {
        message.travellers.map(\.surname) == ["SANTOSO"] && message.travellers.map(\.given) == ["BUDI"]
    }

    /// Whether the one traveller is Budi with the passport that ``passport`` gives.
    private static func hasPassport(_ message: ReceivedMessage) -> Bool {
        guard isBudi(message), let budi = message.travellers.first, let document = budi.documents.first else {
            return false
        }
        return document.number == "C1234567" && document.type == "P"
            && document.expiry == PartialDate(iso: "2029-08-01")
            && budi.birthDate == PartialDate(iso: "1985-04-12") && budi.sex == .male && budi.nationality == "IDN"
    }

    private static let passport = "/P/IDN/C1234567/IDN/12APR85/M/01AUG29/SANTOSO/BUDI"

    static let envelope: [Quirk] = [
        Quirk(1, "header and footer outside STX and ETX", "QU CGKIDXS\r\n\u{2}" + named("") + "\u{3}rubbish", isBudi),
        Quirk(2, "separators that mean something in a pattern", named("").transliterated("[]^$"), isBudi),
        Quirk(3, "line breaks in mid-token", named("").replacing("SANTOSO", with: "SAN\r\nTOSO"), isBudi),
        Quirk(4, "lower case", named(docs + passport + "'").lowercased(), hasPassport),
        Quirk(5, "junk segments", named("L'\n13 Nov 09'wrapped remains of a line'")) { message in
            isBudi(message) && message.bookings[0].itinerary.count == 1 && message.status == .warned
        },
        Quirk(6, "blanks between terminator and tag", named("").replacing("'", with: "'   "), isBudi),
        Quirk(7, "blanks inside UNB", named("").replacing("UNB+", with: "UNB  +"), isBudi),
        Quirk(8, "no MSG", pnr(name + flight, head: "ORG+GA:SIN'"), isBudi),
        Quirk(9, "no ORG", pnr(name + flight, head: "MSG+:22'"), isBudi),
        Quirk(35, "segments between UNT and UNZ", named("").replacing("UNZ+", with: "TIF+GHOST+A:A:1'UNZ+"), isBudi),
    ]

    static let journey: [Quirk] = [
        Quirk(10, "no RCI but the flight's", pnr(name + flight + "RCI+GA:ABCDEF::021225:1122'", booking: "SRC'")) {
            $0.bookings.map(\.recordLocator) == ["ABCDEF"] && $0.travellers.map(\.recordLocator) == ["ABCDEF"]
        },
        Quirk(
            11, "IFT among a ticket's segments",
            named("TKT+1261234567890:T:1'IFT+4:28::GA+CTCM 628121234567'FOP+CA::9'")
        ) {
            isBudi($0) && $0.bookings[0].tickets == ["1261234567890"] && $0.bookings[0].payments.map(\.form) == ["CA"]
                && phones($0) == ["628121234567"]
        },
        // Nothing is invented: the arrival stays unknown, and the voyage falls back on its departure.
        Quirk(12, "no time of arrival", pnr(name + flight, voyage: "TVL+150126:0930+SIN+CGK+GA+825'")) {
            isBudi($0) && $0.voyage.legs.map(\.departure?.description) == ["2026-01-15T09:30"]
                && $0.voyage.legs.map(\.arrival) == [nil]
        },
        Quirk(13, "no date of arrival", pnr(name + flight, voyage: "TVL+150126:0930::1015+SIN+CGK+GA+825'")) {
            $0.voyage.legs.map(\.arrival?.description) == ["2026-01-15T10:15"]
        },
        Quirk(
            14, "ARNK and what names nothing",
            pnr(name + flight + "TVL+++++ARNK'RPI+1+XX'TVL'TVL++CGK+SUB++ARNK'TVL++CGK'")
        ) {
            $0.bookings[0].itinerary.map(\.number) == ["0825"] && $0.bookings[0].itinerary.map(\.status) == ["HK"]
        },
        Quirk(14, "OPEN", pnr(name + flight + "TVL++CGK+DPS+GA+OPEN:Y'")) {
            $0.bookings[0].itinerary.map(\.number) == ["0825", "OPEN"]
        },
        Quirk(
            15, "a codeshare's second TVL",
            pnr(name + flight.replacing("+GA+825", with: "+SQ:GA+5678") + "TVL+++++825:Y'")
        ) {
            $0.bookings[0].itinerary.map(\.operating) == ["GA0825"] && $0.voyage.codeshares == ["SQ5678"]
        },
        Quirk(15, "a codeshare's TRA", pnr(name + flight.replacing("+GA+825", with: "+SQ+5678") + "TRA+GA+825:Y'")) {
            $0.bookings[0].itinerary.map(\.operating) == ["GA0825"] && $0.bookings[0].itinerary.count == 1
        },
        Quirk(
            15, "a voyage that its seller names",
            pnr(name + flight, voyage: voyage.replacing("+GA+825", with: "+SQ:GA+5678"))
        ) { $0.voyage.carrier == "GA" && $0.voyage.number == "0825" && $0.voyage.codeshares == ["SQ5678"] },
        Quirk(28, "zeros before a seat", pnr(name + flight + "SSR+SEAT:HK:1:GA:::SIN:CGK+012A::1:N'")) {
            $0.travellers[0].seat == "12A"
        },
        Quirk(29, "NSST gives a seat", pnr(name + flight + "SSR+NSST:HK:1:GA:::SIN:CGK+.012A::1'")) {
            $0.travellers[0].seats == [ReceivedSeat(number: "12A", from: "SIN", to: "CGK")]
        },
        Quirk(32, "a pool of bags", checkedIn("TBD++3:50:701++MP:SIN-167+GA:0126012345:3:CGK'")) {
            let bags = $0.travellers[0].bags
            return bags?.count == 3 && bags?.weightKilograms == 23
                && bags?.tags == ["0126012345", "0126012346", "0126012347"]
                && bags?.pool == ReceivedBagPool(isHead: false, reference: "SIN-167")
        },
    ]

    static let person: [Quirk] = [
        Quirk(16, "DOCS shifted by one field", named(docs + "/" + passport + "'"), hasPassport),
        Quirk(16, "DOCS shifted by two fields", named(docs + "//" + passport + "'"), hasPassport),
        Quirk(16, "DOCS behind its status", named(docs + "HK1" + passport + "'"), hasPassport),
        Quirk(16, "DOCS without a slash in front", named(docs + passport.dropFirst() + "'"), hasPassport),
        Quirk(
            17, "several documents",
            named(
                ["A", "I", "F", "P", "C", "IP", ""].map { docs + "/\($0)/IDN/N\($0)//12APR85/M//SANTOSO/BUDI'" }
                    .joined())
        ) { $0.travellers[0].documents.map(\.type) == ["P", "IP", "I", "C", "A", "F", nil] },
        Quirk(18, "DOCS without a number", named(docs + "////IDN/12APR85/M//SANTOSO/BUDI EKO'")) {
            $0.travellers[0].given == "BUDI EKO" && $0.travellers[0].sex == .male && $0.travellers[0].documents.isEmpty
        },
        Quirk(
            19, "sex and birth in the second DOCS only",
            named(
                docs + "/P/IDN/C1234567/IDN///01AUG29/SANTOSO/BUDI'" + docs + "/I/IDN/I1/IDN/12APR85/M//SANTOSO/BUDI'"),
            hasPassport),
        Quirk(20, "no nationality", named(docs + "/P/IDN/C1234567//12APR85/M/01AUG29/SANTOSO/BUDI'")) {
            hasPassport($0) && $0.travellers[0].isNationalityDerived
        },
        Quirk(21, "no name in DOCS", named(docs + "/P/IDN/C1234567/IDN/12APR85/M/01AUG29//'"), hasPassport),
        Quirk(22, "titles", pnr("TIF+SANTOSO+DR BUDI MR.:A:1'" + flight)) {
            isBudi($0) && $0.travellers[0].givenReceived == "DR BUDI MR."
        },
        Quirk(23, "name association tails", pnr("TIF+SANTOSO-1+BUDI-1SANTOSO:A:1'" + flight), isBudi),
        Quirk(24, "CTCM as request and with a blank", named("SSR+CTCM:HK:1:GA:::::628111'IFT+4:28::GA+CTC H 628222'")) {
            phones($0).sorted() == ["628111", "628222"]
        },
        Quirk(25, "e-mail as airlines write it", named("IFT+4:28::GA+CTCE EK BUDI..EKO//MAIL./EXAMPLE.COM/EN'")) {
            emails($0) == ["BUDI_EKO@MAIL-EXAMPLE.COM"]
        },
        Quirk(
            26, "ADD with letters",
            pnr(
                "ADD+E+700:::::::A.B@C.COM'ADD++M:628111'ADD++H:628222'ADD+O++628333'ADD++700:CTCE D//E.COM'" + name
                    + flight)
        ) { emails($0) == ["A.B@C.COM", "D@E.COM"] && phones($0) == ["628111", "628222", "628333"] },
        Quirk(
            27, "telephones up to the first letter",
            named("IFT+4:28::GA+CTCT SEA 866 746-4647 CARLSON 99'SSR+CTCM:HK:1:GA:::::628111222-1SANTOSO'")
        ) {
            phones($0).sorted() == ["628111222", "8667464647"]
        },
        Quirk(
            33, "the agency where others put it", pnr("ORG+1A:MUC+12345678+JKT+GA+ID:IDR:ID+0001AASU'" + name + flight)
        ) {
            $0.bookings[0].agency == ReceivedAgency(id: "12345678", city: "JKT", country: "ID")
        },
        Quirk(34, "FQTV without a number", named("SSR+FQTV:HK:1:GA'FTI+GA:1234567'")) {
            $0.travellers[0].loyalty == ["GA1234567"]
        },
        Quirk(43, "nobody is dropped for want of DOCS", pnr(name + "TIF+SALIM+NASIR:A:2'" + flight)) {
            $0.travellers.map(\.given) == ["BUDI", "NASIR"]
        },
        Quirk(43, "DOCS of the whole booking", pnr(docs + passport + "'" + name + flight), hasPassport),
        Quirk(43, "DOCS of a flight", pnr(name + flight + docs + passport + "+::1'"), hasPassport),
    ]

    static let money: [Quirk] = [
        Quirk(30, "several payments", named("FOP+MS::100.00+CC:3:416.00:VI:411111XXXXXX1234:1211'")) {
            $0.bookings[0].payments.map(\.form) == ["MS", "CC"]
                && $0.bookings[0].payments.map(\.number) == [nil, "1234"]
        },
        Quirk(
            31, "what remarks give away",
            pnr(
                name + flight + "LTS+0/O/NM/APE FIRST.LAST@MAIL.COM/P1'LTS+1/A/APM 628111222/P1'LTS+F/FP CASH'"
                    + "LTS+FP CC VI411111XXXXXX1234/1226'LTS+0/O/SR/SSR FQTVGAHK/ GA1234567 G/QPPS/SANTOSO/BUDI MR'"
                    + "LTS+SEAT RS 17B SANTOSO/BUDI MR GA 825 15JAN26 SINCGK'")
        ) {
            emails($0) == ["FIRST.LAST@MAIL.COM"] && phones($0) == ["628111222"]
                && $0.bookings[0].payments.map(\.form) == ["CA", "CC"]
                && $0.bookings[0].payments.map(\.number) == [nil, "1234"]
                && $0.travellers[0].loyalty == ["GA1234567"] && $0.travellers[0].seat == "17B"
        },
    ]

    static let lists: [Quirk] = [
        Quirk(36, "MEA before FTX for the count", list("NAD+FL+++A:B'MEA+CT++:2'FTX+BAG+++GA012345:3'")) {
            $0.travellers[0].bags?.count == 2 && $0.travellers[0].bags?.tags.count == 3
        },
        Quirk(36, "the count without a unit", list("NAD+FL+++A:B'MEA+CT++4'")) { $0.travellers[0].bags?.count == 4 },
        Quirk(36, "the weight in FTX", list("NAD+FL+++A:B'FTX+BAG+25++GA012345:2'")) {
            $0.travellers[0].bags?.weightKilograms == 25 && $0.travellers[0].bags?.count == 2
        },
        Quirk(37, "no document type", list("NAD+FL+++A:B'DOC++C1234567'LOC+91+IDN'")) {
            $0.travellers[0].documents == [ReceivedDocument(number: "C1234567", issuer: "IDN")]
        },
        Quirk(38, "an unknown NAD function", list("NAD+QQ+++A:B'")) { $0.travellers.map(\.role) == [.passenger] },
        Quirk(39, "the birth country for a nationality", list("NAD+FL+++A:B'LOC+180+IDN'DOC+P+1'LOC+91+SGP'")) {
            $0.travellers[0].nationality == "IDN" && $0.travellers[0].isNationalityDerived
        },
        Quirk(40, "a seat belongs to the first leg", list("NAD+FL+++A:B'RFF+SEA:012A'")) {
            $0.travellers[0].seats == [ReceivedSeat(number: "12A", from: "SIN", to: "CGK")]
        },
        Quirk(40, "a seat without a flight", list("NAD+FL+++A:B'RFF+SEA:012A'").withoutSegments("TDT", "LOC", "DTM")) {
            $0.travellers[0].seat == "12A"
        },
        Quirk(41, "a birth in the future", list("NAD+FL+++A:B'DTM+329:300101'")) {
            $0.travellers[0].birthDate == PartialDate(iso: "1930-01-01")
        },
    ]

    @Test(arguments: envelope + journey + person + money + lists) func `is read all the same`(quirk: Quirk) throws {
        let messages = Samples.decode(quirk.text)
        #expect(messages.count == 1)
        let message = try #require(messages.first)
        #expect(message.status != .quarantined)
        #expect(quirk.holds(message), "\(MessageJSON.line(for: message, source: "quirk", index: 0))")
    }

    @Test func `all forty-three are tried`() {
        let all = Self.envelope + Self.journey + Self.person + Self.money + Self.lists
        #expect(Set(all.map(\.number)).union([42]) == Set(1...43))
    }

    @Test(arguments: [
        ("850412", "1985-04-12"), ("19850412:102", "1985-04-12"), ("8504120000", "1985-04-12"),
        ("198504120000", "1985-04-12"), ("12APR85", "1985-04-12"), ("850400", "1985-04"), ("850000", "1985"),
    ]) func `42 dates have six, eight, ten or twelve digits`(given: String, expected: String) {
        #expect(
            Samples.decode(Self.list("NAD+FL+++A:B'DTM+329:\(given)'"))[0].travellers[0].birthDate?.description
                == expected)
    }

    @Test(arguments: ["", "000000"]) func `42 a date that nobody knows is none`(given: String) {
        let message = Samples.decode(Self.list("NAD+FL+++A:B'DTM+329:\(given)'"))[0]
        #expect(message.travellers[0].birthDate == nil)
        #expect(message.status == .accepted)
    }
}

extension String {
    /// With other separators for component, element, release and terminator, and a UNA that says so.
    fileprivate func transliterated(_ separators: String) -> String {
        let s = Array(separators)
        let body = dropFirst(9).map { letter -> Character in
            switch letter {
            case ":": s[0]
            case "+": s[1]
            case "?": s[2]
            case "'": s[3]
            default: letter
            }
        }
        return "UNA\(s[0])\(s[1]).\(s[2]) \(s[3])" + String(body)
    }

    fileprivate func withoutSegments(_ tags: String...) -> String {
        split(separator: "'").filter { segment in !tags.contains { segment.hasPrefix($0) } }.joined(separator: "'")
            + "'"
    }
}
