// SPDX-License-Identifier: Apache-2.0

import Population

/// The whole population as a sequence of households, made one at a time.
struct Census: Sendable {
    let maker: HouseholdMaker
    let residents: Int

    init(seed: UInt64, residents: Int) {
        maker = HouseholdMaker(seed: seed, residents: residents)
        self.residents = residents
    }

    /// Hands over every household in order; the last one is cut so that the count of residents is exact.
    func forEachHousehold<Failure: Error>(_ body: (Household) throws(Failure) -> Void) throws(Failure) {
        var remaining = residents
        var index = 0
        while remaining > 0 {
            var household = maker.household(index)
            if household.members.count > remaining { household.members.removeLast(household.members.count - remaining) }
            remaining -= household.members.count
            try body(household)
            index += 1
        }
    }

    /// The number of households that are whole within the population.
    func wholeHouseholds() -> Int {
        var remaining = residents
        var index = 0
        while true {
            remaining -= HouseholdPlan(seed: maker.seed, index: index).size
            if remaining < 0 { return index }
            index += 1
        }
    }
}
