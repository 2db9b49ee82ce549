// SPDX-License-Identifier: Apache-2.0

import Civil
import Testing

@testable import CardReader

/// What the simulated reader plays.
@Suite struct ReaderScriptTests {
    @Test func `a script is read in its order`() throws {
        let script = try ReaderScript(
            parsing: """
                # cards of today
                0102014107900009,TIRTA WULAN,1990-07-01,KOTA AWAN,F
                wait 250
                error damaged-card
                0102014107900009
                unplugged 1000
                rubbish
                hang
                crash\r
                """)
        let first = try #require(
            CardReading(
                number: 1, nik: Invented.nik, name: "TIRTA WULAN", birthDate: CivilDate(iso: "1990-07-01"),
                birthPlace: "KOTA AWAN", sex: .female))
        let second = try #require(CardReading(number: 2, nik: Invented.nik))
        #expect(
            script.acts == [
                .card(first), .wait(250), .fault(.damagedCard), .card(second), .unplugged(1_000), .rubbish, .hang,
                .crash,
            ])
    }

    @Test(arguments: [
        "0102014107900000", "0102014107900009,A,1990-13-01", "0102014107900009,A,,,P", "error fire", "wait -1",
        "wait soon", "hang now", "0102014107900009,,,,,", "x",
    ])
    func `a wrong line is named, not what it holds`(line: String) {
        let problem = #expect(throws: ReaderScript.Problem.self) { try ReaderScript(parsing: "wait 1\n" + line) }
        #expect(problem?.line == 2)
        #expect(problem?.description.contains("0102014107900009") == false)
    }

    @Test func `invented cards are the same for a seed, of no existing region`() {
        var first = SeededGenerator(seed: 5), second = SeededGenerator(seed: 5)
        let script = ReaderScript(inventing: 50, using: &first)
        #expect(script == ReaderScript(inventing: 50, using: &second))
        #expect(script.acts.count == 50)
        for case .card(let card) in script.acts {
            #expect(card.nik.region == 10_101 && card.name != nil)
            #expect(card.nik.sex == card.sex)
        }
    }
}
