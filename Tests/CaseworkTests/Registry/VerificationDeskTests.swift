// SPDX-License-Identifier: Apache-2.0

import Civil
import Identity
import Mandate
import Screening
import Synchronization
import TestSupport
import Testing
import Travel

@testable import Casework

/// A moment that a test moves on.
final class TestClock: Sendable {
    private let moment = Mutex<Int64>(1_768_400_000_000)
    var now: Int64 { moment.withLock { $0 } }
    func pass(seconds: Int64) { moment.withLock { $0 += seconds * 1000 } }
}

@Suite struct VerificationDeskTests {
    static let people = [
        ("SANTOSO", "BUDI EKO", "850412", "C1234567"), ("AMINAH", "SITI", "870715", "C7654321"),
        ("WIJAYA", "TONO", "600101", "C1111111"),
    ]
    static let niks = ["C1234567": "0101011204850001", "C7654321": "0101015507870002"]

    static func terms(_ change: (inout RegistryTerms) -> Void = { _ in }) -> RegistryTerms {
        var terms = RegistryTerms()
        terms.access = .verification
        terms.agreement = "PKS-1"
        terms.from = CivilDate(year: 2026, month: 1, day: 1)
        terms.until = CivilDate(year: 2026, month: 12, day: 31)
        terms.service.dailyQuota = 100
        terms.service.reserve = 0
        terms.service.parallel = 2
        change(&terms)
        return terms
    }

    static func desk(
        _ unit: SmallUnit, _ registry: ScriptedRegistry, _ clock: TestClock, _ terms: RegistryTerms = terms()
    ) -> VerificationDesk {
        VerificationDesk(
            terms: terms, store: unit.store, voyages: unit.reader, tokeniser: unit.vault, asker: registry,
            now: { clock.now })
    }

    static func travellers(_ unit: SmallUnit) async throws -> [String: Traveller] {
        var found: [String: Traveller] = [:]
        let rows = try await unit.store.board(
            BoardQuery(posts: nil, direction: .arrival, fromUTC: 0, toUTC: .max, limit: 50))
        for row in rows {
            for traveller in try await unit.reader.voyage(row.facts.id)?.travellers ?? [] {
                found[traveller.surname.current ?? ""] = traveller
            }
        }
        return found
    }

    /// Runs the desk until a condition holds, at most some seconds.
    static func run(_ desk: VerificationDesk, until holds: @escaping @Sendable () async -> Bool) async throws {
        let task = Task { try await desk.run() }
        for _ in 0..<500 where !(await holds()) { try await Task.sleep(for: .milliseconds(10)) }
        task.cancel()
        _ = await task.result
        #expect(await holds(), "the desk came to where the test waits for it")
    }

    @Test func `each quoted number is asked about once, recorded before it leaves and after it is answered`()
        async throws
    {
        let (unit, clock) = (SmallUnit(), TestClock())
        try await unit.send(at: "260114:1000", Self.people, niks: Self.niks)
        let registry = ScriptedRegistry { _, _ in .found(ScriptedRegistry.agrees) }
        let desk = Self.desk(unit, registry, clock)
        try await Self.run(desk) { await desk.overview().answered == 2 }
        // News of the voyage without news of the people.
        try await unit.send(at: "260114:1100", Self.people, niks: Self.niks)
        try await desk.scan()
        #expect(await desk.overview().waiting == 0)
        #expect(await registry.asked.count == 2, "who quotes no number is not asked about, nobody twice")
        let travellers = try await Self.travellers(unit)
        guard case .answered(let reply) = await desk.standing(of: try #require(travellers["SANTOSO"])) else {
            return #expect(Bool(false), "answered")
        }
        #expect(reply.finding == ScriptedRegistry.agrees && reply.agreement == "PKS-1")
        let silent = try #require(travellers["WIJAYA"])
        #expect(await desk.standing(of: silent) == .noNumber)
        let records = try await unit.store.audit(AuditQuery(actions: [.verifyIdentity]))
        #expect(records.count == 2)
        #expect(records.allSatisfy { row in row.event.subjects.allSatisfy { !$0.contains("0101011204850001") } })
        // Another process, or the same after kill -9, knows what was answered.
        let again = Self.desk(unit, registry, clock)
        try await again.load()
        try await again.scan()
        let overview = await again.overview()
        #expect(overview.answered == 2 && overview.waiting == 0 && overview.askedToday == 2)
    }

    @Test func `the voyage that arrives first is asked about first`() async throws {
        let (unit, clock) = (SmallUnit(), TestClock())
        try await unit.send(day: 16, at: "260114:1000", [Self.people[0]], niks: Self.niks)
        try await unit.send(day: 15, at: "260114:1001", [Self.people[1]], niks: Self.niks)
        let registry = ScriptedRegistry { _, _ in .found(.notFound) }
        let desk = Self.desk(unit, registry, clock, Self.terms { $0.service.parallel = 1 })
        try await desk.scan()
        try await Self.run(desk) { await desk.overview().answered == 2 }
        #expect(await registry.asked.map(\.claim.surname) == ["AMINAH", "SANTOSO"])
    }

    @Test(arguments: [true, false])
    func `when the quota is gone nobody asks, and the next day goes on`(saidByRegistry: Bool) async throws {
        let (unit, clock) = (SmallUnit(), TestClock())
        try await unit.send(at: "260114:1000", Self.people, niks: Self.niks)
        let registry = ScriptedRegistry { _, count in
            saidByRegistry && count > 1 ? .failed(.quotaExhausted) : .found(ScriptedRegistry.agrees)
        }
        let terms = Self.terms {
            $0.service.parallel = 1
            if !saidByRegistry { $0.service.dailyQuota = 1 }
        }
        let desk = Self.desk(unit, registry, clock, terms)
        try await Self.run(desk) { await desk.overview().hold == .quota }
        let asked = await registry.asked.count
        let waiting = try await Self.travellers(unit)
        var standings: [VerificationDesk.Standing] = []
        for name in ["SANTOSO", "AMINAH"] { standings.append(await desk.standing(of: try #require(waiting[name]))) }
        #expect(standings.contains(.notVerified(.quota)), "the page says why")
        #expect(await desk.overview().waiting == 1)
        clock.pass(seconds: 86_400)
        await registry.set { _, _ in .found(ScriptedRegistry.agrees) }
        try await desk.scan()
        // The voyage has come in by then, and is asked about no longer.
        #expect(await desk.overview().hold == nil)
        #expect(await registry.asked.count == asked)
    }

    @Test func `an outage is met with patience, one trial at a time, and loses no question`() async throws {
        let (unit, clock) = (SmallUnit(), TestClock())
        try await unit.send(at: "260114:1000", Self.people, niks: Self.niks)
        let registry = ScriptedRegistry { _, _ in .failed(.unreachable) }
        let desk = Self.desk(unit, registry, clock)
        try await Self.run(desk) { await desk.overview().hold != nil }
        guard case .failing(.unreachable, let retry) = await desk.overview().hold else {
            return #expect(Bool(false), "failing")
        }
        #expect(retry > clock.now && retry <= clock.now + 2_000)
        #expect(await desk.overview().waiting == 2, "both questions wait")
        await registry.set { _, _ in .found(ScriptedRegistry.agrees) }
        clock.pass(seconds: 10)
        try await Self.run(desk) { await desk.overview().answered == 2 }
        #expect(await desk.overview().hold == nil)
    }

    @Test func `outside the agreement nothing is asked and nothing that was answered is shown`() async throws {
        let (unit, clock) = (SmallUnit(), TestClock())
        try await unit.send(at: "260114:1000", Self.people, niks: Self.niks)
        let registry = ScriptedRegistry { _, _ in .found(ScriptedRegistry.agrees) }
        let desk = Self.desk(unit, registry, clock)
        try await Self.run(desk) { await desk.overview().answered == 2 }
        let ended = Self.desk(
            unit, registry, clock, Self.terms { $0.until = CivilDate(year: 2026, month: 1, day: 13) })
        try await ended.load()
        let traveller = try #require(try await Self.travellers(unit)["SANTOSO"])
        #expect(await ended.standing(of: traveller) == .notVerified(.noAgreement))
        try await ended.scan()
        #expect(await ended.overview().waiting == 0)
    }

    @Test func `answers are destroyed when their days are over, with a record of it`() async throws {
        let (unit, clock) = (SmallUnit(), TestClock())
        try await unit.send(at: "260114:1000", Self.people, niks: Self.niks)
        let registry = ScriptedRegistry { _, _ in .found(ScriptedRegistry.agrees) }
        let desk = Self.desk(unit, registry, clock, Self.terms { $0.keepDays = 2 })
        try await Self.run(desk) { await desk.overview().answered == 2 }
        clock.pass(seconds: 3 * 86_400)
        try await desk.forget()
        #expect(await desk.overview().answered == 0)
        #expect(
            try await unit.store.decisions(kinds: [.registryReplied], post: nil, sinceMilliseconds: 0, limit: 9)
                .isEmpty)
        #expect(try await unit.store.audit(AuditQuery(actions: [.forget])).first?.event.detail == "registry 2")
    }
}
