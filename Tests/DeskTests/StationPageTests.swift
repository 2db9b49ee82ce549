// SPDX-License-Identifier: Apache-2.0

import Casework
import Civil
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Mandate
import NIOCore
import TestSupport
import Testing

@testable import Desk

/// From the camera's frame to what the station learns, and who may see what on the way.
@Suite struct StationPageTests {
    private struct Post {
        let bench: DeskBench
        let client: any TestClientProtocol
        let guardian: Browser
        let reviewers: [Browser]
    }

    /// A station with its officer, and reviewers on duty elsewhere.
    private func post(reviewers count: Int, _ body: @Sendable (Post) async throws -> Void) async throws {
        let bench = try await DeskBench()
        try await bench.gallery.enrol(bench.entry, drawn: 7)
        for number in 0..<count {
            try await bench.writeAccount(login: "tinjau\(number)", role: .analyst, number: UInt64(40 + number))
        }
        try await bench.application.test(.router) { client in
            let guardian = Browser(client)
            try await guardian.signIn(.officer)
            _ = try await guardian.declare(.arrivalControl)
            var reviewers: [Browser] = []
            for number in 0..<count {
                let browser = Browser(client)
                try await browser.signIn(.analyst, login: "tinjau\(number)")
                _ = try await browser.declare(.targeting)
                reviewers.append(browser)
            }
            let post = Post(bench: bench, client: client, guardian: guardian, reviewers: reviewers)
            try await onDuty(post) { try await body(post) }
        }
    }

    /// Keeps every reviewer's line open meanwhile, as their page does.
    private func onDuty(_ post: Post, _ body: @Sendable () async throws -> Void) async throws {
        let lines = post.bench.server.faceParts
        try await withThrowingTaskGroup(of: Void.self) { group in
            for browser in post.reviewers {
                group.addTask {
                    let answer = try await browser.get("/live/face")
                    #expect(answer.status == 200)
                }
            }
            do {
                // A line is recorded before its first byte.
                while try await post.bench.memory.audit(AuditQuery(actions: [.reviewFace])).count < post.reviewers.count
                {
                    try await Task.sleep(for: .milliseconds(2))
                }
                try await body()
            } catch {
                await lines.closeAll()
                throw error
            }
            await lines.closeAll()
            try await group.waitForAll()
        }
    }

    /// Walks a drawn person by the station's camera.
    @discardableResult
    private func walk(_ person: UInt64, _ post: Post) async throws -> String {
        try await post.guardian.get("/stasiun/CGK-gate1")
        var last = ""
        for frame in 0..<4 {
            let drawn = DrawnFrame([.init(person, left: 100 + Double(frame) * 10)])
            let answer = try await post.guardian.send(
                drawn.bytes, to: "/api/station/CGK-gate1/frame", type: "image/jpeg")
            #expect(answer.status == 200, "\(answer.body)")
            last = answer.body
        }
        return last
    }

    private func answer(_ browser: Browser, _ fields: [(String, String)]) async throws -> (String, Browser.Answer) {
        try await browser.get("/tinjau-wajah")
        let seat = try await browser.post("/tinjau-wajah", [])
        let path = try #require(seat.location)
        let page = try await browser.get(path)
        #expect(page.status == 200 && page.body.contains("Skor disembunyikan") && !page.body.contains("/ 100"))
        #expect(try await browser.get(path + "/uji").headers[.contentType] == "image/bmp")
        #expect(try await browser.get(path + "/calon/1").status == 200)
        try await browser.get(path)
        return (path, try await browser.post(path + "/jawaban", fields))
    }

    private static let same = [
        ("jawaban", "same"), ("calon", "1"), ("alasan", "hidung dan telinga"), ("ciri-nose", "agrees"),
    ]

    @Test func `two reviewers confirm, and only then the station learns it`() async throws {
        try await post(reviewers: 2) { post in
            let frame = try await walk(7, post)
            #expect(!frame.contains("opened") && !frame.contains("entry"))
            for (number, browser) in post.reviewers.enumerated() {
                let before = try await post.guardian.get("/stasiun/CGK-gate1")
                #expect(before.body.contains("Belum ada yang dipastikan") && !before.body.contains("periksa"))
                #expect(try await post.guardian.get("/api/station/CGK-gate1").body == "[]")
                let (path, said) = try await answer(browser, Self.same)
                #expect(said.status == 303)
                let after = try await browser.get(path)
                #expect(after.body.contains("/ 100"), "the score is shown after the own answer")
                #expect(after.body.contains("dipastikan dua pemeriksa") == (number == 1))
                #expect(try await browser.post(path + "/jawaban", Self.same).status == 409)
            }
            let page = try await post.guardian.get("/stasiun/CGK-gate1")
            #expect(page.body.contains("ND-1/2026") && page.body.contains("Antar ke meja pemeriksaan."))
            // The person is on a flight of the day under their own document: the hit leads there.
            #expect(page.body.contains("/penumpang/\(post.bench.hitTraveller)"))
            let id = try #require(page.body.firstMatch(of: /data-face="([0-9a-f]{32})"/)).output.1
            #expect(try await post.guardian.get("/stasiun/CGK-gate1/\(id)/wajah").status == 200)
            #expect(try await post.guardian.get("/stasiun/CGK-gate1/\(id)/foto").status == 200)
            let voyage = try await post.guardian.get("/perjalanan/\(post.bench.voyage)")
            #expect(voyage.body.contains("Dipastikan dua pemeriksa"))
            try await post.guardian.get("/stasiun/CGK-gate1")
            let act = try await post.guardian.post("/stasiun/CGK-gate1/\(id)", [("hasil", "stopped"), ("catatan", "")])
            #expect(act.status == 303)
            #expect(try await post.guardian.get("/api/station/CGK-gate1").body == "[]")
            let trail = try await post.bench.memory.audit(AuditQuery(subject: "face:\(id)", limit: 100))
            #expect(
                trail.contains {
                    $0.event.action == .reviewFace && $0.event.subjects.contains("entry:\(post.bench.entry)")
                })
        }
    }

    @Test func `a stranger begins nothing and leaves no record`() async throws {
        try await post(reviewers: 2) { post in
            let before = try await post.bench.memory.audit(AuditQuery(limit: 1000)).count
            let frame = try await walk(3, post)
            let later = try await post.bench.memory.audit(AuditQuery(limit: 1000)).count
            #expect(frame.contains("\"faces\":1"))
            #expect(later == before + 2, "the look at the page and the camera alone")
            #expect(try await post.reviewers[0].get("/tinjau-wajah").body.contains("Tidak ada wajah yang menunggu"))
            let decisions = try await post.bench.memory.decisions(
                kinds: [.face], post: nil, sinceMilliseconds: 0, limit: 9)
            #expect(decisions.isEmpty)
        }
    }

    @Test func `with one reviewer nothing is shown, it lapses and is counted`() async throws {
        try await post(reviewers: 1) { post in
            try await walk(7, post)
            let browser = post.reviewers[0]
            let page = try await browser.get("/tinjau-wajah")
            #expect(page.body.contains("Kurang dari dua pemeriksa") && page.body.contains("id=\"ambil\" hidden"))
            #expect(try await browser.post("/tinjau-wajah", []).location == "/tinjau-wajah")
            post.bench.clock.advance(minutes: 1)
            await post.bench.server.faceParts.look()
            let after = try await browser.get("/tinjau-wajah")
            #expect(after.body.contains("Terlewat: kurang dari dua pemeriksa bertugas"))
            #expect(try await post.guardian.get("/api/station/CGK-gate1").body == "[]")
        }
    }

    @Test func `whoever runs the station reviews nothing of it`() async throws {
        try await post(reviewers: 2) { post in
            try await walk(7, post)
            let page = try await post.guardian.get("/tinjau-wajah")
            #expect(page.status == 200 && page.body.contains("id=\"ambil\" hidden"))
            let (path, _) = try await answer(post.reviewers[0], Self.same)
            for part in ["", "/uji", "/calon/1"] {
                #expect(try await post.guardian.get(path + part).status == 404, "\(part)")
            }
        }
    }

    @Test func `nothing is answered without a reason, and the answer that cannot be recorded is not given`()
        async throws
    {
        try await post(reviewers: 2) { post in
            try await walk(7, post)
            let (path, refused) = try await answer(
                post.reviewers[0], [("jawaban", "same"), ("calon", "1"), ("alasan", " ")])
            #expect(refused.status == 422)
            try await post.reviewers[0].get(path)
            #expect(try await post.reviewers[0].post(path + "/jawaban", [("alasan", "hidung")]).status == 400)
            #expect(try await post.reviewers[0].get(path).body.contains("Skor disembunyikan"))
        }
    }

    @Test func `confirmed faces stand among the hits and on the board, and not before`() async throws {
        try await post(reviewers: 2) { post in
            try await walk(7, post)
            for browser in post.reviewers {
                for path in ["/atensi", "/papan"] {
                    let page = try await post.guardian.get(path).body
                    #expect(!page.contains("Wajah dipastikan") && !page.contains("id=\"wajah\""), "\(path)")
                }
                _ = try await answer(browser, Self.same)
            }
            #expect(try await post.guardian.get("/papan").body.contains("Wajah dipastikan"))
            let hits = try await post.guardian.get("/atensi").body
            #expect(hits.contains("Wajah dipastikan") && !hits.contains("id=\"wajah\""))
            // Once the hit is decided it waits no more; the face does, until somebody has acted at the station.
            try await post.guardian.get("/penumpang/\(post.bench.hitTraveller)")
            let judged = try await post.guardian.post(
                "/kecocokan/\(post.bench.hit)/putusan", [("jawaban", "same"), ("alasan", "paspor sama")])
            #expect(judged.status == 303)
            let later = try await post.guardian.get("/atensi").body
            #expect(later.contains("id=\"wajah\"") && later.contains("href=\"/stasiun/CGK-gate1\""))
            let page = try await post.guardian.get("/stasiun/CGK-gate1").body
            let id = try #require(page.firstMatch(of: /data-face="([0-9a-f]{32})"/)).output.1
            try await post.guardian.post("/stasiun/CGK-gate1/\(id)", [("hasil", "stopped"), ("catatan", "")])
            #expect(try await !post.guardian.get("/atensi").body.contains("id=\"wajah\""))
        }
    }

    /// The picture's address on the traveller's card; nil where the card leads to none.
    private func kept(_ browser: Browser, _ post: Post) async throws -> String? {
        let card = try await browser.get("/penumpang/\(post.bench.hitTraveller)")
        #expect(card.status == 200)
        return card.body.firstMatch(of: /\/wajah-pasti\/[0-9a-f]{32}/).map { String($0.output) }
    }

    @Test
    func `the picture is kept with the hit from the confirmation on, for those who may see it, each look recorded`()
        async throws
    {
        try await post(reviewers: 2) { post in
            try await walk(7, post)
            for browser in post.reviewers {
                #expect(try await kept(post.guardian, post) == nil)
                _ = try await answer(browser, Self.same)
            }
            let path = try #require(try await kept(post.guardian, post))
            let page = try await post.guardian.get(path)
            #expect(page.status == 200 && page.body.contains(path + "/gambar") && page.body.contains("CGK"))
            let before = try await post.bench.memory.audit(AuditQuery(actions: [.viewProbe])).count
            let picture = try await post.guardian.get(path + "/gambar")
            #expect(picture.status == 200 && picture.headers[.contentType] == "image/jpeg")
            #expect(picture.body.hasPrefix("drawn probe "))
            let looks = try await post.bench.memory.audit(AuditQuery(actions: [.viewProbe]))
            #expect(looks.count == before + 1)
            let id = path.split(separator: "/").last.map(String.init) ?? ""
            #expect(looks.first?.event.subjects.contains("face:\(id)") == true)
            #expect(looks.first?.event.purpose == .arrivalControl && looks.first?.event.outcome == .done)
            // What cannot be recorded does not leave.
            post.bench.audit.isBroken = true
            #expect(try await post.guardian.get(path + "/gambar").status == 503)
            post.bench.audit.isBroken = false
            // An analyst who looks for patterns before arrival needs no picture: the card leads to none, and it is refused.
            #expect(try await kept(post.reviewers[0], post) == nil)
            for part in ["", "/gambar"] {
                #expect(try await post.reviewers[0].get(path + part).status == 403, "\(part)")
            }
            #expect(
                try await post.bench.memory.audit(AuditQuery(actions: [.viewProbe])).first?.event.outcome == .refused)
            let unknown = "/wajah-pasti/" + String(repeating: "0", count: 32)
            #expect(try await post.guardian.get(unknown).status == 404)
        }
    }

    @Test func `of somebody who was another person nothing can be seen any more`() async throws {
        try await post(reviewers: 2) { post in
            try await walk(7, post)
            for browser in post.reviewers { _ = try await answer(browser, Self.same) }
            let path = try #require(try await kept(post.guardian, post))
            let id = path.split(separator: "/").last.map(String.init) ?? ""
            try await post.guardian.get("/stasiun/CGK-gate1")
            let act = try await post.guardian.post(
                "/stasiun/CGK-gate1/\(id)", [("hasil", "mistaken"), ("catatan", "")])
            #expect(act.status == 303)
            #expect(try await kept(post.guardian, post) == nil)
            #expect(try await post.guardian.get(path).status == 404)
            #expect(try await post.guardian.get(path + "/gambar").status == 404)
            #expect(try await post.guardian.get("/stasiun/CGK-gate1/\(id)/wajah").status == 404)
        }
    }

    @Test func `what is confirmed at a station is listed among the hits for the station's purpose alone`() async throws
    {
        try await post(reviewers: 2) { post in
            try await walk(7, post)
            for browser in post.reviewers { _ = try await answer(browser, Self.same) }
            try await post.guardian.get("/penumpang/\(post.bench.hitTraveller)")
            try await post.guardian.post(
                "/kecocokan/\(post.bench.hit)/putusan", [("jawaban", "same"), ("alasan", "paspor sama")])
            #expect(try await post.guardian.get("/atensi").body.contains("id=\"wajah\""))
            // The same officer at the same post, for another purpose; and an analyst, who sees all posts.
            _ = try await post.guardian.declare(.departureControl)
            let departures = try await post.guardian.get("/atensi")
            #expect(departures.status == 200 && !departures.body.contains("id=\"wajah\""))
            #expect(!departures.body.contains("CGK-gate1"))
            let analyst = try await post.reviewers[0].get("/atensi")
            #expect(analyst.status == 200 && !analyst.body.contains("id=\"wajah\""))
        }
    }

    @Test func `looking again reads nothing of the log again`() async throws {
        try await post(reviewers: 2) { post in
            try await walk(7, post)
            for browser in post.reviewers { _ = try await answer(browser, Self.same) }
            let page = try await post.guardian.get("/stasiun/CGK-gate1")
            #expect(page.body.contains("ND-1/2026"))
            let read = post.bench.audit.decisionsRead
            for _ in 0..<5 {
                #expect(try await post.guardian.get("/stasiun/CGK-gate1").body.contains("ND-1/2026"))
                #expect(try await post.guardian.get("/api/station/CGK-gate1").body.contains("ND-1/2026"))
                #expect(try await post.reviewers[0].get("/tinjau-wajah").status == 200)
            }
            #expect(post.bench.audit.decisionsRead == read)
        }
    }

    @Test func `a camera whose beginning cannot be recorded is not looked at`() async throws {
        try await post(reviewers: 2) { post in
            try await post.guardian.get("/stasiun/CGK-gate1")
            post.bench.audit.isBroken = true
            let drawn = DrawnFrame([DrawnFrame.Somebody(7)])
            let refused = try await post.guardian.send(
                drawn.bytes, to: "/api/station/CGK-gate1/frame", type: "image/jpeg")
            post.bench.audit.isBroken = false
            #expect(refused.status == 503)
            #expect(await post.bench.gallery.searches == 0)
        }
    }

    @Test func `only the station's page may use the camera`() async throws {
        try await post(reviewers: 0) { post in
            let name = try #require(HTTPField.Name("permissions-policy"))
            let station = try await post.guardian.get("/stasiun/CGK-gate1")
            #expect(station.headers[name]?.hasPrefix("camera=(self)") == true)
            for path in ["/papan", "/stasiun", "/tinjau-wajah", "/tak-ada"] {
                #expect(try await post.guardian.get(path).headers[name]?.hasPrefix("camera=()") == true, "\(path)")
            }
        }
    }

    @Test func `a fixed camera sends frames of its own station with its token, and sees nothing`() async throws {
        try await post(reviewers: 2) { post in
            func send(_ path: String, _ token: String) async throws -> Int {
                var headers = HTTPFields()
                headers[.authorization] = "Bearer " + token
                let drawn = DrawnFrame([DrawnFrame.Somebody(3)])
                return try await post.client.executeRequest(
                    uri: path, method: .post, headers: headers, body: ByteBuffer(bytes: drawn.bytes)
                ).status.code
            }
            #expect(try await send("/api/station/CGK-gate1/frame", "camera-secret-123") == 200)
            #expect(try await send("/api/station/CGK-gate2/frame", "camera-secret-123") == 403)
            #expect(try await send("/api/station/CGK-gate1/frame", "camera-secret-124") == 401)
            #expect(try await send("/api/station/CGK-gate1/frame", "reader-secret") == 401)
            let bad = try await post.guardian.get("/stasiun/CGK-gate1")
            #expect(bad.status == 200)
            let garbage = try await post.guardian.send(
                [1, 2, 3], to: "/api/station/CGK-gate1/frame", type: "image/jpeg")
            #expect(garbage.status == 422 && garbage.body.contains("bad-frame"))
        }
    }

    @Test func `a station of another purpose or post is refused`() async throws {
        try await post(reviewers: 0) { post in
            _ = try await post.guardian.declare(.departureControl)
            #expect(try await post.guardian.get("/stasiun/CGK-gate1").status == 403)
            #expect(try await post.guardian.get("/stasiun/DPS-gate1").status == 404)
        }
    }
}
