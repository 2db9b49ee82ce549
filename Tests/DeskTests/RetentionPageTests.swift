// SPDX-License-Identifier: Apache-2.0

import Casework
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Mandate
import Screening
import TestSupport
import Testing

@testable import Desk

@Suite struct RetentionPageTests {
    @Test func `a voyage whose data were forgotten says so, and nothing else of it is read`() async throws {
        let bench = try await DeskBench()
        try await bench.application.test(.router) { client in
            let browser = Browser(client)
            try await browser.signIn(.officer)
            _ = try await browser.declare(.arrivalControl)
            let before = try await browser.get("/perjalanan/\(bench.voyage)")
            #expect(before.status == 200 && before.body.contains("HASAN"))
            var summary = VoyageSummary()
            summary.forgottenAtMilliseconds = 1
            try await bench.memory.record(
                CaseworkChange(decisions: [], summaries: [bench.voyage: summary]), audit: [])
            let after = try await browser.get("/perjalanan/\(bench.voyage)")
            #expect(after.status == 410 && after.body.contains("jadwal retensi"))
            #expect(!after.body.contains("HASAN"))
        }
    }

    @Test func `the state of the system shows what is due`() async throws {
        let bench = try await DeskBench()
        try await bench.application.test(.router) { client in
            let browser = Browser(client)
            try await browser.signIn(.intakeEngineer)
            let page = try await browser.get("/keadaan")
            #expect(page.status == 200)
            #expect(page.body.contains("4.711") && page.body.contains("belum pernah"))
            #expect(page.body.contains("73.2 GB, 24 %") && page.body.contains("ZZ 30 h"))
            // What is good needs no advice.
            #expect(page.body.contains("Hubungi pengangkut") && !page.body.contains("Kosongkan ruang"))
        }
    }
}
