// SPDX-License-Identifier: Apache-2.0

/// Two sources side by side, field by field: a sign for each says whether they agree.
public struct ComparisonStrip: Figure {
    /// One field.
    public struct Field: Hashable, Sendable {
        public enum Verdict: String, Hashable, Sendable, CaseIterable {
            case agrees, differs, oneSided
        }
        public var name: String
        public var first: String
        public var second: String
        public var verdict: Verdict

        public init(_ name: String, first: String, second: String, verdict: Verdict) {
            self.name = name
            self.first = first
            self.second = second
            self.verdict = verdict
        }
    }

    /// The words of the picture.
    public struct Labels: Hashable, Sendable {
        public var field: String
        public var first: String
        public var second: String
        public var verdict: String
        public var verdicts: [Field.Verdict: String]

        public init(field: String, first: String, second: String, verdict: String, verdicts: [Field.Verdict: String]) {
            self.field = field
            self.first = first
            self.second = second
            self.verdict = verdict
            self.verdicts = verdicts
        }
    }

    public var id: String
    public var title: String
    public var fields: [Field]
    public var labels: Labels

    public init(id: String = "comparison", title: String, fields: [Field], labels: Labels) {
        self.id = id
        self.title = title
        self.fields = fields
        self.labels = labels
    }

    public var summary: String {
        fields.map { "\($0.name): \(labels.verdicts[$0.verdict] ?? $0.verdict.rawValue)" }.joined(separator: ", ")
    }

    public var table: FigureTable {
        FigureTable(
            caption: title, columns: [labels.field, labels.first, labels.second, labels.verdict],
            rows: fields.map { [$0.name, $0.first, $0.second, labels.verdicts[$0.verdict] ?? ""] })
    }

    public var svg: String {
        let step = 124
        let shown = fields.prefix(12)
        var canvas = SVGCanvas(width: max(1, shown.count) * step, height: 60)
        for (index, field) in shown.enumerated() {
            let x = index * step
            let word = labels.verdicts[field.verdict] ?? ""
            canvas.text(SVGText.fitted(field.name, size: 12, room: step - 6), x: x + 2, y: 12, size: 12)
            switch field.verdict {
            case .agrees:
                canvas.rectangle(
                    x: x + 2, y: 18, width: step - 8, height: 22, radius: 3, class: "fig-soft", opacity: "0.2")
                sign("=", x: x, on: &canvas, class: "fig-text")
            case .differs:
                canvas.rectangle(x: x + 2, y: 18, width: step - 8, height: 22, radius: 3, class: "fig-hit")
                sign("≠", x: x, on: &canvas, class: "fig-on-hit")
            case .oneSided:
                canvas.rectangle(
                    x: x + 2, y: 18, width: step - 8, height: 22, radius: 3, class: "fig-grid", outlined: true)
                sign("–", x: x, on: &canvas, class: "fig-text")
            }
            canvas.text(SVGText.fitted(word, size: 11, room: step - 6), x: x + 2, y: 54, size: 11, class: "fig-soft")
        }
        return canvas.document(self, kind: "comparison")

        func sign(_ text: String, x: Int, on canvas: inout SVGCanvas, class name: String) {
            canvas.text(text, x: x + step / 2 - 2, y: 35, size: 16, anchor: .middle, class: name, bold: true)
        }
    }
}
