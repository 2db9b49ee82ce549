// SPDX-License-Identifier: Apache-2.0

import Population
import Testing

@Suite struct KinshipTests {
    @Test(arguments: Relation.allCases)
    func `what one is to another is what the other is to the one, turned round`(own: Relation) {
        for other in Relation.allCases {
            #expect(Kinship.of(own, to: other) == Kinship.of(other, to: own)?.inverse, "\(own) \(other)")
        }
    }

    @Test(arguments: [
        (Relation.wife, Relation.head, Kinship.spouse), (.head, .child, .parent), (.wife, .child, .parent),
        (.child, .child, .sibling), (.parent, .child, .grandparent), (.parentInLaw, .wife, .parent),
        (.parentInLaw, .head, .parentInLaw), (.grandchild, .head, .grandchild), (.childInLaw, .wife, .childInLaw),
        (.childInLaw, .child, .relative), (.otherRelative, .head, .relative),
    ])
    func `a card tells kinship from two relations to its head`(other: Relation, own: Relation, kinship: Kinship) {
        #expect(Kinship.of(other, to: own) == kinship)
    }

    @Test func `household help and others are no kin`() {
        for relation in Relation.allCases {
            #expect(Kinship.of(.householdHelp, to: relation) == nil && Kinship.of(relation, to: .other) == nil)
        }
    }

    @Test(arguments: Kinship.allCases)
    func `the way there is the way back, turned round`(first: Kinship) {
        #expect(first.inverse.inverse == first)
        for second in Kinship.allCases {
            #expect(first.then(second)?.inverse == second.inverse.then(first.inverse), "\(first) \(second)")
        }
    }
}
