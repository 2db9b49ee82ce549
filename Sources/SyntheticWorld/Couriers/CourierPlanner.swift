// SPDX-License-Identifier: Apache-2.0

/// Plants the courier networks: a few for every ten days, the first ones with a journey just after the anchor.
struct CourierPlanner {
    let seed: UInt64
    let timetable: Timetable
    /// The households that ordinary traffic leaves alone.
    let households: Range<Int>

    private static let finds = [
        CourierFind(
            goods: "2933.99", quantity: 1950, unit: "GRM", concealment: "FALSE BOTTOM OF SUITCASE",
            category: "narcotics"),
        CourierFind(goods: "2939.72", quantity: 780, unit: "GRM", concealment: "BODY WORN", category: "narcotics"),
        CourierFind(
            goods: "4907.00", quantity: 48_000, unit: "USD", concealment: "LINING OF JACKET", category: "currency"),
        CourierFind(
            goods: "0106.20", quantity: 34, unit: "PCS", concealment: "TUBES IN HAND BAGGAGE", category: "wildlife"),
        CourierFind(goods: "8517.13", quantity: 62, unit: "PCS", concealment: "HAND BAGGAGE", category: "goods"),
        CourierFind(goods: "2402.20", quantity: 9600, unit: "PCS", concealment: "CHECKED BAGGAGE", category: "goods"),
    ]

    /// All networks of the world.
    func networks() -> [CourierNetwork] {
        (0..<max(6, timetable.days * 4 / 5)).map(network)
    }

    private func network(_ index: Int) -> CourierNetwork {
        var generator = SeededGenerator(seed, .network, index)
        let pattern = CourierPattern.allCases[index % CourierPattern.allCases.count]
        let find = Self.finds[index % Self.finds.count]
        let arrivals = timetable.slots.filter { $0.isArrival && $0.route.kind == .flight }.map(\.index)
        let slot = index < 3 ? index : generator.pick(arrivals)
        let members = members(pattern, index: index, &generator)
        // The last journey: just after the anchor for the first three networks, around it for the others.
        let last = index < 3 ? timetable.days : timetable.days - 1 + generator.below(2)
        var journeys: [CourierJourney] = []
        let count = min(generator.within(2...4), max(1, last / 2))
        for turn in 0..<count {
            let day = max(0, last - (count - 1 - turn) * generator.within(3...7))
            let isLast = turn == count - 1
            journeys += legs(
                pattern, index: index, slot: slot, day: isLast ? last : day, turn: turn, members: members,
                find: turn == 0 && !isLast && index % 2 == 0 ? find : nil, &generator)
        }
        return CourierNetwork(
            index: index, pattern: pattern, journeys: journeys, phone: "62899" + decimal(70_000_000 + index * 977, 8),
            card: CardNumber.number(-1 - index))
    }

    private func members(
        _ pattern: CourierPattern, index: Int, _ generator: inout SeededGenerator
    ) -> [CourierPerson] {
        func household(_ place: Int) -> Int { households.lowerBound + (index * 5 + place) % max(1, households.count) }
        switch pattern {
        case .relativesApart:
            // Head and further members of one family card.
            let home = firstLargeHousehold(household(0))
            return (0..<3).map { .resident(household: home, member: $0) }
        case .relay, .sharedCard:
            let nation = generator.pick(ForeignNation.all).code
            return [
                .foreigner(1 << 41 + index * 8, nation: nation), .resident(household: household(0), member: 0),
                .foreigner(1 << 41 + index * 8 + 1, nation: nation),
            ]
        case .sharedPhone, .splitBooking, .lastMinuteCash:
            return (0..<4).map { .resident(household: household($0), member: 0) }
        }
    }

    private func firstLargeHousehold(_ start: Int) -> Int {
        let range = households.isEmpty ? 0..<1 : households
        for step in 0..<range.count {
            let candidate = range.lowerBound + (start - range.lowerBound + step) % range.count
            let plan = HouseholdPlan(seed: seed, index: candidate)
            if plan.spouseAge != nil, plan.childAges.first ?? 0 >= 18 { return candidate }
        }
        return range.lowerBound
    }

    private func legs(
        _ pattern: CourierPattern, index: Int, slot: Int, day: Int, turn: Int, members: [CourierPerson],
        find: CourierFind?, _ generator: inout SeededGenerator
    ) -> [CourierJourney] {
        let key = -((index * 64 + turn) * 8) - 1
        // Who was caught at the first journey does not travel again.
        let single = members[turn == 0 ? 0 : 1 + (turn - 1) % (members.count - 1)]
        func journey(_ persons: [CourierPerson], on slot: Int, day: Int, part: Int, before: Int) -> CourierJourney {
            CourierJourney(
                network: index, slot: slot, day: day, persons: persons, locatorKey: key - part, bookedBefore: before)
        }
        switch pattern {
        case .relativesApart:
            // Never all on one voyage: the others come the day before.
            var first = journey([members[turn == 0 ? 0 : 1 + turn % 2]], on: slot, day: day, part: 0, before: 2900)
            var second = journey(
                [members[turn == 0 ? 1 : 2 - turn % 2]], on: slot, day: max(0, day - 1), part: 1, before: 4300)
            first.find = find
            second.sharesPhone = true
            first.sharesPhone = turn > 0
            return [first, second]
        case .sharedPhone, .sharedCard:
            var one = journey([single], on: slot, day: day, part: 0, before: 5200)
            one.sharesPhone = pattern == .sharedPhone
            one.sharesCard = pattern == .sharedCard
            one.find = find
            return [one]
        case .splitBooking:
            var one = journey(
                Array(turn == 0 ? members[0..<2] : members[1..<3]), on: slot, day: day, part: 0, before: 9000)
            var other = journey(
                Array(turn == 0 ? members[2..<4] : members[3..<4]), on: slot, day: day, part: 1, before: 2800)
            other.splitFrom = one.locatorKey
            one.sharesCard = true
            other.sharesCard = true
            one.find = find
            return [one, other]
        case .relay:
            var bringer = journey([members[turn == 0 ? 0 : 2]], on: slot, day: day, part: 0, before: 6000)
            bringer.sharesPhone = true
            bringer.find = find
            let onward = timetable.slots.first { !$0.isArrival && $0.route.post == timetable.slots[slot].route.post }
            guard let onward else { return [bringer] }
            var taker = journey([members[1]], on: onward.index, day: day + 1, part: 1, before: 1900)
            taker.sharesPhone = true
            taker.paysCash = true
            return [bringer, taker]
        case .lastMinuteCash:
            var one = journey([single], on: slot, day: day, part: 0, before: 330)
            one.paysCash = true
            one.find = find
            return [one]
        }
    }
}
