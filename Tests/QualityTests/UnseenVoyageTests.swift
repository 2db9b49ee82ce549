// SPDX-License-Identifier: Apache-2.0

import Quality
import TestSupport
import Testing

@Suite struct UnseenVoyageTests {
    private func seen(_ days: [Int], number: String = "0825", cancelled: Set<Int> = []) -> [SeenVoyage] {
        days.map { day in
            SeenVoyage(
                id: StoreSamples.id(UInt64(day)), key: QualityKey(day: day, carrier: "ZZ", post: "CGK", mode: "air"),
                number: number, from: "SIN", to: "CGK", isCancelled: cancelled.contains(day))
        }
    }

    private func unseen(_ seen: [SeenVoyage], _ days: ClosedRange<Int>) -> [Int] {
        UnseenVoyage.all(seen: seen, days: days, rules: QualityRules()).map(\.day)
    }

    @Test func `a weekly flight that stays away is unseen`() {
        #expect(unseen(seen([100, 107, 114]), 115...125) == [121])
    }

    @Test func `one sighting makes no habit`() { #expect(unseen(seen([107]), 108...120) == []) }

    @Test func `a flight that was cancelled before is not expected`() {
        #expect(unseen(seen([100, 107], cancelled: [100]), 108...120) == [])
    }

    @Test func `a departure moved over midnight is seen`() {
        #expect(unseen(seen([100, 107, 115]), 114...114) == [])
        // A daily flight the day after does not stand for the one that is missing.
        #expect(unseen(seen([100, 101, 107, 108, 115]), 114...114) == [114])
    }

    @Test func `a flight cancelled by message is not unseen`() {
        #expect(unseen(seen([100, 107, 114], cancelled: [114]), 114...114) == [])
    }
}
