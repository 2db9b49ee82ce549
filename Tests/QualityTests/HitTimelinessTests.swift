// SPDX-License-Identifier: Apache-2.0

import Civil
import Quality
import Screening
import TestSupport
import Testing
import Travel

/// Why a hit was known only after landing, case by case.
@Suite struct HitTimelinessTests {
    private static let landing: Int64 = 29_474_600

    private func message(
        _ number: UInt64, _ minutes: Int64, effect: MessageEffect = .report, screened: Int64? = nil,
        prepared: Int64? = nil, isLaterPart: Bool = false, wasQuarantined: Bool = false
    ) -> MessageTally {
        MessageTally(
            id: StoreSamples.id(number), kind: .paxlst, effect: effect,
            receivedAtMilliseconds: (Self.landing + minutes) * 60_000,
            screenedAtMilliseconds: screened.map { (Self.landing + $0) * 60_000 },
            preparedMinutes: prepared.map { Int(Self.landing + $0) }, wasQuarantined: wasQuarantined,
            isLaterPart: isLaterPart)
    }

    private func cause(_ messages: [MessageTally], known minutes: Int64, by number: UInt64?) -> LateCause? {
        let hit = HitTally(
            id: StoreSamples.id(1, of: 9), status: .open, knownAtMilliseconds: (Self.landing + minutes) * 60_000,
            message: number.map { StoreSamples.id($0) })
        let change = VoyageChange(
            facts: StoreSamples.facts(0, arrivalUTC: Int(Self.landing)), summary: VoyageSummary(),
            tally: VoyageTally(messages: messages, hits: [hit]))
        return VoyageQuality(change, rules: QualityRules()).hits.first?.cause
    }

    @Test func `a hit known before landing has no cause`() {
        #expect(cause([message(1, -60)], known: -60, by: 1) == nil)
    }

    @Test func `each cause is told apart`() {
        #expect(cause([message(1, 5, prepared: 4)], known: 5, by: 1) == .messageLate)
        #expect(cause([message(1, 5, prepared: -60)], known: 5, by: 1) == .messageDelayed)
        #expect(cause([message(1, -60)], known: 30, by: nil) == .entryAdded)
        #expect(cause([message(1, -60, screened: 10)], known: -60, by: 1) == .screeningDelayed)
        #expect(
            cause([message(1, -60), message(2, 5, isLaterPart: true)], known: 5, by: 2) == .partMissing)
        #expect(cause([message(1, 5, wasQuarantined: true)], known: 5, by: 1) == .messageQuarantined)
        #expect(
            cause([message(1, -60, effect: .closeWithBoarded), message(2, 5, prepared: 4)], known: 5, by: 2)
                == .onlyCloseOut)
    }

    @Test func `hours are sorted into the class they reach`() {
        func hit(_ number: UInt64, _ hours: Double, judged: Double?) -> HitTimeliness {
            HitTimeliness(
                id: StoreSamples.id(number, of: 9), voyage: StoreSamples.id(1),
                key: QualityKey(day: 1, carrier: "ZZ", post: "CGK", mode: "air"),
                status: judged == nil ? .open : .judgedSame, landingMilliseconds: 0,
                knownAtMilliseconds: -Int64(hours * 3_600_000),
                judgedAtMilliseconds: judged.map { -Int64($0 * 3_600_000) }, cause: hours <= 0 ? .messageLate : nil)
        }
        let found = HoursBeforeLanding([hit(1, 80, judged: 5), hit(2, 0.5, judged: nil), hit(3, -2, judged: -3)])
        #expect(found.known == [1, 0, 0, 0, 0, 0, 0, 1, 1])
        #expect(found.judged == [0, 0, 0, 0, 0, 1, 0, 0, 1])
        #expect(found.waiting == 1)
    }
}
