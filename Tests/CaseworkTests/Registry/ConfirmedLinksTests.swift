// SPDX-License-Identifier: Apache-2.0

import Casework
import Civil
import Identity
import Mandate
import Screening
import TestSupport
import Testing
import Travel

/// What officers confirmed goes with the document to later journeys.
@Suite struct ConfirmedLinksTests {
    private func judged(
        _ unit: SmallUnit, _ links: ConfirmedLinks, _ traveller: Traveller, _ nik: String, _ answer: JudgementAnswer
    ) async throws {
        let record = try await unit.acts.judgeIdentity(
            IdentityJudgement(
                voyage: traveller.voyage, traveller: traveller.id, nik: try NIK(parsing: nik), answer: answer,
                reason: "dilihat di pos", documents: links.documents(of: traveller), probability: 0.6, basis: "service"),
            by: unit.officer, atMilliseconds: unit.now())
        links.add(record)
    }

    @Test
    func `a confirmed number is asked about on the next journey with the document, until somebody judges otherwise`()
        async throws
    {
        let (unit, clock) = (SmallUnit(), TestClock())
        let person = VerificationDeskTests.people[0]
        try await unit.send(day: 15, at: "260114:1000", [person])
        let first = try #require(try await VerificationDeskTests.travellers(unit)["SANTOSO"])
        let links = ConfirmedLinks(tokeniser: unit.vault)
        #expect(links.claim(of: first).nik == nil)
        try await judged(unit, links, first, "0101011204850001", .same)
        try await unit.send(day: 16, at: "260114:1100", [person])
        let registry = ScriptedRegistry { _, _ in .found(ScriptedRegistry.agrees) }
        let desk = VerificationDesk(
            terms: VerificationDeskTests.terms(), store: unit.store, voyages: unit.reader, tokeniser: unit.vault,
            asker: registry, links: links, now: { clock.now })
        try await VerificationDeskTests.run(desk) { await desk.overview().answered == 1 }
        let asked = await registry.asked.first?.nik
        #expect(asked?.description == "0101011204850001")
        // Another program start reads the same from the decision log.
        let again = ConfirmedLinks(tokeniser: unit.vault)
        try await again.load(from: unit.store)
        #expect(again.claim(of: first).nik != nil)
        try await judged(unit, links, first, "0101011204850001", .different)
        #expect(links.claim(of: first).nik == nil, "the later answer undoes the earlier")
    }

    @Test func `two confirmed numbers of one document contradict each other and none is taken`() async throws {
        let unit = SmallUnit()
        try await unit.send(at: "260114:1000", [VerificationDeskTests.people[0]])
        let traveller = try #require(try await VerificationDeskTests.travellers(unit)["SANTOSO"])
        let links = ConfirmedLinks(tokeniser: unit.vault)
        try await judged(unit, links, traveller, "0101011204850001", .same)
        try await judged(unit, links, traveller, "0101015507870002", .same)
        #expect(links.claim(of: traveller).nik == nil)
        #expect(links.links(of: traveller).count == 2)
    }

    @Test func `a judgement needs a reason and a traveller of the voyage`() async throws {
        let unit = SmallUnit()
        try await unit.send(at: "260114:1000", [VerificationDeskTests.people[0]])
        let traveller = try #require(try await VerificationDeskTests.travellers(unit)["SANTOSO"])
        let silent = IdentityJudgement(
            voyage: traveller.voyage, traveller: traveller.id, nik: try NIK(parsing: "0101011204850001"),
            answer: .same, reason: " ", documents: [], probability: 1, basis: "service")
        await #expect(throws: CaseworkError.reasonRequired) {
            _ = try await unit.acts.judgeIdentity(silent, by: unit.officer, atMilliseconds: 1)
        }
        var astray = silent
        astray.reason = "dilihat di pos"
        astray.voyage = RecordID(high: 1, low: 1)
        let elsewhere = astray
        await #expect(throws: CaseworkError.unknown) {
            _ = try await unit.acts.judgeIdentity(elsewhere, by: unit.officer, atMilliseconds: 1)
        }
    }
}
