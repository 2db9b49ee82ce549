// SPDX-License-Identifier: Apache-2.0

import CardReader
import Casework
import Civil
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Identity
import Mandate
import NIOCore
import TestSupport
import Testing

@testable import Desk

/// A card that a reader read reaches the officer who works with it, and nobody else.
@Suite struct ReaderDeskTests {
    private static let line =
        "CERMAT-READER 1 READING id=1 nik=0101014307900004 name=DEWI%20CANARIO birth=1990-07-03 sex=F"

    private func bench(
        _ body: @Sendable (DeskBench, any TestClientProtocol) async throws -> Void
    ) async throws {
        let folder = try TemporaryFolder()
        var builder = PopulationIndexBuilder()
        try Array(RegistryPageTests.residents.utf8).withUnsafeBufferPointer { try builder.add($0) }
        try builder.write(to: folder.path + "/r.index")
        let extract = try ExtractDesk(path: folder.path + "/r.index")
        let terms = RegistryPageTests.terms(.extract)
        let bench = try await DeskBench { _ in RegistryDesk(terms: terms, extract: extract) }
        try await bench.application.test(.router) { client in try await body(bench, client) }
    }

    private func officer(_ client: any TestClientProtocol, as role: Role = .officer) async throws -> Browser {
        let browser = Browser(client)
        try await browser.signIn(role)
        _ = try await browser.declare(.arrivalControl)
        try await browser.get("/kenali")
        return browser
    }

    private func send(
        _ client: any TestClientProtocol, _ line: String, token: String? = "reader-secret", post: String = "CGK"
    ) async throws -> Int {
        var headers = HTTPFields()
        if let token { headers[.authorization] = "Bearer " + token }
        let answer = try await client.executeRequest(
            uri: "/api/reader/" + post, method: .post, headers: headers, body: ByteBuffer(string: line))
        return answer.status.code
    }

    @Test func `a card goes from the reader to its officer and into the look-up, with its record first`() async throws {
        try await bench { bench, client in
            let browser = try await officer(client)
            #expect(try await send(client, Self.line) == 409, "nobody works with the reader")
            #expect(try await send(client, "CERMAT-READER 1 READY name=X") == 204)
            let page = try await browser.get("/kenali")
            #expect(page.body.contains("Pakai pembaca ini") && !page.body.contains("CANARIO"))
            let used = try await browser.post("/kenali/pembaca", [("pembaca", "CGK"), ("tindakan", "pakai")])
            #expect(used.status == 303)
            #expect(try await send(client, Self.line) == 204)
            let shown = try await browser.get("/kenali")
            #expect(shown.body.contains("DEWI CANARIO") && shown.body.contains("0101014307900004"))
            let records = try await bench.memory.audit(AuditQuery(actions: [.lookUpResident]))
            let token = bench.vault.token(.nik, "0101014307900004")
            #expect(records.contains { $0.event.subjects == ["resident:\(token)"] })
            #expect(records.allSatisfy { !"\($0.event)".contains("CANARIO") && !"\($0.event)".contains("0101014307") })
            let json = try await browser.get("/api/reading").body
            #expect(json.contains("DEWI CANARIO") && json.contains("\"until\":\(DeskBench.nowMilliseconds + 60_000)"))
            let handle = try #require(json.firstMatch(of: /"handle":"([0-9a-f]+)"/)?.1)
            let found = try await browser.post("/kenali", [("kartu", String(handle))])
            // Tied, since the card lies on the reader: no reason is asked for.
            #expect(found.status == 200 && found.body.contains("DEWI CANARIO"), "\(found.body.suffix(1_500))")
            let decisions = try await bench.memory.decisions(
                kinds: [.residentLookedUp], post: nil, sinceMilliseconds: 0, limit: 9)
            guard case .residentLookedUp(let lookUp) = decisions.first?.decision else {
                Issue.record("no decision")
                return
            }
            #expect(lookUp.isScanned && lookUp.isTied && lookUp.reason == nil)
            // A card is looked up with once.
            #expect(!(try await browser.get("/kenali").body.contains("CANARIO")))
            let again = try await browser.post("/kenali", [("kartu", String(handle))])
            #expect(again.body.contains("Kartu itu sudah tidak ada"))
        }
    }

    @Test func `another officer of the same post sees nothing, not even with the handle`() async throws {
        try await bench { _, client in
            let browser = try await officer(client), other = try await officer(client, as: .supervisor)
            _ = try await browser.post("/kenali/pembaca", [("pembaca", "CGK"), ("tindakan", "pakai")])
            #expect(try await send(client, Self.line) == 204)
            #expect(!(try await other.get("/kenali").body.contains("CANARIO")))
            #expect(!(try await other.get("/api/reading").body.contains("CANARIO")))
            let json = try await browser.get("/api/reading").body
            let handle = try #require(json.firstMatch(of: /"handle":"([0-9a-f]+)"/)?.1)
            #expect(!(try await other.post("/kenali", [("kartu", String(handle))]).body.contains("CANARIO")))
            // Taking the reader over takes nothing along.
            let taken = try await other.post("/kenali/pembaca", [("pembaca", "CGK"), ("tindakan", "pakai")])
            #expect(taken.status == 303)
            #expect(!(try await other.get("/api/reading").body.contains("CANARIO")))
            #expect(!(try await browser.get("/api/reading").body.contains("CANARIO")))
            #expect(try await send(client, Self.line.replacing("id=1", with: "id=2")) == 204)
            #expect(try await other.get("/api/reading").body.contains("CANARIO"))
            #expect(!(try await browser.get("/api/reading").body.contains("CANARIO")))
        }
    }

    @Test func `signing out leaves nobody on duty`() async throws {
        try await bench { bench, client in
            let browser = try await officer(client)
            _ = try await browser.post("/kenali/pembaca", [("pembaca", "CGK"), ("tindakan", "pakai")])
            #expect(try await send(client, Self.line) == 204)
            #expect(await bench.server.readerParts.counts.readings == 1)
            _ = try await browser.post("/keluar", [])
            #expect(try await send(client, Self.line) == 409)
            #expect(await bench.server.readerParts.counts.readings == 0, "and what waited is gone")
        }
    }

    @Test func `a reader hands in for its own post, by its own token, in whole lines`() async throws {
        try await bench { bench, client in
            #expect(try await send(client, Self.line, token: nil) == 401)
            #expect(try await send(client, Self.line, token: "feed-secret") == 401, "a feed is no reader")
            #expect(try await send(client, Self.line, token: "wrong") == 401)
            #expect(try await send(client, Self.line, post: "DPS") == 403)
            for line in ["", "x", Self.line + " photo=AA", Self.line + "\n", Self.line.replacing("id=1", with: "id=0")]
            {
                #expect(try await send(client, line) == 400, "\(line)")
            }
            #expect(try await send(client, String(repeating: "A", count: 5_000)) == 413)
            var headers = HTTPFields()
            headers[.authorization] = "Bearer reader-secret"
            let message = try await client.executeRequest(
                uri: "/api/messages", method: .post, headers: headers, body: ByteBuffer(string: "UNB"))
            #expect(message.status == .unauthorized, "a reader is no feed")
            let browser = try await officer(client)
            #expect(try await browser.post("/api/reader/CGK", []).status == 401, "an officer is no reader")
            #expect(
                try await browser.post("/kenali/pembaca", [("pembaca", "DPS"), ("tindakan", "pakai")]).status == 404)
            #expect(await bench.server.readerParts.counts.readings == 0)
        }
    }

    @Test func `nothing is shown where the record cannot be written`() async throws {
        try await bench { bench, client in
            let browser = try await officer(client)
            _ = try await browser.post("/kenali/pembaca", [("pembaca", "CGK"), ("tindakan", "pakai")])
            #expect(try await send(client, Self.line) == 204)
            bench.audit.isBroken = true
            for path in ["/kenali", "/api/reading"] {
                let answer = try await browser.get(path)
                #expect(answer.status == 503 && !answer.body.contains("CANARIO"))
            }
        }
    }

    @Test func `the live line says that a card was read, and nothing of it`() async throws {
        try await bench { bench, client in
            let browser = try await officer(client)
            _ = try await browser.post("/kenali/pembaca", [("pembaca", "CGK"), ("tindakan", "pakai")])
            let readers = bench.server.readerParts
            let token = try #require(await readers.holderForTest(ReaderName("CGK")))
            let line = try await readers.subscribe(token)
            #expect(try await send(client, Self.line) == 204)
            #expect(try await send(client, "CERMAT-READER 1 ERROR code=damaged-card") == 204)
            await readers.closeAll()
            var events: [String] = []
            for await event in line { events.append(event) }
            #expect(events.count == 3 && events[1] == "event: reading\ndata: {}\n\n")
            #expect(events[2] == "event: state\ndata: {}\n\n")
            #expect(try await browser.get("/kenali").body.contains("Cip kartu rusak"))
        }
    }
}
