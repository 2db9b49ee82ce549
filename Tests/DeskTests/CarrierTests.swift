// SPDX-License-Identifier: Apache-2.0

import Casework
import Hummingbird
import HummingbirdTesting
import Mandate
import Testing

@testable import Desk

/// Carrier profiles written by an intake engineer.
@Suite struct CarrierTests {
    private static let profile = """
        id: zz-air
        title: "ZZ Air"
        carriers: [ZZ]
        kinds: [PAXLST]
        deviations: [wrong-totals]
        """

    @Test(arguments: [true, false]) func `a profile is saved, and the page says whether the quarantine is read again`(
        isBegun: Bool
    ) async throws {
        let bench = try await DeskBench()
        try await bench.application.test(.router) { client in
            let browser = Browser(client)
            try await browser.signIn(.intakeEngineer)
            _ = try await browser.declare(.intakeRepair)
            try await browser.get("/pengangkut")
            bench.audit.isUncounted = !isBegun
            let answer = try await browser.post("/pengangkut", [("teks", Self.profile), ("aksi", "simpan")])
            bench.audit.isUncounted = false
            #expect(answer.status == 303)
            let page = try await browser.get("/pengangkut/zz-air").body
            #expect(page.contains("Profil disimpan. v1"))
            #expect(page.contains("dibaca ulang di latar belakang") == isBegun)
            #expect(page.contains("Karantina tidak dapat dibaca ulang") == !isBegun)
        }
    }
}
