// SPDX-License-Identifier: Apache-2.0

import Casework
import Civil
import Messages
import Testing
import Travel
import Wording

@Suite struct ConformanceLetterTests {
    /// A message with every value of its traveller a canary, and faults of many kinds.
    static let message = """
        UNA:+.? '
        UNB+UNOA:4+GA+IDCUST+261118:0900+1'
        UNH+1+PAXLST:D:05B:UN:IATA+REF77'
        BGM+745'
        TDT+20+GA0825+++GA'
        LOC+125+SIN'
        DTM+189:26AB180930:201'
        NAD+FL+++KENARILAMA:LARASATI+JL KENANGA CANARIO+JAKARTACANARY'
        ATT+2++Q'
        DTM+329:KENARI'
        LOC+999+KCANARYLOC'
        RFF+QQQ:KCANARYREF'
        FTX+AAA+++CANARY TEXT 4111111111111111'
        COM+628139990077:TE'
        NAT+2+XXCANARY'
        DOC+P:110:111+K9CANARY7731'
        DTM+36:KCANARYDATE'
        QQQ+KCANARYSEG'
        NAD+FL'
        CNT+42:9'
        UNT+3+2'
        """
    static let canaries = ["KENARI", "LARASATI", "CANAR", "4111", "628139990077"]

    private func letter(_ language: Language) throws -> ConformanceLetter {
        let day = try #require(CivilDate(iso: "2026-11-23"))
        return ConformanceLetter(ConformanceReport(Array(Self.message.utf8)), language: language, on: day)
    }

    @Test(arguments: Language.allCases) func `tells every fault and no traveller`(language: Language) throws {
        let letter = try letter(language)
        let text = letter.text
        for canary in Self.canaries { #expect(!text.contains(canary), "\(canary)") }
        let words = Words(language)
        let report = ConformanceReport(Array(Self.message.utf8))
        #expect(report.findings.count > 4)
        let flat = text.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
        for finding in report.findings {
            #expect(flat.contains(words(.warningRemedy, finding.code)), "\(finding.code)")
            #expect(flat.contains(words(.conformanceGuide, finding.rule.guide)))
        }
        #expect(flat.contains("REF77") && flat.contains("UNT, 0074"))
        #expect(text.split(separator: "\n").allSatisfy { $0.hasPrefix("    ") || $0.count <= 78 })
    }

    @Test func `says so where nothing is wrong`() throws {
        let good =
            Self.message.split(separator: "\n").prefix(6).joined()
            + "DTM+189:2611180930:201'LOC+87+CGK'DTM+232:2611181015:201'NAD+FL+++A:B'CNT+42:1'UNT+10+1'UNZ+1+1'"
        let report = ConformanceReport(Array(good.utf8))
        #expect(report.findings.isEmpty, "\(report.findings.map(\.code))")
        let day = try #require(CivilDate(iso: "2026-11-23"))
        let text = ConformanceLetter(report, language: .indonesian, on: day).text
        #expect(text.contains(Words(.indonesian)(LetterText.noFindings)) && text.contains("23 November 2026"))
    }
}
