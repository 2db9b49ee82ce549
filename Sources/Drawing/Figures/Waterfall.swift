// SPDX-License-Identifier: Apache-2.0

/// How a sum came about: each weight a bar that begins where the one before ended, from a prior to the total, in bits.
///
/// Weights for are filled, weights against outlined; the sign beside each says the same again.
public struct Waterfall: Figure {
    /// One weight.
    public struct Step: Hashable, Sendable {
        public var label: String
        /// What was compared, for table and tip.
        public var detail: String
        public var weight: Double
        /// The weight as the reader's language writes it, with its sign.
        public var text: String

        public init(label: String, detail: String, weight: Double, text: String) {
            self.label = label
            self.detail = detail
            self.weight = weight
            self.text = text
        }
    }

    public var id: String
    public var title: String
    public var summary: String
    /// The heads of the table: what, detail, weight.
    public var columns: [String]
    /// At most ``mostSteps`` are drawn; the table has all.
    public var steps: [Step]
    /// The name of the sum, and the sum as text.
    public var totalLabel: String
    public var totalText: String
    /// What the line at zero stands for: as likely as not.
    public var evenLabel: String

    /// The most steps that are drawn.
    public static let mostSteps = 30
    /// Weights beyond this many bits are drawn as if they were so many.
    private static let mostBits = 200.0

    public init(
        id: String = "waterfall", title: String, summary: String, columns: [String], steps: [Step], totalLabel: String,
        totalText: String, evenLabel: String
    ) {
        self.id = id
        self.title = title
        self.summary = summary
        self.columns = columns
        self.steps = steps
        self.totalLabel = totalLabel
        self.totalText = totalText
        self.evenLabel = evenLabel
    }

    public var table: FigureTable {
        FigureTable(
            caption: title, columns: columns,
            rows: steps.map { [$0.label, $0.detail, $0.text] } + [[totalLabel, "", totalText]])
    }

    public var svg: String {
        let (width, labels, numbers, row, head) = (680, 190, 70, 26, 22)
        let drawn = steps.prefix(Self.mostSteps)
        let weights = drawn.map { $0.weight.isFinite ? min(max($0.weight, -Self.mostBits), Self.mostBits) : 0 }
        var ends = [0.0]
        for weight in weights { ends.append((ends.last ?? 0) + weight) }
        let (low, high) = (min(0, ends.min() ?? 0), max(0, ends.max() ?? 0))
        let room = Double(width - labels - numbers - 20)
        let scale = high - low > 0 ? room / (high - low) : 0
        func place(_ bits: Double) -> Int { labels + 10 + Int(((bits - low) * scale).rounded()) }
        var canvas = SVGCanvas(width: width, height: head + (drawn.count + 1) * row + 8)
        let zero = place(0)
        let isLeft = zero < width / 2
        canvas.text(
            SVGText.fitted(evenLabel, size: 11, room: 220), x: zero + (isLeft ? 4 : -4), y: 13, size: 11,
            anchor: isLeft ? .start : .end, class: "fig-soft")
        canvas.line(x1: zero, y1: 4, x2: zero, y2: head + (drawn.count + 1) * row + 4, class: "fig-grid", dashes: "4 3")
        for (index, step) in drawn.enumerated() {
            let top = head + index * row
            bar(
                from: place(ends[index]), to: place(ends[index + 1]), top: top, isFor: weights[index] >= 0,
                tip: "\(step.label) \(step.text) \(step.detail)", &canvas)
            if index > 0 {
                canvas.line(
                    x1: place(ends[index]), y1: top - row + 19, x2: place(ends[index]), y2: top + 5, class: "fig-grid")
            }
            texts(step.label, step.text, top: top, width: width, room: labels, isBold: false, &canvas)
        }
        let top = head + drawn.count * row
        canvas.line(x1: 0, y1: top + 1, x2: width, y2: top + 1, class: "fig-grid")
        let total = ends.last ?? 0
        bar(from: zero, to: place(total), top: top + 2, isFor: total >= 0, tip: "\(totalLabel) \(totalText)", &canvas)
        texts(totalLabel, totalText, top: top + 2, width: width, room: labels, isBold: true, &canvas)
        return canvas.document(self, kind: "waterfall")
    }

    private func bar(from: Int, to: Int, top: Int, isFor: Bool, tip: String, _ canvas: inout SVGCanvas) {
        canvas.rectangle(
            x: min(from, to), y: top + 5, width: max(2, abs(to - from)), height: 14, radius: 2,
            class: isFor ? "fig-accent" : "fig-against", outlined: !isFor, tip: tip)
    }

    private func texts(
        _ label: String, _ text: String, top: Int, width: Int, room: Int, isBold: Bool, _ canvas: inout SVGCanvas
    ) {
        canvas.text(SVGText.fitted(label, size: 12, room: room - 6), x: 2, y: top + 16, size: 12, bold: isBold)
        canvas.text(
            SVGText.fitted(text, size: 12, room: 64), x: width - 4, y: top + 16, size: 12, anchor: .end, bold: isBold)
    }
}
