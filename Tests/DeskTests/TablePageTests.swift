// SPDX-License-Identifier: Apache-2.0

import Casework
import Foundation
import Gazetteer
import Hummingbird
import HummingbirdTesting
import Mandate
import Testing

@testable import Desk

/// Tables of codes on their pages: find, add, correct, withdraw, import with a preview, take back.
@Suite struct TablePageTests {
    private static let row = [
        ("k-code", "xqz"), ("k-name", "Bandara Uji"), ("k-country", "idn"), ("k-zone", "Asia/Jayapura"),
        ("k-offset", "540"), ("k-mode", "air"), ("alasan", "surat DJPU"),
    ]

    private func administrator(_ client: any TestClientProtocol) async throws -> Browser {
        let browser = Browser(client)
        try await browser.signIn(.administrator)
        _ = try await browser.declare(.administration)
        return browser
    }

    @Test func `a row is added, found, corrected and withdrawn, without a restart`() async throws {
        let bench = try await DeskBench()
        try await bench.application.test(.router) { client in
            let browser = try await administrator(client)
            #expect(try await browser.get("/tabel").body.contains("Pelabuhan dan pos"))
            try await browser.get("/tabel/ports/baris")
            #expect(try await browser.post("/tabel/ports/baris", Self.row).status == 303)
            #expect(bench.server.foundations.gazetteer.port("XQZ")?.isDomestic == true)
            let found = try await browser.get("/tabel/ports?cari=uji").body
            #expect(found.contains("XQZ") && found.contains("ditambahkan di sini") && !found.contains("Changi"))
            #expect(try await browser.get("/tabel/ports?sendiri=1").body.contains("XQZ"))
            #expect(try await browser.get("/tabel/ports?cari=tiada").body.contains("Tidak ada baris yang cocok"))
            var wrong = Self.row
            wrong[4].1 = "420"
            try await browser.get("/tabel/ports/baris")
            let again = try await browser.post("/tabel/ports/baris", wrong)
            #expect(again.status == 422 && again.body.contains("selisih waktu standar zona itu"))
            #expect(again.body.contains("value=\"Bandara Uji\"") && again.body.contains("role=\"alert\""))
            try await browser.get("/tabel/ports/baris?kode=SIN")
            let withdrawn = try await browser.post(
                "/tabel/ports/baris", [("k-code", "SIN"), ("aksi", "cabut"), ("alasan", "uji coba")])
            #expect(withdrawn.status == 303 && bench.server.foundations.gazetteer.port("SIN") == nil)
            try await browser.get("/tabel/ports/baris?kode=SIN")
            _ = try await browser.post(
                "/tabel/ports/baris", [("k-code", "SIN"), ("aksi", "kembali"), ("alasan", "uji coba")])
            #expect(bench.server.foundations.gazetteer.port("SIN") != nil)
            let csv = try await browser.get("/tabel/ports/csv").body
            #expect(csv.hasPrefix("CODE,NAME,") && csv.contains("XQZ,Bandara Uji,IDN,Asia/Jayapura,540,air,,,,added"))
            #expect(try await browser.get("/tabel/none").status == 404)
            #expect(try await browser.get("/tabel/ports/baris?kode=TIADA").status == 404)
        }
    }

    @Test func `a file is previewed, applied as previewed, and taken back`() async throws {
        let bench = try await DeskBench()
        let csv = "CODE,NAME,COUNTRY,MODE\nQG,Citilink,IDN,air\nGA,Garuda,IDN,air\n??,Salah,IDN,air\n"
        try await bench.application.test(.router) { client in
            let browser = try await administrator(client)
            try await browser.get("/tabel/carriers")
            let preview = try await browser.post("/tabel/carriers/impor", [("csv", csv)])
            #expect(preview.status == 200 && preview.body.contains("Terapkan: 2") && preview.body.contains("IATA"))
            #expect(bench.server.foundations.gazetteer.carrier("QG") == nil)
            let start = try #require(preview.body.firstRange(of: "name=\"pratinjau\" value=\""))
            let mark = String(preview.body[start.upperBound...].prefix(16))
            let other = try await browser.post(
                "/tabel/carriers/impor",
                [("csv", csv + "JT,Lion,IDN,air\n"), ("aksi", "terapkan"), ("pratinjau", mark), ("alasan", "daftar")])
            #expect(other.status == 200 && other.body.contains("Tabel berubah sejak pratinjau"))
            let taken = try await browser.post(
                "/tabel/carriers/impor",
                [("csv", csv), ("aksi", "terapkan"), ("pratinjau", mark), ("alasan", "daftar 2026")])
            #expect(taken.status == 303 && bench.server.foundations.gazetteer.carrier("GA") == "Garuda")
            let history = try await browser.get("/tabel/carriers/riwayat").body
            #expect(history.contains("CSV diterapkan") && history.contains("daftar 2026"))
            let found = try #require(history.firstRange(of: "name=\"perubahan\" value=\""))
            let id = String(history[found.upperBound...].prefix { $0 != "\"" })
            let undone = try await browser.post(
                "/tabel/carriers/batal", [("perubahan", id), ("alasan", "salah berkas")])
            #expect(undone.status == 303 && bench.server.foundations.gazetteer.carrier("QG") == nil)
            try await browser.get("/tabel/carriers")
            #expect(try await browser.post("/tabel/carriers/impor", [("csv", "x")]).status == 422)
        }
    }

    @Test func `an analyst has no tables`() async throws {
        let bench = try await DeskBench()
        try await bench.application.test(.router) { client in
            let browser = Browser(client)
            try await browser.signIn(.analyst)
            _ = try await browser.declare(.targeting)
            #expect(try await browser.get("/tabel").status == 403)
            #expect(try await browser.get("/tabel/ports/csv").status == 403)
        }
    }
}
