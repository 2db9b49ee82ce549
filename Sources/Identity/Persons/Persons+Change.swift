// SPDX-License-Identifier: Apache-2.0

internal import Civil
internal import Travel

extension Persons {
    /// Changes something about some places and parts anew all that is linked to them, before or after.
    ///
    /// - Parameters:
    ///   - touched: the places that the change alters or takes away.
    ///   - body: makes the change and gives the places that it made, or altered besides.
    mutating func change(_ touched: [Int], _ body: (inout Persons) -> [Int]) -> PersonChange {
        let before = reached(from: touched)
        var old = persons(at: before)
        let more = body(&self)
        let after = reached(from: before + more)
        // Whom the new places are linked to: those are still as they were.
        old += persons(at: Array(Set(after).subtracting(before).subtracting(more)))
        for person in old { placesOfPerson[person.id] = nil }
        count -= old.count
        let new = part(after)
        count += new.count
        return PersonChange(before: old, after: new)
    }

    /// All places linked to these by the model or by an officer, in order.
    private func reached(from seeds: [Int]) -> [Int] {
        var reached = Set(seeds.filter { $0 < places.count && places[$0] != nil })
        var waiting = Array(reached)
        while let number = waiting.popLast() {
            for link in places[number]?.links ?? [] where reached.insert(Int(link.place)).inserted {
                waiting.append(Int(link.place))
            }
            guard let judged = judgedAppearance(number) else { continue }
            for other in placesJudgedSame(as: judged) where reached.insert(other).inserted { waiting.append(other) }
        }
        return reached.sorted()
    }

    private func persons(at numbers: [Int]) -> [Person] {
        var members: [RecordID<Traveller>: [RecordID<Traveller>]] = [:]
        for number in numbers {
            guard let place = places[number] else { continue }
            members[place.person, default: []].append(contentsOf: place.members)
        }
        return members.values.map { Person(members: $0) }
    }

    /// Parts places, to which no other is linked, into persons and keeps what each belongs to.
    private mutating func part(_ numbers: [Int]) -> [Person] {
        // The order of arrival must not count: places go by their smallest members.
        let ordered = numbers.sorted { smallest($0) < smallest($1) }
        var persons: [Person] = []
        for group in groups(ordered) {
            let numbers = group.map { ordered[$0] }
            let person = Person(members: numbers.flatMap { places[$0]?.members ?? [] })
            for number in numbers { places[number]?.person = person.id }
            placesOfPerson[person.id] = numbers.count > 1 ? numbers.map { Int32($0) } : nil
            persons.append(person)
        }
        return persons
    }

    private func smallest(_ number: Int) -> RecordID<Traveller> {
        places[number]?.members.first ?? RecordID(high: .max, low: .max)
    }

    private func groups(_ numbers: [Int]) -> [[Int]] {
        guard numbers.count > 1 else { return numbers.isEmpty ? [] : [[0]] }
        var positions: [Int: Int] = [:]
        for (position, number) in numbers.enumerated() { positions[number] = position }
        let count = numbers.count
        var links: [PersonPartition.Link] = []
        var weights = LinkWeights(count)
        var judged: [(judgement: PersonJudgement, pair: (Int, Int))] = []
        for (position, number) in numbers.enumerated() {
            for link in places[number]?.links ?? [] {
                guard let other = positions[Int(link.place)], position < other else { continue }
                links.append(PersonPartition.Link(first: position, second: other, weight: link.weight))
                weights.add(position, other, link.weight)
            }
            guard let id = judgedAppearance(number) else { continue }
            for (judgement, other) in standing(on: id) where judgement.first == id {
                guard let place = placeOfAppearance[other], let other = positions[Int(place)] else { continue }
                judged.append((judgement, (position, other)))
            }
        }
        let uses = uses(numbers)
        judged.sort { $0.judgement.outranks($1.judgement) }
        let facts = numbers.compactMap { places[$0]?.facts }
        guard facts.count == count else { return (0..<count).map { [$0] } }
        // Most persons have used one document only, or none.
        let canBeInTurn = uses.count > 1
        return PersonPartition(
            count: count, same: judged.filter { $0.judgement.verdict == .same }.map(\.pair),
            different: judged.filter { $0.judgement.verdict == .different }.map(\.pair), links: links
        ) { place, others in
            weights.contains(of: place, others) { other, weight in
                // Sides as they were always taken: the place of the smaller member first.
                let (first, second) = (min(place, other), max(place, other))
                if weight != nil, !canBeInTurn { return false }
                return contradicts(facts[first], facts[second], weight: weight, uses)
            }
        }.groups
    }

    /// The judged appearance of a place that is its own.
    private func judgedAppearance(_ number: Int) -> RecordID<Traveller>? {
        guard places[number]?.isShared == false, let id = places[number]?.members.first, isJudged(id) else {
            return nil
        }
        return id
    }

    /// When the documents of places were seen.
    private func uses(_ numbers: [Int]) -> DocumentComparison.Uses {
        var uses: DocumentComparison.Uses = [:]
        for number in numbers {
            guard let place = places[number], let use = place.use else { continue }
            for document in place.facts.documents {
                let known = uses[document.name] ?? use
                uses[document.name] =
                    min(known.lowerBound, use.lowerBound)...max(known.upperBound, use.upperBound)
            }
        }
        return uses
    }

    /// Whether two places cannot be one person as far as the model goes.
    private func contradicts(
        _ a: PersonFacts, _ b: PersonFacts, weight: Double?, _ uses: DocumentComparison.Uses
    ) -> Bool {
        let isInTurn = DocumentComparison.wereUsedInTurn(a.documents, b.documents, uses: uses, model: model.documents)
        if let weight { return isInTurn && weight < comparison.threshold + model.documentsInTurn }
        if isInTurn { return true }
        let link = comparison.link(a, b, words: words)
        return link.disagrees && link.weight < comparison.threshold - model.reserve
    }
}
