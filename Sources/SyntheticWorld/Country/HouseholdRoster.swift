// SPDX-License-Identifier: Apache-2.0

import Civil
import Population

/// A member before numbers and dates are given.
struct MemberDraft: Sendable {
    var name: String
    var sex: Sex
    var age: Int
    var relation: Relation
    var mother: String
    var father: String
    var isTwin = false
}

/// Names the members of one household, so that parents, clan names and birth order agree.
struct HouseholdRoster {
    private let people: IndonesianPeople
    private var generator: SeededGenerator

    private static let referenceYear = 2026

    init(people: IndonesianPeople, generator: SeededGenerator) {
        self.people = people
        self.generator = generator
    }

    /// The members, head first.
    mutating func drafts(_ plan: HouseholdPlan) -> [MemberDraft] {
        let family = people.stock.families.isEmpty ? "" : generator.pickSkewed(people.stock.families)
        var head = elder(age: plan.headAge, sex: plan.headIsWoman ? .female : .male, relation: .head, family: family)
        var drafts: [MemberDraft] = []
        var parent: MemberDraft?
        if let age = plan.parentAge {
            let sex: Sex = generator.chance(permille: 650) ? .female : .male
            var draft = elder(age: age, sex: sex, relation: .parent, family: family)
            if sex == .female { head.mother = draft.name } else { head.father = draft.name }
            draft.age = min(draft.age, 99)
            parent = draft
        }
        drafts.append(head)
        var mother = head.name
        var father = plan.headIsWoman ? name(sex: .male, age: plan.headAge + 3, family: family) : head.name
        if let age = plan.spouseAge {
            let otherFamily = people.stock.families.isEmpty ? "" : generator.pickSkewed(people.stock.families)
            let spouse = elder(age: age, sex: .female, relation: .wife, family: otherFamily)
            mother = spouse.name
            drafts.append(spouse)
        } else if !plan.headIsWoman {
            mother = name(sex: .female, age: plan.headAge, family: family)
            father = head.name
        }
        for (order, age) in plan.childAges.enumerated() {
            let sex: Sex = generator.chance(permille: 490) ? .female : .male
            let isTwin = plan.hasTwins && order >= plan.childAges.count - 2
            drafts.append(
                MemberDraft(
                    name: name(sex: sex, age: age, family: family, order: order, father: father), sex: sex, age: age,
                    relation: .child, mother: mother, father: father, isTwin: isTwin))
        }
        if let parent { drafts.append(parent) }
        if plan.hasOther {
            let relation: Relation = generator.chance(permille: 700) ? .otherRelative : .householdHelp
            let sex: Sex = generator.chance(permille: 600) ? .female : .male
            drafts.append(elder(age: generator.within(18...60), sex: sex, relation: relation, family: family))
        }
        return drafts
    }

    private mutating func elder(age: Int, sex: Sex, relation: Relation, family: String) -> MemberDraft {
        let father = name(sex: .male, age: age + 28, family: family)
        let mother = name(sex: .female, age: age + 25, family: family)
        return MemberDraft(
            name: name(sex: sex, age: age, family: family, order: generator.below(4), father: father), sex: sex,
            age: age, relation: relation, mother: mother, father: father)
    }

    private mutating func name(
        sex: Sex, age: Int, family: String, order: Int = 0, father: String = ""
    ) -> String {
        let fatherWord = father.split(separator: " ").last.map(String.init) ?? ""
        return NameMaker.name(
            NameMaker.Request(
                people: people, sex: sex, birthYear: Self.referenceYear - age, birthOrder: order, family: family,
                fatherWord: fatherWord), using: &generator)
    }
}
