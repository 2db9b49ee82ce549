// SPDX-License-Identifier: Apache-2.0

import HummingbirdTesting
import Mandate
import Testing

@testable import Desk

@Suite struct QualityPageTests {
    @Test func `shows what came, by carrier, without a purpose and without anybody's data`() async throws {
        let bench = try await DeskBench()
        try await bench.application.test(.router) { client in
            let browser = Browser(client)
            try await browser.signIn(.supervisor)
            for path in ["/mutu", "/mutu?hari=90&pos=cgk&moda=air", "/mutu/waktu", "/mutu/pengangkut/GA"] {
                let page = try await browser.get(path)
                #expect(page.status == 200, "\(path)")
                if path != "/mutu/waktu" { #expect(page.body.contains("GA"), "\(path)") }
                for canary in DeskBench.canaries + ["HASAN", "CANARIO"] { #expect(!page.body.contains(canary)) }
            }
            #expect(try await browser.get("/mutu").body.contains("Garuda Indonesia"))
        }
    }

    @Test func `says what to do where nothing came`() async throws {
        let bench = try await DeskBench()
        try await bench.application.test(.router) { client in
            let browser = Browser(client)
            try await browser.signIn(.intakeEngineer)
            let page = try await browser.get("/mutu?pos=SUB")
            #expect(page.body.contains("Tidak ada pesan dalam masa ini"))
            #expect(try await browser.get("/mutu/pengangkut/%3Cb%3E").status == 404)
        }
    }
}
