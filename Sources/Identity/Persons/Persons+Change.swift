// SPDX-License-Identifier: Apache-2.0

internal import Civil
internal import Travel

extension Persons {
    /// Changes something about some places and parts anew all that is linked to them, before or after.
    ///
    /// - Parameters:
    ///   - touched: places that the change starts from.
    ///   - body: makes the change and gives the places that it made or changed besides.
    mutating func change(_ touched: [Int], _ body: (inout Persons) -> [Int]) -> PersonChange {
        let before = reached(from: touched)
        let old = persons(at: before)
        let more = body(&self)
        let after = reached(from: before + more)
        for person in old { placesOfPerson[person.id] = nil }
        count -= old.count
        let new = part(after)
        count += new.count
        return PersonChange(before: old, after: new)
    }

    /// All places linked to these by the model or by an officer, in order.
    private func reached(from seeds: [Int]) -> [Int] {
        var reached: Set<Int> = []
        var waiting = seeds
        while let number = waiting.popLast() {
            guard number < places.count, let place = places[number], reached.insert(number).inserted else { continue }
            for link in place.links { waiting.append(Int(link.place)) }
            // A judged appearance has a place of its own.
            if !place.isShared, let id = place.members.first, isJudged(id) { waiting += placesJudgedSame(as: id) }
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
        var links: [PersonPartition.Link] = []
        var weights: [Int: Double] = [:]
        var judged: [(judgement: PersonJudgement, pair: (Int, Int))] = []
        for (position, number) in numbers.enumerated() {
            guard let place = places[number] else { continue }
            for link in place.links {
                guard let other = positions[Int(link.place)], position < other else { continue }
                links.append(PersonPartition.Link(first: position, second: other, weight: link.weight))
                weights[position * numbers.count + other] = link.weight
            }
            guard !place.isShared, let id = place.members.first else { continue }
            for (judgement, other) in standing(on: id) where judgement.first == id {
                guard let place = placeOfAppearance[other], let other = positions[Int(place)] else { continue }
                judged.append((judgement, (position, other)))
            }
        }
        let uses = uses(numbers)
        judged.sort { $0.judgement.outranks($1.judgement) }
        return PersonPartition(
            count: numbers.count, same: judged.filter { $0.judgement.verdict == .same }.map(\.pair),
            different: judged.filter { $0.judgement.verdict == .different }.map(\.pair), links: links
        ) { first, second in
            contradicts(numbers[first], numbers[second], weight: weights[first * numbers.count + second], uses)
        }.groups
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
    private func contradicts(_ first: Int, _ second: Int, weight: Double?, _ uses: DocumentComparison.Uses) -> Bool {
        guard let a = places[first]?.facts, let b = places[second]?.facts else { return false }
        let isInTurn = DocumentComparison.wereUsedInTurn(a.documents, b.documents, uses: uses, model: model.documents)
        if let weight { return isInTurn && weight < comparison.threshold + model.documentsInTurn }
        if isInTurn { return true }
        let link = comparison.link(a, b, words: words)
        return link.disagrees && link.weight < comparison.threshold - model.reserve
    }
}
