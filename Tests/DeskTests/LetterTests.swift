// SPDX-License-Identifier: Apache-2.0

import Casework
import Foundation
import Hummingbird
import HummingbirdTesting
import Mandate
import TestSupport
import Testing

@testable import Desk

@Suite struct LetterTests {
    private func withEngineer(_ body: @Sendable @escaping (DeskBench, Browser) async throws -> Void) async throws {
        let bench = try await DeskBench()
        try await bench.application.test(.router) { client in
            let browser = Browser(client)
            try await browser.signIn(.intakeEngineer)
            _ = try await browser.declare(.intakeRepair)
            try await body(bench, browser)
        }
    }

    @Test func `a trial becomes a letter in both languages that names nobody`() async throws {
        try await withEngineer { bench, browser in
            let bytes = Data(TrialTests.message.utf8).base64EncodedString()
            let page = try await browser.post("/surat", [("isi", bytes)])
            #expect(page.status == 200 && page.body.contains("class=\"letter\" lang=\"id\""))
            #expect(page.body.contains("UNT, 0074") && page.body.contains("CNT, C270"))
            let english = try await browser.post("/surat", [("isi", bytes), ("bahasa", "en"), ("bentuk", "teks")])
            #expect(english.headers[.contentDisposition]?.contains("attachment") == true)
            #expect(english.headers[.contentType] == "text/plain; charset=utf-8")
            #expect(english.body.contains("The number of segments is not the one declared."))
            for canary in ["KENARI", "LARAS", "KCOBA4471", "4111"] {
                #expect(!english.body.contains(canary), "\(canary)")
            }
            let event = try #require(try await bench.memory.audit(AuditQuery(limit: 1)).first?.event)
            #expect(event.action == .writeLetter && event.detail?.contains("findings=2") == true)
            #expect(try await browser.post("/surat", [("isi", "???")]).status == 400)
        }
    }

    @Test func `a letter is written about one message, and about all of a carrier in a period`() async throws {
        try await withEngineer { bench, browser in
            let one = try await browser.get("/surat?pesan=\(bench.quarantined)")
            #expect(one.status == 200 && one.body.contains("class=\"letter\""))
            #expect(try await browser.get("/surat?pesan=" + String(repeating: "0", count: 32)).status == 404)
            let all = try await browser.get("/surat?pengangkut=GA&dari=2026-11-01&sampai=2026-11-30&bahasa=en")
            #expect(all.status == 200 && all.body.contains("class=\"letter\" lang=\"en\""), "\(all.status)")
            #expect(all.body.contains("by day of receipt"))
            #expect(!all.body.contains("HASAN") && !all.body.contains("CANARIO"))
            let none = try await browser.get("/surat?pengangkut=ZZ&dari=2026-11-01&sampai=2026-11-30")
            #expect(none.status == 200 && !none.body.contains("class=\"letter\""))
            #expect(try await browser.get("/surat?pengangkut=GA&dari=2025-01-01&sampai=2026-11-30").status == 422)
            #expect(try await browser.get("/surat?pengangkut=GA&dari=x&sampai=2026-11-30").status == 422)
        }
    }
}
