// SPDX-License-Identifier: Apache-2.0

internal import Foundation

/// Misses against false matches on logarithmic axes (a DET curve, ISO/IEC 19795-1); lower and further left is better.
public struct DETCurve: Figure {
    /// One curve.
    public struct Series: Hashable, Sendable {
        public var name: String
        /// False match rate and false non-match rate, 0...1; zeros are drawn at the edge.
        public var points: [Point]

        public init(name: String, points: [Point]) {
            self.name = name
            self.points = points
        }
    }

    /// Two rates, 0...1.
    public struct Point: Hashable, Sendable {
        public var falseMatches: Double
        public var misses: Double

        public init(falseMatches: Double, misses: Double) {
            self.falseMatches = falseMatches
            self.misses = misses
        }
    }

    public var id: String
    public var title: String
    public var summary: String
    /// The words at the axes and above the table's first column.
    public var falseMatchLabel: String
    public var missLabel: String
    public var seriesLabel: String
    /// At most three are drawn, told apart by their dashes and numbers.
    public var series: [Series]

    public init(
        id: String = "det", title: String, summary: String, falseMatchLabel: String, missLabel: String,
        seriesLabel: String, series: [Series]
    ) {
        self.id = id
        self.title = title
        self.summary = summary
        self.falseMatchLabel = falseMatchLabel
        self.missLabel = missLabel
        self.seriesLabel = seriesLabel
        self.series = Array(series.prefix(3))
    }

    /// For each curve the misses at each power of ten of false matches.
    public var table: FigureTable {
        let powers = [-2, -3, -4, -5]
        return FigureTable(
            caption: title, columns: [seriesLabel] + powers.map { "\(falseMatchLabel) 1e\($0)" },
            rows: series.map { one in
                [one.name]
                    + powers.map { power in
                        let within = one.points.filter { $0.falseMatches <= pow(10, Double(power)) }
                        return within.map(\.misses).min().map { String(format: "%.4f", $0) } ?? "-"
                    }
            })
    }

    public var svg: String {
        let (left, right, top, bottom) = (90, 680, 30, 400)
        var canvas = SVGCanvas(width: 720, height: 470)
        // Six powers of ten across, three down.
        func x(_ rate: Double) -> Int { left + Int((place(rate, powers: 6) * Double(right - left)).rounded()) }
        func y(_ rate: Double) -> Int { bottom - Int((place(rate, powers: 3) * Double(bottom - top)).rounded()) }
        for power in -6...0 {
            let at = x(pow(10, Double(power)))
            canvas.line(x1: at, y1: top, x2: at, y2: bottom, class: "fig-grid")
            canvas.text(power == 0 ? "1" : "1e\(power)", x: at, y: bottom + 20, size: 13, anchor: .middle)
        }
        for power in -3...0 {
            let at = y(pow(10, Double(power)))
            canvas.line(x1: left, y1: at, x2: right, y2: at, class: "fig-grid")
            canvas.text(power == 0 ? "1" : "1e\(power)", x: left - 8, y: at + 4, size: 13, anchor: .end)
        }
        canvas.text(
            SVGText.fitted(falseMatchLabel, size: 14, room: 500), x: (left + right) / 2, y: bottom + 44, size: 14,
            anchor: .middle)
        canvas.text(SVGText.fitted(missLabel, size: 14, room: 500), x: 8, y: top - 12, size: 14)
        for (number, one) in series.enumerated() {
            let dashes = [nil, "6 4", "2 3"][number]
            let points = one.points.sorted { ($0.falseMatches, $1.misses) < ($1.falseMatches, $0.misses) }
            for (from, to) in zip(points, points.dropFirst()) {
                let (x1, y1, x2, y2) = (x(from.falseMatches), y(from.misses), x(to.falseMatches), y(to.misses))
                guard x1 != x2 || y1 != y2 else { continue }
                canvas.line(x1: x1, y1: y1, x2: x2, y2: y2, class: "fig-accent-line", width: 2, dashes: dashes)
            }
            let row = top + 20 + 22 * number
            canvas.line(x1: 470, y1: row - 4, x2: 510, y2: row - 4, class: "fig-accent-line", width: 2, dashes: dashes)
            canvas.text(SVGText.fitted(one.name, size: 13, room: 150), x: 518, y: row, size: 13)
        }
        return canvas.document(self, kind: "det")
    }

    /// 0 at the smallest power and below, 1 at one.
    private func place(_ rate: Double, powers: Int) -> Double {
        guard rate > 0 else { return 0 }
        return min(1, max(0, 1 + log10(rate) / Double(powers)))
    }
}
