// SPDX-License-Identifier: Apache-2.0

import Civil
import Messages
import Testing
import Travel

/// Names as messages give them: titles go as whole words only, nothing inside a name ever does (messages.md section 6).
@Suite struct NameTests {
    private static let titles = ["MR", "MRS", "MS", "MISS", "MSTR", "MDM", "DR", "SIR", "PROF"]

    /// What both kinds of message and a document's request make of a name.
    private func read(_ surname: String, _ given: String) -> [(surname: String?, given: String?)] {
        let family = surname.replacing("'", with: "?'")
        let first = given.replacing("'", with: "?'")
        let texts = [
            Samples.paxlst(traveller: "NAD+FL+++\(family):\(first)'"),
            Samples.pnrgov(tif: "TIF+\(family)+\(first):A:1'").replacing(
                "/SANTOSO/BUDI/EKO", with: "/\(family)/\(first)"
            ).replacing("TIF+SANTOSO+BUDI EKO", with: "TIF+\(family)+\(first)"),
        ]
        return texts.flatMap { Samples.decode($0)[0].travellers.map { ($0.surname, $0.given) } }
    }

    @Test(arguments: [
        ("SALIM", "NASIR"), ("BARRYMORE", "DREW"), ("WILLIAMS", "JOHN"), ("O'BRIEN", "SEAN"), ("SIREGAR", "MSGR"),
        ("MRAZ", "MISSY"), ("DRAKE", "PROFETA"), ("MSIMANG", "SIRAJ"), ("AMIR", "YASIR"), ("MRS", "MRSIC"),
        ("DR", "ADAMS"), ("SUMRS", "KEVINMICHAELMR"),
    ]) func `names that hold a title's letters survive`(surname: String, given: String) {
        for name in read(surname, given) {
            #expect(name.surname == surname)
            #expect(name.given == given)
        }
    }

    @Test(arguments: 0..<300 as Range<UInt64>) func `no title is stripped from inside a name`(seed: UInt64) {
        var rng = SeededGenerator(seed: seed)
        let syllables = ["NA", "SI", "RE", "DRA", "MI", "SA", "MU", "RO", "PRO", "FI", "BU", "DI", "MAR", "TA"]
        func word() -> String {
            var parts = (0..<Int.random(in: 1...3, using: &rng)).map { _ in
                syllables[Int.random(in: 0..<syllables.count, using: &rng)]
            }
            let title = Self.titles[Int.random(in: 0..<Self.titles.count, using: &rng)]
            parts.insert(title, at: Int.random(in: 0...parts.count, using: &rng))
            return parts.joined()
        }
        let surname = word()
        let given = (0..<Int.random(in: 1...3, using: &rng)).map { _ in word() }.joined(separator: " ")
        for name in read(surname, given) {
            #expect(name.surname == surname)
            #expect(name.given == given)
        }
        // A title beside the name goes, and nothing else with it.
        let title = Self.titles[Int.random(in: 0..<Self.titles.count, using: &rng)]
        for name in read(surname, given + " " + title) + read(surname, title + " " + given) {
            #expect(name.given == given)
        }
    }

    @Test func `one-name travellers stay in each of their forms`() {
        for (fields, surname, given) in [
            ("SUHARTO", "SUHARTO", nil), ("SUHARTO:", "SUHARTO", nil), ("SUHARTO:SUHARTO", "SUHARTO", "SUHARTO"),
            ("SUHARTO:FNU", "SUHARTO", "FNU"), ("FNU:SUHARTO", "FNU", "SUHARTO"), ("Y:YY", "Y", "YY"),
            ("SANTOSO BUDI EKO", "SANTOSO BUDI EKO", nil),
        ] as [(String, String, String?)] {
            let traveller = Samples.decode(Samples.paxlst(traveller: "NAD+FL+++\(fields)'"))[0].travellers[0]
            #expect(traveller.surname == surname)
            #expect(traveller.given == given)
        }
    }

    @Test func `identity numbers of fifteen and sixteen digits survive`() {
        for number in ["784198512345671", "0012341204850001", "9999999999999999"] {
            let list = Samples.decode(
                Samples.paxlst(traveller: "NAD+FL+++A:B'DOC+I:110:111+\(number)'LOC+91+IDN'"))[0].travellers[0]
            #expect(list.documents.map(\.number) == [number])
            #expect(list.nik?.description == (number == "0012341204850001" ? number : nil))
            let booked = Samples.decode(
                Samples.pnrgov(name: "TIF+A+B:A:2'SSR+DOCS:HK:1:GA:::::/I/IDN/\(number)/IDN/12APR85/M/01AUG29/A/B'"))[0]
                .travellers[1]
            #expect(booked.documents.map(\.number) == [number])
            let identified = Samples.decode(Samples.pnrgov(name: "SSR+FOID:HK:1:GA:::::NI\(number)-1SANTOSO'"))[0]
                .travellers[0]
            #expect(identified.nik?.description == number || identified.documents.last?.number == number)
        }
    }
}
