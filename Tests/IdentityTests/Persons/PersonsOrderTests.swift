// SPDX-License-Identifier: Apache-2.0

import Civil
import Testing
import Travel

@testable import Identity

@Suite struct PersonsOrderTests {
    private enum Event {
        case arrival(Appearance)
        case judgement(PersonJudgement)
    }

    /// Judgements on people with much in common and on strangers, against each other too.
    private func judgements(_ travellers: inout InventedTravellers, _ count: Int) -> [PersonJudgement] {
        var ofPerson: [Int: [RecordID<Traveller>]] = [:]
        for appearance in travellers.appearances {
            ofPerson[travellers.truth[appearance.id] ?? 0, default: []].append(appearance.id)
        }
        let people = ofPerson.keys.sorted()
        return (0..<count).compactMap { number in
            let person = people[travellers.below(people.count)]
            let one = ofPerson[person] ?? []
            let other = travellers.chance(600) ? one : ofPerson[people[travellers.below(people.count)]] ?? []
            return PersonJudgement(
                id: RecordID(high: 7, low: travellers.next()), one[travellers.below(one.count)],
                other[travellers.below(other.count)], travellers.chance(500) ? .same : .different,
                made: travellers.below(count))
        }
    }

    @Test(arguments: 0..<24) func `persons are the same in any order of arrival`(seed: UInt64) {
        var travellers = InventedTravellers(people: 60, seed: seed)
        let judgements = judgements(&travellers, 40)
        var expected: [Person]?
        for round in 0..<6 {
            let most = [1, 20, 200][round % 3]
            var events = travellers.appearances.map { Event.arrival($0) } + judgements.map { Event.judgement($0) }
            if round > 0 {
                for place in events.indices.reversed() { events.swapAt(place, travellers.below(place + 1)) }
            }
            var persons = Persons()
            var places = 0
            while places < events.count {
                // One by one, in batches of any size, and nearly all at once.
                let batch = events[places..<min(events.count, places + 1 + travellers.below(most))]
                places += batch.count
                var arrivals: [Appearance] = []
                for case .arrival(let appearance) in batch { arrivals.append(appearance) }
                persons.add(contentsOf: arrivals)
                for case .judgement(let judgement) in batch { persons.judge(judgement) }
            }
            #expect(persons.count == persons.all.count)
            if let expected { #expect(persons.all == expected, "seed \(seed), round \(round)") }
            expected = expected ?? persons.all
        }
    }

    @Test(arguments: 0..<16) func `what is undone or removed leaves no trace`(seed: UInt64) {
        var travellers = InventedTravellers(people: 60, seed: 1000 + seed)
        let extra = InventedTravellers(people: 30, seed: 1000 + seed).appearances.prefix(20).map { appearance in
            // Doubles of some with another identity, which may tie people together.
            var double = appearance
            double.id = RecordID(high: 9, low: appearance.id.low)
            return double
        }
        let judgements = judgements(&travellers, 40)
        let kept = judgements.prefix(20)
        var persons = Persons()
        persons.add(contentsOf: travellers.appearances)
        for judgement in kept { persons.judge(judgement) }
        let before = persons.all
        for judgement in judgements.dropFirst(20) { persons.judge(judgement) }
        persons.add(contentsOf: extra)
        for appearance in extra.reversed() { persons.remove(appearance.id) }
        for judgement in judgements.dropFirst(20) { persons.undo(judgement.id) }
        #expect(persons.all == before, "seed \(seed)")
        for judgement in kept { persons.undo(judgement.id) }
        var plain = Persons()
        plain.add(contentsOf: travellers.appearances)
        #expect(persons.all == plain.all, "seed \(seed)")
    }

    @Test(arguments: 0..<8) func `judgements hold whatever the model thinks`(seed: UInt64) {
        var travellers = InventedTravellers(people: 60, seed: 2000 + seed)
        let all = judgements(&travellers, 60)
        var persons = Persons()
        persons.add(contentsOf: travellers.appearances)
        for judgement in all { persons.judge(judgement) }
        var last: [[RecordID<Traveller>]: PersonJudgement] = [:]
        for judgement in all {
            let pair = [judgement.first, judgement.second]
            if let known = last[pair], known.outranks(judgement) { continue }
            last[pair] = judgement
        }
        for judgement in last.values where judgement.verdict == .different {
            #expect(persons.person(of: judgement.first) != persons.person(of: judgement.second), "seed \(seed)")
        }
    }

    @Test(arguments: 0..<8) func `changes tell the whole story`(seed: UInt64) {
        var travellers = InventedTravellers(people: 80, seed: 3000 + seed)
        let judgements = judgements(&travellers, 40)
        var persons = Persons()
        var told: Set<Person> = []
        func take(_ change: PersonChange) {
            for person in change.before { #expect(told.remove(person) != nil, "seed \(seed)") }
            for person in change.after { #expect(told.insert(person).inserted, "seed \(seed)") }
        }
        for appearance in travellers.appearances.prefix(60) { take(persons.add(appearance)) }
        take(persons.add(contentsOf: travellers.appearances.dropFirst(30)))
        for judgement in judgements { take(persons.judge(judgement)) }
        for judgement in judgements.dropFirst(10) { take(persons.undo(judgement.id)) }
        for appearance in travellers.appearances.prefix(50) { take(persons.remove(appearance.id)) }
        #expect(told == Set(persons.all))
    }

    @Test func `comparing has no sides`() {
        let travellers = InventedTravellers(people: 200, seed: 5)
        var persons = Persons()
        persons.add(contentsOf: travellers.appearances)
        let ids = travellers.appearances.map(\.id)
        for (one, other) in zip(ids, ids.dropFirst(7)) {
            #expect(persons.link(one, other) == persons.link(other, one))
        }
    }

    @Test func `people are told apart and known again`() {
        let travellers = InventedTravellers(people: 3_000, seed: 11)
        var persons = Persons()
        persons.add(contentsOf: travellers.appearances)
        let measured = PairCounts(persons.all, truth: travellers.truth)
        #expect(measured.precision >= 0.998, "\(measured)")
        #expect(measured.recall >= 0.84, "\(measured)")
    }
}
