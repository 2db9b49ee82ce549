// SPDX-License-Identifier: Apache-2.0

import Casework
import Civil
import Testing

@Suite struct RegistryTermsTests {
    @Test func `a whole file is read`() throws {
        let read = RegistryTermsFile(
            Array(
                """
                access: verification
                agreement: PKS-1
                from: 2026-01-01
                until: 2027-12-31
                keep-days: 7
                look-ups-an-hour: 4
                look-ups-a-day: 9
                alarm-night-an-hour: 3
                alarm-officers: 2
                service: {url: "https://registry.example/api", user: bc, mode: data, daily-quota: 10, reserve: 2}
                """.utf8))
        let terms = try #require(read.terms, "\(read.problems)")
        #expect(terms.service.mode == .data && terms.service.dailyQuota == 10 && terms.keepDays == 7)
        #expect(terms.lookUps == LookUpLimits(anHour: 4, aDay: 9, alarmAtNight: 3, alarmOfficers: 2))
        #expect(terms.until == CivilDate(year: 2027, month: 12, day: 31))
    }

    @Test func `an empty file means no registry`() {
        #expect(RegistryTermsFile(Array("# nothing\n".utf8)).terms == RegistryTerms())
    }

    @Test func `all that is wrong is said at once`() {
        let read = RegistryTermsFile(
            Array(
                """
                access: verification
                from: yesterday
                keep-days: 0
                colour: red
                service: {url: "http://registry.example", parallel: many, secret: x}
                """.utf8))
        #expect(read.terms == nil)
        for part in ["agreement", "from", "keep-days", "colour", "https", "parallel", "secret", "user"] {
            #expect(read.problems.contains { $0.contains(part) }, "\(part)")
        }
    }

    @Test(arguments: ["access: [", "- a", "\u{0}", "access: sometimes"])
    func `what is no such file is refused`(text: String) {
        let read = RegistryTermsFile(Array(text.utf8))
        #expect(read.terms == nil && !read.problems.isEmpty)
    }

    @Test func `the agreement holds on its first and its last day at western Indonesian time`() {
        var terms = RegistryTerms()
        terms.access = .verification
        terms.from = CivilDate(year: 2026, month: 1, day: 15)
        terms.until = terms.from
        let midnight: Int64 = 1_768_410_000_000  // 2026-01-15 00:00 UTC+7
        #expect(!terms.holds(atMilliseconds: midnight - 1))
        #expect(terms.holds(atMilliseconds: midnight))
        #expect(terms.holds(atMilliseconds: midnight + 86_399_999))
        #expect(!terms.holds(atMilliseconds: midnight + 86_400_000))
    }
}
