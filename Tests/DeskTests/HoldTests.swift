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

@Suite struct HoldTests {
    private func supervisor(_ browser: Browser, _ login: String = "supervisor") async throws {
        try await browser.get("/masuk")
        let answer = try await browser.post("/masuk", [("nama", login), ("sandi", DeskBench.password)])
        #expect(answer.status == 303)
        try await browser.get("/tujuan")
        _ = try await browser.declare(.supervision)
    }

    @Test func `a supervisor places a hold, sees it listed with what is due, and another lifts it`() async throws {
        let bench = try await DeskBench()
        try await bench.writeAccount(login: "penyelia-dua", role: .supervisor, number: 1)
        try await bench.application.test(.router) { client in
            let browser = Browser(client)
            try await supervisor(browser)
            #expect(try await browser.get("/perjalanan/\(bench.voyage)").body.contains("action=\"/penangguhan\""))
            let card = try await browser.get("/penumpang/\(bench.hitTraveller)")
            #expect(card.body.contains("name=\"penumpang\" value=\"\(bench.hitTraveller)\""))
            let right = [
                ("perjalanan", "\(bench.voyage)"), ("penumpang", "\(bench.hitTraveller)"), ("perkara", "P-77/2026"),
                ("alasan-tahan", "dipakai di sidang"), ("tinjau", "2027-06-30"),
            ]
            for missing in ["perkara", "alasan-tahan"] {
                let answer = try await browser.post("/penangguhan", right.filter { $0.0 != missing })
                #expect(answer.status == 422, "\(missing)")
                try await browser.get("/bantuan")
            }
            #expect(try await browser.post("/penangguhan", right).status == 303)
            let page = try await browser.get("/penangguhan")
            #expect(page.status == 200 && page.body.contains("P-77/2026") && page.body.contains("4.711"))
            // Whose data are kept is said by opaque identifier.
            #expect(!page.body.contains("HASAN"))
            let hold = try #require(try await LegalHolds(store: bench.memory).standing().first)
            #expect(hold.hold.traveller == bench.hitTraveller && hold.hold.reviewOn?.year == 2027)
            #expect(!page.body.contains("/penangguhan/\(hold.id)/akhiri"))
            let own = try await browser.post("/penangguhan/\(hold.id)/akhiri", [("alasan", "selesai")])
            #expect(own.status == 403)
            let refusal = try await bench.memory.audit(AuditQuery(actions: [.manageHolds], limit: 1)).first?.event
            #expect(refusal?.outcome == .refused && refusal?.detail?.hasPrefix("same-person") == true)

            let other = Browser(client)
            try await supervisor(other, "penyelia-dua")
            #expect(try await other.get("/penangguhan").body.contains("/penangguhan/\(hold.id)/akhiri"))
            #expect(try await other.post("/penangguhan/\(hold.id)/akhiri", [("alasan", "")]).status == 422)
            try await other.get("/penangguhan")
            #expect(try await other.post("/penangguhan/\(hold.id)/akhiri", [("alasan", "selesai")]).status == 303)
            #expect(try await LegalHolds(store: bench.memory).standing().isEmpty)
            #expect(try await other.get("/penangguhan").body.contains("Tidak ada penangguhan"))
        }
    }

    @Test func `an officer at the counter sees no form and places nothing`() async throws {
        let bench = try await DeskBench()
        try await bench.application.test(.router) { client in
            let browser = Browser(client)
            try await browser.signIn(.officer)
            _ = try await browser.declare(.arrivalControl)
            #expect(try await !browser.get("/perjalanan/\(bench.voyage)").body.contains("/penangguhan"))
            let answer = try await browser.post(
                "/penangguhan",
                [("perjalanan", "\(bench.voyage)"), ("perkara", "P-77/2026"), ("alasan-tahan", "dipakai di sidang")])
            #expect(answer.status == 403)
            #expect(try await LegalHolds(store: bench.memory).standing().isEmpty)
        }
    }
}

/// The data-protection officer: who saw whom, what is forgotten and kept, and nobody's data.
@Suite struct DataProtectionOfficerTests {
    @Test func `sees holds, reports, audit and alarms, and no traveller`() async throws {
        let bench = try await DeskBench()
        let placer = Mandated(officer: RecordID(high: 9, low: 77), role: .supervisor, post: nil, grant: nil)
        _ = try await OfficerActs(store: bench.memory, tokeniser: bench.vault).placeHold(
            LegalHold(
                voyage: bench.voyage, traveller: bench.hitTraveller, reason: "dipakai di sidang",
                caseNumber: "P-77/2026", reviewOn: nil), by: placer, atMilliseconds: DeskBench.nowMilliseconds - 10)
        try await bench.application.test(.router) { client in
            // Somebody looks at a traveller first, so that there is something to see in the audit trail.
            let officer = Browser(client)
            try await officer.signIn(.officer)
            _ = try await officer.declare(.arrivalControl)
            _ = try await officer.get("/penumpang/\(bench.hitTraveller)")

            let browser = Browser(client)
            try await browser.signIn(.dataProtectionOfficer)
            #expect(try await browser.get("/penangguhan").status == 403, "a purpose comes first")
            #expect(try await browser.declare(.oversight).status == 303)
            let holds = try await browser.get("/penangguhan")
            #expect(holds.status == 200)
            for shown in ["P-77/2026", "dipakai di sidang", "4.711", "Laporan retensi", "tidak sah", "geladi"] {
                #expect(holds.body.contains(shown), "\(shown)")
            }
            // Neither a way to the travellers nor one to change anything.
            for absent in ["HASAN", "/penumpang/", "/perjalanan/", "/akhiri", "action=\"/penangguhan\""] {
                #expect(!holds.body.contains(absent), "\(absent)")
            }
            let audit = try await browser.get("/audit?tentang=traveller:\(bench.hitTraveller)")
            #expect(audit.status == 200 && audit.body.contains("Nama officer") && audit.body.contains("id=\"alarm\""))
            #expect(!audit.body.contains("HASAN"))
            #expect(try await browser.get("/keadaan").status == 200)
            #expect(try await browser.get("/mutu").status == 200)
            let closed = [
                "/papan", "/atensi", "/cari", "/keputusan", "/daftar-pantau", "/karantina", "/samaran", "/akun",
                "/penumpang/\(bench.hitTraveller)", "/perjalanan/\(bench.voyage)",
            ]
            for path in closed {
                let answer = try await browser.get(path)
                #expect(answer.status == 403 && !answer.body.contains("HASAN"), "\(path)")
                #expect(!holds.body.contains("href=\"\(path)\""), "\(path) is in the menu")
            }
            let read = try await bench.memory.audit(AuditQuery(actions: [.viewHolds])).first {
                $0.event.outcome == .done
            }
            #expect(read?.event.subjects.contains("voyage:\(bench.voyage)") == true)
        }
    }
}
