// SPDX-License-Identifier: Apache-2.0

import Drawing
import Foundation
import FoundationXML

/// What an XML reader saw in a picture: proof that it is well formed, and the parts that tests look at.
final class FigureReading: NSObject, XMLParserDelegate {
    struct Element {
        var name: String
        var attributes: [String: String]
        var text = ""

        func number(_ key: String) -> Int { Int(attributes[key] ?? "") ?? 0 }
    }

    private(set) var elements: [Element] = []
    private var open: [Int] = []
    private(set) var problem: String?

    init(_ svg: String) {
        super.init()
        let parser = XMLParser(data: Data(svg.utf8))
        parser.delegate = self
        if !parser.parse() { problem = parser.parserError.map { "\($0)" } ?? "not parsed" }
    }

    func elements(_ name: String) -> [Element] { elements.filter { $0.name == name } }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        open.append(elements.count)
        elements.append(Element(name: name, attributes: attributes))
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) {
        if let last = open.last { elements[last].text += string }
    }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
        open.removeLast()
    }

    /// Labels that cover each other: texts on the same line whose boxes overlap, by a usual width of letters.
    var overlaps: [String] {
        let boxes = elements("text").filter { $0.text.count > 1 }.map {
            text -> (String, ClosedRange<Double>, Int, Int) in
            let size = text.number("font-size")
            let width = Double(text.text.count * size) * 0.56
            let x = Double(text.number("x"))
            let start: Double =
                switch text.attributes["text-anchor"] {
                case "middle": x - width / 2
                case "end": x - width
                default: x
                }
            return (text.text, start...(start + width), text.number("y"), size)
        }
        var found: [String] = []
        for (index, a) in boxes.enumerated() {
            for b in boxes.dropFirst(index + 1) where abs(a.2 - b.2) < min(a.3, b.3) - 1 {
                if a.1.lowerBound < b.1.upperBound - 1, b.1.lowerBound < a.1.upperBound - 1 {
                    found.append("\(a.0) / \(b.0)")
                }
            }
        }
        return found
    }
}

/// Every picture with sample values, each text going through `text`.
enum SampleFigures {
    static func all(seed: UInt64 = 7, text: (String) -> String = { $0 }) -> [any Figure] {
        var rng = SeededNumbers(seed: seed)
        let id = text("figure-1")
        let title = text("Judul")
        let seats = (0..<220).map { _ in
            SeatMap.Seat(
                text("\(Int.random(in: 1...45, using: &rng))\("ABCDEFGHJK".randomElement(using: &rng) ?? "A")"),
                SeatMap.Mark.allCases.randomElement(using: &rng) ?? .taken, label: text("SANTOSO / BUDI"))
        }
        let arrivals = (0..<120).map { index in
            ArrivalStrip.Arrival(
                atUTC: Int.random(in: -50...800, using: &rng), time: text("14.03"),
                designation: text("GA 0\(100 + index)"),
                travellers: Int.random(in: 0...400, using: &rng), waitingHits: Int.random(in: 0...2, using: &rng))
        }
        let events = (0..<60).map { index in
            let start = Int.random(in: 0...100_000, using: &rng)
            return Timeline.Event(
                Timeline.Event.Kind.allCases.randomElement(using: &rng) ?? .message, start: start,
                end: index % 3 == 0 ? start + Int.random(in: 1...9000, using: &rng) : nil,
                label: text("GA 0\(100 + index) CGK–SIN"), time: text("15 Jan"), isMarked: index % 7 == 0)
        }
        let ticks = (0...12).map { FigureTick($0 * 60, text("\($0).00")) }
        return [
            DETCurve(
                id: id, title: title, summary: text("ringkas"), falseMatchLabel: text("FMR"), missLabel: text("FNMR"),
                seriesLabel: text("Cara"),
                series: (0..<3).map { number in
                    DETCurve.Series(
                        name: text("cara \(number)"),
                        points: (0..<40).map { step in
                            DETCurve.Point(
                                falseMatches: step == 0 ? 0 : Double.random(in: 0...1, using: &rng),
                                misses: Double(step) / 39)
                        })
                }),
            Waterfall(
                id: id, title: title, summary: text("mengapa"),
                columns: [text("Unsur"), text("Rincian"), text("Bobot")],
                steps: (0..<12).map { index in
                    Waterfall.Step(
                        label: text("tanggal lahir \(index)"), detail: text("sama"),
                        weight: Double.random(in: -20...20, using: &rng), text: text("+3,1"))
                }, totalLabel: text("Jumlah"), totalText: text("+12,0"), evenLabel: text("seimbang")),
            SeatMap(
                id: id, title: title, summary: text("220 kursi"), seats: seats,
                labels: .init(
                    seat: text("Kursi"), who: text("Nama"), mark: text("Tanda"),
                    marks: Dictionary(uniqueKeysWithValues: SeatMap.Mark.allCases.map { ($0, text($0.rawValue)) }))),
            RankBar(id: id, title: title, value: Int.random(in: -5...120, using: &rng), word: text("tinggi")),
            LoadBar(
                id: id, title: title, countLabel: text("Jumlah"),
                parts: LoadBar.Part.Kind.allCases.map {
                    LoadBar.Part($0, label: text($0.rawValue), count: Int.random(in: 0...300, using: &rng))
                }),
            CountdownRing(id: id, title: title, summary: text("tiba"), minutes: Int.random(in: -90...900, using: &rng)),
            ArrivalStrip(
                id: id, title: title, summary: text("120"), fromUTC: -60, toUTC: 720, nowUTC: 0, ticks: ticks,
                arrivals: arrivals,
                labels: .init(
                    now: text("sekarang"), time: text("Jam"), voyage: text("Perjalanan"), travellers: text("penumpang"),
                    hits: text("kecocokan"))),
            Timeline(
                id: id, title: title, summary: text("60"),
                ticks: (0...20).map { FigureTick($0 * 5000, text("\($0) Jan 2026")) }, events: events,
                labels: .init(time: text("Waktu"), event: text("Peristiwa"), kind: text("Jenis"), kinds: [:])),
            RouteLine(
                id: id, title: title,
                stops: ["AMS", "SIN", "CGK"].map {
                    .init(code: text($0), name: text("Singapura"), time: text("14.03 WIB"), isMarked: $0 != "AMS")
                }, columns: [text("Pelabuhan"), text("Nama"), text("Waktu")]),
            ComparisonStrip(
                id: id, title: title,
                fields: ComparisonStrip.Field.Verdict.allCases.map {
                    .init(text("Tanggal lahir"), first: text("1985"), second: text("1986"), verdict: $0)
                },
                labels: .init(
                    field: text("Data"), first: text("API"), second: text("PNR"), verdict: text("Hasil"),
                    verdicts: [.agrees: text("sesuai"), .differs: text("berbeda"), .oneSided: text("satu sumber")])),
            HeatMap(
                id: id, title: title, summary: text("24 jam"), rowHead: text("Petugas"),
                columnNames: (0..<24).map { text(String($0)) }, rowNames: (0..<8).map { text("petugas \($0)") },
                counts: (0..<8).map { _ in (0..<24).map { _ in Int.random(in: 0...40, using: &rng) } }),
        ]
    }
}

/// SplitMix64, so that samples are the same on every run.
struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
