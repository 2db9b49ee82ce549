// SPDX-License-Identifier: Apache-2.0

import Casework
import Civil
import Faces
import Hummingbird
import HummingbirdTesting
import Identity
import Mandate
import Synchronization
import TestSupport
import Testing

@testable import Desk

/// The registry's photograph on the post's page: the registry's word as its own, recorded, and why where there is none.
@Suite struct RegistryFacePageTests {
    /// A service that answers as it is told and remembers the pictures that it was sent.
    final class Service: RegistryAsking {
        private let answer: RegistryFaceOutcome
        private let sent = Mutex<[[UInt8]]>([])

        init(_ answer: RegistryFaceOutcome) { self.answer = answer }

        var pictures: [[UInt8]] { sent.withLock { $0 } }

        func ask(_ question: RegistryQuestion) async -> RegistryOutcome { .found(.notFound) }

        func ask(_ question: RegistryFaceQuestion) async -> RegistryFaceOutcome {
            if case .compare(_, let picture) = question { sent.withLock { $0.append(picture) } }
            return answer
        }
    }

    private static let number = "0101014307900004"

    private func bench(
        _ service: Service, _ change: (inout RegistryTerms) -> Void = { _ in },
        _ body: @Sendable (DeskBench, Browser) async throws -> Void
    ) async throws {
        var terms = RegistryPageTests.terms(.verification)
        terms.service.face = .verification
        change(&terms)
        let bench = try await DeskBench { [terms] parts in
            RegistryDesk(
                terms: terms,
                verification: VerificationDesk(
                    terms: terms, store: parts.store, voyages: parts.voyages, tokeniser: parts.vault, asker: service,
                    now: { DeskBench.nowMilliseconds }))
        }
        try await bench.application.test(.router) { client in
            let browser = Browser(client)
            try await browser.signIn(.officer)
            _ = try await browser.declare(.arrivalControl)
            try await browser.get("/kenali")
            try await body(bench, browser)
        }
    }

    /// Hands in a picture with the fields of a look-up.
    private func compare(
        _ picture: [UInt8], _ browser: Browser, source: String? = "holder-at-post"
    ) async throws -> Browser.Answer {
        var fields = [
            ("csrf", await browser.token), ("isi", Self.number), ("alasan", "laporan petugas gerbang 3"),
        ]
        if let source { fields.append(("asal", source)) }
        var body: [UInt8] = []
        for (name, value) in fields {
            body += Array("--grenze\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n".utf8)
        }
        body += Array("--grenze\r\nContent-Disposition: form-data; name=\"gambar\"; filename=\"f.jpg\"\r\n\r\n".utf8)
        body += picture + Array("\r\n--grenze--\r\n".utf8)
        return try await browser.send(body, to: "/kenali/foto", type: "multipart/form-data; boundary=grenze")
    }

    /// A grey JPEG that carries a remark, as cameras write beside the pixels.
    private static func picture() throws -> [UInt8] {
        let plain = try #require(
            Picture(width: 90, height: 60, rgb: [UInt8](repeating: 120, count: 90 * 60 * 3))?.plainJPEG(
                atMostBytes: 100_000))
        let remark = Array("CANARY PLACE".utf8)
        return Array(plain.prefix(2)) + [0xFF, 0xFE, 0, UInt8(remark.count + 2)] + remark + plain.dropFirst(2)
    }

    @Test func `the registry's answer is told as its word, without a rate of ours, and the picture leaves bare`()
        async throws
    {
        let service = Service(.found(.told(.agrees, score: 91.25)))
        try await bench(service) { bench, browser in
            let looked = try await browser.post(
                "/kenali", [("isi", Self.number), ("alasan", "laporan petugas gerbang 3")])
            #expect(looked.body.contains("action=\"/kenali/foto\"") && looked.body.contains("dikirim bersama NIK"))
            let told = try await compare(try Self.picture(), browser)
            #expect(told.status == 200 && told.body.contains("Kata catatan sipil") && told.body.contains("91,25"))
            #expect(told.body.contains("bukan perbandingan Cermat"))
            #expect(!told.body.contains("Dua orang berbeda terbaca sama"), "no rate is invented")
            #expect(service.pictures.count == 1)
            let sent = try #require(service.pictures.first)
            #expect(sent.starts(with: [0xFF, 0xD8, 0xFF]))
            #expect(!String(decoding: sent, as: UTF8.self).contains("CANARY PLACE"))
            let records = try await bench.memory.audit(AuditQuery(actions: [.verifyHolder])).map(\.event)
            #expect(records.contains { $0.detail == "registry face verification" })
            #expect(records.contains { $0.detail == "found=0 registry-face=told:agrees" })
            #expect(records.allSatisfy { !"\($0)".contains(Self.number) })
            // It is a look-up like others, counted and seen by the supervisor.
            let looks = try await bench.memory.decisions(
                kinds: [.residentLookedUp], post: nil, sinceMilliseconds: 0, limit: 9)
            #expect(looks.count == 2)
        }
    }

    @Test func `a service that is away or used up is told with the reason`() async throws {
        try await bench(Service(.failed(.timedOut))) { _, browser in
            let told = try await compare(try Self.picture(), browser)
            #expect(told.body.contains("Tidak ada jawaban") && told.body.contains("Dicoba lagi"))
        }
        let service = Service(.failed(.timedOut))
        try await bench(service, { $0.service.dailyQuota = 0 }) { _, browser in
            let told = try await compare(try Self.picture(), browser)
            #expect(told.body.contains("Tidak ada jawaban") && told.body.contains("Kuota hari ini habis"))
            #expect(service.pictures.isEmpty)
        }
    }

    @Test func `what is no picture does not leave, and the source of a picture is asked for`() async throws {
        let service = Service(.found(.told(.agrees, score: nil)))
        try await bench(service) { _, browser in
            let told = try await compare(Array("no picture".utf8), browser)
            #expect(told.status == 200 && told.body.contains("Foto di pos tidak dapat dipakai"))
            #expect(try await compare(try Self.picture(), browser, source: nil).status == 400)
            #expect(service.pictures.isEmpty)
        }
    }

    @Test func `where the agreement has no photographs nothing is offered, and none is asked for`() async throws {
        let service = Service(.found(.told(.agrees, score: nil)))
        try await bench(service, { $0.service.face = .none }) { _, browser in
            let looked = try await browser.post(
                "/kenali", [("isi", Self.number), ("alasan", "laporan petugas gerbang 3")])
            #expect(!looked.body.contains("/kenali/foto"))
            let told = try await compare(try Self.picture(), browser)
            #expect(told.body.contains("tidak termasuk perjanjian"))
            #expect(service.pictures.isEmpty)
        }
    }

    @Test func `a photograph to be compared here is not fetched without the engine`() async throws {
        let service = Service(.found(.photograph([1])))
        try await bench(service, { $0.service.face = .data }) { bench, browser in
            let told = try await compare(try Self.picture(), browser)
            #expect(told.body.contains("scripts/face-engine.sh"))
            let records = try await bench.memory.audit(AuditQuery(actions: [.verifyHolder])).map(\.event)
            #expect(records.map(\.detail) == ["found=0 registry-face=no-engine"])
        }
    }

    @Test func `without an audit record nothing leaves`() async throws {
        let service = Service(.found(.told(.agrees, score: nil)))
        try await bench(service) { bench, browser in
            let picture = try Self.picture()
            bench.audit.isBroken = true
            #expect(try await compare(picture, browser).status == 503)
            bench.audit.isBroken = false
            #expect(service.pictures.isEmpty)
        }
    }
}
