// SPDX-License-Identifier: Apache-2.0

import Civil
import Population
import Portraits

/// Gives people their faces, from their numbers alone; relatives share shape.
struct FamilyFaces: Sendable {
    let seed: UInt64
    let households: HouseholdMaker

    /// What a person's face is made from.
    func genes(_ identity: PersonIdentity) -> FaceGenes {
        switch identity {
        case .foreigner(let index): stranger(index, 0, role: 1)
        case .resident(let household, let member): resident(household, member)
        }
    }

    private func resident(_ number: Int, _ member: Int) -> FaceGenes {
        let members = households.household(number).members
        var generator = SeededGenerator(seed, .face, number, member, 2)
        guard members.indices.contains(member) else { return FaceGenes(using: &generator) }
        switch members[member].relation {
        case .head:
            guard let elder = members.firstIndex(where: { $0.relation == .parent }) else {
                return stranger(number, member, role: 0)
            }
            return FaceGenes(
                childOf: resident(number, elder), and: stranger(number, member, role: 3), using: &generator)
        case .child, .grandchild:
            return FaceGenes(childOf: head(number, members), and: spouse(number, members), using: &generator)
        case .otherRelative:
            return FaceGenes(
                childOf: head(number, members), and: stranger(number, member, role: 3), using: &generator)
        default:
            return stranger(number, member, role: 0)
        }
    }

    private func head(_ number: Int, _ members: [Resident]) -> FaceGenes {
        guard let place = members.firstIndex(where: { $0.relation == .head }) else {
            return stranger(number, 0, role: 4)
        }
        return resident(number, place)
    }

    /// The other parent; one who is not on the card has a face as well.
    private func spouse(_ number: Int, _ members: [Resident]) -> FaceGenes {
        guard let place = members.firstIndex(where: { $0.relation == .wife || $0.relation == .husband }) else {
            return stranger(number, 0, role: 5)
        }
        return resident(number, place)
    }

    private func stranger(_ a: Int, _ b: Int, role: Int) -> FaceGenes {
        var generator = SeededGenerator(seed, .face, a, b, role)
        return FaceGenes(using: &generator)
    }
}
