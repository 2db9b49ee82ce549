// SPDX-License-Identifier: Apache-2.0

public import Civil
internal import Travel

extension Persons {
    /// Takes a judgement in; one that is known already changes nothing.
    @discardableResult
    public mutating func judge(_ judgement: PersonJudgement) -> PersonChange {
        guard judgements[judgement.id] == nil else { return .none }
        return changeJudged(judgement) { persons in
            persons.judgements[judgement.id] = judgement
            for id in [judgement.first, judgement.second] {
                persons.judgementsOfAppearance[id, default: []].append(judgement.id)
            }
        }
    }

    /// Takes a judgement back: the persons are what they were without it. An unknown one changes nothing.
    @discardableResult
    public mutating func undo(_ id: RecordID<PersonJudgement>) -> PersonChange {
        guard let judgement = judgements[id] else { return .none }
        return changeJudged(judgement) { persons in
            persons.judgements[id] = nil
            for appearance in [judgement.first, judgement.second] {
                persons.judgementsOfAppearance[appearance]?.removeAll { $0 == id }
                if persons.judgementsOfAppearance[appearance]?.isEmpty == true {
                    persons.judgementsOfAppearance[appearance] = nil
                }
            }
        }
    }

    /// The judgements on appearances of a person, the last made first, those that wait or are outranked among them.
    public func judgements(on person: Person) -> [PersonJudgement] {
        Set(person.members.flatMap { judgementsOfAppearance[$0] ?? [] }).compactMap { judgements[$0] }
            .sorted { $0.outranks($1) }
    }

    /// Changes the judgements, and with them which of the two appearances have a place of their own.
    private mutating func changeJudged(
        _ judgement: PersonJudgement, _ body: (inout Persons) -> Void
    ) -> PersonChange {
        let pair = [judgement.first, judgement.second]
        return change(pair.compactMap { placeOfAppearance[$0].map { Int($0) } }) { persons in
            let wasJudged = pair.map { persons.isJudged($0) }
            body(&persons)
            var touched: [Int] = []
            for (id, was) in zip(pair, wasJudged) {
                guard let place = persons.placeOfAppearance[id] else { continue }
                touched.append(Int(place))
                guard was != persons.isJudged(id), let facts = persons.places[Int(place)]?.facts else { continue }
                persons.take(id, outOf: Int(place))
                touched.append(persons.put(id, facts))
            }
            return touched
        }
    }

    func isJudged(_ id: RecordID<Traveller>) -> Bool { judgementsOfAppearance[id] != nil }

    /// The judgements on an appearance that count, with the other appearance of each.
    func standing(on id: RecordID<Traveller>) -> [(judgement: PersonJudgement, other: RecordID<Traveller>)] {
        var best: [RecordID<Traveller>: PersonJudgement] = [:]
        for number in judgementsOfAppearance[id] ?? [] {
            guard let judgement = judgements[number] else { continue }
            let other = judgement.first == id ? judgement.second : judgement.first
            if let known = best[other], known.outranks(judgement) { continue }
            best[other] = judgement
        }
        return best.map { (judgement: $0.value, other: $0.key) }
    }

    /// The places of those whom an officer holds to be the same person.
    func placesJudgedSame(as id: RecordID<Traveller>) -> [Int] {
        standing(on: id).compactMap { judgement, other in
            judgement.verdict == .same ? placeOfAppearance[other].map { Int($0) } : nil
        }
    }
}
