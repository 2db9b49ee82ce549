// SPDX-License-Identifier: Apache-2.0

/// The ports of a journey on a line, in order.
public struct RouteLine: Figure {
    /// One port.
    public struct Stop: Hashable, Sendable {
        /// `CGK`.
        public var code: String
        public var name: String
        /// Times as shown, such as `14.03 WIB`.
        public var time: String
        /// Drawn strong: the ports of the voyage on the page.
        public var isMarked: Bool

        public init(code: String, name: String = "", time: String = "", isMarked: Bool = false) {
            self.code = code
            self.name = name
            self.time = time
            self.isMarked = isMarked
        }
    }

    public var id: String
    public var title: String
    public var stops: [Stop]
    /// Column heads of the table: port, name, time.
    public var columns: [String]

    public init(id: String = "route", title: String, stops: [Stop], columns: [String]) {
        self.id = id
        self.title = title
        self.stops = stops
        self.columns = columns
    }

    public var summary: String { stops.map(\.code).joined(separator: " → ") }

    public var table: FigureTable {
        FigureTable(caption: title, columns: columns, rows: stops.map { [$0.code, $0.name, $0.time] })
    }

    public var svg: String {
        let step = 130
        let shown = stops.prefix(16)
        var canvas = SVGCanvas(width: max(1, shown.count) * step, height: 62)
        var earlier: Stop?
        for (index, stop) in shown.enumerated() {
            let x = index * step + step / 2
            if let earlier {
                let isOurs = earlier.isMarked && stop.isMarked
                canvas.line(
                    x1: x - step + 7, y1: 24, x2: x - 12, y2: 24, class: isOurs ? "fig-way" : "fig-grid",
                    width: isOurs ? 3 : 1)
                canvas.text("›", x: x - 12, y: 29, size: 16, anchor: .middle)
            }
            canvas.circle(x: x, y: 24, radius: 5, class: stop.isMarked ? "fig-accent" : "fig-soft")
            canvas.text(
                SVGText.fitted(stop.code, size: 13, room: step - 8), x: x, y: 13, size: 13, anchor: .middle, bold: true)
            canvas.text(SVGText.fitted(stop.name, size: 11, room: step - 8), x: x, y: 43, size: 11, anchor: .middle)
            canvas.text(
                SVGText.fitted(stop.time, size: 11, room: step - 8), x: x, y: 57, size: 11, anchor: .middle,
                class: "fig-soft")
            earlier = stop
        }
        return canvas.document(self, kind: "route")
    }
}
