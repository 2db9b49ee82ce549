// SPDX-License-Identifier: Apache-2.0

import Civil

/// Gathers everybody on a voyage: those who set out, those who come back, couriers, crew.
struct ManifestMaker: Sendable {
    let seed: UInt64
    let parties: PartyPlanner
    let bookings: BookingMaker
    let networks: [CourierNetwork]
    /// The couriers' journeys of each voyage, by its number.
    private let journeys: [Int: [CourierJourney]]

    init(seed: UInt64, parties: PartyPlanner, bookings: BookingMaker, networks: [CourierNetwork]) {
        self.seed = seed
        self.parties = parties
        self.bookings = bookings
        self.networks = networks
        var journeys: [Int: [CourierJourney]] = [:]
        for network in networks {
            for journey in network.journeys {
                journeys[journey.day * 10_000 + journey.slot, default: []].append(journey)
            }
        }
        self.journeys = journeys
    }

    /// Everybody on a voyage, the same whenever it is asked.
    func manifest(of voyage: WorldVoyage) -> Manifest {
        var made: [WorldBooking] = []
        let begun = parties.parties(slot: voyage.slot.index, day: voyage.day)
        for party in begun + parties.returning(slot: voyage.slot.index, day: voyage.day) {
            if let booking = bookings.booking(party, on: voyage) { made.append(booking) }
        }
        for journey in journeys[voyage.id] ?? [] {
            if let booking = booking(journey, on: voyage) {
                made.insert(booking, at: made.isEmpty ? 0 : (journey.network * 7) % made.count)
            }
        }
        var manifest = Manifest(voyage: voyage, bookings: made, crew: crew(voyage), cancelledAt: nil)
        if isDemonstration(voyage) {
            settleDemonstration(&manifest)
        } else if voyage.slot.route.kind == .flight, (journeys[voyage.id] ?? []).isEmpty {
            var generator = SeededGenerator(seed, .voyage, voyage.id)
            if generator.chance(permille: 8) { manifest.cancelledAt = voyage.departure - generator.within(70...180) }
        }
        number(&manifest)
        return manifest
    }

    /// Whether the voyage carries the planned events of the demonstration.
    func isDemonstration(_ voyage: WorldVoyage) -> Bool {
        voyage.day == parties.timetable.days && voyage.slot.index < SlotBuilder.demonstrationPhases.count
    }

    /// Minutes after the anchor at which the reservations of planned hits are cancelled, by slot.
    static let plannedCancellations = [1: 3, 2: 90]

    /// Marks an adult of the voyage as wanted, and has the reservation cancelled under the eyes of the watchers.
    private func settleDemonstration(_ manifest: inout Manifest) {
        let anchor = parties.timetable.anchor
        let day = manifest.voyage.departure / 1440
        for place in manifest.bookings.indices {
            for seat in manifest.bookings[place].passengers.indices {
                manifest.bookings[place].passengers[seat].cancelledAt = nil
                manifest.bookings[place].passengers[seat].restoredAt = nil
                if seat == 0, manifest.bookings[place].passengers[0].network != nil {
                    manifest.bookings[place].passengers[0].isPlannedHit = true
                }
            }
        }
        guard let delay = Self.plannedCancellations[manifest.voyage.slot.index],
            let place = manifest.bookings.firstIndex(where: { booking in
                booking.passengers.count == 1 && booking.passengers[0].network == nil
                    && booking.passengers[0].person.age(onDay: day) >= 21
                    && booking.bookedAt < manifest.voyage.departure - 2000
            })
        else { return }
        manifest.bookings[place].passengers[0].isPlannedHit = true
        manifest.bookings[place].passengers[0].disagreement = nil
        manifest.bookings[place].passengers[0].cancelledAt = anchor + delay
    }

    func booking(_ journey: CourierJourney, on voyage: WorldVoyage) -> WorldBooking? {
        let people = journey.persons.compactMap(person)
        guard let leader = people.first else { return nil }
        let network = networks[journey.network]
        var chance = SeededGenerator(seed, .passenger, journey.locatorKey, voyage.id)
        var payment = WorldPayment(form: journey.paysCash ? "CA" : "CC", amount: chance.within(180...900))
        if !journey.paysCash {
            payment.card = journey.sharesCard ? network.card : CardNumber.number(leader.identity.key)
        }
        var booking = WorldBooking(
            locator: BookingMaker.locator(journey.locatorKey, seed: seed),
            bookedAt: voyage.departure - journey.bookedBefore,
            agency: journey.paysCash ? Agencies.foreign[1] : Agencies.indonesian[journey.network % 8],
            passengers: [], segments: [BookedSegment(voyage: voyage, cabin: "Y")], payment: payment,
            ticketBase: chance.within(1_000_000_000...9_000_000_000),
            phone: journey.sharesPhone ? network.phone : leader.phone, email: leader.email, remark: nil,
            splitFrom: journey.splitFrom.map { BookingMaker.locator($0, seed: seed) }, groupName: nil)
        booking.passengers = people.map { person in
            var person = person
            if journey.sharesPhone { person.phone = network.phone }
            var passenger = bookings.passenger(person, on: voyage, &chance)
            passenger.network = journey.network
            passenger.isNoShow = false
            passenger.cancelledAt = nil
            passenger.restoredAt = nil
            passenger.disagreement = nil
            passenger.bags = journey.paysCash ? 1 : passenger.bags
            passenger.bagWeight = passenger.bags * 23
            return passenger
        }
        return booking
    }

    private func person(_ courier: CourierPerson) -> WorldPerson? {
        switch courier {
        case .resident(let household, let member):
            let family = bookings.persons.family(household)
            return member < family.count ? family[member] : family.first
        case .foreigner(let index, let nation):
            return bookings.persons.foreigner(index, nation: ForeignNation.named(nation))
        }
    }

    private func crew(_ voyage: WorldVoyage) -> [WorldPassenger] {
        let kind = voyage.slot.route.kind
        guard kind == .flight || kind == .ship else { return [] }
        var generator = SeededGenerator(seed, .crew, voyage.slot.index, voyage.day)
        let country = voyage.slot.carrier.utf8.reduce(0) { $0 + Int($1) }
        let nation = ForeignNation.all[country % ForeignNation.all.count]
        return (0..<6).map { place in
            let index = 1 << 42 + voyage.slot.index * 64 + generator.below(5) * 6 + place
            var member = WorldPassenger(
                person: bookings.persons.foreigner(index, nation: nation),
                passport: bookings.persons.foreigner(index, nation: nation).passport(onDay: voyage.departure / 1440))
            member.isCrew = true
            return member
        }
    }

    /// Gives references, seats and bag tags, in the order of the bookings.
    private func number(_ manifest: inout Manifest) {
        let voyage = manifest.voyage
        let carrier = voyage.slot.carrier
        var tag = 100_000 + Int(SeededGenerator.mix(UInt64(voyage.id) ^ seed) % 800_000)
        var sequence = 0
        for place in manifest.bookings.indices {
            for seat in manifest.bookings[place].passengers.indices {
                sequence += 1
                manifest.bookings[place].passengers[seat].reference =
                    carrier + decimal(voyage.id % 10_000_000, 7) + decimal(sequence, 4)
                manifest.bookings[place].passengers[seat].seat = Self.seat(sequence)
                manifest.bookings[place].passengers[seat].firstTag = tag
                tag += manifest.bookings[place].passengers[seat].bags
            }
        }
        for place in manifest.crew.indices {
            manifest.crew[place].reference = carrier + decimal(voyage.id % 10_000_000, 7) + "C\(place + 1)"
        }
    }

    private static let seatLetters = ["A", "B", "C", "D", "E", "F"]

    private static func seat(_ sequence: Int) -> String {
        "\(4 + (sequence - 1) / 6)" + seatLetters[(sequence - 1) % 6]
    }
}
