// SPDX-License-Identifier: Apache-2.0

import Safeguards
import Testing

@Suite struct RetentionReportTests {
    private let vault = EphemeralKeyVault()

    private var report: RetentionReport {
        var tally = RetentionTally()
        tally[.voyagesDepersonalised] = 12
        tally[.keysDestroyed] = 345
        return RetentionReport(
            node: "node-1", mode: .run, cutoffs: RetentionSchedule().cutoffs(atMilliseconds: 1_779_235_200_000),
            tally: tally)
    }

    @Test func `a signed report comes back as it was`() throws {
        let text = try vault.auditSigner.signed(report)
        let again = try RetentionReport(parsing: text, signedBy: vault.auditSigner.publicKey)
        #expect(again == report)
        #expect(text.contains("\ncount voyages-depersonalised 12\n"))
    }

    @Test func `any changed byte is found`() throws {
        let text = try vault.auditSigner.signed(report)
        let key = vault.auditSigner.publicKey
        for place in text.utf8.indices {
            var bytes = Array(text.utf8)
            bytes[text.utf8.distance(from: text.startIndex, to: place)] ^= 1
            #expect(throws: SafeguardsError.self) {
                try RetentionReport(parsing: String(decoding: bytes, as: UTF8.self), signedBy: key)
            }
        }
        #expect(throws: SafeguardsError.self) { try RetentionReport(parsing: String(text.dropLast()), signedBy: key) }
        #expect(throws: SafeguardsError.reportForged) {
            try RetentionReport(parsing: text, signedBy: EphemeralKeyVault().auditSigner.publicKey)
        }
    }
}
