// SPDX-License-Identifier: Apache-2.0

import Drawing
import Testing

@Suite struct RateIntervalsTests {
    private func figure(_ rows: [RateIntervals.Row]) -> RateIntervals {
        RateIntervals(
            title: "False alerts", summary: "by station", columns: ["Station", "Share", "Standing"], rows: rows,
            ticks: ["100%", "10%", "1%", "0.1%", "0.01%", "0.001%"], allowed: 0.01, allowedLabel: "allowed: 1%")
    }

    private func row(_ name: String, _ value: Double, _ lower: Double, _ upper: Double) -> RateIntervals.Row {
        .init(name: name, value: value, lower: lower, upper: upper, text: "\(value)", standing: "open")
    }

    @Test func `says in the table what it draws, and escapes names`() {
        let figure = figure([row("CGK-<1>", 0.001, 0.0001, 0.1)])
        #expect(figure.table.rows == [["CGK-<1>", "0.001", "open"]])
        let reading = FigureReading(figure.svg)
        #expect(reading.problem == nil && !figure.svg.contains("<1>"))
        #expect(reading.elements("text").contains { $0.text == "allowed: 1%" })
    }

    @Test func `a power of ten is as wide as the next, nought lies at the edge and nothing beyond`() {
        let reading = FigureReading(
            figure([row("a", 0.001, 0.0001, 0.01), row("b", 0, -1, 7)]).svg)
        let intervals = reading.elements("line").filter { $0.attributes["stroke-width"] == "3" }
            .map { ($0.number("x1"), $0.number("x2")) }
        #expect(intervals.count == 2)
        #expect(intervals[0].1 - intervals[0].0 == 204, "two powers of five on 510 units")
        #expect(intervals[1] == (190, 700))
    }

    @Test func `draws forty rows at most`() {
        let many = (0..<60).map { row("s\($0)", 0.5, 0.4, 0.6) }
        #expect(figure(many).svg.components(separatedBy: "<path").count == 41)
        #expect(figure(many).table.rows.count == 60)
    }
}

extension String {
    fileprivate func components(separatedBy part: String) -> [Substring] {
        split(separator: part, omittingEmptySubsequences: false)
    }
}
