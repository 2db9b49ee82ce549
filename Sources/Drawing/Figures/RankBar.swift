// SPDX-License-Identifier: Apache-2.0

/// A rank 0...100 as a bar with its word and a sign that fills up, so that colour is never needed.
public struct RankBar: Figure {
    public var id: String
    public var title: String
    public var value: Int
    /// The word of the rank's band: `tinggi`.
    public var word: String

    /// - Parameter title: what is ranked: `Peringkat`.
    public init(id: String, title: String, value: Int, word: String) {
        self.id = id
        self.title = title
        self.value = min(100, max(0, value))
        self.word = word
    }

    public var summary: String { "\(word) (\(value) / 100)" }

    public var table: FigureTable {
        FigureTable(caption: title, columns: [title, ""], rows: [[String(value), word]])
    }

    /// How many quarters of the sign are filled, 0...4.
    private var quarters: Int {
        switch value {
        case ..<1: 0
        case 1..<40: 1
        case 40..<60: 2
        case 60..<80: 3
        default: 4
        }
    }

    public var svg: String {
        let text = SVGText.fitted(value > 0 ? "\(value) \(word)" : word, size: 12, room: 160)
        var canvas = SVGCanvas(width: 84 + SVGText.width(text, size: 12), height: 18)
        canvas.quarters(quarters, x: 8, y: 9, radius: 6, class: value >= 60 ? "fig-hit" : "fig-accent")
        canvas.rectangle(x: 18, y: 5, width: 60, height: 9, radius: 2, class: "fig-grid", outlined: true)
        let width = value * 60 / 100
        if width > 0 {
            canvas.rectangle(
                x: 18, y: 5, width: max(2, width), height: 9, radius: 2, class: value >= 60 ? "fig-hit" : "fig-accent")
        }
        canvas.text(text, x: 84, y: 14, size: 12)
        return canvas.document(self, kind: "rank")
    }
}
