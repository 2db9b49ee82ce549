// SPDX-License-Identifier: Apache-2.0

import Drawing
import Testing

@Suite struct WaterfallTests {
    private func figure(_ weights: [Double], label: String = "nama") -> Waterfall {
        Waterfall(
            title: "Mengapa", summary: "dari awal ke jumlah", columns: ["Unsur", "Rincian", "Bobot"],
            steps: weights.enumerated().map { index, weight in
                Waterfall.Step(
                    label: "\(label) \(index)", detail: "sama", weight: weight,
                    text: "±")
            }, totalLabel: "Jumlah", totalText: "+1", evenLabel: "seimbang")
    }

    @Test func `each bar begins where the one before ended, and the total reaches from zero to the last end`() {
        let reading = FigureReading(figure([-17, 30, -4, 8]).svg)
        #expect(reading.problem == nil)
        let bars = reading.elements("rect").map { ($0.number("x"), $0.number("x") + $0.number("width")) }
        #expect(bars.count == 5)
        #expect(bars[0].0 == bars[1].0, "against goes left, for begins at its left end")
        #expect(bars[1].1 == bars[2].1 && bars[2].0 == bars[3].0)
        #expect(bars[4].0 == bars[0].1 && bars[4].1 == bars[3].1)
    }

    @Test func `for and against look different without colour, and the table says all`() {
        let waterfall = figure([3, -2])
        let rects = FigureReading(waterfall.svg).elements("rect")
        #expect(rects[0].attributes["fill"] == nil && rects[1].attributes["fill"] == "none")
        #expect(waterfall.table.rows.count == 3 && waterfall.table.rows.last == ["Jumlah", "", "+1"])
    }

    private static let extremes: [[Double]] = [
        [], [0], [.infinity, -.infinity, .nan], [1e300, -1e300], Array(repeating: 60.0, count: 25),
        Array(repeating: -60.0, count: 400),
    ]

    @Test(arguments: extremes)
    func `whatever the weights, everything lies within the picture`(weights: [Double]) {
        let svg = figure(weights, label: "<&\u{1}> nama yang sangat panjang sekali untuk kolomnya").svg
        let reading = FigureReading(svg)
        #expect(reading.problem == nil && reading.overlaps.isEmpty && !svg.contains("nan"))
        let box = reading.elements("svg")[0]
        for bar in reading.elements("rect") {
            #expect(bar.number("x") >= 0 && bar.number("x") + bar.number("width") <= box.number("width"))
            #expect(bar.number("y") + bar.number("height") <= box.number("height"))
        }
    }
}
