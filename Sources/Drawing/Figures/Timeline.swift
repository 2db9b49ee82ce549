// SPDX-License-Identifier: Apache-2.0

/// Journeys and messages of a traveller along time: a lane for each kind, labels that never cover each other.
public struct Timeline: Figure {
    /// What happened; an event with an end is drawn as a bar.
    public struct Event: Hashable, Sendable {
        public enum Kind: String, Hashable, Sendable, CaseIterable {
            case journey, message, decision
        }
        public var kind: Kind
        /// In the axis' unit.
        public var start: Int
        public var end: Int?
        public var label: String
        /// The time as the table shows it.
        public var time: String
        /// Drawn strong: this journey, the message of a hit.
        public var isMarked: Bool

        public init(_ kind: Kind, start: Int, end: Int? = nil, label: String, time: String, isMarked: Bool = false) {
            self.kind = kind
            self.start = start
            self.end = end
            self.label = label
            self.time = time
            self.isMarked = isMarked
        }
    }

    /// The words of the picture.
    public struct Labels: Hashable, Sendable {
        public var time: String
        public var event: String
        public var kind: String
        public var kinds: [Event.Kind: String]

        public init(time: String, event: String, kind: String, kinds: [Event.Kind: String]) {
            self.time = time
            self.event = event
            self.kind = kind
            self.kinds = kinds
        }
    }

    public var id: String
    public var title: String
    public var summary: String
    public var ticks: [FigureTick]
    public var events: [Event]
    public var labels: Labels

    public init(
        id: String = "timeline", title: String, summary: String, ticks: [FigureTick], events: [Event], labels: Labels
    ) {
        self.id = id
        self.title = title
        self.summary = summary
        self.ticks = ticks
        self.events = events
        self.labels = labels
    }

    public var table: FigureTable {
        FigureTable(
            caption: title, columns: [labels.time, labels.kind, labels.event],
            rows: sorted.map { [$0.time, labels.kinds[$0.kind] ?? "", $0.label] })
    }

    public var svg: String {
        let drawn = Array(sorted.prefix(300))
        guard let low = drawn.map(\.start).min(), let high = drawn.map({ max($0.start, $0.end ?? $0.start) }).max()
        else {
            return SVGCanvas(width: 40, height: 20).document(self, kind: "timeline")
        }
        let axis = Axis(low: low, high: max(low + 1, high))
        var pieces: [Piece] = []
        var top = 4
        for kind in Event.Kind.allCases {
            let lane = drawn.filter { $0.kind == kind }
            guard !lane.isEmpty else { continue }
            var rows = LabelRows(limit: 5)
            for event in lane {
                let x = axis.place(event.start)
                let end = event.end.map { max(x + 4, axis.place($0)) } ?? x
                let label = SVGText.fitted(event.label, size: 11, room: 200)
                let width = SVGText.width(label, size: 11)
                // Where there is no room to the right of the sign, the label stands to its left.
                let labelX = x + 10 + width <= Axis.width ? x + 10 : x - 10 - width
                let row = rows.place(start: min(labelX, x - 6), end: max(end + 6, labelX + width))
                pieces.append(Piece(event: event, x: x, end: end, labelX: labelX, label: label, row: row, top: top))
            }
            // Signs without room for a label stand on a row of their own.
            let used = rows.count
            var isCrowded = false
            for index in pieces.indices where pieces[index].top == top && pieces[index].row == nil {
                pieces[index].spareRow = used
                isCrowded = true
            }
            top += 18 + max(1, used + (isCrowded ? 1 : 0)) * Piece.step(kind)
        }
        var canvas = SVGCanvas(width: Axis.width, height: top + 18)
        rule(axis, top, on: &canvas)
        for piece in pieces { draw(piece, on: &canvas) }
        return canvas.document(self, kind: "timeline")
    }

    private func rule(_ axis: Axis, _ y: Int, on canvas: inout SVGCanvas) {
        canvas.line(x1: 0, y1: y, x2: Axis.width, y2: y, class: "fig-grid")
        var rows = LabelRows(limit: 1)
        for tick in ticks.prefix(60).sorted(by: { $0.position < $1.position })
        where (axis.low...axis.high).contains(tick.position) {
            let x = axis.place(tick.position)
            let half = SVGText.width(tick.label, size: 11) / 2 + 1
            let center = min(Axis.width - half, max(half, x))
            canvas.line(x1: x, y1: 4, x2: x, y2: y + 3, class: "fig-grid", dashes: "1 4")
            if rows.place(start: center - half, end: center + half) != nil {
                canvas.text(tick.label, x: center, y: y + 15, size: 11, anchor: .middle, class: "fig-soft")
            }
        }
    }

    private func draw(_ piece: Piece, on canvas: inout SVGCanvas) {
        let y = piece.top + 10 + (piece.row ?? piece.spareRow) * Piece.step(piece.event.kind)
        let tip = "\(piece.event.time) · \(piece.event.label)"
        let name = piece.event.isMarked ? "fig-hit" : "fig-accent"
        switch piece.event.kind {
        case .journey:
            canvas.rectangle(
                x: piece.x - 2, y: y - 2, width: max(6, piece.end - piece.x), height: 5, radius: 2, class: name,
                tip: tip)
        case .message: canvas.circle(x: piece.x, y: y, radius: 4, class: name, tip: tip)
        case .decision: canvas.diamond(x: piece.x, y: y, radius: 5, class: name, tip: tip)
        }
        guard piece.row != nil else { return }
        let labelY = piece.event.kind == .journey ? y + 14 : y + 4
        canvas.text(piece.label, x: piece.labelX, y: labelY, size: 11, bold: piece.event.isMarked)
    }

    private var sorted: [Event] { events.sorted { ($0.start, $0.label) < ($1.start, $1.label) } }

    /// Where an event and its label stand.
    private struct Piece {
        var event: Event
        var x: Int
        var end: Int
        var labelX: Int
        var label: String
        var row: Int?
        /// The row of the sign where there is none for the label.
        var spareRow = 0
        var top: Int

        /// The height of a row; a journey's label stands below its bar.
        static func step(_ kind: Event.Kind) -> Int { kind == .journey ? 24 : 18 }
    }

    /// From the axis' unit to the page.
    private struct Axis {
        static let width = 1000
        var low: Int
        var high: Int

        func place(_ value: Int) -> Int { 10 + (value - low) * (Axis.width - 30) / (high - low) }
    }
}
