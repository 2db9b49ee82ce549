// SPDX-License-Identifier: Apache-2.0

import Casework
import Civil
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Mandate
import Safeguards
import Screening
import TestSupport
import Testing

@testable import Desk

/// Forms that ask for a reason ask for real words; what nobody sees is none.
@Suite struct ReasonPageTests {
    /// Each is sent as an officer or supervisor would, but for the reason.
    private static func forms(
        _ bench: DeskBench
    ) -> [(role: Role, purpose: Purpose, path: String, field: String, others: [(String, String)])] {
        let traveller = "/penumpang/\(bench.hitTraveller)"
        return [
            (.officer, .arrivalControl, "/cari", "alasan", [("nama", "CANARIO")]),
            (.officer, .arrivalControl, "/kecocokan/\(bench.hit)/putusan", "alasan", [("jawaban", "same")]),
            (.officer, .arrivalControl, traveller + "/samaran", "alasan", [("perkara", "P-9/2026")]),
            (
                .supervisor, .supervision, "/penangguhan", "alasan-tahan",
                [("perjalanan", "\(bench.voyage)"), ("perkara", "P-9/2026")]
            ),
            (.analyst, .targeting, "/daftar-pantau/\(bench.entry)/cabut", "alasan", []),
        ]
    }

    @Test(arguments: ["", "   ", "\u{200B}\u{200B}\u{200B}\u{200B}", "....", "a\u{200B}\u{200B}\u{200B}b"])
    func `a form without words is refused and changes nothing`(reason: String) async throws {
        let bench = try await DeskBench()
        try await bench.application.test(.router) { client in
            for form in Self.forms(bench) {
                let browser = Browser(client)
                try await browser.signIn(form.role)
                _ = try await browser.declare(form.purpose)
                try await browser.get("/bantuan")
                let before = try await bench.memory.decisions(
                    kinds: Set(DecisionKind.allCases), post: nil, sinceMilliseconds: 0, limit: 1_000)
                let answer = try await browser.post(form.path, form.others + [(form.field, reason)])
                #expect(answer.status == 422, "\(form.path): \(answer.status)")
                #expect(!answer.body.contains("CANARIO, "), "\(form.path)")
                let after = try await bench.memory.decisions(
                    kinds: Set(DecisionKind.allCases), post: nil, sinceMilliseconds: 0, limit: 1_000)
                #expect(before.count == after.count, "\(form.path)")
            }
        }
    }

    @Test func `with words they are taken`() async throws {
        let bench = try await DeskBench()
        try await bench.application.test(.router) { client in
            for form in Self.forms(bench) {
                let browser = Browser(client)
                try await browser.signIn(form.role)
                _ = try await browser.declare(form.purpose)
                try await browser.get("/bantuan")
                let answer = try await browser.post(
                    form.path, form.others + [(form.field, "\u{200B}laporan gerbang 3 ")])
                #expect(answer.status == 200 || answer.status == 303, "\(form.path): \(answer.status)")
            }
            let searches = try await bench.memory.audit(AuditQuery(actions: [.search])).compactMap(\.event.detail)
            #expect(searches.contains { $0.hasSuffix("reason=laporan gerbang 3") })
        }
    }

    @Test func `the look-up of nobody present asks again`() async throws {
        let bench = try await DeskBench()
        try await bench.application.test(.router) { client in
            let browser = Browser(client)
            try await browser.signIn(.officer)
            _ = try await browser.declare(.arrivalControl)
            try await browser.get("/kenali")
            let count = { @Sendable in
                try await bench.memory.decisions(
                    kinds: [.residentLookedUp], post: nil, sinceMilliseconds: 0, limit: 9
                ).count
            }
            for reason in ["lap" + String(repeating: "\u{200B}", count: 12) + "or", String(repeating: ".", count: 20)] {
                _ = try await browser.post("/kenali", [("isi", "0101014307900004"), ("alasan", reason)])
                #expect(try await count() == 0)
            }
        }
    }
}
