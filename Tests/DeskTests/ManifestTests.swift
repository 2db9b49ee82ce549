// SPDX-License-Identifier: Apache-2.0

import Casework
import Civil
import Gazetteer
import Hummingbird
import HummingbirdTesting
import Mandate
import Manifests
import Screening
import TestSupport
import Testing
import Travel

@testable import Desk

/// Lists under work: whose they are, what the log says of them, where they may go.
@Suite struct ManifestTests {
    static let list = "Nama,Tgl Lahir,No Paspor\nKENARI LARAS,13/04/1985,KC447123\nKUTILANG JAYA,14/05/1986,KC447124\n"
    private static let voyage = [
        ("operator", "Uji"), ("lewat", "sea"), ("dari", "SIN"), ("tujuan", "CGK"), ("berangkat", "2026-11-18T09:30"),
    ]

    private func upload(_ browser: Browser, _ text: String = list) async throws -> String {
        try await browser.get("/manifes")
        let answer = try await browser.post("/manifes", [("tempel", text)])
        #expect(answer.status == 303)
        return try #require(answer.location)
    }

    @Test func `is read, mapped and held for its own officer only`() async throws {
        let bench = try await DeskBench()
        try await bench.application.test(.router) { client in
            let browser = Browser(client)
            try await browser.signIn(.officer)
            _ = try await browser.declare(.arrivalControl)
            let place = try await upload(browser)
            let page = try await browser.get(place)
            #expect(page.status == 200 && page.body.contains("KENARI LARAS") && page.body.contains("nomor dokumen"))
            #expect(!place.contains("KENARI"))
            let other = Browser(client)
            try await other.signIn(.supervisor)
            _ = try await other.declare(.arrivalControl)
            let refused = try await other.get(place)
            #expect(refused.status == 404 && !refused.body.contains("KENARI"))
            for path in ["", "/kirim", "/buang"] { _ = try await other.post(place + path, []) }
            #expect(try await browser.get(place).body.contains("KENARI LARAS"), "nobody else can let it go")
            try await browser.post(place + "/buang", [])
            #expect(try await browser.get(place).status == 404)
        }
        let rows = try await bench.memory.audit(AuditQuery(actions: [.submitManifest], limit: 100))
        #expect(rows.count >= 4)
        #expect(!rows.contains { "\($0.event)".contains("KENARI") || "\($0.event)".contains("KC447123") })
        #expect(rows.contains { $0.event.detail?.contains("rows=3") ?? false })
    }

    @Test func `goes on when nothing is missing, remembers its layout, and is handed in once`() async throws {
        let bench = try await DeskBench()
        try await bench.application.test(.router) { client in
            let browser = Browser(client)
            try await browser.signIn(.officer)
            _ = try await browser.declare(.arrivalControl)
            let place = try await upload(browser)
            var page = try await browser.get(place)
            #expect(page.body.contains("Yang masih kurang"))
            #expect(try await browser.post(place, [("aksi", "lanjut")]).location == place)
            #expect(try await browser.get(place + "/periksa").location == place)
            let filled = try await browser.post(place, [("aksi", "lanjut")] + Self.voyage)
            #expect(filled.location == place + "/periksa")
            page = try await browser.get(place + "/periksa")
            #expect(page.status == 200 && page.body.contains("UJI"))
            #expect(try await browser.post(place + "/kirim", [("ingat", "1")]).location == place)
            page = try await browser.get(place)
            #expect(page.body.contains("2 penumpang") && page.body.contains("versi 1"))
            #expect(try await browser.post(place + "/kirim", []).status == 404, "pressed twice it is handed in once")
        }
        let decisions = try await bench.memory.decisions(
            kinds: [.layoutWritten], post: nil, sinceMilliseconds: 0, limit: 10)
        let record = try #require(decisions.first)
        #expect(decisions.count == 1 && record.officer == bench.officers[.officer]?.id)
        guard case .layoutWritten(let layout) = record.decision else {
            Issue.record("another decision")
            return
        }
        #expect(layout.columns == [.fullName, .birthDate, .documentNumber] && layout.operatorCode == "UJI")
    }

    @Test func `a voyage of other posts is refused, and the refusal recorded`() async throws {
        let bench = try await DeskBench()
        try await bench.application.test(.router) { client in
            let browser = Browser(client)
            try await browser.signIn(.officer)
            _ = try await browser.declare(.arrivalControl)
            let place = try await upload(browser)
            let voyage = Self.voyage.map { $0.0 == "tujuan" ? ("tujuan", "DPS") : $0 }
            _ = try await browser.post(place, [("aksi", "lanjut")] + voyage)
            #expect(try await browser.get(place + "/periksa").status == 403)
            let row = try await bench.memory.audit(AuditQuery(actions: [.submitManifest], limit: 1)).first
            #expect(row?.event.outcome == .refused)
        }
    }

    @Test(arguments: [("", 422), ("PK\u{3}\u{4}workbook", 422), (String(repeating: "a,b\n", count: 5_001), 422)])
    func `what is no list is refused in words`(text: String, status: Int) async throws {
        let bench = try await DeskBench()
        try await bench.application.test(.router) { client in
            let browser = Browser(client)
            try await browser.signIn(.officer)
            _ = try await browser.declare(.arrivalControl)
            try await browser.get("/manifes")
            let answer = try await browser.post("/manifes", [("tempel", text)])
            #expect(answer.status == status && answer.body.contains("role=\"alert\""))
        }
    }

    @Test func `the shelf holds so many and for so long`() async throws {
        let shelf = DraftShelf()
        let gazetteer = try GazetteerIndex(
            ports: Array("CODE,NAME,COUNTRY,ZONE,OFFSET,MODE\n".utf8), carriers: Array("CODE,NAME,COUNTRY,MODE\n".utf8))
        let officer = RecordID<Officer>(high: 1, low: 1)
        let day = try #require(CivilDate(year: 2026, month: 11, day: 18))
        let draft = try ManifestDraft(Array(Self.list.utf8), today: day, gazetteer: gazetteer)
        let first = await shelf.hold(draft, of: officer, now: 0)
        #expect(await shelf.find(first, of: officer, now: DraftShelf.lifetimeMilliseconds - 1) != nil)
        #expect(await shelf.find(first, of: officer, now: DraftShelf.lifetimeMilliseconds) == nil)
        #expect(await shelf.find(first, of: RecordID(high: 2, low: 2), now: 1) == nil)
        for moment in 1...DraftShelf.limit { _ = await shelf.hold(draft, of: officer, now: Int64(moment)) }
        #expect(await shelf.find(first, of: officer, now: 100) == nil, "the oldest gave way")
    }
}
