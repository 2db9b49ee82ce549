// SPDX-License-Identifier: Apache-2.0

/// Counts of two kinds by class, side by side: hits known and judged by the hours before landing.
public struct ClassBars: Figure {
    public var id: String
    public var title: String
    public var summary: String
    /// The head of the first column.
    public var classHead: String
    public var classNames: [String]
    /// The names of the two kinds, and their counts, one for each class.
    public var names: (first: String, second: String) {
        get { (firstName, secondName) }
        set { (firstName, secondName) = newValue }
    }
    public var first: [Int]
    public var second: [Int]
    /// The class drawn in the colour of hits, such as "after landing"; nil for none.
    public var marked: Int?
    private var firstName: String
    private var secondName: String

    public init(
        id: String = "classes", title: String, summary: String, classHead: String, classNames: [String],
        names: (first: String, second: String), first: [Int], second: [Int], marked: Int? = nil
    ) {
        self.id = id
        self.title = title
        self.summary = summary
        self.classHead = classHead
        self.classNames = classNames
        firstName = names.first
        secondName = names.second
        self.first = first
        self.second = second
        self.marked = marked
    }

    public var table: FigureTable {
        FigureTable(
            caption: title, columns: [classHead, firstName, secondName],
            rows: classNames.enumerated().map { [$1, "\(count(first, $0))", "\(count(second, $0))"] })
    }

    public var svg: String {
        let (column, height, foot, head) = (84, 130, 22, 24)
        let classes = Array(classNames.prefix(24))
        var canvas = SVGCanvas(width: max(1, classes.count) * column + 8, height: head + height + foot)
        canvas.rectangle(x: 4, y: 6, width: 12, height: 12, radius: 2, class: "fig-accent")
        canvas.text(SVGText.fitted(firstName, size: 12, room: 260), x: 22, y: 16, size: 12)
        canvas.rectangle(x: 290, y: 6, width: 12, height: 12, radius: 2, class: "fig-ring", outlined: true)
        canvas.text(SVGText.fitted(secondName, size: 12, room: 260), x: 308, y: 16, size: 12)
        let most = min(1_000_000_000, max(1, (first + second).max() ?? 0))
        let floor = head + height
        for (place, name) in classes.enumerated() {
            let x = 4 + place * column
            for (side, counts) in [first, second].enumerated() {
                let count = min(max(0, self.count(counts, place)), most)
                let tall = count == 0 ? 0 : max(2, count * (height - 18) / most)
                let left = x + 8 + side * 33
                canvas.rectangle(
                    x: left, y: floor - tall, width: 30, height: tall, radius: 2,
                    class: side == 1 ? "fig-ring" : place == marked ? "fig-hit" : "fig-accent", outlined: side == 1,
                    tip: "\(name) · \(side == 0 ? firstName : secondName): \(count)")
                if count > 0 {
                    canvas.text("\(count)", x: left + 15, y: floor - tall - 4, size: 11, anchor: .middle)
                }
            }
            canvas.text(
                SVGText.fitted(name, size: 11, room: column - 4), x: x + column / 2 - 2, y: floor + 15, size: 11,
                anchor: .middle, class: "fig-soft")
        }
        canvas.line(x1: 0, y1: floor, x2: classes.count * column + 8, y2: floor, class: "fig-grid")
        return canvas.document(self, kind: "classes")
    }

    private func count(_ counts: [Int], _ place: Int) -> Int { counts.indices.contains(place) ? counts[place] : 0 }
}
