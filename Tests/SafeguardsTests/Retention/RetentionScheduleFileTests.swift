// SPDX-License-Identifier: Apache-2.0

import Safeguards
import Testing

@Suite struct RetentionScheduleFileTests {
    private func read(_ text: String) -> RetentionScheduleFile { RetentionScheduleFile(Array(text.utf8)) }

    @Test func `an empty file and no keys give what the law proposes`() {
        #expect(read("").schedule == RetentionSchedule())
        #expect(read("# nothing\n").schedule?.depersonaliseDays == 183)
    }

    @Test func `every key is read`() {
        let found = read(
            """
            depersonalise-days: 90
            destroy-days: 1000
            quarantine-days: 14
            nightly-at-utc: "02:30"
            """)
        #expect(found.problems.isEmpty)
        #expect(found.schedule?.depersonaliseDays == 90 && found.schedule?.destroyDays == 1_000)
        #expect(found.schedule?.quarantineDays == 14 && found.schedule?.nightlyMinute == 150)
        #expect(read("nightly-at-utc: 19:45").schedule?.nightlyMinute == 19 * 60 + 45)
    }

    @Test func `all that is wrong is said at once, and nothing is used`() {
        let found = read(
            """
            depersonalise-days: 0
            destroy-days: 2000
            quarantine-days: soon
            nightly-at-utc: 25:00
            keep-for-ever: yes
            """)
        #expect(found.schedule == nil)
        #expect(found.problems.count == 5)
        #expect(read("depersonalise-days: 400\ndestroy-days: 300").problems.count == 1)
        #expect(read("- a list").schedule == nil)
        #expect(RetentionScheduleFile([0xFF, 0xFE]).problems.count == 1)
    }
}
