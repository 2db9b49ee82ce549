// SPDX-License-Identifier: Apache-2.0

import Edifact
import Testing

@Suite struct SegmentScannerTests {
    private func segments(_ text: String) -> [EdifactSegment] { EdifactSegment.all(in: Array(text.utf8)) }

    @Test func `reads the standard separators without a UNA`() {
        let found = segments("UNB+UNOA:4+A+B+260115:0410+1'UNH+1+PAXLST:D:12B'NAD+FL+++O?'BRIEN:A??B?+C'UNT+3+1'")
        #expect(found.map(\.tag) == ["UNB", "UNH", "NAD", "UNT"])
        #expect(found[2].value(4, 1) == "O'BRIEN")
        #expect(found[2].value(4, 2) == "A?B+C")
    }

    @Test(arguments: [":+.?*'", ":*.? $", "-+.? *", "(%.) -", "^|.\\ ~", ".+,? '", "]).[ $"])
    func `takes any separators that a UNA names`(six: String) {
        let s = Array(six)
        let c = String(s[0])
        let e = String(s[1])
        let t = String(s[5])
        let text = "UNA\(six)UNB\(e)UNOA\(c)4\(e)A\(e)B\(t)UNH\(e)1\(e)PAXLST\(c)D\(t)NAD\(e)FL\(e)\(e)\(e)A\(c)B\(t)"
        let found = segments(text)
        #expect(found.map(\.tag) == ["UNB", "UNH", "NAD"])
        #expect(found.last?.value(4, 2) == "B")
    }

    @Test func `derives the separators from the UNB where a UNA does not fit`() {
        let found = segments("UNB*UNOA:4*A*B$UNG*PAXLST*A*B$UNH*1*PAXLST:D:02B$")
        #expect(found.map(\.tag) == ["UNB", "UNG", "UNH"])
        #expect(found.last?.value(2, 3) == "02B")
    }

    @Test func `joins lines that were wrapped in mid-token`() {
        let found = segments("UNB+UNOA:4+A+B'UNH+1+PAX\r\nLST:D:12B'NAD+FL+++SANT\nOSO:BU?\n'DI'")
        #expect(found[1].value(2) == "PAXLST")
        #expect(found[2].value(4, 1) == "SANTOSO")
        #expect(found[2].value(4, 2) == "BU'DI")
    }

    @Test func `keeps a release character at the end of the data`() {
        let found = segments("UNB+UNOA:4+A+B'FTX+AB?")
        #expect(found.last?.value(1) == "AB?")
    }

    @Test func `finds an interchange behind one that lacks its last terminator`() {
        let text =
            "UNA:*.? $UNB*UNOA:4*A*B$UNH*1*X:D$UNT*2*1$UNZ*1*7\nUNA:+.? 'UNB+UNOA:4+C+D'UNH+1+Y:D'UNT+2+1'UNZ+1+8'"
        let tags = segments(text).map(\.tag)
        #expect(tags.filter { $0 == "UNB" }.count == 2)
        #expect(tags.filter { $0 == "UNH" }.count == 2)
    }

    @Test func `numbers segments with their bytes for the page`() {
        let text = Array("\u{FEFF}UNA:+.? '\nUNB+UNOA:4+A+B'\nUNH+1+X:D'".utf8)
        let ranges = InterchangeSegments.ranges(in: text)
        #expect(ranges.count == 2)
        #expect(String(decoding: text[ranges[0]], as: UTF8.self) == "UNB+UNOA:4+A+B'")
        #expect(String(decoding: text[ranges[1]], as: UTF8.self) == "UNH+1+X:D'")
    }

    @Test func `bounds segments and components`() {
        let long = "UNB+UNOA:4+A+B'FTX+" + String(repeating: "A", count: 200_000) + "'UNZ+1+1'"
        let many = "UNB+UNOA:4+A+B'FTX" + String(repeating: "+A:B", count: 9_000) + "'UNZ+1+1'"
        #expect(segments(long).last?.tag == "UNZ")
        #expect(segments(many).last?.tag == "UNZ")
    }
}
