// SPDX-License-Identifier: Apache-2.0

import Casework
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Mandate
import NIOCore
import Safeguards
import Screening
import TestSupport
import Testing

@testable import Desk

/// Feeds on their pages: a token is seen once, opens at once, and closes when it should.
@Suite struct FeedPageTests {
    private static let fields = [
        ("nama", "garuda"), ("pengangkut", "GA, QG"), ("kontak", "meja data, ext 12"), ("diam", "6"),
    ]

    private func send(
        _ client: any TestClientProtocol, _ token: String, _ body: String = "UNB"
    ) async throws -> Int {
        var headers = HTTPFields()
        headers[.authorization] = "Bearer " + token
        return try await client.executeRequest(
            uri: "/api/messages", method: .post, headers: headers, body: ByteBuffer(string: body)
        ).status.code
    }

    private func token(_ page: String) throws -> String {
        let start = try #require(page.firstRange(of: "<code id=\"token\">"))
        return String(page[start.upperBound...].prefix(64))
    }

    @Test func `a feed is added, used, given a new token and withdrawn`() async throws {
        let bench = try await DeskBench()
        try await bench.application.test(.router) { client in
            let browser = Browser(client)
            try await browser.signIn(.administrator)
            _ = try await browser.declare(.administration)
            #expect(try await browser.get("/saluran").body.contains("Belum ada saluran bernama"))
            try await browser.get("/saluran/baru")
            let added = try await browser.post("/saluran", Self.fields)
            #expect(added.status == 200 && added.body.contains("tidak dapat ditampilkan lagi"))
            let first = try token(added.body)
            #expect(try await send(client, first) == 202)
            #expect(try await send(client, first, "") == 400)
            #expect(try await send(client, first, "FULL") == 503)
            #expect(bench.server.foundations.feeds.refusals.refused("garuda", sinceMilliseconds: 0) == 2)
            let list = try await browser.get("/saluran").body
            #expect(list.contains("garuda") && list.contains("GA QG") && !list.contains(first))
            let page = try await browser.get("/saluran/garuda").body
            #expect(!page.contains(first) && page.contains("name=\"versi\" value=\"1\""))
            let rotated = try await browser.post("/saluran/garuda/token", [("versi", "1"), ("peralihan", "24")])
            let second = try token(rotated.body)
            #expect(second != first)
            #expect(try await send(client, first) == 202, "during the overlap")
            #expect(try await send(client, second) == 202)
            #expect(
                try await browser.post("/saluran/garuda/token", [("versi", "1"), ("peralihan", "24")]).status == 409)
            try await browser.get("/saluran/garuda")
            #expect(try await browser.post("/saluran/garuda/cabut", [("alasan", "")]).status == 422)
            try await browser.get("/saluran/garuda")
            #expect(try await browser.post("/saluran/garuda/cabut", [("alasan", "selesai")]).status == 303)
            #expect(try await send(client, first) == 401)
            #expect(try await send(client, second) == 401)
            #expect(try await send(client, "feed-secret") == 202, "the feed of the configuration goes on")
            let refused = try await bench.memory.audit(AuditQuery(subject: "feed:garuda", actions: [.ingest]))
            #expect(refused.map(\.event.outcome) == [.refused, .refused])
            #expect(try await browser.get("/saluran").body.contains("dicabut"))
        }
    }

    @Test func `each feed has a pace of its own, and a token that opens nothing has none of a feed's`() async throws {
        let bench = try await DeskBench(configure: { configuration in
            configuration.limits.feedPerSecond = 1
            configuration.requestLimit = RateLimit(burst: 3, refillMilliseconds: 1_000)
        })
        let feeds = bench.server.foundations.feeds
        let name = try #require(FeedName("garuda"))
        let draft = try FeedDraft(speaksFor: "GA", contact: "meja data", silenceHours: 6)
        let now = DeskBench.nowMilliseconds
        let first = try await feeds.add(name, draft, by: nil, atMilliseconds: now).secret.text
        let second = try await feeds.rotate(name, overlapHours: 0, by: nil, atMilliseconds: now).secret.text
        try await bench.application.test(.router) { client in
            var answers: [Int] = []
            for token in [first, second, second, second, "feed-secret", "feed-secret", "nobody", first, second, first] {
                answers.append(try await send(client, token))
            }
            #expect(answers == [401, 202, 202, 429, 202, 202, 401, 401, 429, 429])
        }
    }

    @Test func `a form that is wrong comes back with what was typed`() async throws {
        let bench = try await DeskBench()
        try await bench.application.test(.router) { client in
            let browser = Browser(client)
            try await browser.signIn(.administrator)
            _ = try await browser.declare(.administration)
            try await browser.get("/saluran/baru")
            var fields = Self.fields
            fields[0].1 = "Garuda Indonesia"
            let wrong = try await browser.post("/saluran", fields)
            #expect(wrong.status == 422 && wrong.body.contains("value=\"Garuda Indonesia\""))
            #expect(wrong.body.contains("role=\"alert\"") && wrong.body.contains("2 sampai 40 huruf"))
            _ = try await browser.post("/saluran", Self.fields)
            try await browser.get("/saluran/baru")
            let twice = try await browser.post("/saluran", Self.fields)
            #expect(twice.status == 409 && twice.body.contains("Sudah ada saluran dengan nama itu"))
        }
    }

    @Test func `an intake engineer sees feeds and changes none`() async throws {
        let bench = try await DeskBench()
        try await bench.application.test(.router) { client in
            let browser = Browser(client)
            try await browser.signIn(.intakeEngineer)
            _ = try await browser.declare(.intakeRepair)
            let list = try await browser.get("/saluran")
            #expect(list.status == 200 && !list.body.contains("/saluran/baru"))
            #expect(try await browser.get("/saluran/baru").status == 403)
        }
    }
}
