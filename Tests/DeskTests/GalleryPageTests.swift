// SPDX-License-Identifier: Apache-2.0

import Casework
import Faces
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Mandate
import Safeguards
import Screening
import TestSupport
import Testing

@testable import Desk

/// The gallery on the desk: who may do what, what is recorded before anything leaves, what is kept of a picture.
@Suite struct GalleryPageTests {
    private struct Room {
        let bench: DeskBench
        let browser: Browser
        var path: String { "/galeri/\(bench.entry)" }

        /// Hands in drawn people as files of one field.
        @discardableResult
        func enrol(_ people: [(file: String, drawn: DrawnFrame)]) async throws -> Browser.Answer {
            try await browser.get(path)
            let token = await browser.token
            var text = "--grenze\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n\(token)\r\n"
            for one in people {
                text += "--grenze\r\nContent-Disposition: form-data; name=\"gambar\"; filename=\"\(one.file)\"\r\n"
                text += "Content-Type: image/jpeg\r\n\r\n" + String(decoding: one.drawn.bytes, as: UTF8.self) + "\r\n"
            }
            return try await browser.send(
                Array((text + "--grenze--\r\n").utf8), to: path, type: "multipart/form-data; boundary=grenze")
        }

        func events(_ action: AuditAction) async throws -> [AuditEvent] {
            try await bench.memory.audit(AuditQuery(actions: [action], limit: 100)).map(\.event)
        }
    }

    private func room(
        _ role: Role = .analyst, _ purpose: Purpose = .targeting,
        describer: (any FaceDescriber)? = DrawnDescriber(), _ body: @Sendable (Room) async throws -> Void
    ) async throws {
        let bench = try await DeskBench(describer: describer)
        try await bench.application.test(.router) { client in
            let browser = Browser(client)
            try await browser.signIn(role)
            _ = try await browser.declare(purpose)
            try await body(Room(bench: bench, browser: browser))
        }
    }

    private static func person(_ number: UInt64, quality: Double = 0.9) -> DrawnFrame {
        DrawnFrame([.init(number, quality: quality)])
    }

    @Test func `an empty gallery says what to do, and how many it may hold`() async throws {
        try await room { room in
            let page = try await room.browser.get("/galeri").body
            #expect(page.contains("Belum ada wajah yang terdaftar") && page.contains("<dd>3</dd>"))
            try await room.browser.post("/tampilan", [("bahasa", "en")])
            let english = try await room.browser.get("/galeri").body
            #expect(english.contains("No face is enrolled yet"))
        }
    }

    @Test func `each picture gets its verdict in words, and refused ones are nowhere`() async throws {
        try await room { room in
            let answer = try await room.enrol([
                ("depan.jpg", Self.person(7)), ("C:\\foto\\kabur.jpg", Self.person(8, quality: 0.2)),
                ("dua.jpg", DrawnFrame([.init(1), .init(2)])), ("kosong.jpg", DrawnFrame([])),
            ])
            #expect(answer.status == 200)
            #expect(answer.body.contains("depan.jpg") && answer.body.contains("Terdaftar"))
            #expect(answer.body.contains(">kabur.jpg<") && !answer.body.contains("C:"))
            #expect(answer.body.contains("Wajah kabur. Pakai foto yang lebih tajam."))
            #expect(answer.body.contains("Potong foto sehingga hanya wajah yang dimaksud tersisa."))
            #expect(try await room.bench.memory.faceTotals() == FaceTotals(entries: 1, pictures: ["drawn": 1]))
            let event = try #require(try await room.events(.enrolFace).last)
            #expect(
                event.subjects == ["entry:\(room.bench.entry)"] && event.purpose == .targeting
                    && event.detail == "enrolled=1 refused=3 blurred,no-face,several-faces,too-dark")
            let trail = try await room.bench.memory.audit(AuditQuery(limit: 100)).map { "\($0.event)" }.joined()
            #expect(!trail.contains("depan") && !trail.contains("kabur.jpg"), "names of files are in no record")
            let again = try await room.enrol([("depan.jpg", Self.person(7))])
            #expect(again.body.contains("Sudah terdaftar"))
        }
    }

    @Test func `the list shows the entry and no picture; pictures come when they are asked for, recorded first`()
        async throws
    {
        try await room { room in
            try await room.enrol([("a.jpg", Self.person(7))])
            let list = try await room.browser.get("/galeri").body
            #expect(list.contains("HASAN") && list.contains("ND-1/2026") && list.contains("ikut dicari"))
            let closed = try await room.browser.get(room.path).body
            for page in [list, closed] { #expect(!page.contains("<img")) }
            let open = try await room.browser.get(room.path + "?gambar=1")
            let image = try #require(open.body.firstMatch(of: /src="(\/galeri\/[0-9a-f]+\/gambar\/[0-9a-f]+)"/)).output
                .1
            let before = try await room.events(.viewFaces).count
            let picture = try await room.browser.get(String(image))
            #expect(picture.status == 200 && picture.headers[.contentType] == "image/jpeg")
            #expect(picture.body == "drawn portrait 7")
            let seen = try await room.events(.viewFaces)
            #expect(seen.count == before + 1)
            #expect(seen.first?.subjects == ["entry:\(room.bench.entry)"])
            room.bench.audit.isBroken = true
            for path in [String(image), room.path, "/galeri"] {
                let refused = try await room.browser.get(path)
                #expect(refused.status == 503 && !refused.body.contains("HASAN"), "\(path)")
                #expect(!refused.body.contains("drawn portrait"))
            }
        }
    }

    @Test func `destroying takes a reason and asks once more`() async throws {
        try await room { room in
            try await room.enrol([("a.jpg", Self.person(7)), ("b.jpg", Self.person(8))])
            let pictures = try await room.bench.memory.faceListing(of: nil, offset: 0, limit: 9)
            let path = room.path + "/musnahkan"
            try await room.browser.get(room.path)
            #expect(try await room.browser.post(path, [("gambar", "semua")]).status == 400)
            let fields = [("gambar", "\(pictures[0].id)"), ("alasan", "wrong-person")]
            try await room.browser.get(room.path)
            let asked = try await room.browser.post(path, fields)
            #expect(asked.status == 200 && asked.body.contains("Yakin memusnahkan") && asked.body.contains("Gambar 1"))
            #expect(try await room.bench.memory.faceTotals().all == 2)
            let done = try await room.browser.post(path, fields + [("yakin", "1")])
            #expect(done.status == 303)
            #expect(try await room.bench.memory.faceListing(of: nil, offset: 0, limit: 9).map(\.id) == [pictures[1].id])
            #expect(try await room.events(.forgetFace).last?.detail == "wrong-person pictures=1")
            try await room.browser.get(room.path)
            let twice = try await room.browser.post(path, fields + [("yakin", "1")])
            #expect(twice.status == 422 && twice.body.contains("sudah tidak ada"))
            #expect(try await room.enrol([("a.jpg", Self.person(7))]).body.contains("pernah dimusnahkan"))
        }
    }

    @Test func `pictures of one person count as one, unlike ones do not`() async throws {
        try await room { room in
            try await room.enrol([("a.jpg", Self.person(7)), ("b.jpg", Self.person(8))])
            try await room.browser.get(room.path)
            let unlike = try await room.browser.post(room.path + "/gabung", [])
            #expect(unlike.status == 422 && unlike.body.contains("mungkin menunjukkan orang lain"))
            _ = try await room.bench.memory.forgetFaces(
                of: room.bench.entry, only: nil, register: DestructionRegisterFile(path: "/dev/null"),
                atMilliseconds: DeskBench.nowMilliseconds
            ) { _ in [] }
            try await room.enrol([
                ("c.jpg", Self.person(9)), ("d.jpg", Self.person(9, quality: 0.8)),
            ])
            try await room.browser.get(room.path)
            #expect(try await room.browser.post(room.path + "/gabung", []).status == 303)
            #expect(try await room.browser.get(room.path).body.contains("dihitung satu"))
        }
    }

    @Test func `a form without its token, without a picture or without the engine changes nothing`() async throws {
        try await room { room in
            #expect(try await room.enrol([]).status == 422)
            for act in ["/gabung", "/musnahkan"] {
                #expect(try await room.browser.post(room.path + act, [("alasan", "request")], csrf: "00").status == 403)
            }
            try await room.browser.get(room.path)
            #expect(try await room.browser.post(room.path + "/gabung", [], site: "cross-site").status == 403)
            let many: [(file: String, drawn: DrawnFrame)] = (0..<13).map { ("\($0).jpg", Self.person(UInt64(20 + $0))) }
            #expect(try await room.enrol(many).body.contains("paling banyak dua belas"))
            #expect(try await room.bench.memory.faceTotals().all == 0)
        }
        try await room(describer: nil) { room in
            let answer = try await room.enrol([("a.jpg", Self.person(7))])
            #expect(answer.status == 422 && answer.body.contains("scripts/face-engine.sh"))
            #expect(try await room.browser.get("/galeri").body.contains("scripts/face-engine.sh"))
        }
    }

    @Test func `pictures of other models are told apart`() async throws {
        try await room(describer: DrawnDescriber(engine: "old")) { room in
            try await room.enrol([("a.jpg", Self.person(7))])
            let desk = GalleryDesk(
                faces: room.bench.memory, store: room.bench.memory, tokeniser: room.bench.vault,
                register: DestructionRegisterFile(path: "/dev/null"), describer: DrawnDescriber(engine: "new"), limit: 3
            )
            let overview = try await desk.overview(offset: 0, limit: 9)
            #expect(overview.rows.first?.elsewhere == 1 && overview.totals.elsewhere(than: "new") == 1)
            let verdicts = try await desk.enrol(
                [Self.person(7).bytes], for: room.bench.entry, by: nil, atMilliseconds: DeskBench.nowMilliseconds)
            #expect(verdicts.map(\.codes) == [["described-again"]] && verdicts.allSatisfy { !$0.isRefusal })
        }
    }

    @Test(arguments: [(Role.officer, Purpose.arrivalControl), (.supervisor, .arrivalControl)])
    func `whoever may not see faces is refused, with a record`(_ role: Role, _ purpose: Purpose) async throws {
        try await room(role, purpose) { room in
            for path in ["/galeri", room.path, room.path + "?gambar=1"] {
                #expect(try await room.browser.get(path).status == 403)
            }
            #expect(try await room.events(.viewFaces).allSatisfy { $0.outcome == .refused })
            for act in ["", "/gabung", "/musnahkan"] {
                try await room.browser.get("/bantuan")
                #expect(try await room.browser.post(room.path + act, [("alasan", "request")]).status == 403, "\(act)")
            }
            let menu = try await room.browser.get("/bantuan").body
            #expect(!menu.contains("href=\"/galeri\""))
        }
    }

    @Test func `the figures of stations count reviews and name nobody`() async throws {
        try await room { room in
            #expect(try await room.browser.get("/mutu/wajah").body.contains("Belum ada stasiun yang mencari"))
            let kind = try #require(PictureKind("gate-camera"))
            let station = try #require(StationName("CGK-gate1"))
            let decision = Decision.face(.searched(station: station, kind: kind, people: 4_321))
            let record = StoreSamples.decision(1, decision, at: DeskBench.nowMilliseconds - 1_000)
            try await room.bench.memory.record(CaseworkChange(decisions: [record]), audit: [])
            let page = try await room.browser.get("/mutu/wajah?bulan=3").body
            #expect(page.contains("4.321") && page.contains("fig-rates") && page.contains("di dalam batas"))
            #expect(page.contains("gate-camera") && !page.contains("HASAN"))
            // The hourly counts do not fill the list of decisions.
            #expect(
                try await room.bench.memory.decisions(
                    kinds: [.face], post: nil, sinceMilliseconds: 0, limit: 9
                ).isEmpty)
            try await room.browser.post("/tampilan", [("bahasa", "en")])
            let english = try await room.browser.get("/mutu/wajah").body
            #expect(english.contains("within what is allowed"))
        }
    }
}
