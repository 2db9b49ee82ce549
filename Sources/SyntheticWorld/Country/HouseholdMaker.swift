// SPDX-License-Identifier: Apache-2.0

import Civil
import Population

/// Makes any household of the synthetic country from its number alone.
///
/// Identity numbers never repeat: households take turns through the districts, and a member's serial follows from the
/// household's turn. Where a district holds more households than serials, births of each round fall on days of their
/// own residue class, so that equal serials never meet on one day.
struct HouseholdMaker: Sendable {
    let seed: UInt64
    let regions: RegionTable
    private let dayModulus: Int

    /// Serials of a member: eight for those first registered here, eight for those who moved.
    private static let serialsPerHousehold = 16
    private static let householdsPerRound = 624
    /// Births are counted back from 2026-01-01, whatever the anchor, so that a registry does not change with the day.
    private static let referenceDay = 20_454

    /// A day for where the calendar must give one.
    static let anyDay: CivilDate = {
        guard let date = CivilDate(daysSinceEpoch: 0) else { preconditionFailure("1970-01-01 is a day") }
        return date
    }()

    init(seed: UInt64, residents: Int) {
        self.seed = seed
        regions = RegionTable(residents: residents)
        dayModulus = residents / 2 / regions.count / Self.householdsPerRound + 1
    }

    /// The household with this number.
    func household(_ index: Int) -> Household {
        let plan = HouseholdPlan(seed: seed, index: index)
        let district = index % regions.count
        var generator = SeededGenerator(seed, .name, index)
        let people =
            generator.chance(permille: 700)
            ? regions.people(district) : generator.pick(IndonesianPeople.allCases)
        let card = cardNumber(index, district, &generator)
        let home = address(&generator)
        var roster = HouseholdRoster(people: people, generator: generator)
        let drafts = roster.drafts(plan)
        var members: [Resident] = []
        members.reserveCapacity(drafts.count)
        var twinDay: Int?
        for (slot, draft) in drafts.enumerated() {
            var chance = SeededGenerator(seed, .member, index, slot)
            var day = Self.referenceDay - 1 - draft.age * 1461 / 4 - chance.below(365)
            if plan.hasTwins, draft.isTwin {
                day = twinDay ?? day
                twinDay = day
            }
            members.append(
                resident(draft, day: day, slot: slot, index: index, card: card, home: home, chance: &chance))
        }
        return Household(familyCard: card, members: members)
    }

    private struct Home {
        let address: String
        let neighbourhood: Int
        let community: Int
    }

    private func resident(
        _ draft: MemberDraft, day: Int, slot: Int, index: Int, card: FamilyCardNumber, home: Home,
        chance: inout SeededGenerator
    ) -> Resident {
        let district = index % regions.count
        let turn = index / regions.count
        let hasMoved = draft.age > 17 && chance.chance(permille: 170)
        let registered = hasMoved ? (district + 1 + slot * 7) % regions.count : district
        let serial = 1 + turn % Self.householdsPerRound * Self.serialsPerHousehold + slot + (hasMoved ? 8 : 0)
        let residue = turn / Self.householdsPerRound % dayModulus
        let numbered = date(day - Self.remainder(day - residue, dayModulus))
        var birth = numbered
        if chance.chance(permille: 12) { birth = corrected(numbered, &chance) }
        let digitSex = chance.chance(permille: 999) ? draft.sex : draft.sex == .female ? Sex.male : .female
        let dayDigits = numbered.day + (digitSex == .female ? 40 : 0)
        let digits =
            decimal(regions.code(registered), 6) + decimal(dayDigits, 2) + decimal(numbered.month, 2)
            + decimal(numbered.year % 100, 2) + decimal(serial, 4)
        guard let nik = try? NIK(parsing: digits) else { preconditionFailure("a generated NIK is well formed") }
        return Resident(
            nik: nik, familyCard: card, name: draft.name, birthPlace: regions.regencyName(registered),
            birthDate: birth, sex: draft.sex, relation: draft.relation, motherName: draft.mother,
            fatherName: draft.father, address: home.address, neighbourhood: home.neighbourhood,
            community: home.community, region: regions.regionCode(district))
    }

    private func cardNumber(
        _ index: Int, _ district: Int, _ generator: inout SeededGenerator
    ) -> FamilyCardNumber {
        let turn = index / regions.count
        let day = Self.referenceDay - 1 - generator.below(5500)
        let registered = date(day - Self.remainder(day - turn / 9999, 4))
        let digits =
            decimal(regions.code(district), 6) + decimal(registered.day, 2) + decimal(registered.month, 2)
            + decimal(registered.year % 100, 2) + decimal(1 + turn % 9999, 4)
        guard let card = FamilyCardNumber(parsing: digits) else { preconditionFailure("sixteen digits") }
        return card
    }

    private static let streets = [
        "MELATI", "KENANGA", "MAWAR", "CEMPAKA", "FLAMBOYAN", "MERPATI", "RAJAWALI", "GARUDA", "PERINTIS", "PEMUDA",
        "PELITA", "HARAPAN", "KAMBOJA", "DAHLIA", "ANGGREK", "TERATAI", "KUTILANG", "CENDRAWASIH", "MANGGIS", "DURIAN",
    ]

    private func address(_ generator: inout SeededGenerator) -> Home {
        let street = generator.pick(Self.streets)
        let number = generator.within(1...199)
        let text =
            switch generator.below(5) {
            case 0: "DUSUN \(street)"
            case 1: "PERUM \(street) INDAH BLOK \(generator.letters(1))\(number % 40 + 1)"
            case 2: "GANG \(street) NO \(number)"
            default: "JL \(street) NO \(number)"
            }
        return Home(address: text, neighbourhood: generator.within(1...15), community: generator.within(1...12))
    }

    /// A birth date as corrected later: day and month swapped, the first of January given up, or another year.
    private func corrected(_ date: CivilDate, _ chance: inout SeededGenerator) -> CivilDate {
        if chance.chance(permille: 400), date.day <= 12, date.day != date.month {
            return CivilDate(year: date.year, month: date.day, day: date.month) ?? date
        }
        if chance.chance(permille: 500) {
            return CivilDate(year: date.year - 1, month: date.month, day: min(date.day, 28)) ?? date
        }
        return date.adding(days: -chance.within(1...28)) ?? date
    }

    private func date(_ day: Int) -> CivilDate {
        guard let date = CivilDate(daysSinceEpoch: day) else {
            preconditionFailure("a day of this century or the last")
        }
        return date
    }

    private static func remainder(_ value: Int, _ modulus: Int) -> Int {
        let rest = value % modulus
        return rest < 0 ? rest + modulus : rest
    }
}
