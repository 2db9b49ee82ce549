// SPDX-License-Identifier: Apache-2.0

import Drawing
import Testing

/// What holds for every picture.
@Suite struct FigureTests {
    @Test(arguments: 0..<40) func `is well formed, named and free of styles and scripts`(seed: UInt64) {
        for figure in SampleFigures.all(seed: seed) {
            let reading = FigureReading(figure.svg)
            #expect(reading.problem == nil, "\(type(of: figure)), seed \(seed)")
            #expect(reading.elements.first?.name == "svg")
            #expect(reading.elements.first?.attributes["role"] == "img")
            #expect(reading.elements("title").first?.text == figure.title)
            #expect(reading.elements("desc").first?.text == figure.summary)
            for element in reading.elements {
                #expect(element.attributes["style"] == nil)
                #expect(!["style", "script", "foreignObject", "a", "image", "use"].contains(element.name))
                #expect(!element.attributes.keys.contains { $0.hasPrefix("on") || $0.contains("href") })
            }
        }
    }

    @Test(arguments: 0..<40) func `has a table of even rows`(seed: UInt64) {
        for figure in SampleFigures.all(seed: seed) {
            let table = figure.table
            #expect(table.caption == figure.title)
            #expect(!table.rows.isEmpty)
            #expect(table.rows.allSatisfy { $0.count == table.columns.count }, "\(type(of: figure))")
        }
    }

    @Test(arguments: 0..<40) func `draws no label over another`(seed: UInt64) {
        for figure in SampleFigures.all(seed: seed) {
            #expect(FigureReading(figure.svg).overlaps == [], "\(type(of: figure)), seed \(seed)")
        }
    }

    @Test(arguments: 0..<40) func `stays inside its frame`(seed: UInt64) {
        for figure in SampleFigures.all(seed: seed) {
            let reading = FigureReading(figure.svg)
            let width = reading.elements.first?.number("width") ?? 0
            let height = reading.elements.first?.number("height") ?? 0
            for rect in reading.elements("rect") {
                #expect(
                    rect.number("x") >= 0 && rect.number("x") + rect.number("width") <= width, "\(type(of: figure))")
                #expect(
                    rect.number("y") >= 0 && rect.number("y") + rect.number("height") <= height, "\(type(of: figure))")
            }
            for text in reading.elements("text") {
                #expect((0...width).contains(text.number("x")) && (0...height).contains(text.number("y")))
            }
        }
    }

    @Test(arguments: [
        "<script>alert(1)</script>", "\" onload=\"x", "]]>", "&amp;&lt;", "'--><!--", "a\u{0}b\u{1F}c\u{FFFF}\u{85}",
        "\u{202E}abc", "好好学习天天向上", String(repeating: "W", count: 5000),
    ]) func `escapes hostile texts`(hostile: String) {
        for figure in SampleFigures.all(text: { $0 + hostile }) {
            let svg = figure.svg
            let reading = FigureReading(svg)
            #expect(reading.problem == nil, "\(type(of: figure))")
            #expect(reading.elements("script").isEmpty)
            #expect(!svg.contains("<script"))
            #expect(!reading.elements.contains { $0.attributes.keys.contains { $0.hasPrefix("on") } })
            #expect(reading.elements.first?.attributes["aria-labelledby"]?.contains("\"") == false)
        }
    }

    @Test func `is the same for the same values`() {
        for (a, b) in zip(SampleFigures.all(), SampleFigures.all()) { #expect(a.svg == b.svg) }
    }

    @Test func `draws nothing wrong from nothing`() {
        let marks: [SeatMap.Mark: String] = [:]
        let empty: [any Figure] = [
            SeatMap(title: "", summary: "", seats: [], labels: .init(seat: "", who: "", mark: "", marks: marks)),
            LoadBar(id: "", title: "", countLabel: "", parts: []),
            ArrivalStrip(
                title: "", summary: "", fromUTC: 5, toUTC: 5, nowUTC: 9, ticks: [], arrivals: [],
                labels: .init(now: "", time: "", voyage: "", travellers: "", hits: "")),
            Timeline(
                title: "", summary: "", ticks: [], events: [], labels: .init(time: "", event: "", kind: "", kinds: [:])),
            RouteLine(title: "", stops: [], columns: ["", "", ""]),
            ComparisonStrip(
                title: "", fields: [], labels: .init(field: "", first: "", second: "", verdict: "", verdicts: [:])),
            HeatMap(title: "", summary: "", rowHead: "", columnNames: [], rowNames: [], counts: []),
        ]
        for figure in empty { #expect(FigureReading(figure.svg).problem == nil, "\(type(of: figure))") }
    }
}
