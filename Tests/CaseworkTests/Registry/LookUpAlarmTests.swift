// SPDX-License-Identifier: Apache-2.0

import Civil
import Mandate
import Safeguards
import Screening
import TestSupport
import Testing
import Travel

@testable import Casework

/// Limits and alarms of look-ups by hand (requirement R27).
@Suite struct LookUpAlarmTests {
    /// 2026-01-14 12:00 at western Indonesian time.
    private static let noon: Int64 = 1_768_366_800_000
    private static let minute: Int64 = 60_000
    private static let vault = EphemeralKeyVault()

    private static func officer(_ number: UInt64) -> RecordID<Officer> { RecordID(high: 1, low: number) }
    private static func person(_ number: Int) -> BlindToken { vault.token(.nik, "\(number)") }

    private static func record(
        _ officer: UInt64, at milliseconds: Int64, person: BlindToken? = nil, isScanned: Bool = true
    ) -> DecisionRecord {
        var generator = SystemRandomNumberGenerator()
        return DecisionRecord(
            id: .random(using: &generator), atMilliseconds: milliseconds, officer: self.officer(officer),
            post: PostCode("CGK"),
            decision: .residentLookedUp(
                ResidentLookUp(
                    resident: person, traveller: nil, isScanned: isScanned, reason: isScanned ? nil : "laporan gerbang")
            ))
    }

    private func kinds(_ records: [DecisionRecord], _ limits: LookUpLimits = LookUpLimits()) -> [LookUpAlarm.Kind] {
        LookUpAlarm.found(in: records, limits: limits).map(\.kind)
    }

    @Test func `an ordinary day raises no alarm`() {
        let records = (0..<12).map {
            Self.record(1, at: Self.noon + Int64($0) * 10 * Self.minute, person: Self.person($0))
        }
        #expect(kinds(records).isEmpty)
    }

    @Test func `look-ups without ties are told by officer and day, with how many`() {
        let records = [
            Self.record(1, at: Self.noon, isScanned: false), Self.record(1, at: Self.noon + 5, isScanned: false),
            Self.record(1, at: Self.noon + 86_400_000, isScanned: false), Self.record(2, at: Self.noon + 7),
        ]
        let alarms = LookUpAlarm.found(in: records, limits: LookUpLimits())
        #expect(alarms.map(\.kind) == [.untied, .untied] && alarms.map(\.count) == [1, 2])
        #expect(alarms.map(\.atMilliseconds) == [Self.noon + 86_400_000, Self.noon + 5])
        #expect(alarms.allSatisfy { $0.officers == [Self.officer(1)] && $0.post == PostCode("CGK") })
    }

    @Test func `the officer's own number is noticed, and another's is not`() {
        let own = [Self.officer(1): Self.person(7)]
        let records = [
            Self.record(1, at: Self.noon, person: Self.person(7)),
            Self.record(2, at: Self.noon, person: Self.person(7)),
        ]
        let alarms = LookUpAlarm.found(in: records, limits: LookUpLimits(), own: own)
        #expect(alarms.map(\.kind) == [.ownNumber] && alarms.first?.officers == [Self.officer(1)])
    }

    @Test func `one person looked up by several officers within a day is told once, with all of them`() {
        func spread(_ gap: Int64) -> [DecisionRecord] {
            (1...3).map { Self.record(UInt64($0), at: Self.noon + Int64($0) * gap, person: Self.person(1)) }
        }
        let alarms = LookUpAlarm.found(in: spread(60 * Self.minute), limits: LookUpLimits())
        #expect(alarms.map(\.kind) == [.severalOfficers])
        #expect(alarms.first?.officers == (1...3).map { Self.officer($0) } && alarms.first?.count == 3)
        #expect(kinds(spread(13 * 60 * Self.minute)).isEmpty, "26 hours are not a day")
        let one = (1...9).map { Self.record(1, at: Self.noon + Int64($0) * Self.minute, person: Self.person(1)) }
        #expect(!kinds(one).contains(.severalOfficers))
    }

    @Test func `many in an hour of the night are told, by the clock of the post`() {
        // 23:00 in Jakarta is 01:00 in Jayapura; noon is no night anywhere.
        let night = Self.noon + 11 * 60 * Self.minute
        func many(_ start: Int64, _ count: Int, gap: Int64) -> [DecisionRecord] {
            (0..<count).map { Self.record(1, at: start + Int64($0) * gap, person: Self.person($0)) }
        }
        #expect(kinds(many(night, 10, gap: 5 * Self.minute)) == [.night])
        #expect(kinds(many(night, 9, gap: 5 * Self.minute)).isEmpty)
        #expect(kinds(many(night, 10, gap: 7 * Self.minute)).isEmpty, "spread over more than an hour")
        #expect(kinds(many(Self.noon, 10, gap: 5 * Self.minute)).isEmpty)
        let evening = Self.noon + 9 * 60 * Self.minute  // 21:00 in the west, 23:00 in the east
        let here = LookUpAlarm.found(in: many(evening, 10, gap: Self.minute), limits: LookUpLimits())
        let there = LookUpAlarm.found(in: many(evening, 10, gap: Self.minute), limits: LookUpLimits()) { _ in 540 }
        #expect(here.isEmpty && there.map(\.kind) == [.night])
    }

    @Test func `what a limit allows is told once it is used up, an hour and a day apart`() {
        let limits = LookUpLimits(anHour: 3, aDay: 5)
        let records = (0..<5).map { Self.record(1, at: Self.noon + Int64($0) * 10 * Self.minute) }
        let alarms = LookUpAlarm.found(in: records, limits: limits)
        #expect(alarms.map(\.kind) == [.limit, .limit] && Set(alarms.map(\.count)) == [5])
        #expect(LookUpAlarm.found(in: Array(records.prefix(2)), limits: limits).isEmpty)
    }

    @Test(arguments: 0..<60) func `alarms do not depend on the order of the records`(seed: UInt64) {
        var random = SplitMix(state: seed)
        var records: [DecisionRecord] = []
        for _ in 0..<80 {
            records.append(
                Self.record(
                    .random(in: 1...4, using: &random), at: Self.noon + .random(in: 0...172_800_000, using: &random),
                    person: Self.person(.random(in: 0...20, using: &random)), isScanned: .random(using: &random)))
        }
        let limits = LookUpLimits(anHour: 4, aDay: 8, alarmAtNight: 3, alarmOfficers: 3)
        let first = LookUpAlarm.found(in: records, limits: limits)
        #expect(!first.isEmpty)
        #expect(LookUpAlarm.found(in: records.shuffled(using: &random), limits: limits) == first)
    }

    @Test func `look-ups whose records are still being written count, and those given back do not`() async throws {
        let watch = LookUpWatch(store: MemoryStore(vault: Self.vault), limits: LookUpLimits(anHour: 2, aDay: 9))
        let officer = Self.officer(1)
        try await watch.admit(officer, atMilliseconds: Self.noon)
        try await watch.admit(officer, atMilliseconds: Self.noon + 1)
        await #expect(throws: CaseworkError.quotaUsed(limit: 2)) {
            try await watch.admit(officer, atMilliseconds: Self.noon + 2)
        }
        await watch.giveBack(officer, Self.noon)
        try await watch.admit(officer, atMilliseconds: Self.noon + 3)
        await watch.keep(Self.record(1, at: Self.noon + 3))
        await #expect(throws: CaseworkError.quotaUsed(limit: 2)) {
            try await watch.admit(officer, atMilliseconds: Self.noon + 4)
        }
    }

    @Test func `an officer passes neither limit, not even with look-ups at the same moment`() async throws {
        let store = MemoryStore(vault: Self.vault)
        let watch = LookUpWatch(store: store, limits: LookUpLimits(anHour: 5, aDay: 8))
        let acts = OfficerActs(store: store, tokeniser: Self.vault)
        let mandate = Mandated(officer: Self.officer(1), role: .officer, post: PostCode("CGK"), grant: nil)
        let look = ResidentLookUp(resident: Self.person(1), traveller: nil, isScanned: true)
        func made(at now: Int64) async -> Int {
            await withTaskGroup(of: Bool.self) { group in
                for _ in 0..<20 {
                    group.addTask {
                        (try? await acts.lookUp(look, under: watch, by: mandate, atMilliseconds: now)) != nil
                    }
                }
                return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
        }
        #expect(await made(at: Self.noon) == 5)
        #expect(await made(at: Self.noon + 59 * Self.minute) == 0)
        #expect(await made(at: Self.noon + 61 * Self.minute) == 3, "the day's limit")
        #expect(await made(at: Self.noon + 86_400_000) == 5, "another day")
        let kept = try await store.decisions(
            kinds: [.residentLookedUp], post: nil, sinceMilliseconds: 0, limit: 100)
        #expect(kept.count == 13)
        let refused = try await store.audit(AuditQuery(actions: [.lookUpResident], limit: 200)).filter {
            $0.event.outcome == .refused
        }
        #expect(refused.count == 67, "each refusal leaves a record")
        // Another program start counts the same.
        let again = LookUpWatch(store: store, limits: LookUpLimits(anHour: 5, aDay: 8))
        await #expect(throws: CaseworkError.quotaUsed(limit: 5)) {
            try await acts.lookUp(look, under: again, by: mandate, atMilliseconds: Self.noon + 86_400_001)
        }
        let other = Mandated(officer: Self.officer(2), role: .officer, post: PostCode("CGK"), grant: nil)
        try await acts.lookUp(look, under: again, by: other, atMilliseconds: Self.noon + 86_400_001)
        let alarms = try await again.alarms(own: [:], atMilliseconds: Self.noon + 86_400_002) { _ in 420 }
        #expect(alarms.contains { $0.kind == .limit && $0.officers == [Self.officer(1)] })
        #expect(!alarms.contains { $0.officers == [Self.officer(2)] })
    }

    /// A small seeded generator (SplitMix64).
    private struct SplitMix: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            return z ^ (z >> 31)
        }
    }
}
