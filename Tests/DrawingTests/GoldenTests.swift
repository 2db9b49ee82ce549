// SPDX-License-Identifier: Apache-2.0

import Drawing
import Foundation
import Testing

/// Pictures kept as files: a change of one is looked at before it is taken over.
///
/// `CERMAT_RECORD=1 swift test --filter GoldenTests` writes them anew.
@Suite struct GoldenTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")

    private static let figures: [(name: String, figure: any Figure)] = [
        ("rank-high", RankBar(id: "r1", title: "Peringkat", value: 72, word: "tinggi")),
        ("rank-none", RankBar(id: "r2", title: "Peringkat", value: 0, word: "tanpa kecocokan")),
        (
            "load",
            LoadBar(
                id: "l1", title: "Muatan", countLabel: "Jumlah",
                parts: [
                    .init(.boarded, label: "Di atas sarana pengangkut", count: 120),
                    .init(.expected, label: "Terdaftar", count: 40), .init(.notOnBoard, label: "Tidak naik", count: 6),
                    .init(.cancelled, label: "Dibatalkan", count: 3),
                ])
        ),
        ("countdown", CountdownRing(id: "c1", title: "Hitung mundur", summary: "tiba dalam 3 jam", minutes: 180)),
        (
            "route",
            RouteLine(
                title: "Rute",
                stops: [
                    .init(code: "AMS", name: "Amsterdam", time: "21.10"),
                    .init(code: "SIN", name: "Singapura", time: "09.30", isMarked: true),
                    .init(code: "CGK", name: "Jakarta", time: "10.15 WIB", isMarked: true),
                ], columns: ["Pelabuhan", "Nama", "Waktu"])
        ),
        (
            "seats",
            SeatMap(
                title: "Denah kursi", summary: "4 kursi, 1 kecocokan",
                seats: [
                    .init("1A"), .init("2C", .hit, label: "SANTOSO / BUDI"), .init("2D", .companion),
                    .init("3F", .selected),
                ],
                labels: .init(
                    seat: "Kursi", who: "Nama", mark: "Tanda",
                    marks: [
                        .taken: "terisi", .hit: "kecocokan", .companion: "teman seperjalanan",
                        .selected: "penumpang ini",
                    ]))
        ),
    ]

    @Test func `looks as it was last looked at`() throws {
        let isRecording = ProcessInfo.processInfo.environment["CERMAT_RECORD"] == "1"
        for (name, figure) in Self.figures {
            let file = Self.folder.appending(path: name + ".svg")
            let svg = figure.svg + "\n"
            if isRecording {
                try FileManager.default.createDirectory(at: Self.folder, withIntermediateDirectories: true)
                try Data(svg.utf8).write(to: file)
            }
            let kept = try String(decoding: Data(contentsOf: file), as: UTF8.self)
            #expect(svg == kept, "\(name) changed: look at it, then record it anew")
        }
    }
}
