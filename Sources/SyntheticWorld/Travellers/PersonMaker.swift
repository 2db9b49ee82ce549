// SPDX-License-Identifier: Apache-2.0

import Civil
import Population

/// Makes travellers out of residents and foreigners, each from a number alone.
struct PersonMaker: Sendable {
    let seed: UInt64
    let households: HouseholdMaker
    /// The first and last day of the world, since 1970-01-01; renewals fall between them.
    let days: ClosedRange<Int>

    /// All travellers of a household, in the order of its members.
    func family(_ household: Int) -> [WorldPerson] {
        let home = households.household(household)
        return home.members.indices.map { traveller(home.members[$0], household: household, member: $0) }
    }

    private func traveller(_ resident: Resident, household: Int, member: Int) -> WorldPerson {
        var generator = SeededGenerator(seed, .residentTraveller, household, member)
        let (surname, given) = PassportName.split(resident, using: &generator)
        let number = decimal(household * 8 + member, 8)
        let phone = "628" + decimal(11 + generator.below(88), 2) + number
        let word = resident.name.split(separator: " ").last.map { $0.lowercased() } ?? "warga"
        var person = WorldPerson(
            identity: .resident(household: household, member: member), nik: resident.nik.description,
            registeredName: resident.name, surname: surname, given: given, birthDate: resident.birthDate,
            sex: resident.sex, nationality: "IDN", birthPlace: resident.birthPlace, street: resident.address,
            city: households.regions.regencyName(household % households.regions.count), phone: phone,
            email: "\(word)\(household * 8 + member)@surat.example", loyalty: nil,
            passport: indonesianPassport(generation: 0, household, member, &generator))
        if generator.chance(permille: 120) { person.loyalty = decimal(household * 8 + member, 9) }
        addRenewal(to: &person, permille: household % 4 == 0 ? 90 : 25, &generator) {
            indonesianPassport(generation: 1, household, member, &$0)
        }
        return person
    }

    /// A foreigner of a nation; equal numbers give the same person.
    func foreigner(_ index: Int, nation: ForeignNation) -> WorldPerson {
        var generator = SeededGenerator(seed, .foreigner, index)
        let sex: Sex = generator.chance(permille: 460) ? .female : .male
        let family = spaced(generator.pickSkewed(nation.stock.families))
        var given = spaced(generator.pickSkewed(sex == .female ? nation.stock.female : nation.stock.male))
        if generator.chance(permille: 250) {
            let second = spaced(generator.pick(sex == .female ? nation.stock.female : nation.stock.male))
            if !given.contains(second) { given += " " + second }
        }
        let age = min(generator.within(19...74), generator.within(19...80))
        let birth = CivilDate(daysSinceEpoch: days.lowerBound - age * 1461 / 4 - generator.below(365))
        var person = WorldPerson(
            identity: .foreigner(index), nik: nil, registeredName: "\(family) \(given)", surname: family,
            given: given, birthDate: birth ?? HouseholdMaker.anyDay, sex: sex, nationality: nation.code,
            birthPlace: nation.city, street: "\(generator.within(1...399)) \(family) STREET", city: nation.city,
            phone: nation.dialling + decimal(10_000_000 + index % 80_000_000 + generator.below(9) * 100, 8),
            email: "\(Self.mailName(given)).\(index)@post.example", loyalty: nil,
            passport: passport(of: nation, &generator))
        if generator.chance(permille: 200) { person.loyalty = generator.digits(9) }
        addRenewal(to: &person, permille: 20, &generator) { passport(of: nation, &$0) }
        return person
    }

    private func addRenewal(
        to person: inout WorldPerson, permille: Int, _ generator: inout SeededGenerator,
        _ make: (inout SeededGenerator) -> Passport
    ) {
        guard generator.chance(permille: permille) else { return }
        let day = days.lowerBound + generator.below(days.count)
        var renewed = make(&generator)
        guard renewed.number != person.passport.number, let issued = CivilDate(daysSinceEpoch: day - 4) else { return }
        renewed.issued = issued
        renewed.expiry = issued.adding(days: 3652) ?? renewed.expiry
        person.earlierPassport = person.passport
        person.earlierPassport?.expiry = issued.adding(days: 150) ?? person.passport.expiry
        person.passport = renewed
        person.renewedOn = day
    }

    private func indonesianPassport(
        generation: Int, _ household: Int, _ member: Int, _ generator: inout SeededGenerator
    ) -> Passport {
        let issued = days.lowerBound - 30 - generator.below(2600)
        // One number in twelve has the older form of two letters and six digits.
        let serial = (household * 8 + member) * 2 + generation
        let number =
            generator.below(12) == 0
            ? generator.pick(["AT", "AU", "AS", "XX"]) + decimal(serial * 7 % 1_000_000, 6)
            : generator.pick(["C", "E", "X", "B"]) + decimal(serial * 7 % 10_000_000, 7)
        return Passport(
            number: number, issuer: "IDN", issued: CivilDate(daysSinceEpoch: issued) ?? HouseholdMaker.anyDay,
            expiry: CivilDate(daysSinceEpoch: issued + 3652) ?? HouseholdMaker.anyDay)
    }

    private func passport(of nation: ForeignNation, _ generator: inout SeededGenerator) -> Passport {
        let issued = days.lowerBound - 30 - generator.below(2600)
        return Passport(
            number: nation.passportPrefix + generator.digits(nation.passportDigits), issuer: nation.code,
            issued: CivilDate(daysSinceEpoch: issued) ?? HouseholdMaker.anyDay,
            expiry: CivilDate(daysSinceEpoch: issued + 3652) ?? HouseholdMaker.anyDay)
    }

    private static func mailName(_ name: String) -> String {
        String(decoding: name.lowercased().utf8.filter { $0 >= 97 && $0 <= 122 }, as: UTF8.self)
    }
}
