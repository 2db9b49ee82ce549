// SPDX-License-Identifier: Apache-2.0

import Gazetteer
import Population
import Portraits
import Testing

@testable import SyntheticWorld

@Suite struct FamilyFacesTests {
    private let households = HouseholdMaker(seed: 3, residents: 3000)

    @Test func `a person's face follows from seed and number`() {
        let faces = FamilyFaces(seed: 3, households: households)
        let again = FamilyFaces(seed: 3, households: households)
        let other = FamilyFaces(seed: 4, households: households)
        let one = PersonIdentity.resident(household: 5, member: 0)
        #expect(faces.genes(one) == again.genes(one))
        #expect(faces.genes(one) != other.genes(one))
        #expect(faces.genes(.foreigner(7)) != faces.genes(.foreigner(8)))
    }

    @Test func `no two members of a household have one face`() {
        let faces = FamilyFaces(seed: 3, households: households)
        for number in 0..<60 {
            let members = households.household(number).members.indices
            let genes = Set(members.map { faces.genes(.resident(household: number, member: $0)) })
            #expect(genes.count == members.count)
        }
    }
}
