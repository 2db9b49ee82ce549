// SPDX-License-Identifier: Apache-2.0

import Casework
import Civil
import HummingbirdTesting
import Mandate
import Safeguards
import TestSupport
import Testing

@testable import Desk

/// Reading about oneself is noticed where it happens, and told on the audit page.
@Suite struct ReadAlarmPageTests {
    private static func own(_ bench: DeskBench, _ role: Role, named name: String) async throws {
        var account = try #require(try await bench.memory.accounts().first { $0.officer.role == role })
        account.officer.displayName = name
        try await OfficerActs(store: bench.memory, tokeniser: bench.vault).writeAccount(
            account, by: nil, atMilliseconds: DeskBench.nowMilliseconds - 1_000)
    }

    @Test func `opening and searching one's namesake is told to the auditor, who notes what it was`() async throws {
        let bench = try await DeskBench()
        try await Self.own(bench, .officer, named: "Budi Hasan")
        try await bench.application.test(.router) { client in
            let officer = Browser(client)
            try await officer.signIn(.officer)
            #expect(try await officer.declare(.arrivalControl).status == 303)
            #expect(try await officer.get("/penumpang/\(bench.hitTraveller)").status == 200)
            #expect(try await officer.get("/penumpang/\(bench.quietTraveller)").status == 200)
            let search = try await officer.post(
                "/cari", [("nama", "HASAN BUDI"), ("alasan", "own=number laporan gerbang")])
            #expect(search.status == 200)
            let rows = try await bench.memory.audit(AuditQuery(actions: [.viewTraveller, .search]))
            let marked = rows.compactMap(\.event.detail).filter { $0.contains(" own=name") }
            #expect(marked.count == 2)
            let terms = rows.flatMap(\.event.subjects).filter { $0.hasPrefix("term:") }
            #expect(terms.count == 1 && !terms[0].contains("HASAN"))

            let auditor = Browser(client)
            try await auditor.signIn(.auditor)
            #expect(try await auditor.declare(.oversight).status == 303)
            let page = try await auditor.get("/audit").body
            #expect(page.contains("data-alarm=\"own-name\"") && !page.contains("data-alarm=\"own-number\""))
            // Without an extract nobody's family card is known, and the page says so.
            #expect(page.contains("data-no-family") && page.contains("Alarm keluarga sendiri tidak bekerja"))
            let concerned = try #require(bench.officers[.officer])
            let alarm = try #require(
                try await bench.server.foundations.reads.alarms(atMilliseconds: DeskBench.nowMilliseconds).first)
            #expect(alarm.count == 2 && alarm.key.officer == concerned.id)
            let form = [
                ("jenis", "own-name"), ("petugas", "\(concerned.id)"), ("hari", "\(alarm.key.day)"),
                ("sampai", "\(alarm.lastSequence)"),
            ]
            #expect(try await auditor.post("/audit/alarm", form + [("catatan", "")]).status == 422)
            #expect(
                try await auditor.post(
                    "/audit/alarm",
                    [("jenis", "night")] + form.dropFirst() + [("catatan", "tidak ada alarm ini")]
                ).status == 404)
            #expect(try await auditor.post("/audit/alarm", form + [("catatan", "nama yang sama")]).status == 303)
            let after = try await auditor.get("/audit").body
            #expect(after.contains("nama yang sama") && !after.contains("name=\"catatan\""))
            let records = try await bench.memory.decisions(
                kinds: [.alarmSeen], post: nil, sinceMilliseconds: 0, limit: 9)
            #expect(records.count == 1 && records.first?.officer == bench.officers[.auditor]?.id)
            #expect(try await bench.memory.audit(AuditQuery(actions: [.reviewAlarm])).count == 1)
            // The note is for the audit page alone: whom it concerns may read decisions.
            let analyst = Browser(client)
            try await analyst.signIn(.analyst)
            #expect(try await analyst.declare(.postSeizure).status == 303)
            for path in ["/keputusan", "/keputusan?jenis=alarm-seen"] {
                let answer = try await analyst.get(path)
                #expect(answer.status == 200 && !answer.body.contains("nama yang sama"), "\(path)")
                #expect(!answer.body.contains("value=\"alarm-seen\""), "\(path)")
            }
        }
    }

    @Test func `who is concerned may not mark it`() async throws {
        let bench = try await DeskBench()
        let auditor = try #require(bench.officers[.auditor])
        try await bench.memory.appendAudit([
            AuditEvent(
                atMilliseconds: DeskBench.nowMilliseconds - 5, actor: .officer(auditor.id, role: .officer, post: nil),
                action: .viewTraveller, subjects: ["traveller:1"], detail: "/penumpang/{id} own=number")
        ])
        try await bench.application.test(.router) { client in
            let browser = Browser(client)
            try await browser.signIn(.auditor)
            #expect(try await browser.declare(.oversight).status == 303)
            let page = try await browser.get("/audit").body
            #expect(page.contains("data-alarm=\"own-number\"") && !page.contains("name=\"catatan\""))
            let alarm = try #require(
                try await bench.server.foundations.reads.alarms(atMilliseconds: DeskBench.nowMilliseconds).first)
            let answer = try await browser.post(
                "/audit/alarm",
                [
                    ("jenis", "own-number"), ("petugas", "\(auditor.id)"), ("hari", "\(alarm.key.day)"),
                    ("sampai", "\(alarm.lastSequence)"), ("catatan", "bukan apa-apa"),
                ])
            #expect(answer.status == 403)
            let records = try await bench.memory.decisions(
                kinds: [.alarmSeen], post: nil, sinceMilliseconds: 0, limit: 9)
            #expect(records.isEmpty)
            let refusals = try await bench.memory.audit(AuditQuery(actions: [.viewAudit])).filter {
                $0.event.outcome == .refused
            }
            #expect(refusals.first?.event.detail?.hasPrefix("own-acts") == true)
        }
    }
}
