// SPDX-License-Identifier: Apache-2.0

internal import Foundation

/// Measured shares with their intervals on a logarithmic axis, a row each, beside a share that is allowed.
public struct RateIntervals: Figure {
    /// One share, 0...1, and the ends of its interval.
    public struct Row: Hashable, Sendable {
        public var name: String
        public var value: Double
        public var lower: Double
        public var upper: Double
        /// The same in words, for the table and the tip.
        public var text: String
        /// How it stands, in a word.
        public var standing: String

        public init(name: String, value: Double, lower: Double, upper: Double, text: String, standing: String) {
            self.name = name
            self.value = value
            self.lower = lower
            self.upper = upper
            self.text = text
            self.standing = standing
        }
    }

    public var id: String
    public var title: String
    public var summary: String
    /// Heads of the table: what a row is, the share, how it stands.
    public var columns: [String]
    public var rows: [Row]
    /// The words of the powers of ten at the axis, from one down to 1e-5: `100%`, `10%`, `1%`.
    public var ticks: [String]
    /// The allowed share, 0...1, and its words.
    public var allowed: Double
    public var allowedLabel: String

    public init(
        id: String = "rates", title: String, summary: String, columns: [String], rows: [Row], ticks: [String],
        allowed: Double,
        allowedLabel: String
    ) {
        self.id = id
        self.title = title
        self.summary = summary
        self.columns = columns
        self.rows = rows
        self.ticks = ticks
        self.allowed = allowed
        self.allowedLabel = allowedLabel
    }

    public var table: FigureTable {
        FigureTable(caption: title, columns: columns, rows: rows.map { [$0.name, $0.text, $0.standing] })
    }

    /// Powers of ten across, from 1e-5 to 1.
    public static let powers = 5

    public var svg: String {
        let shown = rows.prefix(40)
        let (left, right, top, height) = (190, 700, 46, 28)
        let bottom = top + shown.count * height
        var canvas = SVGCanvas(width: 720, height: bottom + 34)
        func x(_ share: Double) -> Int {
            left + Int((place(share) * Double(right - left)).rounded())
        }
        for power in -Self.powers...0 {
            let at = x(pow(10, Double(power)))
            canvas.line(x1: at, y1: top - 6, x2: at, y2: bottom, class: "fig-grid")
            canvas.text(
                ticks.indices.contains(-power) ? ticks[-power] : "1e\(power)", x: at, y: bottom + 20, size: 12,
                anchor: .middle)
        }
        let limit = x(allowed)
        canvas.line(x1: limit, y1: top - 14, x2: limit, y2: bottom, class: "fig-now", width: 2, dashes: "6 4")
        canvas.text(
            SVGText.fitted(allowedLabel, size: 12, room: 300), x: limit, y: top - 22, size: 12, anchor: .middle)
        for (number, row) in shown.enumerated() {
            let y = top + number * height + height / 2
            canvas.text(SVGText.fitted(row.name, size: 13, room: left - 12), x: 2, y: y + 4, size: 13)
            let (from, to) = (x(row.lower), x(row.upper))
            canvas.line(x1: from, y1: y, x2: to, y2: y, class: "fig-accent-line", width: 3)
            for end in [from, to] {
                canvas.line(x1: end, y1: y - 5, x2: end, y2: y + 5, class: "fig-accent-line", width: 2)
            }
            canvas.diamond(
                x: x(row.value), y: y, radius: 6, class: "fig-accent", tip: row.name + ": " + row.text)
        }
        return canvas.document(self, kind: "rates")
    }

    /// 0 at the smallest power and below, 1 at one.
    private func place(_ share: Double) -> Double {
        guard share > 0 else { return 0 }
        return min(1, max(0, 1 + log10(share) / Double(Self.powers)))
    }
}
