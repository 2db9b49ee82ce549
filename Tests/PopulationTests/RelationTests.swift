// SPDX-License-Identifier: Apache-2.0

import Population
import Testing

@Suite struct RelationTests {
    @Test(arguments: Relation.allCases)
    func `code and label parse to the same relation`(relation: Relation) {
        #expect(Relation(parsing: relation.label) == relation)
        #expect(Relation(parsing: relation.label.lowercased()) == relation)
        #expect(Relation(parsing: "\(relation.rawValue)") == relation)
    }

    @Test(arguments: ["", "0", "12", "TETANGGA"])
    func `anything else is refused`(text: String) {
        #expect(Relation(parsing: text) == nil)
    }
}

@Suite struct RegionCodeTests {
    @Test(arguments: ["31.74.01", "317401"])
    func `both spellings are the same code`(text: String) throws {
        let code = try #require(RegionCode(parsing: text))
        #expect(code.description == "31.74.01")
        #expect(code.province == 31 && code.regency == 74 && code.district == 1)
    }

    @Test func `leading zeros are kept`() {
        #expect(RegionCode(parsing: "00.71.04")?.description == "00.71.04")
    }

    @Test(arguments: ["", "31.74", "31.7401", "3174011", "31-74-01", "3.174.01", "AB.CD.EF"])
    func `anything else is refused`(text: String) {
        #expect(RegionCode(parsing: text) == nil)
    }
}
