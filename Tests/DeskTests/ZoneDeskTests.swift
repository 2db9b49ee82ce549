// SPDX-License-Identifier: Apache-2.0

import Casework
import Hummingbird
import HummingbirdTesting
import Mandate
import Screening
import TestSupport
import Testing

@testable import Desk

/// A zone scanned at a post.
@Suite struct ZoneDeskTests {
    private static let right = [
        "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L898902C36UTO7408122F1204159ZE184226B<<<<<10",
    ]

    private func atDesk(_ body: @escaping @Sendable (Browser, DeskBench) async throws -> Void) async throws {
        let bench = try await DeskBench()
        try await bench.application.test(.router) { client in
            let browser = Browser(client)
            try await browser.signIn(.officer)
            _ = try await browser.declare(.arrivalControl)
            try await browser.get("/dokumen")
            try await body(browser, bench)
        }
    }

    @Test func `a right zone shows its fields and every digit with a word and a sign`() async throws {
        try await atDesk { browser, _ in
            let page = try await browser.post("/dokumen/zona", [("zona", Self.right.joined(separator: "\n"))]).body
            #expect(page.contains("ERIKSSON / ANNA MARIA"))
            #expect(page.contains("L898902C3"))
            #expect(page.contains("1974-08-12"))
            #expect(page.split(separator: "✓ cocok").count == 6)
            #expect(!page.contains("✗"))
            #expect(page.contains("action=\"/dokumen/lintas\""))
        }
    }

    @Test func `a misread zone offers repairs, the difference marked, and uses none by itself`() async throws {
        try await atDesk { browser, _ in
            let wrong = [Self.right[0], Self.right[1].replacing("L8989", with: "LB989")]
            let text = wrong.joined(separator: "\n")
            let page = try await browser.post("/dokumen/zona", [("zona", text)]).body
            #expect(page.contains("✗ tidak cocok"))
            #expect(page.contains("LB98902C3"))
            #expect(page.contains("<mark>8</mark>"))
            #expect(page.contains("B → 8"))
            let accepted = try await browser.post("/dokumen/zona", [("zona", text), ("perbaikan", "0")]).body
            #expect(accepted.contains("✓ Semua angka periksa cocok"))
            #expect(accepted.contains("L898902C3"))
        }
    }

    @Test func `a zone whose bearer is on today's voyage leads to the card`() async throws {
        try await atDesk { browser, bench in
            // The voyage's traveller with a hit bears this document in the invented message.
            let page = try await browser.post("/dokumen/zona", [("zona", Self.right.joined(separator: "\n"))]).body
            #expect(page.contains("tidak ada pada perjalanan hari ini"))
            let rows = try await bench.memory.audit(AuditQuery(actions: [.enterDocument]))
            #expect(rows.first?.event.detail?.contains("zone=verified") == true)
            #expect(rows.first?.event.detail?.contains("ERIKSSON") == false)
        }
    }

    @Test func `text without a zone comes back with what to do`() async throws {
        try await atDesk { browser, _ in
            let page = try await browser.post("/dokumen/zona", [("zona", "bukan zona")]).body
            #expect(page.contains("Tidak ada zona yang terbaca"))
            #expect(page.contains("bukan zona"))
        }
    }

    @Test func `registering stores first and then leads to what the check found`() async throws {
        try await atDesk { browser, bench in
            let answer = try await browser.post(
                "/dokumen/lintas", [("zona", Self.right.joined(separator: "\n")), ("arah", "datang")])
            #expect(answer.status == 303)
            #expect(answer.location?.hasPrefix("/dokumen/lintas/") == true)
            let event = try await bench.memory.audit(AuditQuery(actions: [.enterDocument])).first?.event
            #expect(event?.subjects.first?.hasPrefix("message:") == true)
            #expect(event?.purpose == .arrivalControl)
            // Messages of carriers are not shown here.
            #expect(try await browser.get("/dokumen/lintas/\(bench.message)").status == 404)
        }
    }
}
