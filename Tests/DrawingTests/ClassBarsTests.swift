// SPDX-License-Identifier: Apache-2.0

import Drawing
import Testing

@Suite struct ClassBarsTests {
    private let bars = ClassBars(
        title: "Hits", summary: "by hours", classHead: "Hours", classNames: ["72", "<0>"], names: ("Known", "Judged"),
        first: [4, 2], second: [1], marked: 1)

    @Test func `says in the table what it draws, and zero for what is missing`() {
        #expect(bars.table.rows == [["72", "4", "1"], ["<0>", "2", "0"]])
        #expect(bars.table.columns == ["Hours", "Known", "Judged"])
    }

    @Test func `escapes names and marks one class`() {
        #expect(!bars.svg.contains("<0>"))
        #expect(bars.svg.contains("fig-hit"))
    }
}
