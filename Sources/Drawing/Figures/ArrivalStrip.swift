// SPDX-License-Identifier: Apache-2.0

/// The picture at the head of a board: what comes when, how many people, and where hits wait.
public struct ArrivalStrip: Figure {
    /// One voyage.
    public struct Arrival: Hashable, Sendable {
        /// Minutes since 1970 UTC.
        public var atUTC: Int
        /// The time as the table shows it.
        public var time: String
        /// `GA 0825`.
        public var designation: String
        public var travellers: Int
        public var waitingHits: Int

        public init(atUTC: Int, time: String, designation: String, travellers: Int, waitingHits: Int) {
            self.atUTC = atUTC
            self.time = time
            self.designation = designation
            self.travellers = travellers
            self.waitingHits = waitingHits
        }
    }

    /// The words of the picture.
    public struct Labels: Hashable, Sendable {
        public var now: String
        public var time: String
        public var voyage: String
        public var travellers: String
        public var hits: String

        public init(now: String, time: String, voyage: String, travellers: String, hits: String) {
            self.now = now
            self.time = time
            self.voyage = voyage
            self.travellers = travellers
            self.hits = hits
        }
    }

    public var id: String
    public var title: String
    public var summary: String
    public var fromUTC: Int
    public var toUTC: Int
    public var nowUTC: Int
    /// Hours of the post's clock.
    public var ticks: [FigureTick]
    public var arrivals: [Arrival]
    public var labels: Labels

    public init(
        id: String = "arrivals", title: String, summary: String, fromUTC: Int, toUTC: Int, nowUTC: Int,
        ticks: [FigureTick],
        arrivals: [Arrival], labels: Labels
    ) {
        self.id = id
        self.title = title
        self.summary = summary
        self.fromUTC = fromUTC
        self.toUTC = max(fromUTC + 1, toUTC)
        self.nowUTC = nowUTC
        self.ticks = ticks
        self.arrivals = arrivals
        self.labels = labels
    }

    public var table: FigureTable {
        FigureTable(
            caption: title, columns: [labels.time, labels.voyage, labels.travellers, labels.hits],
            rows: sorted.map { [$0.time, $0.designation, String($0.travellers), String($0.waitingHits)] })
    }

    public var svg: String {
        let (width, base, top) = (1200, 92, 42)
        var canvas = SVGCanvas(width: width, height: 110)
        canvas.line(x1: 0, y1: base, x2: width, y2: base, class: "fig-grid")
        var hours = LabelRows(limit: 1)
        for tick in ticks.prefix(48) where (fromUTC...toUTC).contains(tick.position) {
            let x = place(tick.position, width)
            canvas.line(x1: x, y1: base, x2: x, y2: base + 4, class: "fig-grid")
            let half = SVGText.width(tick.label, size: 11) / 2 + 1
            let center = min(width - half, max(half, x))
            if hours.place(start: center - half, end: center + half) != nil {
                canvas.text(tick.label, x: center, y: 107, size: 11, anchor: .middle, class: "fig-soft")
            }
        }
        let most = max(50, min(1_000_000, arrivals.map(\.travellers).max() ?? 0))
        var rows = LabelRows(limit: 3, gap: 4)
        for arrival in sorted.prefix(500) where (fromUTC...toUTC).contains(arrival.atUTC) {
            let x = min(width - 6, max(6, place(arrival.atUTC, width)))
            let height = max(4, min(most, max(0, arrival.travellers)) * (base - top - 8) / most)
            let tip =
                "\(arrival.time) · \(arrival.designation) · \(arrival.travellers) \(labels.travellers)"
                + (arrival.waitingHits > 0 ? " · \(arrival.waitingHits) \(labels.hits)" : "")
            canvas.rectangle(
                x: x - 3, y: base - height, width: 6, height: height,
                class: arrival.waitingHits > 0 ? "fig-hit" : "fig-accent",
                opacity: arrival.waitingHits > 0 ? nil : "0.75",
                tip: tip)
            guard arrival.waitingHits > 0 else { continue }
            canvas.diamond(x: x, y: base - height - 5, radius: 5, class: "fig-hit")
            let label = SVGText.fitted("\(arrival.designation) ◆\(arrival.waitingHits)", size: 11, room: 140)
            let half = SVGText.width(label, size: 11) / 2 + 1
            let center = min(width - half, max(half, x))
            if let row = rows.place(start: center - half, end: center + half) {
                canvas.text(label, x: center, y: 11 + row * 13, size: 11, anchor: .middle, bold: true)
            }
        }
        if (fromUTC...toUTC).contains(nowUTC) {
            let x = place(nowUTC, width)
            canvas.line(x1: x, y1: top, x2: x, y2: base + 4, class: "fig-now", width: 2, dashes: "4 3")
        }
        return canvas.document(self, kind: "arrivals")
    }

    private var sorted: [Arrival] { arrivals.sorted { ($0.atUTC, $0.designation) < ($1.atUTC, $1.designation) } }

    private func place(_ minute: Int, _ width: Int) -> Int { (minute - fromUTC) * width / (toUTC - fromUTC) }
}
