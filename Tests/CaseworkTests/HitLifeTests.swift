// SPDX-License-Identifier: Apache-2.0

import Casework
import Civil
import Mandate
import Screening
import TestSupport
import Testing
import Travel
import Watchlists

/// The life of a hit, from message and entry to judgement, reopening and withdrawal.
@Suite struct HitLifeTests {
    let courier = ("SANTOSO", "BUDI EKO", "850412", "X1234567")

    @Test func `an entry that comes after its traveller still makes a hit, with the message that shows it`()
        async throws
    {
        let unit = SmallUnit()
        try await unit.send(at: "260115:0100", [courier])
        #expect(try await unit.hits().isEmpty)
        try await unit.watch("SANTOSO", "BUDI EKO", born: "1985-04-12")
        let hit = try #require(try await unit.hits().first)
        #expect(hit.status == .open)
        #expect(hit.reasons.map(\.kind).prefix(2) == [.nameEqual, .birthDateEqual])
        #expect(hit.reasons.allSatisfy { $0.message != nil && $0.span != nil })
        let row = try #require(try await unit.store.voyages([hit.voyage]).first)
        #expect(row.summary.waitingHits == 1)
        #expect(row.summary.topRank == hit.rank)
    }

    @Test(arguments: [
        ("SANTOSO", "BUDI EKO", "1985-04-12", true), ("SANTOSA", "BUDI", "1985-04-12", false),
        ("SANTOSO", "BUDI", "1985-04-12", true), ("BUDI", "EKO SANTOSO", "1985-04-12", true),
        ("SANTOSO", "BUDI EKO", "1985-04-13", false), ("SANTOSO", "BUDI EKO", "1985", true),
        ("SANTOSO", "DEWI", "1985-04-12", false),
    ])
    func `names and birth dates match as far as they agree`(
        surname: String, given: String, born: String, matches: Bool
    ) async throws {
        let unit = SmallUnit()
        try await unit.watch(surname, given, born: born)
        try await unit.send(at: "260115:0100", [courier])
        #expect(try await unit.hits().isEmpty == !matches)
    }

    @Test func `a one-word name without a birth date is no hit`() async throws {
        let unit = SmallUnit()
        try await unit.watch("SUPARNO", "")
        try await unit.send(at: "260115:0100", [("SUPARNO", "SUPARNO", "850412", "X7777777")])
        #expect(try await unit.hits().isEmpty)
    }

    @Test func `a judgement needs a reason and holds until the facts change`() async throws {
        let unit = SmallUnit()
        try await unit.watch("SANTOSO", "BUDI EKO", born: "1985-04-12")
        try await unit.send(at: "260115:0100", [courier])
        let id = try #require(try await unit.hits().first).id
        await #expect(throws: CaseworkError.reasonRequired) {
            _ = try await unit.acts.judge(
                hit: id, answer: .same, reason: "  a ", by: unit.officer, atMilliseconds: unit.now())
        }
        _ = try await unit.acts.judge(
            hit: id, answer: .same, reason: "foto dan paspor sama", by: unit.officer, atMilliseconds: unit.now())
        #expect(try await unit.hits().map(\.status) == [.judgedSame])
        // The same list again, under a new time: same facts.
        try await unit.send(at: "260115:0200", [courier])
        #expect(try await unit.hits().map(\.status) == [.judgedSame])
        // The name is written differently now: other facts.
        try await unit.send(at: "260115:0300", [("SANTOSO", "BOEDI EKO", "850412", "X1234567")])
        #expect(try await unit.hits().map(\.status) == [.reopened])
    }

    @Test func `different holds on later journeys of the same person until the facts differ`() async throws {
        let unit = SmallUnit()
        try await unit.watch("SANTOSO", "BUDI EKO", born: "1985-04-12")
        try await unit.send(day: 15, at: "260115:0100", [courier])
        let id = try #require(try await unit.hits().first).id
        _ = try await unit.acts.judge(
            hit: id, answer: .different, reason: "bukan orangnya", by: unit.officer, atMilliseconds: unit.now())
        try await unit.send(day: 18, at: "260118:0100", [("SANTOSO", "BUDI EKO", "850412", "X9999999")])
        #expect(Set(try await unit.hits().map(\.status)) == [.judgedDifferent, .differentEarlier])
        try await unit.send(day: 20, at: "260120:0100", [("BUDI", "EKO SANTOSO", "850412", "X8888888")])
        #expect(try await unit.hits().count { $0.status == .open } == 1)
    }

    @Test func `a cancelled voyage withdraws its hits and a corrected date marks them`() async throws {
        let unit = SmallUnit()
        try await unit.watch("SANTOSO", "BUDI EKO", born: "1985-04-12")
        try await unit.send(day: 15, at: "260115:0100", [courier])
        try await unit.send("266+XF", day: 15, at: "260115:0200")
        #expect(try await unit.hits().map(\.status) == [.withdrawn])
        try await unit.send(day: 16, at: "260116:0100", [courier])
        try await unit.send(day: 16, at: "260116:0200", [("SANTOSO", "BUDI EKO", "860412", "X1234567")])
        #expect(Set(try await unit.hits().map(\.status)) == [.withdrawn, .corrected])
    }

    @Test func `an entry lapses after its last day and when it is withdrawn`() async throws {
        let unit = SmallUnit()
        try await unit.watch("SANTOSO", "BUDI EKO", born: "1985-04-12", expiry: "2026-01-14")
        try await unit.send(day: 15, at: "260115:0100", [courier])
        #expect(try await unit.hits().map(\.status) == [.lapsed])
        let entry = try await unit.watch("SANTOSO", "BUDI EKO", passport: "X1234567")
        #expect(try await unit.hits().count { $0.status == .open } == 1)
        try await unit.acts.withdrawEntry(
            entry.id, reason: "perkara selesai", by: unit.officer, atMilliseconds: unit.now())
        try await unit.screen()
        #expect(try await unit.hits().allSatisfy { $0.status == .lapsed })
    }

    @Test func `an examination with goods needs an amount`() async throws {
        let unit = SmallUnit()
        try await unit.send(at: "260115:0100", [courier])
        let location = try #require(
            try await TravellerSearch(store: unit.store, tokeniser: unit.vault).find(SearchQuery(document: "x123 4567"))
                .first)
        func examine(_ result: ExaminationResult) async throws {
            try await unit.acts.examine(
                Examination(voyage: location.facts.id, traveller: location.traveller, result: result, note: ""),
                by: unit.officer, atMilliseconds: unit.now())
        }
        for wrong in [
            ExaminationResult.found([]), .found([GoodsFound(code: .gold, quantity: 0, unit: "g")]),
            .notExamined(why: ""),
        ] {
            await #expect(throws: CaseworkError.self) { try await examine(wrong) }
        }
        try await examine(.found([GoodsFound(code: .methamphetamine, quantity: 1.25, unit: "kg")]))
        let kinds = try await unit.store.decisions(onVoyage: location.facts.id).map(\.decision.kind)
        #expect(kinds == [.examined])
    }

    @Test func `earlier journeys are found over a renewed passport`() async throws {
        let unit = SmallUnit()
        try await unit.send(day: 10, at: "260110:0100", [courier])
        try await unit.send(day: 15, at: "260115:0100", [("SANTOSO", "BUDI EKO", "850412", "X5550001")])
        let search = TravellerSearch(store: unit.store, tokeniser: unit.vault)
        let last = try #require(try await search.find(SearchQuery(document: "X5550001")).first)
        let voyage = try #require(try await unit.reader.voyage(last.facts.id))
        let traveller = try #require(voyage.travellers.first)
        let journeys = try await EarlierJourneys(
            store: unit.store, resolver: ExactResolverForTests(vault: unit.vault).resolver
        ).journeys(of: traveller)
        #expect(journeys.map(\.facts.departure?.date.day) == [10])
    }
}
