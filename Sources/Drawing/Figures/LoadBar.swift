// SPDX-License-Identifier: Apache-2.0

/// How many are on board, still expected, not on board, cancelled: four heights, so that print needs no colour.
public struct LoadBar: Figure {
    /// One part of the load.
    public struct Part: Hashable, Sendable {
        public enum Kind: String, Hashable, Sendable, CaseIterable {
            case boarded, expected, notOnBoard, cancelled
        }
        public var kind: Kind
        public var label: String
        public var count: Int

        public init(_ kind: Kind, label: String, count: Int) {
            self.kind = kind
            self.label = label
            self.count = count
        }
    }

    public var id: String
    public var title: String
    public var countLabel: String
    public var parts: [Part]

    public init(id: String, title: String, countLabel: String, parts: [Part]) {
        self.id = id
        self.title = title
        self.countLabel = countLabel
        self.parts = parts
    }

    public var summary: String {
        parts.filter { $0.count > 0 }.map { "\($0.label): \($0.count)" }.joined(separator: ", ")
    }

    public var table: FigureTable {
        FigureTable(caption: title, columns: [title, countLabel], rows: parts.map { [$0.label, String($0.count)] })
    }

    public var svg: String {
        let width = 160
        var canvas = SVGCanvas(width: width, height: 18)
        let counts = parts.map { max(0, min(100_000, $0.count)) }
        let total = counts.reduce(0, +)
        canvas.line(x1: 0, y1: 17, x2: width, y2: 17, class: "fig-grid")
        var before = 0
        for (part, count) in zip(parts, counts) where count > 0 {
            let x = before * width / total
            before += count
            let end = before * width / total
            let tip = "\(part.label): \(part.count)"
            switch part.kind {
            case .boarded:
                canvas.rectangle(x: x, y: 2, width: end - x, height: 15, class: "fig-accent", tip: tip)
            case .expected:
                canvas.rectangle(x: x, y: 2, width: end - x, height: 15, class: "fig-soft", opacity: "0.35", tip: tip)
            case .notOnBoard:
                canvas.rectangle(x: x, y: 10, width: end - x, height: 7, class: "fig-soft", tip: tip)
            case .cancelled:
                canvas.rectangle(x: x, y: 14, width: end - x, height: 3, class: "fig-soft", tip: tip)
            }
            let word = String(part.count)
            if end - x > SVGText.width(word, size: 10) + 4, part.kind == .expected {
                canvas.text(word, x: (x + end) / 2, y: 13, size: 10, anchor: .middle)
            }
        }
        return canvas.document(self, kind: "load")
    }
}
