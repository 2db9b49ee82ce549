// SPDX-License-Identifier: Apache-2.0

import Civil
import Testing

@Suite struct CivilDateTests {
    @Test func `day number and date are inverse over four centuries`() throws {
        for day in stride(from: -36_525, through: 110_000, by: 1) {
            let date = try #require(CivilDate(daysSinceEpoch: day))
            #expect(date.daysSinceEpoch == day)
        }
        #expect(CivilDate(year: 1970, month: 1, day: 1)?.daysSinceEpoch == 0)
    }

    @Test(arguments: [
        (2023, 2, 29), (2100, 2, 29), (2024, 4, 31), (2024, 13, 1), (0, 1, 1), (2024, 0, 1), (2024, 1, 0),
    ])
    func `days that no calendar has are refused`(year: Int, month: Int, day: Int) {
        #expect(CivilDate(year: year, month: month, day: day) == nil)
    }

    @Test(arguments: ["1985", "1985-04", "1985-04-12"])
    func `partial dates keep what is known`(text: String) throws {
        #expect(try #require(PartialDate(iso: text)).description == text)
    }

    @Test(arguments: [
        "", "-", "198", "19850", "1985-", "1985-4", "1985-04-", "1985-04-1", "1985-04-123", "1985-04-12-",
        "1985-04-12-01",
        "-1985", "1985--12", "1985-13", "1985-02-30", "1985/04/12", "0000", "１９８５", "1985-04-12 ",
    ])
    func `what is no partial date gives none`(text: String) {
        #expect(PartialDate(iso: text) == nil)
    }

    @Test func `partial dates agree when known parts are equal`() throws {
        let full = try #require(PartialDate(iso: "1985-04-12"))
        #expect(full.agrees(with: try #require(PartialDate(iso: "1985"))))
        #expect(!full.agrees(with: try #require(PartialDate(iso: "1985-05"))))
    }

    @Test func `times step over midnight and years`() throws {
        let eve = try #require(CivilDateTime(iso: "2025-12-31T23:50"))
        #expect(eve.adding(minutes: 20)?.description == "2026-01-01T00:10")
        #expect(eve.adding(minutes: -1440)?.description == "2025-12-30T23:50")
    }
}
