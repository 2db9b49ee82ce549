// SPDX-License-Identifier: Apache-2.0

/// How near something is: a ring that closes over the last hours.
public struct CountdownRing: Figure {
    public var id: String
    public var title: String
    /// The sentence: `tiba dalam 1 jam 20 menit`.
    public var summary: String
    /// Minutes to go; below zero it is over.
    public var minutes: Int
    /// The span of the whole ring, in minutes.
    public var span: Int

    public init(id: String, title: String, summary: String, minutes: Int, span: Int = 720) {
        self.id = id
        self.title = title
        self.summary = summary
        self.minutes = minutes
        self.span = max(1, span)
    }

    public var table: FigureTable { FigureTable(caption: title, columns: [title], rows: [[summary]]) }

    public var svg: String {
        var canvas = SVGCanvas(width: 24, height: 24)
        let left = min(span, max(0, minutes))
        canvas.ring(x: 12, y: 12, radius: 9, part: 100 - left * 100 / span, class: "fig-arc")
        if minutes <= 0 { canvas.circle(x: 12, y: 12, radius: 4, class: "fig-accent") }
        return canvas.document(self, kind: "countdown")
    }
}
