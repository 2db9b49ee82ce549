// SPDX-License-Identifier: Apache-2.0

import Casework
import Civil
import Mandate
import Messages
import Safeguards
import Screening
import Synchronization
import TestSupport
import Testing

/// The quarantine read again beside everything else.
@Suite struct ReplayDeskTests {
    /// A journal that outlives its desk, and stops taking anything after some writes, as where the process is killed.
    private actor Paper: ReplayJournal {
        private(set) var job: ReplayJob?
        private(set) var writes = 0
        private var most: Int

        init(job: ReplayJob? = nil, most: Int = .max) {
            self.job = job
            self.most = most
        }

        func load() async -> ReplayJob? { job }
        func mend() { most = .max }

        func save(_ job: ReplayJob) async throws(ReplayJournalError) {
            guard writes < most else { throw .notWritten(reason: "killed") }
            writes += 1
            self.job = job
        }
    }

    private static func list(_ number: Int) -> [UInt8] {
        Array(
            ("UNB+UNOA:4+ZZ+ID+260115:0410+R\(number)'UNH+1+PAXLST:D:12B:UN:IATA+R\(number)'BGM+745'TDT+20+ZZ825+++ZZ'"
                + "LOC+125+SIN'DTM+189:2601150930:201'LOC+87+CGK'DTM+232:2601151015:201'"
                + "NAD+FL+++UJI:COBA'DOC+P+X\(number)'LOC+91+IDN'CNT+42:1'UNT+12+1'UNZ+1+R\(number)'").utf8)
    }

    /// Messages in quarantine, of which every third is rubbish still.
    private func unit(_ count: Int) async throws -> SmallUnit {
        let unit = SmallUnit()
        for number in 0..<count {
            let bytes = number % 3 == 2 ? Array("RUBBISH \(number)".utf8) : Self.list(number)
            let token = unit.vault.token(.message, bytes)
            let entry = InboxEntry(
                id: RecordID(high: token.high, low: token.low), receivedAtMilliseconds: unit.now(), origin: "test",
                state: .quarantined, bytes: bytes, quarantineReason: "no-message")
            _ = try await unit.store.append([entry], audit: [])
        }
        return unit
    }

    private func desk(
        _ unit: SmallUnit, _ journal: any ReplayJournal, now: @escaping @Sendable () -> Int64 = { 1_768_500_000_000 }
    ) -> ReplayDesk {
        let store = unit.store
        return ReplayDesk(
            store: store, tokeniser: unit.vault,
            reader: { () async throws(StoreError) in
                try await CarrierProfiles(store: store) { _ in nil }.reader()
            }, journal: journal, now: now)
    }

    @Test func `says how far it is, and what came of it`() async throws {
        let unit = try await unit(7)
        let desk = desk(unit, Paper())
        #expect(await desk.latest() == nil)
        let asked = try await desk.ask(by: unit.officer)
        #expect(asked.total == 7 && asked.outcome == QuarantineReplay.Outcome() && !asked.isFinished)
        try await desk.finish()
        let done = try #require(await desk.latest())
        #expect(done.isFinished)
        #expect(done.outcome == QuarantineReplay.Outcome(looked: 7, readable: 5, stored: 5))
        #expect(try await unit.store.inboxCounts().quarantined == 2)
    }

    @Test(arguments: 1..<7) func `killed anywhere it goes on, and nothing is lost or doubled`(writes: Int) async throws
    {
        let unit = try await unit(7)
        let dying = Paper(most: writes)
        let first = desk(unit, dying)
        _ = try await first.ask(by: unit.officer)
        await #expect(throws: ReplayJournalError.self) { try await first.finish() }
        let left = try #require(await dying.job)
        #expect(!left.isFinished)
        let paper = Paper(job: left)
        let second = desk(unit, paper)
        try await second.finish()
        #expect(await paper.job?.isFinished == true)
        #expect(await paper.job?.mandate == nil, "it holds the number of a case")
        let replayed = try await unit.store.decisions(
            kinds: [.quarantineReplayed], post: nil, sinceMilliseconds: 0, limit: 99)
        #expect(replayed.count == 5 && replayed.allSatisfy { $0.officer == unit.officer.officer })
        let counts = try await unit.store.inboxCounts()
        #expect(counts.quarantined == 2 && counts.stored == 5 && counts.duplicates == 0)
    }

    @Test func `asked again while it runs, it looks at all of them by what is known then`() async throws {
        let unit = try await unit(4)
        let desk = desk(unit, Paper())
        try await desk.ask(by: unit.officer)
        async let working: Void = desk.finish()
        let again = try await desk.ask(by: nil)
        try await working
        let done = try #require(await desk.latest())
        #expect(done.isFinished && done.mandate == nil && done.askedAtMilliseconds == again.askedAtMilliseconds)
        #expect(done.outcome.readable == 3)
    }

    /// A journal whose second writing takes until it is let go.
    private actor SlowPaper: ReplayJournal {
        private(set) var kept: [ReplayJob] = []
        private(set) var begun = 0
        private var isLetGo = false

        func load() async -> ReplayJob? { nil }
        func letGo() { isLetGo = true }

        func save(_ job: ReplayJob) async throws(ReplayJournalError) {
            begun += 1
            if begun == 2 { while !isLetGo { try? await Task.sleep(for: .milliseconds(1)) } }
            kept.append(job)
        }
    }

    @Test func `a wish made while the journal is written is not overwritten by what was before`() async throws {
        let unit = try await unit(4)
        let paper = SlowPaper()
        let clock = Mutex(Int64(1_768_500_000_000))
        let desk = desk(unit, paper, now: { clock.withLock { $0 } })
        let first = try await desk.ask(by: unit.officer)
        async let working: Void = desk.finish()
        while await paper.begun < 2 { try await Task.sleep(for: .milliseconds(1)) }
        clock.withLock { $0 += 1 }
        async let asking = desk.ask(by: nil)
        while await desk.latest()?.askedAtMilliseconds == first.askedAtMilliseconds {
            try await Task.sleep(for: .milliseconds(1))
        }
        try await Task.sleep(for: .milliseconds(20))
        await paper.letGo()
        let wish = try await asking
        try await working
        let moments = await paper.kept.map(\.askedAtMilliseconds)
        #expect(moments == moments.sorted() && moments.last == wish.askedAtMilliseconds)
    }

    @Test func `a wish that cannot be written is worked on all the same`() async throws {
        let unit = try await unit(3)
        let desk = desk(unit, Paper(most: 0))
        await #expect(throws: ReplayJournalError.self) { try await desk.ask(by: unit.officer) }
        await #expect(throws: ReplayJournalError.self) { try await desk.finish() }
        #expect(try await unit.store.inboxCounts().quarantined < 3)
    }

    @Test func `an end that cannot be written is written later`() async throws {
        let unit = try await unit(3)
        let paper = Paper(most: 4)
        let desk = desk(unit, paper)
        try await desk.ask(by: unit.officer)
        await #expect(throws: ReplayJournalError.self) { try await desk.finish() }
        #expect(await paper.job?.outcome.looked == 3, "only the end was not written")
        await paper.mend()
        try await desk.finish()
        let kept = await paper.job
        #expect(kept?.isFinished == true && kept?.mandate == nil)
    }

    @Test func `a store that is away for a while is noted, and the work goes on`() async throws {
        let unit = try await unit(3)
        let store = unit.store
        let left = Mutex(2)
        let noted = Mutex<[ReplayTrouble]>([])
        let desk = ReplayDesk(
            store: store, tokeniser: unit.vault,
            reader: { () async throws(StoreError) in
                let isAway = left.withLock { left in
                    left -= 1
                    return left >= 0
                }
                if isAway { throw .busy }
                return try await CarrierProfiles(store: store) { _ in nil }.reader()
            }, patience: .milliseconds(1), note: { trouble in noted.withLock { $0.append(trouble) } },
            now: { 1_768_500_000_000 })
        let running = Task { try await desk.run() }
        try await desk.ask(by: nil)
        while await desk.latest()?.isFinished != true { try await Task.sleep(for: .milliseconds(2)) }
        running.cancel()
        _ = try? await running.value
        #expect(noted.withLock { $0 } == [.waits(reason: "busy"), .waits(reason: "busy")])
    }

    @Test func `works by itself as long as it runs`() async throws {
        let unit = try await unit(3)
        let desk = desk(unit, Paper())
        let running = Task { try await desk.run() }
        try await desk.ask(by: unit.officer)
        while await desk.latest()?.isFinished != true { try await Task.sleep(for: .milliseconds(2)) }
        running.cancel()
        _ = try? await running.value
        #expect(try await unit.store.inboxCounts().quarantined == 1)
    }
}
