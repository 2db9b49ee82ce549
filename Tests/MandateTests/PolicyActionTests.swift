// SPDX-License-Identifier: Apache-2.0

import Mandate
import Testing

@Suite struct PolicyActionTests {
    @Test(arguments: PolicyAction.allCases) func `is recorded under its own word`(action: PolicyAction) {
        #expect(action.auditAction.rawValue == action.rawValue)
    }

    @Test func `what happens at a post concerns travellers`() {
        #expect(PolicyAction.allCases.allSatisfy { !$0.happensAtPost || $0.concernsTravellers })
    }
}
