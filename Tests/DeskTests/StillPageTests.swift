// SPDX-License-Identifier: Apache-2.0

import Casework
import Civil
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Mandate
import TestSupport
import Testing

@testable import Desk

/// A picture of a case over HTTP: the answer says the same whoever is found, and shows only what two others confirmed.
@Suite struct StillPageTests {
    private func analyst(
        _ client: any TestClientProtocol, _ login: String? = nil, purpose: Purpose = .postSeizure,
        reference: String = "BAP-7/2026"
    ) async throws -> Browser {
        let browser = Browser(client)
        try await browser.signIn(.analyst, login: login)
        _ = try await browser.declare(purpose, reference: reference)
        return browser
    }

    private func upload(_ person: UInt64, _ browser: Browser) async throws -> Browser.Answer {
        try await browser.get("/foto-perkara")
        return try await browser.upload(
            DrawnFrame([DrawnFrame.Somebody(person)]).bytes, as: "foto", to: "/foto-perkara")
    }

    @Test func `whoever is found, the answer is the same, and two others decide before anything is shown`()
        async throws
    {
        let bench = try await DeskBench()
        try await bench.gallery.enrol(bench.entry, drawn: 7)
        for number in 0..<2 {
            try await bench.writeAccount(login: "tinjau\(number)", role: .analyst, number: UInt64(40 + number))
        }
        try await bench.application.test(.router) { client in
            let asker = try await analyst(client)
            let stranger = try await upload(3, asker)
            let quiet = try await asker.get("/foto-perkara").body
            let wanted = try await upload(7, asker)
            let waiting = try await asker.get("/foto-perkara").body
            #expect(stranger.status == 303 && wanted.status == 303 && stranger.location == wanted.location)
            #expect(quiet == waiting)
            #expect(waiting.contains("Belum ada yang dipastikan") && !waiting.contains("ND-1/2026"))
            let desk = try #require(bench.server.foundations.stations)
            let officers = try await bench.memory.accounts().map(\.officer).filter { $0.login.hasPrefix("tinjau") }
            let duty = Set(officers.map(\.id))
            for officer in officers {
                let id = try #require(
                    await desk.waiting(for: officer.id, onDuty: duty, atMilliseconds: bench.clock.now).first)
                try await desk.seat(id, officer.id, onDuty: duty, atMilliseconds: bench.clock.now)
                let browser = try await analyst(client, officer.login, purpose: .targeting)
                #expect(try await browser.get("/tinjau-wajah/\(id)").body.contains("Skor disembunyikan"))
                #expect(try await asker.get("/foto-perkara/\(id)/wajah").status == 404)
                #expect(try await asker.get("/tinjau-wajah/\(id)").status == 403)
                let answer = try await browser.post(
                    "/tinjau-wajah/\(id)/jawaban", [("jawaban", "same"), ("calon", "1"), ("alasan", "telinga")])
                #expect(answer.status == 303)
            }
            let page = try await asker.get("/foto-perkara").body
            #expect(page.contains("ND-1/2026"))
            let id = try #require(page.firstMatch(of: /data-face="([0-9a-f]{32})"/)).output.1
            #expect(try await asker.get("/foto-perkara/\(id)/wajah").headers[.contentType] == "image/bmp")
            #expect(try await asker.get("/foto-perkara/\(id)/foto").status == 200)
            // Another case, or another officer, is told nothing.
            let colleague = try await analyst(client, officers[0].login)
            let elsewhere = try await analyst(client, reference: "BAP-8/2026")
            for other in [colleague, elsewhere] {
                #expect(try await !other.get("/foto-perkara").body.contains("ND-1/2026"))
                #expect(try await other.get("/foto-perkara/\(id)/wajah").status == 404)
            }
        }
    }

    @Test func `only within a case, and every search is recorded with its number`() async throws {
        let bench = try await DeskBench()
        try await bench.application.test(.router) { client in
            let targeting = try await analyst(client, purpose: .targeting)
            #expect(try await targeting.get("/foto-perkara").status == 403)
            let officer = Browser(client)
            try await officer.signIn(.officer)
            _ = try await officer.declare(.arrivalControl)
            #expect(try await officer.get("/foto-perkara").status == 403)
            let asker = try await analyst(client)
            #expect(try await upload(3, asker).status == 303)
            let trail = try await bench.memory.audit(AuditQuery(actions: [.searchFace])).map(\.event)
            #expect(trail.contains { $0.detail == "still searched" && $0.reference == "BAP-7/2026" })
            bench.audit.isBroken = true
            try await asker.get("/bantuan")
            let searches = await bench.gallery.searches
            #expect(try await upload(7, asker).status == 503)
            bench.audit.isBroken = false
            #expect(await bench.gallery.searches == searches)
        }
    }
}
