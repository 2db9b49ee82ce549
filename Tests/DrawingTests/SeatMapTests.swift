// SPDX-License-Identifier: Apache-2.0

import Drawing
import Testing

/// Seats of cabins.
@Suite struct SeatMapTests {
    private func map(_ seats: [SeatMap.Seat]) -> SeatMap {
        SeatMap(
            title: "Denah kursi", summary: "", seats: seats,
            labels: .init(
                seat: "Kursi", who: "Nama", mark: "Tanda",
                marks: [
                    .taken: "terisi", .hit: "kecocokan", .companion: "teman seperjalanan", .selected: "penumpang ini",
                ]))
    }

    @Test(arguments: [
        (["12A", "14F"], "ABCDEF"),
        (["1A", "2H", "3D"], "ABDEFHK"),
        (["1A", "2G", "3C"], "ACDEGHK"),
        (["1A", "2G", "3F", "4C"], "ACDEFGHK"),
        (["1B", "2J"], "ABCDEFHJK"),
        (["1B", "2J", "3G", "4F"], "ABCDEFGHJK"),
    ]) func `infers the cabin from its letters`(numbers: [String], letters: String) {
        let reading = FigureReading(map(numbers.map { SeatMap.Seat($0) }).svg)
        let heads = reading.elements("text").filter { $0.attributes["text-anchor"] == "end" }.map(\.text)
        #expect(heads.joined() == letters)
    }

    @Test func `draws one sign a seat and keeps what it cannot place in the table`() {
        let map = map([
            .init("12A", .hit, label: "SANTOSO"), .init("012B"), .init("DECK 3", .taken, label: "AYU"), .init("999Z"),
            .init("12A", .taken, label: "BAYI"),
        ])
        let reading = FigureReading(map.svg)
        #expect(reading.elements("rect").compactMap { $0.attributes["data-seat"] }.sorted() == ["012B", "12A"])
        #expect(map.table.rows.count == 5)
        #expect(map.table.rows.first?.first == "12A")
        #expect(map.table.rows.contains { $0 == ["DECK 3", "AYU", "terisi"] })
        #expect(map.svg.contains("<title>12A · SANTOSO · kecocokan</title>"))
    }

    @Test func `fits a full wide body on the smallest screen`() {
        let seats = (1...60).flatMap { row in "ABCDEFGHJK".map { SeatMap.Seat("\(row)\($0)") } }
        let reading = FigureReading(map(seats).svg)
        #expect(reading.elements("rect").compactMap { $0.attributes["data-seat"] }.count == 600)
        #expect((reading.elements.first?.number("width") ?? 9999) <= 1366)
    }
}
