// SPDX-License-Identifier: Apache-2.0

import Casework
import Civil
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Mandate
import NIOCore
import Screening
import TestSupport
import Testing

@testable import Desk

@Suite struct GateTests {
    @Test func `who is not signed in is sent to the door and the refusal is recorded`() async throws {
        let bench = try await DeskBench()
        try await bench.application.test(.router) { client in
            let browser = Browser(client)
            let answer = try await browser.get("/papan")
            #expect(answer.status == 303 && answer.location == "/masuk")
            let refusals = try await bench.memory.audit(AuditQuery(actions: [.viewBoard]))
            #expect(refusals.first?.event.outcome == .refused)
        }
    }

    @Test func `nothing personal is read without a purpose`() async throws {
        let bench = try await DeskBench()
        try await bench.application.test(.router) { client in
            let browser = Browser(client)
            try await browser.signIn(.officer)
            for path in [
                "/papan", "/atensi", "/cari", "/perjalanan/\(bench.voyage)", "/penumpang/\(bench.hitTraveller)",
            ] {
                let answer = try await browser.get(path)
                #expect(answer.status == 403, "\(path)")
                #expect(!answer.body.contains("HASAN"), "\(path)")
            }
        }
    }

    @Test func `a wrong password, a foreign form and a missing token are refused`() async throws {
        let bench = try await DeskBench()
        try await bench.application.test(.router) { client in
            let browser = Browser(client)
            try await browser.get("/masuk")
            #expect(
                try await browser.post("/masuk", [("nama", "officer"), ("sandi", "salah-salah-salah")]).status == 401)
            let right = [("nama", "officer"), ("sandi", DeskBench.password)]
            #expect(try await browser.post("/masuk", right, csrf: "00").status == 403)
            #expect(try await browser.post("/masuk", right, site: "cross-site").status == 403)
            #expect(try await browser.post("/masuk", right).status == 303)
            try await browser.get("/tujuan")
            #expect(
                try await browser.post("/tujuan", [("tujuan", "arrival-control"), ("nomor", "ST-1")], csrf: "").status
                    == 403)
        }
    }

    @Test func `every answer carries the strict headers and hidden cookies`() async throws {
        let bench = try await DeskBench()
        try await bench.application.test(.router) { client in
            let browser = Browser(client)
            for path in ["/masuk", "/papan", "/nowhere", "/healthz"] {
                let headers = try await browser.get(path).headers
                for (name, part) in [
                    ("content-security-policy", "require-trusted-types-for 'script'"),
                    ("x-content-type-options", "nosniff"),
                    ("referrer-policy", "no-referrer"), ("cross-origin-opener-policy", "same-origin"),
                    ("cache-control", "no-store"),
                ] {
                    let value = HTTPField.Name(name).flatMap { headers[$0] } ?? ""
                    #expect(value.contains(part), "\(path) \(name)")
                }
            }
            let cookie = try await browser.get("/masuk").headers
            #expect(cookie[values: .setCookie].allSatisfy { $0.contains("HttpOnly") && $0.contains("SameSite=Strict") })
        }
    }

    @Test func `nothing leaves when the record of the access cannot be written`() async throws {
        let bench = try await DeskBench()
        try await bench.application.test(.router) { client in
            let browser = Browser(client)
            try await browser.signIn(.officer)
            _ = try await browser.declare(.arrivalControl)
            #expect(try await browser.get("/penumpang/\(bench.hitTraveller)").body.contains("HASAN"))
            bench.audit.isBroken = true
            for path in [
                "/papan", "/api/board", "/atensi", "/perjalanan/\(bench.voyage)", "/penumpang/\(bench.hitTraveller)",
                "/pesan/\(bench.message)?untuk=\(bench.hitTraveller)", "/serah-terima",
            ] {
                let answer = try await browser.get(path)
                #expect(answer.status == 503, "\(path)")
                #expect(!answer.body.contains("HASAN") && !answer.body.contains("GA 0825"), "\(path)")
            }
        }
    }

    @Test func `a page records whom it showed before it leaves`() async throws {
        let bench = try await DeskBench()
        try await bench.application.test(.router) { client in
            let browser = Browser(client)
            try await browser.signIn(.officer)
            _ = try await browser.declare(.arrivalControl, reference: "ST-77/2026")
            try await browser.get("/penumpang/\(bench.hitTraveller)")
            let rows = try await bench.memory.audit(
                AuditQuery(subject: "traveller:\(bench.hitTraveller)", actions: [.viewTraveller]))
            let event = try #require(rows.first?.event)
            #expect(event.outcome == .done && event.purpose == .arrivalControl && event.reference == "ST-77/2026")
        }
    }

    @Test func `who is no hit stays covered on every page`() async throws {
        let bench = try await DeskBench()
        try await bench.application.test(.router) { client in
            let browser = Browser(client)
            try await browser.signIn(.officer)
            _ = try await browser.declare(.arrivalControl)
            var bodies: [String: String] = [:]
            for path in [
                "/papan", "/api/board", "/atensi", "/perjalanan/\(bench.voyage)", "/penumpang/\(bench.quietTraveller)",
                "/penumpang/\(bench.hitTraveller)", "/pesan/\(bench.message)?untuk=\(bench.hitTraveller)",
                "/pesan/\(bench.message)?untuk=\(bench.quietTraveller)",
                "/pesan/\(bench.message)?perjalanan=\(bench.voyage)",
                "/serah-terima",
            ] {
                let answer = try await browser.get(path)
                #expect(answer.status == 200, "\(path)")
                bodies[path] = answer.body
            }
            try await browser.get("/cari")
            bodies["search"] = try await browser.post("/cari", [("dokumen", "K9CANARY7731"), ("alasan", "di konter")])
                .body
            #expect(bodies["search"]?.contains("CANARIO") == true, "the search finds the traveller")
            for (path, body) in bodies {
                for canary in DeskBench.canaries {
                    // The form repeats what the officer typed; nothing else may.
                    let count =
                        body.components(separatedBy: canary) - (path == "search" && canary == "K9CANARY7731" ? 1 : 0)
                    #expect(count == 0, "\(canary) on \(path)")
                }
            }
            #expect(bodies["/pesan/\(bench.message)?untuk=\(bench.hitTraveller)"]?.contains("A1234567") == true)
        }
    }

    @Test func `a judgement needs an answer and a reason, and is recorded in the officer's name`() async throws {
        let bench = try await DeskBench()
        try await bench.application.test(.router) { client in
            let browser = Browser(client)
            try await browser.signIn(.officer)
            _ = try await browser.declare(.arrivalControl)
            let page = try await browser.get("/penumpang/\(bench.hitTraveller)").body
            #expect(!page.contains("value=\"same\" required data-key=\"y\" checked"))
            let path = "/kecocokan/\(bench.hit)/putusan"
            #expect(try await browser.post(path, [("alasan", "cocok")]).status == 422)
            #expect(try await browser.post(path, [("jawaban", "same"), ("alasan", "")]).status == 422)
            #expect(try await browser.post(path, [("jawaban", "same"), ("alasan", "paspor dilihat")]).status == 303)
            let row = try await bench.memory.hits(HitQuery(ids: [bench.hit])).first
            #expect(row?.hit.status == .judgedSame)
            let after = try await browser.get("/penumpang/\(bench.hitTraveller)").body
            #expect(after.contains("paspor dilihat") && after.contains("Nama officer"))
        }
    }

    @Test func `an unknown address is answered in words, an unknown interface in JSON`() async throws {
        let bench = try await DeskBench()
        try await bench.application.test(.router) { client in
            let browser = Browser(client)
            let page = try await browser.get("/tidak-ada")
            #expect(page.status == 404 && page.body.contains("Tidak ditemukan") && page.body.contains("<main"))
            try await browser.signIn(.officer)
            try await browser.get("/bantuan")
            try await browser.post("/tampilan", [("bahasa", "en")])
            #expect(try await browser.get("/tidak-ada").body.contains("Not found"), "in the reader's language")
            let data = try await browser.get("/api/nowhere")
            #expect(data.status == 404 && data.body.contains("\"code\":\"not-found\""))
        }
    }

    @Test func `an entry that has expired already is refused with the reason`() async throws {
        let bench = try await DeskBench()
        try await bench.application.test(.router) { client in
            let browser = Browser(client)
            try await browser.signIn(.analyst)
            _ = try await browser.declare(.targeting)
            func write(_ review: String, _ expiry: String) async throws -> Browser.Answer {
                try await browser.post(
                    "/daftar-pantau",
                    [
                        ("KIND", "person"), ("SURNAME", "CONTOH"), ("GIVEN", "BUDI"), ("DOB", "1990-01-01"),
                        ("CATEGORY", "narcotics"), ("OWNER", "P2"), ("BASIS", "NI-1/2026"), ("REASON", "Periksa"),
                        ("REVIEW_DATE", review), ("EXPIRY", expiry),
                    ])
            }
            let late = try await write("2024-01-01", "2024-02-01")
            #expect(late.status == 422 && late.body.contains("sudah lewat"), "\(late.body)")
            #expect(late.body.contains("value=\"CONTOH\"") && late.body.contains("NI-1/2026"), "what was typed stays")
            #expect(try await write("2027-01-01", "2027-02-01").status == 303)
        }
    }

    @Test func `a feed hands in messages by its token`() async throws {
        let bench = try await DeskBench()
        try await bench.application.test(.router) { client in
            func send(_ token: String?, _ text: String) async throws -> TestResponse {
                var headers = HTTPFields()
                if let token { headers[.authorization] = "Bearer " + token }
                return try await client.executeRequest(
                    uri: "/api/messages", method: .post, headers: headers, body: ByteBuffer(string: text))
            }
            let taken = try await send("feed-secret", "UNB")
            #expect(taken.status == .accepted && String(buffer: taken.body).contains("\"status\":\"stored\""))
            #expect(try await send("feed-secret", "").status == .badRequest)
            let full = try await send("feed-secret", "FULL")
            #expect(full.status == .serviceUnavailable && full.headers[.retryAfter] == "7")
            #expect(try await send("other", "UNB").status == .unauthorized)
            #expect(try await send(nil, "UNB").status == .unauthorized)
        }
    }

    @Test func `the demonstration signs in without a password, and only it`() async throws {
        let plain = try await DeskBench()
        try await plain.application.test(.router) { client in
            let browser = Browser(client)
            try await browser.get("/masuk")
            #expect(try await browser.post("/masuk/peran", [("peran", "officer")]).status == 404)
        }
        let demo = try await DeskBench(isDemo: true)
        try await demo.application.test(.router) { client in
            try await demo.writeAccount(login: "petugas", role: .officer, number: 2)
            // Accounts made later, before and after in every order, change nothing.
            try await demo.writeAccount(login: "aaa", role: .officer, number: 1)
            try await demo.writeAccount(login: "zzz", role: .officer, number: 3)
            let browser = Browser(client)
            try await browser.get("/masuk")
            #expect(try await browser.post("/masuk/peran", [("peran", "officer")]).status == 303)
            let board = try await browser.get("/papan").body
            #expect(board.contains("GA 0825") && board.contains("Nama petugas"))
        }
        var open = DeskConfiguration()
        open.isDemo = true
        open.host = "0.0.0.0"
        #expect(!open.problems().isEmpty)
    }
}

extension String {
    /// How often a part occurs.
    fileprivate func components(separatedBy part: String) -> Int { ranges(of: part).count }
}
