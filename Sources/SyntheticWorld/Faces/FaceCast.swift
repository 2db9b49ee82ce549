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

    /// The first residents of seventeen years and more, with their identity numbers.
    func residents(atMost limit: Int) -> [(nik: String, subject: FaceSubject)] {
        var all: [(nik: String, subject: FaceSubject)] = []
        let maker = country.registry.census.maker
        var number = 0
        let households = country.registry.census.wholeHouseholds()
        while all.count < limit, number < households {
            for (place, member) in maker.household(number).members.enumerated() where all.count < limit {
                let subject = FaceSubject(
                    identity: .resident(household: number, member: place), birthDate: member.birthDate, sex: member.sex)
                if subject.age(onDay: day) >= FaceStudio.cardAge { all.append((member.nik.description, subject)) }
            }
            number += 1
        }
        return all
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

    /// People before the camera, one after another: every third one is a person of interest.
    func passersBy(_ count: Int) -> [FaceSubject] {
        let wanted = personsOfInterest()
        let ordinary = residents(atMost: count)
        return (0..<count).compactMap { place in
            if place % 3 == 2, wanted.indices.contains(place / 3) { return wanted[place / 3] }
            return ordinary.indices.contains(place) ? ordinary[place].subject : nil
        }
    }
}
