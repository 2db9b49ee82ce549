// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import Identity

@Suite struct RowReadingTests {
    @Test func `fields of every length end at their comma or line`() {
        // Bytes beside the comma and the line end in value are those that a search by eight may take for them.
        for filler in ["A", "-", "+", "\u{B}", "\t", "\u{E9}"] {
            for first in 0..<20 {
                for second in 0..<20 {
                    let (a, b) = (String(repeating: filler, count: first), String(repeating: filler, count: second))
                    let text = Array("\(a),\(b)\nx,y".utf8)
                    text.withUnsafeBufferPointer { bytes in
                        var walker = RowWalker(bytes)
                        var rows: [[String]] = []
                        while walker.next() { rows.append(walker.fields.indices.map { walker.text($0) }) }
                        #expect(rows == [[a, b], ["x", "y"]])
                    }
                }
            }
        }
    }

    @Test func `labels mean what they mean, remembered or not`() {
        var memo = LabelMemo<UInt8>()
        var asked = 0
        func value(_ text: String) -> UInt8? {
            Array(text.utf8).withUnsafeBufferPointer { bytes in
                memo.value(bytes) { label in
                    asked += 1
                    return Digits.relation(label)
                }
            }
        }
        for _ in 0..<3 {
            #expect(value("ISTRI") == 3)
            #expect(value("KEPALA KELUARGA") == 1)
            #expect(value("ISTRI\u{0}") == nil)
            #expect(value("nobody") == nil)
            #expect(value("") == nil)
        }
        #expect(asked == 2 + 3 * 3)
    }
}
