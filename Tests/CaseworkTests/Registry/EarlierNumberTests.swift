// SPDX-License-Identifier: Apache-2.0

import Civil
import Identity
import Mandate
import Screening
import TestSupport
import Testing
import Travel

@testable import Casework

/// A number that an earlier journey quoted and the registry confirmed is a candidate for later journeys that quote none.
@Suite struct EarlierNumberTests {
    private static let nik = "0101011204850001", other = "0101015507870002"
    private static let person = VerificationDeskTests.people[0]
    /// The same person with a renewed passport.
    private static let renewed = (person.0, person.1, person.2, "C9999999")

    /// Sends a first journey that quotes a number, and a second that quotes none; the desk over both.
    private func journeys(
        _ finding: RegistryFinding = ScriptedRegistry.agrees, second: (String, String, String, String) = person,
        terms: RegistryTerms = VerificationDeskTests.terms(), links: ConfirmedLinks? = nil,
        unit: SmallUnit = SmallUnit(),
        clock: TestClock = TestClock()
    ) async throws -> (desk: VerificationDesk, registry: ScriptedRegistry, later: Traveller) {
        try await unit.send(
            day: 15, at: "260114:1000", [Self.person], niks: [Self.person.3: Self.nik])
        let persons = PersonDesk(store: unit.store, voyages: unit.reader, now: { clock.now })
        let registry = ScriptedRegistry { _, _ in .found(finding) }
        let desk = VerificationDesk(
            terms: terms, store: unit.store, voyages: unit.reader, tokeniser: unit.vault, asker: registry, links: links,
            earlier: persons, now: { clock.now })
        try await VerificationDeskTests.run(desk) { await desk.overview().answered == 1 }
        try await unit.send(day: 16, at: "260114:1100", [second])
        try await persons.scan()
        let rows = try await unit.store.board(
            BoardQuery(posts: nil, direction: .arrival, fromUTC: 0, toUTC: .max, limit: 50))
        let last = try #require(rows.max { ($0.facts.postTimeUTC ?? 0) < ($1.facts.postTimeUTC ?? 0) })
        let later = try #require(try await unit.reader.voyage(last.facts.id)?.travellers.first)
        #expect(later.nik.current == nil)
        return (desk, registry, later)
    }

    @Test(arguments: [EarlierNumber.Basis.document, .person])
    func `the later journey is asked about with it, once, and it is known where it came from`(
        basis: EarlierNumber.Basis
    ) async throws {
        let unit = SmallUnit()
        let (desk, registry, later) = try await journeys(
            second: basis == .document ? Self.person : Self.renewed, unit: unit)
        guard case .earlier(let number) = await desk.origin(of: later) else {
            Issue.record("no number of the earlier journey")
            return
        }
        #expect(number.nik.description == Self.nik && number.basis == basis && number.voyage != later.voyage)
        // In verification mode the claim of the same words is answered by the answer that is kept; nothing is asked.
        let voyage = try #require(try await unit.reader.voyage(later.voyage))
        await desk.consider(voyage)
        let standing = await desk.standing(of: later)
        guard case .answered(let reply) = standing else {
            Issue.record("\(standing)")
            return
        }
        #expect(reply.nik.description == Self.nik)
        #expect(await registry.asked.count == 1)
        #expect(await desk.overview().waiting == 0)
    }

    @Test func `another spelling costs a question of its own, recorded like every other`() async throws {
        let unit = SmallUnit()
        let (desk, registry, later) = try await journeys(
            second: (Self.person.0, "BUDI E", Self.person.2, Self.person.3), unit: unit)
        try await VerificationDeskTests.run(desk) { await desk.overview().answered == 2 }
        #expect(await registry.asked.map(\.nik.description) == [Self.nik, Self.nik])
        let audits = try await unit.store.audit(AuditQuery(actions: [.verifyIdentity], limit: 10))
        #expect(audits.count == 2)
        #expect(audits.contains { $0.event.subjects.contains("traveller:\(later.id)") })
        guard case .answered = await desk.standing(of: later) else {
            Issue.record("not answered")
            return
        }
    }

    @Test(arguments: [RegistryFinding.notFound, .unusable(.deceased), ScriptedRegistry.differs])
    func `a number that the registry did not confirm is no candidate`(finding: RegistryFinding) async throws {
        let (desk, _, later) = try await journeys(finding)
        #expect(await desk.origin(of: later) == nil)
        #expect(await desk.standing(of: later) == .noNumber)
    }

    @Test func `when the answer's days are over, so is the candidate`() async throws {
        let clock = TestClock()
        let (desk, _, later) = try await journeys(clock: clock)
        clock.pass(seconds: 30 * 86_400 - 1)
        #expect(await desk.origin(of: later) != nil)
        clock.pass(seconds: 2)
        #expect(await desk.origin(of: later) == nil)
    }

    @Test func `a number that an officer refused for the document is no candidate`() async throws {
        let unit = SmallUnit()
        let links = ConfirmedLinks(tokeniser: unit.vault)
        let (desk, _, later) = try await journeys(links: links, unit: unit)
        #expect(await desk.origin(of: later) != nil)
        let record = try await unit.acts.judgeIdentity(
            IdentityJudgement(
                voyage: later.voyage, traveller: later.id, nik: try NIK(parsing: Self.nik), answer: .different,
                reason: "bukan orangnya", documents: links.documents(of: later), probability: 0.6, basis: "service"),
            by: unit.officer, atMilliseconds: unit.now())
        links.add(record)
        #expect(await desk.origin(of: later) == nil)
    }

    @Test func `two numbers of earlier journeys contradict each other, and none is taken`() async throws {
        let unit = SmallUnit()
        try await unit.send(day: 14, at: "260113:1000", [Self.person], niks: [Self.person.3: Self.other])
        let clock = TestClock()
        let persons = PersonDesk(store: unit.store, voyages: unit.reader, now: { clock.now })
        try await unit.send(day: 15, at: "260114:1000", [Self.person], niks: [Self.person.3: Self.nik])
        let registry = ScriptedRegistry { _, _ in .found(ScriptedRegistry.agrees) }
        let desk = VerificationDesk(
            terms: VerificationDeskTests.terms { $0.service.hoursBefore = 72 }, store: unit.store, voyages: unit.reader,
            tokeniser: unit.vault, asker: registry, earlier: persons, now: { clock.now })
        for row in try await unit.store.board(
            BoardQuery(posts: nil, direction: .arrival, fromUTC: 0, toUTC: .max, limit: 50))
        {
            let traveller = try #require(try await unit.reader.voyage(row.facts.id)?.travellers.first)
            let question = try #require(RegistryQuestion(traveller.claim))
            _ = await desk.askNow(question, about: traveller)
        }
        try await unit.send(day: 16, at: "260114:1100", [Self.person])
        try await persons.scan()
        let later = try #require(
            try await VerificationDeskTests.travellers(unit).values.first { $0.nik.current == nil })
        #expect(await persons.earlierNumbers(of: [later])[later.id]?.count == 2)
        #expect(await desk.origin(of: later) == nil)
    }

    @Test func `a voyage whose persons are not gathered yet is looked at again`() async throws {
        let unit = SmallUnit(), clock = TestClock()
        try await unit.send(day: 15, at: "260114:1000", [Self.person], niks: [Self.person.3: Self.nik])
        let persons = PersonDesk(store: unit.store, voyages: unit.reader, now: { clock.now })
        let registry = ScriptedRegistry { _, _ in .found(ScriptedRegistry.agrees) }
        let desk = VerificationDesk(
            terms: VerificationDeskTests.terms(), store: unit.store, voyages: unit.reader, tokeniser: unit.vault,
            asker: registry, earlier: persons, now: { clock.now })
        try await VerificationDeskTests.run(desk) { await desk.overview().answered == 1 }
        try await unit.send(day: 16, at: "260114:1100", [(Self.person.0, "BUDI E", Self.person.2, Self.person.3)])
        try await desk.scan()
        #expect(await desk.overview().waiting == 0, "nobody knows the person yet")
        try await persons.scan()
        try await desk.scan()
        #expect(await desk.overview().waiting == 1)
    }
}
