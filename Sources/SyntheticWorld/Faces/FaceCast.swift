// SPDX-License-Identifier: Apache-2.0

internal import Civil
internal import Population

/// Who is photographed: residents with an identity card, persons of interest, and those whom the camera sees.
struct FaceCast: Sendable {
    let country: SyntheticCountry
    private let day: Int

    init(_ country: SyntheticCountry) {
        self.country = country
        day = country.configuration.anchorMinutes / 1440
    }

    /// Who travels from the anchor on, in the order of departures, then other residents; all of seventeen years and more.
    func cards(atMost limit: Int) -> [FaceCard] {
        var cards = travellers(atMost: limit)
        let known = Set(cards.map(\.subject.identity))
        // So many more as may be known already.
        for card in residents(atMost: limit) where cards.count < limit && !known.contains(card.subject.identity) {
            cards.append(card)
        }
        return cards
    }

    /// Who travels from the anchor on; crew have no photograph here.
    func travellers(atMost limit: Int) -> [FaceCard] {
        var cards: [FaceCard] = []
        var seen: Set<PersonIdentity> = []
        let anchor = country.configuration.anchorMinutes
        for voyage in country.manifests.parties.timetable.voyages(from: anchor) {
            guard cards.count < limit else { break }
            for passenger in country.manifests.manifest(of: voyage).bookings.flatMap(\.passengers) {
                let person = passenger.person
                guard cards.count < limit, person.age(onDay: day) >= FaceStudio.cardAge,
                    seen.insert(person.identity).inserted
                else { continue }
                cards.append(
                    FaceCard(
                        subject: FaceSubject(
                            identity: person.identity, birthDate: person.birthDate, sex: person.sex),
                        nik: person.nik, passport: passenger.passport))
            }
        }
        return cards
    }

    /// The first residents of seventeen years and more, with their identity numbers.
    func residents(atMost limit: Int) -> [FaceCard] {
        var all: [FaceCard] = []
        for household in 0..<country.registry.census.wholeHouseholds() where all.count < limit {
            all += grown(household).prefix(limit - all.count)
        }
        return all
    }

    /// One grown person of each household, from the last household down: no two are relatives.
    func unrelated(atMost limit: Int) -> [FaceSubject] {
        var all: [FaceSubject] = []
        for household in (0..<country.registry.census.wholeHouseholds()).reversed() where all.count < limit {
            if let card = grown(household).first { all.append(card.subject) }
        }
        return all
    }

    private func grown(_ household: Int) -> [FaceCard] {
        country.registry.census.maker.household(household).members.enumerated().compactMap { place, member in
            let subject = FaceSubject(
                identity: .resident(household: household, member: place), birthDate: member.birthDate, sex: member.sex)
            guard subject.age(onDay: day) >= FaceStudio.cardAge else { return nil }
            return FaceCard(subject: subject, nik: member.nik.description)
        }
    }

    /// The persons whom watchlist entries mean, grown up; one picture each, with the first entry.
    func personsOfInterest() -> [FaceSubject] {
        var seen: Set<PersonIdentity> = []
        return WatchlistMaker(seed: country.configuration.seed, manifests: country.manifests).listings()
            .compactMap { listing in
                guard let person = listing.subject, person.age(onDay: day) >= FaceStudio.cardAge,
                    seen.insert(person.identity).inserted
                else { return nil }
                return FaceSubject(
                    identity: person.identity, birthDate: person.birthDate, sex: person.sex,
                    listID: listing.line.listID)
            }
    }

    /// People before the camera, one after another: every so manieth is a person of interest, as long as there are some.
    func passersBy(_ count: Int, every: Int) -> [FaceSubject] {
        let wanted = personsOfInterest()
        let ordinary = residents(atMost: count)
        return (0..<count).compactMap { place in
            if place % every == every - 1, wanted.indices.contains(place / every) { return wanted[place / every] }
            return ordinary.indices.contains(place) ? ordinary[place].subject : nil
        }
    }
}
