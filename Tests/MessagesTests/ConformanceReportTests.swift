// SPDX-License-Identifier: Apache-2.0

import Messages
import Testing
import Travel

@Suite struct ConformanceReportTests {
    @Test func `counts faults by kind, the most urgent first, with places`() throws {
        let list = Samples.paxlst(cnt: "CNT+42:7'").replacing("UNT+2", with: "UNT+9")
        let report = ConformanceReport(Array((list + "\n" + list + "\n" + Samples.pnrgov()).utf8))
        #expect(report.messages == 3 && report.travellers >= 3)
        #expect(report.carriers == ["GA"] && report.senders.contains("GA*APIS"))
        let findings = report.findings
        let total = try #require(findings.first)
        #expect(total.code == "total-mismatch" && total.rule.urgency == .travellerLost)
        #expect(total.occurrences == 2 && total.messages == 2)
        #expect(total.places.first?.tag == "UNT" && total.places.first?.reference == "GA825260115")
        #expect(findings.last?.rule.urgency == .cosmetic)
        let ranks = findings.compactMap { ConformanceUrgency.allCases.firstIndex(of: $0.rule.urgency) }
        #expect(ranks == ranks.sorted())
    }

    @Test(arguments: WarningCode.allCases, MessageKind.allCases)
    func `has a rule for every warning of every kind of message`(code: WarningCode, kind: MessageKind) {
        let rule = ConformanceRule(code: code.rawValue, kind: kind)
        #expect(!rule.place.isEmpty)
        // An example that looks like a message's piece is made of segments.
        if let example = rule.example { #expect(example.hasSuffix("'") && example.contains("+")) }
    }

    @Test(arguments: [
        ("UNB+UNOA:4+GA*APIS+ID", "GA*APIS"), ("xx unb*UNOC:3*SQ:ZZ*ID", "SQ"), ("no envelope", nil), ("UNB", nil),
        ("UNB+UNOA:4", nil), ("UNB\u{1D}UNOA\u{1F}4\u{1D}KL\u{1D}ID", "KL"),
    ]) func `finds the sender of bytes that cannot be read`(text: String, sender: String?) {
        #expect(SenderGuess.sender(in: Array(text.utf8)) == sender)
    }
}
