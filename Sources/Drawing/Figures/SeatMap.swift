// SPDX-License-Identifier: Apache-2.0

/// Who sits where: rows along the page, letters across, so that several hundred seats fit a screen of 1366 pixels.
public struct SeatMap: Figure {
    /// What a seat is for the reader.
    public enum Mark: String, Hashable, Sendable, CaseIterable {
        case taken, companion, hit, selected
    }

    /// One taken seat.
    public struct Seat: Hashable, Sendable {
        /// As sent: `12A`. What is no seat of a cabin stands in the table only.
        public var number: String
        public var mark: Mark
        /// Who sits there, for the tip and the table; may be empty.
        public var label: String

        public init(_ number: String, _ mark: Mark = .taken, label: String = "") {
            self.number = number
            self.mark = mark
            self.label = label
        }
    }

    /// The words of the picture.
    public struct Labels: Hashable, Sendable {
        public var seat: String
        public var who: String
        public var mark: String
        public var marks: [Mark: String]

        public init(seat: String, who: String, mark: String, marks: [Mark: String]) {
            self.seat = seat
            self.who = who
            self.mark = mark
            self.marks = marks
        }
    }

    public var id: String
    public var title: String
    public var summary: String
    public var seats: [Seat]
    public var labels: Labels

    public init(id: String = "seat-map", title: String, summary: String, seats: [Seat], labels: Labels) {
        self.id = id
        self.title = title
        self.summary = summary
        self.seats = seats
        self.labels = labels
    }

    public var table: FigureTable {
        let rows = seats.map { (SeatNumber($0.number), $0) }
            .sorted { a, b in
                switch (a.0, b.0) {
                case (let x?, let y?): x == y ? a.1.label < b.1.label : x < y
                case (nil, nil): (a.1.number, a.1.label) < (b.1.number, b.1.label)
                case (let x, _): x != nil
                }
            }
            .map { [$0.1.number, $0.1.label, labels.marks[$0.1.mark] ?? ""] }
        return FigureTable(caption: title, columns: [labels.seat, labels.who, labels.mark], rows: rows)
    }

    /// Whether any seat can be placed; an empty map is not worth drawing.
    public var isEmpty: Bool { !seats.contains { SeatNumber($0.number) != nil } }

    public var svg: String {
        var placed: [SeatNumber: Seat] = [:]
        for seat in seats.prefix(2_000) {
            guard let number = SeatNumber(seat.number) else { continue }
            // Two people on one seat (an infant, a wrong message): the more telling mark is drawn, the table has both.
            if let other = placed[number], Self.weight(other.mark) >= Self.weight(seat.mark) { continue }
            placed[number] = seat
        }
        let layout = CabinLayout(letters: Set(placed.keys.map(\.letter)))
        let rows = placed.keys.map(\.row)
        guard let first = rows.min(), let last = rows.max() else {
            return SVGCanvas(width: 40, height: 20).document(self, kind: "seats")
        }
        let cell = 20
        let margin = 24
        let aisles = layout.blocks.count - 1
        let cabin = layout.letters.count * cell + aisles * 12
        let key = legend
        let keyWidth = key.last.map { $0.x + 24 + SVGText.width($0.word, size: 11) + 4 } ?? 0
        var canvas = SVGCanvas(width: max(keyWidth, margin * 2 + (last - first + 1) * cell), height: cabin + 20 + 22)
        for row in first...last {
            canvas.text(
                String(row), x: margin + (row - first) * cell + cell / 2, y: 12, size: 10, anchor: .middle,
                class: "fig-soft")
        }
        var y = 18
        for block in layout.blocks {
            for letter in block {
                canvas.text(String(letter), x: 8, y: y + 14, size: 11)
                let right = margin * 2 + (last - first + 1) * cell
                canvas.text(String(letter), x: right - 8, y: y + 14, size: 11, anchor: .end)
                for row in first...last {
                    draw(placed, row, letter, x: margin + (row - first) * cell, y: y, on: &canvas)
                }
                y += cell
            }
            y += 12
        }
        for item in key {
            sign(item.mark, x: item.x, y: cabin + 22, tip: nil, seat: nil, on: &canvas)
            canvas.text(item.word, x: item.x + 24, y: cabin + 36, size: 11)
        }
        return canvas.document(self, kind: "seats")
    }

    private func draw(
        _ placed: [SeatNumber: Seat], _ row: Int, _ letter: Character, x: Int, y: Int, on canvas: inout SVGCanvas
    ) {
        guard let number = SeatNumber("\(row)\(letter)"), let seat = placed[number] else {
            canvas.rectangle(x: x + 4, y: y + 4, width: 12, height: 12, radius: 3, class: "fig-grid", outlined: true)
            return
        }
        let tip = [seat.number, seat.label, labels.marks[seat.mark] ?? ""].filter { !$0.isEmpty }.joined(
            separator: " · ")
        sign(seat.mark, x: x, y: y, tip: tip, seat: seat.number, on: &canvas)
    }

    private func sign(
        _ mark: Mark, x: Int, y: Int, tip: String?, seat: String?, on canvas: inout SVGCanvas
    ) {
        let data = seat.map { (name: "seat", value: $0) }
        switch mark {
        case .taken:
            canvas.rectangle(
                x: x + 3, y: y + 3, width: 14, height: 14, radius: 3, class: "fig-soft", opacity: "0.45", tip: tip,
                data: data)
        case .companion:
            canvas.rectangle(
                x: x + 3, y: y + 3, width: 14, height: 14, radius: 3, class: "fig-accent-line", outlined: true,
                tip: tip,
                data: data)
            canvas.circle(x: x + 10, y: y + 10, radius: 4, class: "fig-accent")
        case .hit:
            canvas.rectangle(
                x: x + 1, y: y + 1, width: 18, height: 18, radius: 3, class: "fig-hit", tip: tip, data: data)
            canvas.text("!", x: x + 10, y: y + 15, size: 14, anchor: .middle, class: "fig-on-hit", bold: true)
        case .selected:
            canvas.rectangle(
                x: x + 1, y: y + 1, width: 18, height: 18, radius: 3, class: "fig-accent-line", outlined: true,
                tip: tip,
                data: data)
            canvas.diamond(x: x + 10, y: y + 10, radius: 6, class: "fig-accent")
        }
    }

    /// The marks in use with their words, side by side.
    private var legend: [(mark: Mark, word: String, x: Int)] {
        let used = Set(seats.map(\.mark))
        var items: [(mark: Mark, word: String, x: Int)] = []
        var x = 8
        for mark in [Mark.selected, .hit, .companion, .taken] where used.contains(mark) {
            let word = SVGText.fitted(labels.marks[mark] ?? "", size: 11, room: 180)
            items.append((mark, word, x))
            x += 40 + SVGText.width(word, size: 11)
        }
        return items
    }

    private static func weight(_ mark: Mark) -> Int {
        switch mark {
        case .taken: 0
        case .companion: 1
        case .hit: 2
        case .selected: 3
        }
    }
}
