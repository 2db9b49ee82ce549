// SPDX-License-Identifier: Apache-2.0

/// Decides who begins a journey with a voyage, from slot and day alone, so that a return needs no memory.
///
/// The households are dealt out to the slots; each slot takes its own in turn, and a turn lasts longer than any stay, so
/// that nobody is in two places. Only in countries of a few thousand residents do turns overlap.
struct PartyPlanner: Sendable {
    let seed: UInt64
    let timetable: Timetable
    /// Households that may travel; the rest are kept for courier networks.
    let households: Int

    /// The longest stay, in days.
    static let longestStay = 14
    private static let stays = [1, 2, 2, 3, 3, 4, 5, 5, 7, 7, 9, 10, 14]

    private struct Pool {
        let slots: Int
        let commuters: Int
        let others: Int
        /// Parties of a day.
        let commutersPerDay: Int
        let othersPerDay: Int

        init(households: Int, slots: Int) {
            self.slots = slots
            let share = households / max(1, slots)
            commuters = share / 8
            others = share - commuters
            commutersPerDay = commuters == 0 ? 0 : max(1, min(8, commuters / 6))
            othersPerDay = others == 0 ? 0 : max(1, min(64, others / 16))
        }
    }

    /// The parties that begin their journey with a slot's voyage on a day.
    func parties(slot index: Int, day: Int) -> [Party] {
        let slot = timetable.slots[index]
        var generator = SeededGenerator(seed, .party, index, day)
        let pool = Pool(households: households, slots: timetable.slots.count)
        var remaining = slot.load * generator.within(80...115) / (slot.pair == nil ? 100 : 185)
        let residentShare = slot.pair == nil ? (slot.isArrival ? 450 : 650) : (slot.isArrival ? 0 : 1000)
        var parties: [Party] = []
        var commuters = 0
        var others = 0
        while remaining > 0, parties.count < 4000 {
            let isResident = generator.chance(permille: residentShare)
            var kind = kind(slot, isResident: isResident, &generator)
            let ordinal = parties.count
            var source: [Int] = []
            if kind == .commuter, commuters < pool.commutersPerDay {
                source = [household(index, pool, turn: (day + 64) * pool.commutersPerDay + commuters, commuter: true)]
                commuters += 1
            } else if kind.areResidents, others < pool.othersPerDay {
                if kind == .commuter { kind = .family }
                let wanted = kind == .pilgrims ? min(8, pool.othersPerDay - others) : 1
                for _ in 0..<wanted {
                    source.append(
                        household(index, pool, turn: (day + 64) * pool.othersPerDay + others, commuter: false))
                    others += 1
                }
            } else {
                if kind.areResidents { kind = .visitor }
                source = [visitor(index, day: day, ordinal: ordinal, isRegular: kind == .regularVisitor)]
            }
            let isOneWay = kind == .migrant || generator.chance(permille: 120)
            let stay = slot.pair == nil || isOneWay ? nil : generator.pick(Self.stays)
            parties.append(
                Party(slot: index, day: day, ordinal: ordinal, kind: kind, source: source, stay: safe(stay, slot)))
            remaining -= kind.expectedSize
        }
        return parties
    }

    /// The parties that come back with a slot's voyage on a day.
    func returning(slot index: Int, day: Int) -> [Party] {
        guard let pair = timetable.slots[index].pair else { return [] }
        return (1...Self.longestStay).flatMap { stay in
            parties(slot: pair, day: day - stay).filter { $0.stay == stay }
        }
    }

    /// A stay of one day becomes two where the way back would leave before the arrival.
    private func safe(_ stay: Int?, _ slot: VoyageSlot) -> Int? {
        guard let stay, let pair = slot.pair else { return stay }
        let margin = timetable.slots[pair].phase + 1440 * stay - slot.phase - slot.route.minutes
        return margin < 120 ? stay + (120 - margin + 1439) / 1440 : stay
    }

    private func kind(
        _ slot: VoyageSlot, isResident: Bool, _ generator: inout SeededGenerator
    ) -> PartyKind {
        let draw = generator.below(100)
        if isResident {
            if slot.route.isPilgrimRoute { return draw < 55 ? .pilgrims : draw < 75 ? .family : .migrant }
            if slot.route.kind == .flight { return draw < 35 ? .family : draw < 65 ? .commuter : .migrant }
            return draw < 40 ? .commuter : draw < 75 ? .family : .migrant
        }
        return draw < 50 ? .visitor : draw < 75 ? .visitingFamily : draw < 90 ? .regularVisitor : .visitingGroup
    }

    private func household(_ slot: Int, _ pool: Pool, turn: Int, commuter: Bool) -> Int {
        let place = commuter ? turn % pool.commuters : pool.commuters + turn % pool.others
        return slot + pool.slots * place
    }

    private func visitor(_ slot: Int, day: Int, ordinal: Int, isRegular: Bool) -> Int {
        if isRegular { return 1 << 40 + slot * 1024 + ((day + 64) * 16 + ordinal % 16) % 320 }
        return ((slot * 4096 + day + 64) * 4096 + ordinal) * 16
    }
}
