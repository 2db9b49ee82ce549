// SPDX-License-Identifier: Apache-2.0

import Civil
import Testing

@Suite struct NIKTests {
    // Region 00 is issued to nobody, so these numbers belong to nobody.
    @Test func `keeps the day offset of women's numbers`() throws {
        let nik = try NIK(parsing: "0099125204850001")
        let today = try #require(CivilDate(iso: "2026-01-01"))
        #expect(nik.sex == .female)
        #expect(nik.birthDate(asOf: today)?.description == "1985-04-12")
        #expect(nik.description == "0099125204850001")
        #expect(nik.masked == "0099••••••••0001")
    }

    @Test(arguments: [
        ("009912520485000", NIKError.notSixteenDigits), ("00991252048500011", .notSixteenDigits),
        ("0099120004850001", .impossibleDay), ("0099123504850001", .impossibleDay),
        ("0099121213850001", .impossibleMonth), ("0099121204850000", .zeroSerial),
        ("00991212O4850001", .notSixteenDigits),
    ])
    func `refuses hard errors only`(text: String, error: NIKError) {
        #expect(throws: error) { try NIK(parsing: text) }
    }
}
