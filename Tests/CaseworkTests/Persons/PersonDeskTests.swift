// SPDX-License-Identifier: Apache-2.0

import Civil
import Identity
import Mandate
import Screening
import TestSupport
import Testing
import Travel

@testable import Casework

/// Persons across journeys over the store: gathered, judged, undone, the same after a new start.
@Suite struct PersonDeskTests {
    /// Every traveller with this surname, by day of arrival.
    private func travellers(_ unit: SmallUnit, _ surname: String) async throws -> [Traveller] {
        let rows = try await unit.store.board(
            BoardQuery(posts: nil, direction: .arrival, fromUTC: 0, toUTC: .max, limit: 50))
        var found: [(Int, Traveller)] = []
        for row in rows {
            for traveller in try await unit.reader.voyage(row.facts.id)?.travellers ?? []
            where traveller.surname.current == surname { found.append((row.facts.arrivalUTC ?? 0, traveller)) }
        }
        return found.sorted { $0.0 < $1.0 }.map(\.1)
    }

    private func desk(_ unit: SmallUnit, _ clock: TestClock) async throws -> PersonDesk {
        let desk = PersonDesk(store: unit.store, voyages: unit.reader, now: { clock.now })
        try await desk.load()
        try await desk.scan()
        return desk
    }

    @Test func `one document on two days is one person, parted by an officer and joined again when that is undone`()
        async throws
    {
        let (unit, clock) = (SmallUnit(), TestClock())
        let person = ("KOVALENKO", "OLEKSANDR", "850412", "FA123456")
        try await unit.send(day: 15, at: "260114:1000", [person, VerificationDeskTests.people[1]])
        try await unit.send(day: 16, at: "260114:1100", [person])
        let desk = try await desk(unit, clock)
        let both = try await travellers(unit, "KOVALENKO")
        try #require(both.count == 2)
        let view = try #require(await desk.view(of: both[0].id))
        #expect(view.journeys.map(\.traveller) == [both[1].id])
        #expect(view.journeys.first?.link?.documentLevel == .same)
        let record = try await unit.acts.judgePersons(
            both[0], both[1], .different, reason: "wajah berbeda", by: unit.officer, atMilliseconds: unit.now())
        await desk.take(record)
        #expect(await desk.view(of: both[0].id)?.journeys.isEmpty == true)
        // Another start knows what was said.
        let again = try await self.desk(unit, clock)
        let judged = try #require(await again.view(of: both[0].id))
        #expect(judged.journeys.isEmpty && judged.judgements.count == 1)
        let undo = try await unit.acts.undoPersons(
            judged.judgements[0], reason: "keliru", by: unit.officer, atMilliseconds: unit.now())
        await again.take(undo)
        #expect(await again.view(of: both[0].id)?.journeys.count == 1)
        let later = try await self.desk(unit, clock)
        #expect(await later.view(of: both[0].id)?.journeys.count == 1)
    }

    @Test func `a judgement needs a reason, and nobody is judged against themselves`() async throws {
        let unit = SmallUnit()
        try await unit.send(day: 15, at: "260114:1000", [VerificationDeskTests.people[0]])
        let one = try #require(try await travellers(unit, "SANTOSO").first)
        await #expect(throws: CaseworkError.unknown) {
            _ = try await unit.acts.judgePersons(
                one, one, .same, reason: "sama", by: unit.officer, atMilliseconds: 1)
        }
        var other = one
        other.id = RecordID(high: 5, low: 5)
        let second = other
        await #expect(throws: CaseworkError.reasonRequired) {
            _ = try await unit.acts.judgePersons(
                one, second, .same, reason: "", by: unit.officer, atMilliseconds: 1)
        }
    }

    @Test func `a traveller who is taken off a voyage leaves the person`() async throws {
        let (unit, clock) = (SmallUnit(), TestClock())
        let person = ("KOVALENKO", "OLEKSANDR", "850412", "FA123456")
        try await unit.send(day: 15, at: "260114:1000", [person])
        try await unit.send(day: 16, at: "260114:1100", [person])
        let desk = try await desk(unit, clock)
        let both = try await travellers(unit, "KOVALENKO")
        try await unit.send("250", day: 16, at: "260114:1200", [person])
        try await desk.scan()
        let left = try await travellers(unit, "KOVALENKO").filter { $0.status != .cancelled }
        let expected = left.count - 1
        #expect(await desk.view(of: both[0].id)?.journeys.count == expected)
    }
}
