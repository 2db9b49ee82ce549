// SPDX-License-Identifier: Apache-2.0

import Safeguards
import Testing

@Suite struct SafeguardsErrorTests {
    @Test func `every error has a word for metrics and says what to do`() {
        let errors: [SafeguardsError] = [
            .policyInvalid([]), .purposeRefused(.notForRole), .passwordRefused(.common), .passwordHashMalformed,
            .passwordHashingFailed(code: -22), .auditEventUnreadable, .checkpointMalformed, .nodeNameRefused,
            .signingFailed, .checkpointNotGenuine(sequence: 3), .checkpointNotWritten(reason: ""),
            .fileNotWritten(reason: ""), .restoreMalformed,
        ]
        #expect(Set(errors.map(\.code)).count == errors.count)
        #expect(errors.allSatisfy { $0.description.count > 20 })
    }
}
