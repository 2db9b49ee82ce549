// SPDX-License-Identifier: Apache-2.0

import Civil
import Quality
import Screening
import TestSupport
import Testing
import Travel

/// Departure 29,474,490 and arrival 29,474,600 minutes after 1970, as StoreSamples has them.
@Suite struct MessageTimelinessTests {
    private static let departure: Int64 = 29_474_490

    private func counts(_ messages: [MessageTally], rules: QualityRules = QualityRules()) -> QualityCounts {
        VoyageQuality(
            VoyageChange(
                facts: StoreSamples.facts(0, arrivalUTC: 29_474_600), summary: VoyageSummary(),
                tally: VoyageTally(messages: messages)), rules: rules
        ).counts
    }

    private func message(
        _ kind: MessageKind, _ minutes: Int64, effect: MessageEffect = .report, source: SourceKind = .api,
        isRepeat: Bool = false
    ) -> MessageTally {
        MessageTally(
            id: StoreSamples.id(UInt64(bitPattern: minutes) &+ 77), kind: kind, effect: effect, source: source,
            receivedAtMilliseconds: (Self.departure + minutes) * 60_000, isRepeat: isRepeat)
    }

    @Test func `a list is late a quarter of an hour after departure, a close-out an hour`() {
        #expect(counts([message(.paxlst, 15)])[.late] == 0)
        #expect(counts([message(.paxlst, 16)])[.late] == 1)
        #expect(counts([message(.paxlst, 60, effect: .closeWithBoarded)])[.late] == 0)
        #expect(counts([message(.paxlst, 61, effect: .closeWithBoarded)])[.late] == 1)
        #expect(counts([message(.paxlst, 30)], rules: QualityRules(listMinutesAfterDeparture: 45))[.late] == 0)
    }

    @Test func `a list of a ship is late after arrival, a document typed at the post never`() {
        #expect(counts([message(.manifest, 110, source: .manifest)])[.late] == 0)
        #expect(counts([message(.manifest, 111, source: .manifest)])[.late] == 1)
        #expect(counts([message(.manifest, 500, source: .desk)])[.late] == 0)
    }

    @Test func `a message that came twice is a repeat, not late`() {
        let found = counts([message(.paxlst, 400, isRepeat: true)])
        #expect(found[.late] == 0 && found[.duplicated] == 1)
    }

    @Test func `four pushes in time are neither late nor missing`() {
        let found = counts([-4330, -2900, -1400, -10].map { message(.pnrgov, $0) })
        #expect(found[.pushesDue] == 4 && found[.pushesLate] == 0 && found[.pushesMissing] == 0)
    }

    @Test func `a push left out is missing, one that came hours later is late`() {
        let found = counts([-4330, -1200, -10].map { message(.pnrgov, $0) })
        #expect(found[.pushesDue] == 4 && found[.pushesLate] == 1 && found[.pushesMissing] == 1 && found[.late] == 1)
    }

    @Test func `a push whose time no message proves to have passed is not missing`() {
        let found = counts([message(.pnrgov, -4330)])
        #expect(found[.pushesDue] == 1 && found[.pushesMissing] == 0)
    }

    @Test func `a cancelled voyage has nothing late`() {
        var facts = StoreSamples.facts(0)
        facts.status = .cancelled
        let change = VoyageChange(
            facts: facts, summary: VoyageSummary(), tally: VoyageTally(messages: [message(.paxlst, 900)]))
        #expect(VoyageQuality(change, rules: QualityRules()).counts[.late] == 0)
    }
}
