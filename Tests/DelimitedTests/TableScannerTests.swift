// SPDX-License-Identifier: Apache-2.0

import Delimited
import Testing

@Suite struct TableScannerTests {
    private func rows(_ text: String, _ separator: UInt8 = UInt8(ascii: ",")) -> [[String]] {
        Array(text.utf8).withUnsafeBufferPointer { bytes in
            var scanner = TableScanner(bytes, separator: separator)
            var rows: [[String]] = []
            while let record = scanner.next() { rows.append(record.fields.map(scanner.text)) }
            return rows
        }
    }

    @Test func `takes quotes off, keeps line breaks inside, passes blank lines over`() {
        #expect(
            rows("\u{FEFF}a,\"b, \"\"c\"\"\"\r\n\r\n\"d\ne\",\r\nf") == [["a", "b, \"c\""], ["d\ne", ""], ["f"]])
    }

    @Test func `a quote that is never closed ends at its own line`() {
        #expect(rows("a,\"b\nc,d") == [["a", "b"], ["c", "d"]])
    }

    @Test func `a record has no more fields than the limit`() {
        let text = String(repeating: "x,", count: 2_000)
        #expect(rows(text).first?.count == TableScanner.mostFields + 1)
    }
}
