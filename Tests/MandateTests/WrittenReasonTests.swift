// SPDX-License-Identifier: Apache-2.0

import Mandate
import Testing

@Suite struct WrittenReasonTests {
    @Test(arguments: [
        ("foto dan paspor sama", "foto dan paspor sama"), ("  court\n", "court"), ("ND-1", "ND-1"),
        ("alasan", "alasan"),
        ("\u{200B}\u{FEFF} kasus 12 \u{2060}", "kasus 12"), ("baris satu\nbaris dua", "baris satu\nbaris dua"),
        ("理由書", "理由書"), ("123", "123"),
    ]) func `real words are kept, without what is blank around them`(written: String, kept: String) {
        #expect(WrittenReason(written)?.text == kept)
    }

    @Test(arguments: [
        nil, "", "   ", "\n\t \r\n", "ab", " a ", "a b", "...", "-----", "? ? ?", "\u{200B}\u{200B}\u{200B}\u{200B}",
        "a\u{200B}\u{200B}\u{200B}b", "\u{3164}\u{3164}\u{3164}", "\u{2800}\u{2800}\u{2800}", "\u{0}\u{1}\u{2}",
        "\u{A0}\u{A0}\u{A0}",
        "\u{1F600}\u{1F600}\u{1F600}",
    ]) func `blanks, signs and what nobody sees are no reason`(written: String?) {
        #expect(WrittenReason(written) == nil)
    }

    @Test func `blanks do not make a reason longer`() {
        #expect(WrittenReason("laporan" + String(repeating: " ", count: 20), least: 10) == nil)
        #expect(WrittenReason("lap" + String(repeating: " ", count: 20) + "or", least: 10) == nil)
        #expect(WrittenReason("lap" + String(repeating: "\u{200B}", count: 20) + "or", least: 10) == nil)
        #expect(WrittenReason("laporan gerbang 3", least: 10)?.text == "laporan gerbang 3")
        #expect(WrittenReason(String(repeating: "a", count: WrittenReason.longest)) != nil)
        #expect(WrittenReason(String(repeating: "a", count: WrittenReason.longest + 1)) == nil)
    }
}
