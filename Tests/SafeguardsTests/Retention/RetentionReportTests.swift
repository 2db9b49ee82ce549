// SPDX-License-Identifier: Apache-2.0

import Civil
import Testing
import Travel

@testable import Safeguards

@Suite struct RetentionReportTests {
    private let vault = EphemeralKeyVault()

    private var report: RetentionReport {
        var tally = RetentionTally()
        tally[.voyagesDepersonalised] = 12
        tally[.keysDestroyed] = 345
        tally[.voyagesHeld] = 1
        tally[.facesDestroyed] = 7
        return RetentionReport(
            node: "node-1", mode: .run, cutoffs: RetentionSchedule().cutoffs(atMilliseconds: 1_779_235_200_000),
            tally: tally,
            holds: [
                RetentionHold(id: RecordID(high: 2, low: 2), voyage: RecordID(high: 5, low: 5), traveller: nil),
                RetentionHold(
                    id: RecordID(high: 1, low: 1), voyage: RecordID(high: 5, low: 5),
                    traveller: RecordID(high: 6, low: 6)),
            ])
    }

    @Test func `a signed report comes back as it was`() throws {
        let text = try vault.auditSigner.signed(report)
        let again = try RetentionReport(parsing: text, signedBy: vault.auditSigner.publicKey)
        #expect(again == report)
        #expect(text.contains("\ncount voyages-depersonalised 12\n") && text.contains("\ncount voyages-held 1\n"))
        #expect(again.holds.count == 2 && again.holds[1].traveller == nil)
    }

    /// Reports of earlier versions, signed here as those signed them.
    @Test func `a report of an earlier form is still read, and only in its own spelling`() throws {
        let now = try vault.auditSigner.signed(report)
        var lines = now.split(separator: "\n").map(String.init).dropLast().filter {
            !$0.contains("-held ") && !$0.hasPrefix("hold ") && !$0.contains(" account-versions-")
                && !$0.contains(" faces-")
        }
        lines[0] = "cermat-retention-report 1"
        func read(_ lines: [String]) throws -> RetentionReport {
            let text = lines.map { $0 + "\n" }.joined()
            let signature = try vault.auditSigner.sign(text).signature.map {
                let digits = String($0, radix: 16)
                return digits.count == 1 ? "0" + digits : digits
            }
            return try RetentionReport(
                parsing: text + "signature \(signature.joined())\n", signedBy: vault.auditSigner.publicKey)
        }
        let old = try read(Array(lines))
        #expect(old.tally[.keysDestroyed] == 345 && old.tally[.voyagesHeld] == 0 && old.holds.isEmpty)
        let hold = "hold \(report.holds[0])"
        #expect(throws: SafeguardsError.reportMalformed) { try read(Array(lines) + [hold]) }
        let third = now.split(separator: "\n").map(String.init).dropLast().filter { !$0.contains(" faces-") }
        var older = third.filter { !$0.contains(" account-versions-") }
        older[0] = "cermat-retention-report 2"
        #expect(try read(Array(older)).holds == report.holds)
        older[0] = "cermat-retention-report 3"
        #expect(throws: SafeguardsError.reportMalformed) { try read(Array(older)) }
        var before = Array(third)
        before[0] = "cermat-retention-report 3"
        #expect(try read(before).tally[.facesDestroyed] == 0)
        before[0] = "cermat-retention-report 4"
        #expect(throws: SafeguardsError.reportMalformed) { try read(before) }
        let second = Array(now.split(separator: "\n").map(String.init).dropLast())
        #expect(try read(second) == report)
        #expect(throws: SafeguardsError.reportMalformed) { try read(second + ["hold 1 2"]) }
        #expect(throws: SafeguardsError.reportMalformed) { try read(second + [hold]) }
        #expect(throws: SafeguardsError.reportMalformed) { try read(Array(second.dropLast(4))) }
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
