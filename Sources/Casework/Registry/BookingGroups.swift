// SPDX-License-Identifier: Apache-2.0

internal import Travel

/// Travellers in groups that share a booking, directly or over others of them.
struct BookingGroups {
    private var groups: [Set<String>] = []
    /// Those who are in no booking travel by themselves.
    private var alone = 0

    init(_ traveller: Traveller) { add(traveller) }

    mutating func add(_ traveller: Traveller) {
        var own = Set(traveller.recordLocators)
        guard !own.isEmpty else {
            alone += 1
            return
        }
        for group in groups where !group.isDisjoint(with: own) { own.formUnion(group) }
        groups.removeAll { $0.isSubset(of: own) }
        groups.append(own)
    }

    var count: Int { groups.count + alone }
}
