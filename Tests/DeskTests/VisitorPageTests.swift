// SPDX-License-Identifier: Apache-2.0

import Casework
import Civil
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Mandate
import Safeguards
import TestSupport
import Testing

@testable import Desk

/// A visitor's own face over HTTP: in a demonstration alone, with consent, and forgotten when asked and at sign-out.
@Suite struct VisitorPageTests {
    private func bench(
        isDemo: Bool = true, _ body: @Sendable (DeskBench, any TestClientProtocol, Browser) async throws -> Void
    ) async throws {
        let bench = try await DeskBench(isDemo: isDemo)
        try await bench.application.test(.router) { client in
            let browser = Browser(client)
            try await browser.signIn(.officer)
            _ = try await browser.declare(.arrivalControl)
            try await body(bench, client, browser)
        }
    }

    private func enrol(_ person: UInt64, _ browser: Browser, agrees: Bool = true) async throws -> Browser.Answer {
        try await browser.get("/wajah-saya")
        var text = "--grenze\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n\(await browser.token)\r\n"
        if agrees { text += "--grenze\r\nContent-Disposition: form-data; name=\"setuju\"\r\n\r\n1\r\n" }
        text += "--grenze\r\nContent-Disposition: form-data; name=\"gambar\"; filename=\"f.jpg\"\r\n\r\n"
        text += String(decoding: DrawnFrame([.init(person)]).bytes, as: UTF8.self) + "\r\n--grenze--\r\n"
        return try await browser.send(
            Array(text.utf8), to: "/wajah-saya", type: "multipart/form-data; boundary=grenze")
    }

    private func frames(_ person: UInt64, _ browser: Browser) async throws {
        for number in 0..<8 {
            let drawn = DrawnFrame([.init(person, left: 100 + Double(number) * 15)])
            let answer = try await browser.send(drawn.bytes, to: "/api/station/CGK-tamu/frame", type: "image/jpeg")
            #expect(answer.status == 200)
        }
    }

    @Test func `outside of a demonstration there is no such page, and nobody is enrolled`() async throws {
        try await bench(isDemo: false) { bench, _, browser in
            #expect(try await browser.get("/wajah-saya").status == 404)
            try await browser.get("/bantuan")
            #expect(try await browser.send(Array("x".utf8), to: "/wajah-saya", type: "image/jpeg").status == 404)
            #expect(try await browser.post("/wajah-saya/lupakan", []).status == 404)
            let trail = try await bench.memory.audit(AuditQuery(actions: [.enrolFace]))
            #expect(trail.isEmpty)
        }
    }

    @Test func `a visitor agrees, is told until when, is found, and forgets at once`() async throws {
        try await bench { bench, _, browser in
            let page = try await browser.get("/wajah-saya")
            #expect(page.body.contains("hanya ada di memori program ini"))
            #expect(
                page.headers[try #require(HTTPField.Name("permissions-policy"))]?.hasPrefix("camera=(self)") == true)
            #expect(try await enrol(7, browser, agrees: false).body.contains("Centang bahwa ini wajah Anda sendiri"))
            #expect(try await enrol(7, browser).status == 303)
            let kept = try await browser.get("/wajah-saya")
            #expect(kept.body.contains("Wajah Anda ada di memori sampai") && kept.body.contains("/stasiun/CGK-tamu"))
            let trail = try await bench.memory.audit(AuditQuery(actions: [.enrolFace])).map(\.event)
            #expect(trail.count == 1 && trail[0].detail == "visitor of the demonstration, in memory")
            #expect(try await bench.memory.faceTotals().pictures.isEmpty)
            let desk = try #require(bench.server.foundations.stations)
            let officers = [Role.analyst, .supervisor].compactMap { bench.officers[$0]?.id }
            try await browser.get("/stasiun/CGK-tamu")
            try await frames(7, browser)
            let waiting = await desk.waiting(
                for: officers[0], onDuty: Set(officers), atMilliseconds: bench.clock.now)
            let review = try #require(waiting.first)
            try await desk.seat(review, officers[0], onDuty: Set(officers), atMilliseconds: bench.clock.now)
            #expect(await desk.probe(review, for: officers[0]) != nil)
            try await browser.get("/wajah-saya")
            let forgotten = try await browser.post("/wajah-saya/lupakan", [])
            #expect(forgotten.status == 303)
            #expect(await desk.probe(review, for: officers[0]) == nil)
            #expect(await desk.portrait(review, place: 0, for: officers[0]) == nil)
            let after = try await browser.get("/wajah-saya").body
            #expect(after.contains("Wajah Anda dilupakan") && !after.contains("ada di memori sampai"))
        }
    }

    @Test func `whoever signs out is forgotten`() async throws {
        try await bench { bench, _, browser in
            #expect(try await enrol(7, browser).status == 303)
            let visitors = try #require(bench.server.foundations.visitors)
            let officer = try #require(bench.officers[.officer]?.id)
            #expect(await visitors.keptUntil(officer, atMilliseconds: bench.clock.now) != nil)
            try await browser.get("/bantuan")
            #expect(try await browser.post("/keluar", []).status == 303)
            #expect(await visitors.keptUntil(officer, atMilliseconds: bench.clock.now) == nil)
            let trail = try await bench.memory.audit(AuditQuery(actions: [.forgetFace])).map(\.event.detail)
            #expect(trail == ["visitor of the demonstration"])
        }
    }

    @Test func `what cannot be recorded is not kept`() async throws {
        try await bench { bench, _, browser in
            try await browser.get("/wajah-saya")
            bench.audit.isBroken = true
            let answer = try await enrol(7, browser)
            bench.audit.isBroken = false
            #expect(answer.status == 503 || answer.status == 403)
            let visitors = try #require(bench.server.foundations.visitors)
            let officer = try #require(bench.officers[.officer]?.id)
            #expect(await visitors.keptUntil(officer, atMilliseconds: bench.clock.now) == nil)
        }
    }
}
