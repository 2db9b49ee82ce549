// SPDX-License-Identifier: Apache-2.0

public import Civil
public import Travel

extension Persons {
    /// Takes an appearance in, or what is known of it by now in place of what was.
    @discardableResult
    public mutating func add(_ appearance: Appearance) -> PersonChange { add(contentsOf: [appearance]) }

    /// Takes many appearances in and parts what they touch once; much cheaper than one by one where they are alike.
    @discardableResult
    public mutating func add(contentsOf appearances: some Sequence<Appearance>) -> PersonChange {
        var arrivals: [(appearance: Appearance, facts: PersonFacts)] = []
        var touched: [Int] = []
        for appearance in appearances {
            let facts = PersonFacts(appearance, words: &words, shares: model.shares)
            let old = placeOfAppearance[appearance.id]
            if let old, places[Int(old)]?.facts == facts, travelled[appearance.id] == appearance.travelled { continue }
            arrivals.append((appearance, facts))
            if let old { touched.append(Int(old)) }
            if let shared = placeOfFacts[facts] { touched.append(Int(shared)) }
        }
        guard !arrivals.isEmpty else { return .none }
        return change(touched) { persons in
            arrivals.map { appearance, facts in
                if let old = persons.placeOfAppearance[appearance.id] { persons.take(appearance.id, outOf: Int(old)) }
                persons.travelled[appearance.id] = appearance.travelled
                return persons.put(appearance.id, facts)
            }
        }
    }

    /// Takes an appearance out, as when the time for which it may be kept is over.
    @discardableResult
    public mutating func remove(_ id: RecordID<Traveller>) -> PersonChange {
        guard let place = placeOfAppearance[id] else { return .none }
        return change([Int(place)]) { persons in
            persons.take(id, outOf: Int(place))
            persons.travelled[id] = nil
            return []
        }
    }

    /// Puts an appearance where it belongs and links that place.
    ///
    /// - Returns: the place.
    mutating func put(_ id: RecordID<Traveller>, _ facts: PersonFacts) -> Int {
        let canShare = !isJudged(id)
        if canShare, let shared = placeOfFacts[facts] {
            placeOfAppearance[id] = shared
            let members = places[Int(shared)]?.members ?? []
            let at = members.firstIndex { $0 > id } ?? members.count
            places[Int(shared)]?.members.insert(id, at: at)
            widen(Int(shared), by: travelled[id])
            return Int(shared)
        }
        let links = linked(facts)
        let isShared = canShare && comparison.link(facts, facts, words: words).weight >= comparison.threshold
        let new = Place(
            facts: facts, members: [id], use: travelled[id].map { $0...$0 }, links: links, person: id,
            isShared: isShared)
        let number: Int
        if let free = freePlaces.popLast() {
            number = free
            places[free] = new
        } else {
            number = places.count
            places.append(new)
        }
        for link in links { places[Int(link.place)]?.links.append((Int32(number), link.weight)) }
        if isShared { placeOfFacts[facts] = Int32(number) }
        placeOfAppearance[id] = Int32(number)
        for key in BlockKeys(comparison, words: words).keys(of: facts) { blocks.insert(number, key: key) }
        return number
    }

    /// Takes an appearance out of its place, which goes when it was the last.
    mutating func take(_ id: RecordID<Traveller>, outOf number: Int) {
        placeOfAppearance[id] = nil
        guard var place = places[number] else { return }
        places[number] = nil
        place.members.removeAll { $0 == id }
        guard place.members.isEmpty else {
            place.use = nil
            places[number] = place
            for member in place.members { widen(number, by: travelled[member]) }
            return
        }
        for link in place.links { places[Int(link.place)]?.links.removeAll { $0.place == Int32(number) } }
        if place.isShared { placeOfFacts[place.facts] = nil }
        for key in BlockKeys(comparison, words: words).keys(of: place.facts) { blocks.remove(number, key: key) }
        freePlaces.append(number)
    }

    private mutating func widen(_ place: Int, by day: CivilDate?) {
        guard let day else { return }
        let use = places[place]?.use ?? day...day
        places[place]?.use = min(use.lowerBound, day)...max(use.upperBound, day)
    }

    /// The places that the model joins to facts, each once.
    private func linked(_ facts: PersonFacts) -> [(place: Int32, weight: Double)] {
        var found: Set<Int> = []
        for key in BlockKeys(comparison, words: words).keys(of: facts) {
            blocks.forEach(key: key) { place in
                guard let other = places[place]?.facts, comparison.couldJoin(facts, other) else { return }
                found.insert(place)
            }
        }
        var links: [(place: Int32, weight: Double)] = []
        for place in found {
            guard let other = places[place]?.facts else { continue }
            let weight = comparison.link(facts, other, words: words).weight
            if weight >= comparison.threshold { links.append((Int32(place), weight)) }
        }
        return links
    }
}
