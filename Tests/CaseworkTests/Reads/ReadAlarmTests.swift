// SPDX-License-Identifier: Apache-2.0

import Civil
import Mandate
import Safeguards
import TestSupport
import Testing

@testable import Casework

/// Alarms about officers' reading.
@Suite struct ReadAlarmTests {
    private static let minute: Int64 = 60_000, hour: Int64 = 3_600_000, day: Int64 = 86_400_000
    /// 2026-01-14 00:00 at western Indonesian time.
    private static let midnight: Int64 = 1_768_323_600_000
    private static let officer = RecordID<Officer>(high: 1, low: 1)

    private static func reads(
        _ count: Int, at start: Int64, every step: Int64 = minute, subject: (Int) -> String? = { "traveller:\($0)" },
        ties: Set<OwnTie> = [], isHit: Bool = false
    ) -> [OfficerRead] {
        (0..<count).map {
            OfficerRead(
                sequence: start / 1000 + Int64($0), atMilliseconds: start + Int64($0) * step, officer: officer,
                post: PostCode("CGK"), subject: subject($0), ties: ties, isHit: isHit)
        }
    }

    private func found(_ reads: [OfficerRead], _ limits: ReadLimits = ReadLimits()) -> [ReadAlarm] {
        ReadAlarm.found(in: reads.shuffled(), limits: limits)
    }

    @Test func `an ordinary day raises no alarm`() {
        #expect(found(Self.reads(100, at: Self.midnight + 8 * Self.hour, every: 3 * Self.minute)).isEmpty)
    }

    @Test(arguments: [(OwnTie.name, ReadAlarm.Kind.ownName), (.number, .ownNumber), (.family, .ownFamily)])
    func `one read about oneself is told, by day`(tie: OwnTie, kind: ReadAlarm.Kind) {
        let reads =
            Self.reads(1, at: Self.midnight + 9 * Self.hour, ties: [tie])
            + Self.reads(2, at: Self.midnight + Self.day + 9 * Self.hour, ties: [tie])
        let alarms = found(reads)
        #expect(alarms.map(\.key.kind) == [kind, kind] && alarms.map(\.count) == [2, 1])
        #expect(alarms[0].key.day == alarms[1].key.day + 1)
        #expect(alarms[0].lastSequence == reads[2].sequence && alarms[0].post == PostCode("CGK"))
    }

    @Test(arguments: [(39, false), (40, true), (60, true)])
    func `many people without a hit in an hour are fishing`(people: Int, isAlarm: Bool) {
        let start = Self.midnight + 10 * Self.hour
        let alarms = found(Self.reads(people, at: start))
        #expect(alarms.map(\.key.kind) == (isAlarm ? [.fishing] : []))
        #expect(!isAlarm || alarms[0].count == people)
        // The same over more than an hour, of people with hits, or of one person again and again, is none.
        #expect(found(Self.reads(people, at: start, every: 2 * Self.minute)).isEmpty)
        #expect(found(Self.reads(people, at: start, isHit: true)).isEmpty)
        #expect(found(Self.reads(people, at: start) { _ in "traveller:1" }).isEmpty)
    }

    @Test func `limits come from the policy`() {
        var limits = ReadLimits()
        limits.fishingAnHour = 5
        #expect(found(Self.reads(5, at: Self.midnight + 10 * Self.hour), limits).map(\.key.kind) == [.fishing])
    }

    @Test(arguments: [(9, false), (10, true)])
    func `much at night is told of who does not work nights`(count: Int, isAlarm: Bool) {
        let past = (1...20).flatMap { day in
            Self.reads(12, at: Self.midnight - Int64(day) * Self.day + 9 * Self.hour) { "traveller:\(day)-\($0)" }
        }
        let night = Self.reads(count, at: Self.midnight + 2 * Self.hour) { "traveller:n\($0)" }
        #expect(found(past + night).map(\.key.kind) == (isAlarm ? [.night] : []))
        #expect(found(past + Self.reads(count, at: Self.midnight + 14 * Self.hour)).isEmpty)
    }

    @Test(arguments: [(2, 12, true), (3, 12, false), (20, 12, false), (20, 36, false), (20, 37, true)])
    func `a night shift is usual after three nights, three times as much as ever is a spike`(
        nights: Int, count: Int, isAlarm: Bool
    ) {
        let past = (1...nights).flatMap { night in
            (0..<4).flatMap { hour in
                Self.reads(
                    12, at: Self.midnight - Int64(night) * Self.day + Int64(hour) * Self.hour, every: 5 * Self.minute
                ) { "traveller:\(night)-\(hour)-\($0)" }
            }
        }
        let tonight = Self.reads(count, at: Self.midnight + Self.hour) { "traveller:t\($0)" }
        let today = found(past + tonight).filter { $0.atMilliseconds >= Self.midnight }
        #expect(today.map(\.key.kind) == (isAlarm ? [.night] : []))
    }

    @Test(arguments: [
        ([0, 1], false), ([0, 1, 2], true), ([0, 6, 13], true), ([0, 7, 14], false), ([0, 0, 0], false),
    ])
    func `the same person over days is told`(days: [Int64], isAlarm: Bool) {
        let reads = days.flatMap { day in
            Self.reads(1, at: Self.midnight + day * Self.day + 9 * Self.hour) { _ in "term:ab" }
        }
        #expect(found(reads).map(\.key.kind) == (isAlarm ? [.repeated] : []))
        let withHit = reads + Self.reads(1, at: Self.midnight, subject: { _ in "term:ab" }, isHit: true)
        #expect(found(withHit).isEmpty)
    }

    @Test(arguments: [
        ("BUDI HASAN", "Hasan, Budi", true), ("BUDI HASAN", "Budi Hasan Santoso", true), ("BUDI", "Budi Hasan", false),
        ("SUHARTO", "Suharto", true), ("BUDI HASAN", "BUDI SANTOSO", false), ("", "", false), ("A B", "A B", false),
        ("ÉMILE DURÂN", "émile durân", true),
    ])
    func `names are compared by their words`(a: String, b: String, isSame: Bool) {
        #expect(OwnTie.isSameName(a, b) == isSame && OwnTie.isSameName(b, a) == isSame)
    }

    @Test func `ties are read back from a detail, never from what an officer typed`() {
        for ties in [[], [OwnTie.name], [.family, .number], Set(OwnTie.allCases)] as [Set<OwnTie>] {
            let detail = "by=name found=1" + (OwnTie.text(ties).map { " " + $0 } ?? "") + " reason=x own=number"
            #expect(OwnTie.ties(in: detail) == ties)
        }
        #expect(OwnTie.ties(in: nil).isEmpty)
    }

    @Test func `the watch follows the log, tells each alarm once, and a look at it holds until more is read`()
        async throws
    {
        let vault = EphemeralKeyVault()
        let store = MemoryStore(vault: vault)
        let watch = ReadWatch(store: store, limits: ReadLimits()) { _ in 420 }
        let acts = OfficerActs(store: store, tokeniser: vault)
        let now = Self.midnight + 10 * Self.hour
        func read(_ detail: String, _ action: AuditAction = .viewTraveller) async throws {
            try await store.appendAudit([
                AuditEvent(
                    atMilliseconds: now, actor: .officer(Self.officer, role: .officer, post: PostCode("CGK")),
                    action: action, subjects: ["traveller:7", "voyage:1"], detail: detail)
            ])
        }
        try await read("/penumpang/{id}")
        try await read("x own=name", .viewBoard)
        #expect(try await watch.look(atMilliseconds: now).isEmpty)
        try await read("/penumpang/{id} own=name")
        #expect(try await watch.look(atMilliseconds: now).map(\.key.kind) == [.ownName])
        #expect(try await watch.look(atMilliseconds: now).isEmpty)

        let other = Mandated(officer: RecordID(high: 1, low: 2), role: .auditor, post: nil, grant: nil)
        let alarm = try #require(try await watch.alarms(atMilliseconds: now).first)
        #expect(!alarm.isSeen)
        let look = SeenAlarm(alarm: alarm.key, upToSequence: alarm.lastSequence, note: " orang bernama sama ")
        _ = try await acts.markSeen(look, by: other, atMilliseconds: now)
        let seen = try #require(try await watch.alarms(atMilliseconds: now).first)
        #expect(seen.isSeen && seen.seen?.officer == other.officer)
        try await read("/penumpang/{id} own=name")
        let again = try #require(try await watch.alarms(atMilliseconds: now).first)
        #expect(!again.isSeen && again.count == 2 && again.seen != nil)
        await #expect(throws: CaseworkError.reasonRequired) {
            _ = try await acts.markSeen(
                SeenAlarm(alarm: alarm.key, upToSequence: 1, note: " "), by: other, atMilliseconds: now)
        }
        #expect(try await watch.alarms(atMilliseconds: now + 15 * Self.day).isEmpty)
    }

    @Test func `a new watch finds what an old one knew, over many pages`() async throws {
        let store = MemoryStore(vault: EphemeralKeyVault())
        let start = Self.midnight + 8 * Self.hour
        let events = (0..<5_000).map { number in
            AuditEvent(
                atMilliseconds: start + Int64(number), actor: .officer(Self.officer, role: .officer, post: nil),
                action: .viewTraveller, subjects: ["traveller:\(number)"])
        }
        try await store.appendAudit(events)
        let watch = ReadWatch(store: store, limits: ReadLimits()) { _ in 420 }
        let alarms = try await watch.alarms(atMilliseconds: start + Self.hour)
        #expect(alarms.map(\.key.kind) == [.fishing] && alarms.map(\.count) == [5_000])
    }
}
