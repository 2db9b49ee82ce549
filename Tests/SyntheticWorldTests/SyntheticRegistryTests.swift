// SPDX-License-Identifier: Apache-2.0

import Civil
import Population
import Testing

@testable import SyntheticWorld

@Suite struct SyntheticRegistryTests {
    static func households(_ residents: Int) -> [Household] {
        var households: [Household] = []
        SyntheticRegistry(residents: residents, seed: 5).forEachHousehold { households.append($0) }
        return households
    }

    @Test(arguments: [1, 7, 2500]) func `the count of residents is exact`(residents: Int) {
        #expect(Self.households(residents).reduce(0) { $0 + $1.members.count } == residents)
    }

    @Test func `every identity number is unique and lies in a region that does not exist`() {
        let members = Self.households(40_000).flatMap(\.members)
        #expect(Set(members.map(\.nik)).count == members.count)
        for member in members {
            #expect(member.nik.region < 100_000, "provinces of Indonesia begin with 11")
            #expect(member.region.province < 10)
        }
    }

    @Test func `identity numbers stay unique when serials run out`() {
        // Two rounds of serials in each district: as many households as 30 million residents would have.
        let maker = HouseholdMaker(seed: 3, residents: 30_000_000)
        var seen: Set<NIK> = []
        var count = 0
        for turn in [0, 1, 623, 624, 625, 1247] {
            for district in 0..<400 {
                for member in maker.household(turn * maker.regions.count + district).members {
                    seen.insert(member.nik)
                    count += 1
                }
            }
        }
        #expect(seen.count == count)
    }

    @Test func `families agree`() throws {
        var twins = 0
        for household in Self.households(20_000).dropLast() {
            let head = try #require(household.head)
            #expect(household.members.count { $0.relation == .head } == 1)
            #expect(household.members.count <= HouseholdPlan.mostMembers)
            let wife = household.members.first { $0.relation == .wife }
            let children = household.members.filter { $0.relation == .child }
            for child in children {
                let mother = head.sex == .female ? head : wife
                if let mother {
                    #expect(child.motherName == mother.name)
                    #expect(child.birthDate.year - mother.birthDate.year >= 16)
                }
                if head.sex == .male { #expect(child.fatherName == head.name) }
            }
            for parent in household.members where parent.relation == .parent {
                #expect([head.motherName, head.fatherName].contains(parent.name))
            }
            if Set(children.map(\.birthDate)).count < children.count { twins += 1 }
        }
        #expect(twins > 10)
    }

    @Test func `some dates disagree with their number and about three names in ten are one word`() {
        let members = Self.households(30_000).flatMap(\.members)
        let today = CivilDate(daysSinceEpoch: 20_454)
        let corrected = members.count { member in today.flatMap { member.nik.birthDate(asOf: $0) } != member.birthDate }
        #expect((members.count / 200...members.count / 40).contains(corrected))
        let single = members.count { !$0.name.contains(" ") }
        #expect((members.count * 26 / 100...members.count * 34 / 100).contains(single))
    }

    @Test func `the table comes in pieces of whole lines`() {
        var text = ""
        SyntheticRegistry(residents: 9000, seed: 5).forEachPiece { text += String(decoding: $0, as: UTF8.self) }
        let lines = text.split(separator: "\n")
        #expect(lines.count == 9001)
        #expect(lines.allSatisfy { $0.split(separator: ",", omittingEmptySubsequences: false).count == 13 })
        #expect(text.hasSuffix("\n"))
    }
}
