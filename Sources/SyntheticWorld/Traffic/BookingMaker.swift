// SPDX-License-Identifier: Apache-2.0

import Civil
import Gazetteer

/// Turns parties into bookings with named passengers.
struct BookingMaker: Sendable {
    let seed: UInt64
    let timetable: Timetable
    let persons: PersonMaker

    private static let remarks = [
        "PAX REQ HALAL MEAL CTC BEFORE DEP", "HONEYMOON TRIP", "VIP PSE HANDLE WITH CARE",
        "PAX CONVALESCENT NEED ASSIST",
        "CORP RATE APPLIED", "PAX ASKED FOR EXTRA BAG 10KG", "GROUP LEADER HOLDS ALL PASSPORTS", "HAJJ UMRAH GROUP",
    ]
    private static let services = ["VGML", "MOML", "HNML", "KSML", "WCHR", "WCHC", "MEDA", "BLND"]

    /// The booking of a party on a voyage: the one that it begins with, or the one by which it comes back.
    func booking(_ party: Party, on voyage: WorldVoyage) -> WorldBooking? {
        var generator = SeededGenerator(seed, .booking, party.key)
        let outward = timetable.voyage(slot: party.slot, day: party.day)
        let people = people(party, voyage: outward, &generator)
        guard let leader = people.first else { return nil }
        let lead = party.kind == .commuter ? generator.within(1...10) : generator.within(2...75)
        let bookedAt = outward.departure - lead * 1440 - generator.below(1440) - 180
        var segments = [BookedSegment(voyage: outward, cabin: generator.chance(permille: 80) ? "C" : "Y")]
        if let stay = party.stay, let pair = timetable.slots[party.slot].pair {
            segments.append(
                BookedSegment(voyage: timetable.voyage(slot: pair, day: party.day + stay), cabin: segments[0].cabin))
        }
        var booking = WorldBooking(
            locator: Self.locator(party.key, seed: seed), bookedAt: bookedAt,
            agency: agency(party.kind, &generator), passengers: [], segments: segments,
            payment: payment(party, leader, segments.count * people.count * outward.slot.route.minutes, &generator),
            ticketBase: Int(SeededGenerator.mix(UInt64(party.key) ^ seed) % 9_000_000_000) + 1_000_000_000,
            phone: leader.phone, email: leader.email, remark: nil, splitFrom: nil, groupName: nil)
        if generator.chance(permille: 60) { booking.remark = generator.pick(Self.remarks) }
        if party.kind == .pilgrims || party.kind == .visitingGroup {
            booking.groupName = (party.kind == .pilgrims ? "UMRAH " : "TOUR ") + generator.letters(4)
        }
        var chance = SeededGenerator(seed, .passenger, party.key, voyage.id)
        booking.passengers = people.map { passenger($0, on: voyage, &chance) }
        return booking
    }

    /// A passenger as they come to one voyage.
    func passenger(
        _ person: WorldPerson, on voyage: WorldVoyage, _ chance: inout SeededGenerator
    ) -> WorldPassenger {
        let day = voyage.departure / 1440
        var passenger = WorldPassenger(person: person, passport: person.passport(onDay: day))
        passenger.bags = voyage.slot.route.kind == .flight ? min(chance.below(4), chance.below(3) + 1) : chance.below(2)
        passenger.bagWeight = passenger.bags * chance.within(9...23)
        passenger.isNoShow = chance.chance(permille: 12)
        passenger.checkedInAt = voyage.departure - chance.within(50...200)
        if chance.chance(permille: 10) {
            passenger.cancelledAt = voyage.departure - chance.within(120...200)
            if chance.chance(permille: 340) { passenger.restoredAt = voyage.departure - chance.within(60...100) }
        }
        if chance.chance(permille: 12) { passenger.correctedAt = voyage.departure - chance.within(60...200) }
        let habit = CarrierHabit(of: voyage.slot.carrier)
        if chance.chance(permille: habit == .omitsBirthDates || habit == .disagrees ? 150 : 60) {
            passenger.disagreement = habit == .omitsBirthDates ? .birthMissing : disagreement(&chance)
        }
        if chance.chance(permille: 70) { passenger.service = chance.pickSkewed(Self.services) }
        return passenger
    }

    /// Birth dates slip for one or two persons in a hundred; the other kinds share what is left.
    private func disagreement(_ chance: inout SeededGenerator) -> Disagreement {
        chance.chance(permille: 250) ? .birthSlip : chance.pick(Disagreement.allCases)
    }

    private func people(
        _ party: Party, voyage: WorldVoyage, _ generator: inout SeededGenerator
    ) -> [WorldPerson] {
        switch party.kind {
        case .commuter, .migrant:
            let family = persons.family(party.source[0])
            let isOfAge = family.first { (20...55).contains($0.age(onDay: voyage.departure / 1440)) }
            return [isOfAge ?? family[0]]
        case .family:
            let family = persons.family(party.source[0])
            return Array(family.prefix(generator.within(2...5)))
        case .pilgrims:
            return party.source.flatMap { household in
                persons.family(household).filter { $0.age(onDay: voyage.departure / 1440) > 25 }.prefix(2)
            }
        case .visitor, .regularVisitor:
            return [persons.foreigner(party.source[0], nation: nation(party, voyage))]
        case .visitingFamily, .visitingGroup:
            let count = party.kind == .visitingGroup ? generator.within(5...12) : generator.within(2...4)
            let nation = nation(party, voyage)
            var people = (0..<count).map { persons.foreigner(party.source[0] + $0, nation: nation) }
            if party.kind == .visitingFamily { gather(&people) }
            return people
        }
    }

    /// Gives a foreign family one surname, one address, and children from the third on.
    private func gather(_ people: inout [WorldPerson]) {
        for place in people.indices.dropFirst() {
            people[place].surname = people[0].surname
            people[place].street = people[0].street
            people[place].registeredName = people[0].surname + " " + people[place].given
            if place >= 2 {
                let age = 4 + place * 3
                let parent = people[0].birthDate
                people[place].birthDate =
                    CivilDate(daysSinceEpoch: max(parent.daysSinceEpoch + 8000, persons.days.lowerBound - age * 365))
                    ?? parent
            }
        }
    }

    private func nation(_ party: Party, _ voyage: WorldVoyage) -> ForeignNation {
        var generator = SeededGenerator(seed, .foreigner, party.source[0], 1)
        let slot = timetable.slots[party.slot]
        let abroad = slot.isArrival ? voyage.from.country : voyage.to.country
        if generator.chance(permille: 550), let own = ForeignNation.all.first(where: { $0.code == abroad }) {
            return own
        }
        return generator.pickSkewed(ForeignNation.all)
    }

    private func agency(_ kind: PartyKind, _ generator: inout SeededGenerator) -> Agency? {
        if kind == .pilgrims || kind == .migrant { return generator.pick(Agencies.indonesian) }
        if kind == .visitingGroup { return generator.pick(Agencies.foreign) }
        if generator.chance(permille: 450) { return nil }
        return generator.pick(kind.areResidents ? Agencies.indonesian : Agencies.foreign)
    }

    private func payment(
        _ party: Party, _ leader: WorldPerson, _ minutes: Int, _ generator: inout SeededGenerator
    ) -> WorldPayment {
        let cashShare = party.kind == .migrant ? 600 : party.kind.areResidents ? 180 : 60
        var payment = WorldPayment(form: "CC", amount: 40 + minutes * generator.within(60...140) / 100)
        if generator.chance(permille: cashShare) { payment.form = "CA" }
        if payment.form == "CC", generator.chance(permille: 60) { payment.form = "MS" }
        if payment.form == "CC" {
            payment.card = CardNumber.number(leader.identity.key)
            payment.isMasked = generator.chance(permille: 450)
        }
        return payment
    }

    private static let locatorLetters = Array("23456789ABCDEFGHJKLMNPQRSTUVWXYZ".utf8)

    /// Six letters and digits for a key, the first a letter.
    static func locator(_ key: Int, seed: UInt64) -> String {
        var value = SeededGenerator.mix(UInt64(bitPattern: Int64(key)) &* 0x9E37_79B9_7F4A_7C15 ^ seed)
        var bytes: [UInt8] = [locatorLetters[8 + Int(value % 24)]]
        value /= 24
        for _ in 0..<5 {
            bytes.append(locatorLetters[Int(value % 32)])
            value /= 32
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
