// SPDX-License-Identifier: Apache-2.0

/// Writes one `svg` element, piece by piece; all coordinates are whole units of the view box.
struct SVGCanvas {
    enum Anchor: String { case start, middle, end }

    let width: Int
    let height: Int
    private var body = ""

    init(width: Int, height: Int) {
        self.width = max(1, width)
        self.height = max(1, height)
    }

    /// The whole element, with title and description as its accessible name.
    func document(_ figure: some Figure, kind: String) -> String {
        let id = SVGText.identifier(figure.id)
        return """
            <svg xmlns="http://www.w3.org/2000/svg" class="fig fig-\(kind)" role="img" \
            aria-labelledby="\(id)-t \(id)-d" viewBox="0 0 \(width) \(height)" width="\(width)" height="\(height)" \
            font-family="sans-serif" fill="currentColor">\
            <title id="\(id)-t">\(SVGText.escaped(figure.title))</title>\
            <desc id="\(id)-d">\(SVGText.escaped(figure.summary))</desc>\(body)</svg>
            """
    }

    mutating func rectangle(
        x: Int, y: Int, width: Int, height: Int, radius: Int = 0, class name: String, opacity: String? = nil,
        outlined: Bool = false, tip: String? = nil, data: (name: String, value: String)? = nil
    ) {
        body += "<rect x=\"\(x)\" y=\"\(y)\" width=\"\(max(0, width))\" height=\"\(max(0, height))\""
        if radius > 0 { body += " rx=\"\(radius)\"" }
        body += paint(name, opacity, outlined)
        if let data { body += " data-\(data.name)=\"\(SVGText.escaped(data.value))\"" }
        end("rect", tip)
    }

    mutating func circle(x: Int, y: Int, radius: Int, class name: String, outlined: Bool = false, tip: String? = nil) {
        body += "<circle cx=\"\(x)\" cy=\"\(y)\" r=\"\(radius)\"" + paint(name, nil, outlined)
        end("circle", tip)
    }

    mutating func line(x1: Int, y1: Int, x2: Int, y2: Int, class name: String, width: Int = 1, dashes: String? = nil) {
        body += "<line x1=\"\(x1)\" y1=\"\(y1)\" x2=\"\(x2)\" y2=\"\(y2)\" class=\"\(name)\" stroke=\"currentColor\""
        if width != 1 { body += " stroke-width=\"\(width)\"" }
        if let dashes { body += " stroke-dasharray=\"\(dashes)\"" }
        body += "/>"
    }

    /// A diamond around a point.
    mutating func diamond(x: Int, y: Int, radius: Int, class name: String, tip: String? = nil) {
        body += "<path d=\"M\(x) \(y - radius)L\(x + radius) \(y)L\(x) \(y + radius)L\(x - radius) \(y)Z\""
        body += paint(name, nil, false)
        end("path", tip)
    }

    mutating func text(
        _ text: String, x: Int, y: Int, size: Int, anchor: Anchor = .start, class name: String = "fig-text",
        bold: Bool = false
    ) {
        guard !text.isEmpty else { return }
        body += "<text x=\"\(x)\" y=\"\(y)\" font-size=\"\(size)\" class=\"\(name)\""
        if anchor != .start { body += " text-anchor=\"\(anchor.rawValue)\"" }
        if bold { body += " font-weight=\"700\"" }
        body += ">\(SVGText.escaped(text))</text>"
    }

    /// A ring of which a part, 0...100, is drawn thick, clockwise from the top.
    mutating func ring(x: Int, y: Int, radius: Int, part: Int, class name: String) {
        let place = "cx=\"\(x)\" cy=\"\(y)\" r=\"\(radius)\" fill=\"none\" stroke=\"currentColor\""
        body += "<circle \(place) class=\"fig-track\" stroke-opacity=\"0.25\" stroke-width=\"4\"/>"
        guard part > 0 else { return }
        body += "<circle \(place) class=\"\(name)\" stroke-width=\"4\" pathLength=\"100\" "
        body += "stroke-dasharray=\"\(min(100, part)) 100\" transform=\"rotate(-90 \(x) \(y))\"/>"
    }

    /// A circle of which some quarters are filled, clockwise from the top.
    mutating func quarters(_ count: Int, x: Int, y: Int, radius: Int, class name: String) {
        circle(x: x, y: y, radius: radius, class: "fig-ring", outlined: true)
        let ends = [(x + radius, y), (x, y + radius), (x - radius, y)]
        switch count {
        case ..<1: return
        case 1...3:
            let end = ends[count - 1]
            let arc = "A\(radius) \(radius) 0 \(count > 2 ? 1 : 0) 1 \(end.0) \(end.1)"
            body += "<path d=\"M\(x) \(y)L\(x) \(y - radius)\(arc)Z\" class=\"\(name)\"/>"
        default: circle(x: x, y: y, radius: radius, class: name)
        }
    }

    private func paint(_ name: String, _ opacity: String?, _ outlined: Bool) -> String {
        var text = " class=\"\(name)\""
        if outlined { text += " fill=\"none\" stroke=\"currentColor\"" }
        if let opacity { text += " fill-opacity=\"\(opacity)\"" }
        return text
    }

    private mutating func end(_ element: String, _ tip: String?) {
        body += tip.map { "><title>\(SVGText.escaped($0))</title></\(element)>" } ?? "/>"
    }
}
