// SPDX-License-Identifier: Apache-2.0

import Mandate
import Testing

@Suite struct PurposeTests {
    @Test func `a grant holds until it ends`() {
        let grant = PurposeGrant(purpose: .targeting, reference: "ST-1", expiresAtMilliseconds: 100)
        #expect(grant.isActive(atMilliseconds: 99))
        #expect(!grant.isActive(atMilliseconds: 100))
    }

    @Test func `every legal basis carries a purpose`() {
        #expect(Set(Purpose.allCases.map(\.legalBasis)) == Set(LegalBasis.allCases))
    }

    @Test(arguments: [("CGK", "CGK"), ("idbtm", "IDBTM"), ("X1", "X1")])
    func `a post code is raised`(text: String, code: String) { #expect(PostCode(text)?.description == code) }

    @Test(arguments: ["", "A", "ABCDEFGHI", "C K", "ÉA", "A-B"])
    func `other texts are no post codes`(text: String) { #expect(PostCode(text) == nil) }
}
