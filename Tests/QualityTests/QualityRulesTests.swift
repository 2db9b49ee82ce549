// SPDX-License-Identifier: Apache-2.0

import Quality
import Testing

@Suite struct QualityRulesTests {
    @Test func `the defaults can be used`() { #expect(QualityRules().problems.isEmpty) }

    @Test(arguments: [[24, 48], [72, 72], [-1], [1000, 3], Array(stride(from: 26, through: 0, by: -2))])
    func `pushes that do not fall are refused`(_ hours: [Int]) {
        #expect(QualityRules(bookingPushHours: hours).problems.count == 1)
    }

    @Test func `all problems are named at once`() {
        let rules = QualityRules(listMinutesAfterDeparture: 99_999, deliveryMinutes: -99_999, timetableWeeks: 0)
        #expect(rules.problems.count == 3)
    }
}
