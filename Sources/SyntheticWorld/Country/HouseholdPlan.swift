// SPDX-License-Identifier: Apache-2.0

/// Who lives in a household, before names and numbers: cheap to draw, so that residents can be counted quickly.
struct HouseholdPlan: Sendable {
    let headAge: Int
    let headIsWoman: Bool
    let spouseAge: Int?
    /// The ages of the children, oldest first.
    let childAges: [Int]
    /// Whether the two youngest children are twins.
    let hasTwins: Bool
    let parentAge: Int?
    let hasOther: Bool

    /// At most eight people share a card.
    static let mostMembers = 8

    init(seed: UInt64, index: Int) {
        var generator = SeededGenerator(seed, .household, index)
        headAge = min(generator.within(22...78), generator.within(22...85))
        headIsWoman = generator.chance(permille: 150)
        spouseAge = !headIsWoman && generator.chance(permille: 880) ? max(19, headAge + 1 - generator.below(7)) : nil
        let motherAge = spouseAge ?? headAge
        var ages: [Int] = []
        let youngest = max(0, motherAge - 40)
        let oldest = min(motherAge - 19, 27)
        if oldest > youngest, spouseAge != nil || generator.chance(permille: 600) {
            for _ in 0..<min(generator.within(0...4), generator.within(1...4)) {
                ages.append(generator.within(youngest...oldest))
            }
            ages.sort(by: >)
        }
        hasTwins = ages.count >= 2 && generator.chance(permille: 30)
        if hasTwins { ages[ages.count - 1] = ages[ages.count - 2] }
        childAges = ages
        parentAge = headAge < 55 && generator.chance(permille: 130) ? headAge + generator.within(20...32) : nil
        hasOther = generator.chance(permille: 70)
    }

    /// The number of people.
    var size: Int {
        1 + (spouseAge == nil ? 0 : 1) + childAges.count + (parentAge == nil ? 0 : 1) + (hasOther ? 1 : 0)
    }
}
