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
import Travel

@testable import Desk

/// Unmasking needs a reason, a case and a second person; it is for who asked, ends by itself, and is recorded (R05).
@Suite struct RevealTests {
    private let asking = [("perkara", "P-9/2026"), ("alasan", "dicari dalam perkara")]

    private func seen(_ body: String) -> Bool { DeskBench.canaries.contains { body.contains($0) } }

    private func supervisor(_ client: any TestClientProtocol) async throws -> Browser {
        let browser = Browser(client)
        try await browser.signIn(.supervisor)
        _ = try await browser.declare(.supervision)
        return browser
    }

    private func reveals(_ bench: DeskBench) async throws -> Reveals {
        try await Reveals(in: bench.memory, atMilliseconds: bench.clock.now)
    }

    /// Acts on a request in their order; looks at the list, which are recorded with its address, left out.
    private func events(_ bench: DeskBench, _ subject: String) async throws -> [String] {
        try await bench.memory.audit(AuditQuery(subject: subject, actions: [.reveal, .approveReveal])).reversed()
            .map { $0.event.action.rawValue + " " + ($0.event.detail ?? "") }.filter { !$0.contains("/") }
    }

    @Test func `what is masked is open to who asked, once another approves, until it ends`() async throws {
        let bench = try await DeskBench()
        try await bench.application.test(.router) { client in
            let page = "/penumpang/\(bench.quietTraveller)"
            let officer = Browser(client)
            try await officer.signIn(.officer)
            _ = try await officer.declare(.arrivalControl)
            let before = try await officer.get(page)
            #expect(!seen(before.body) && before.body.contains(page + "/samaran"))
            for missing in ["perkara", "alasan"] {
                let answer = try await officer.post(page + "/samaran", asking.filter { $0.0 != missing })
                #expect(answer.status == 422, "\(missing)")
                try await officer.get("/bantuan")
            }
            #expect(try await reveals(bench).items.isEmpty)
            #expect(try await officer.post(page + "/samaran", asking).status == 303)
            let waiting = try await officer.get(page)
            #expect(!seen(waiting.body) && waiting.body.contains("menunggu orang kedua"))
            #expect(try await officer.post(page + "/samaran", asking).status == 409)
            let id = try #require(try await reveals(bench).open.first?.id)
            // Asking gives no right to answer.
            try await officer.get("/bantuan")
            #expect(try await officer.post("/samaran/\(id)/setujui", []).status == 403)

            let second = try await supervisor(client)
            let list = try await second.get("/samaran")
            #expect(list.body.contains("P-9/2026") && list.body.contains("/samaran/\(id)/setujui"))
            #expect(!seen(list.body) && !list.body.contains("CANARIO"))
            #expect(try await second.post("/samaran/\(id)/setujui", []).status == 303)
            #expect(try await second.post("/samaran/\(id)/setujui", []).status == 404)
            #expect(try await second.get("/samaran").body.contains("disetujui oleh Nama supervisor"))

            let open = try await officer.get(page)
            for canary in DeskBench.canaries.prefix(3) { #expect(open.body.contains(canary), "\(canary)") }
            #expect(open.body.contains("Samaran dibuka"))
            // Only this traveller's page, and only for who asked.
            #expect(try await !seen(officer.get("/perjalanan/\(bench.voyage)").body))
            #expect(try await !seen(second.get(page).body))
            let other = Browser(client)
            try await bench.writeAccount(login: "lain", role: .officer, number: 7)
            try await other.get("/masuk")
            _ = try await other.post("/masuk", [("nama", "lain"), ("sandi", DeskBench.password)])
            try await other.get("/tujuan")
            _ = try await other.declare(.arrivalControl)
            #expect(try await !seen(other.get(page).body))

            #expect(
                try await events(bench, "reveal:\(id)") == [
                    "reveal requested", "approve-reveal approved", "reveal read",
                ])
            _ = try await officer.get(page)
            #expect(try await events(bench, "reveal:\(id)").filter { $0 == "reveal read" }.count == 2)
            // Nothing leaves where the read cannot be recorded.
            bench.audit.isBroken = true
            let dark = try await officer.get(page)
            #expect(dark.status == 503 && !seen(dark.body))
            bench.audit.isBroken = false

            for _ in 0..<3 {
                bench.clock.advance(minutes: 10)
                _ = try await officer.get("/bantuan")
            }
            let after = try await officer.get(page)
            #expect(after.status == 200 && !seen(after.body) && after.body.contains(page + "/samaran"))
            #expect(try await reveals(bench).standing.isEmpty)
        }
    }

    @Test func `who asked cannot approve, also as a supervisor; the refusal is recorded`() async throws {
        let bench = try await DeskBench()
        try await bench.writeAccount(login: "penyelia-dua", role: .supervisor, number: 1)
        try await bench.application.test(.router) { client in
            let first = try await supervisor(client)
            let page = "/penumpang/\(bench.quietTraveller)"
            try await first.get(page)
            #expect(try await first.post(page + "/samaran", asking).status == 303)
            let id = try #require(try await reveals(bench).open.first?.id)
            #expect(try await !first.get("/samaran").body.contains("/setujui"))
            #expect(try await first.post("/samaran/\(id)/setujui", []).status == 403)
            let refusal = try await bench.memory.audit(AuditQuery(actions: [.approveReveal], limit: 1)).first?.event
            #expect(refusal?.outcome == .refused && refusal?.detail?.hasPrefix("same-person") == true)
            #expect(try await !seen(first.get(page).body))

            let second = Browser(client)
            try await second.get("/masuk")
            _ = try await second.post("/masuk", [("nama", "penyelia-dua"), ("sandi", DeskBench.password)])
            try await second.get("/tujuan")
            _ = try await second.declare(.supervision)
            #expect(try await second.post("/samaran/\(id)/tolak", [("alasan", "")]).status == 422)
            try await second.get("/samaran")
            #expect(try await second.post("/samaran/\(id)/tolak", [("alasan", "tidak perlu")]).status == 303)
            #expect(try await !seen(first.get(page).body))
            #expect(try await events(bench, "reveal:\(id)").last == "approve-reveal declined")
        }
    }

    @Test func `a request that nobody answers lapses, and the first answer holds`() {
        let day = Reveals.patienceMilliseconds
        let request = DecisionRecord(
            id: StoreSamples.id(1), atMilliseconds: 0, officer: StoreSamples.id(5), post: nil,
            decision: .revealRequested(
                RevealRequest(
                    voyage: StoreSamples.id(2), traveller: StoreSamples.id(3), reason: "case", caseNumber: "P-1")))
        func answer(_ verdict: RevealAnswer.Verdict, at now: Int64) -> DecisionRecord {
            DecisionRecord(
                id: StoreSamples.id(UInt64(now) + 10), atMilliseconds: now, officer: StoreSamples.id(6), post: nil,
                decision: .revealAnswered(
                    RevealAnswer(request: StoreSamples.id(1), voyage: StoreSamples.id(2), verdict: verdict)))
        }
        #expect(Reveals([request], atMilliseconds: day - 1).open.count == 1)
        #expect(Reveals([request], atMilliseconds: day).open.isEmpty)
        let late = answer(.approved(untilMilliseconds: 900), at: 8)
        let declined = [late, answer(.declined(reason: "no"), at: 7), request]
        #expect(Reveals(declined, atMilliseconds: 10).standing.isEmpty)
        #expect(Reveals([late, request], atMilliseconds: 899).standing.count == 1)
        #expect(Reveals([late, request], atMilliseconds: 900).standing.isEmpty)
    }

    @Test func `without minutes in the policy nobody can approve`() async throws {
        let bench = try await DeskBench()
        let acts = OfficerActs(store: bench.memory, tokeniser: bench.vault)
        func mandate(_ number: UInt64) -> Mandated {
            Mandated(officer: StoreSamples.id(number), role: .supervisor, post: nil, grant: nil)
        }
        let now = bench.clock.now
        let id = try await acts.requestReveal(
            RevealRequest(
                voyage: bench.voyage, traveller: bench.quietTraveller, reason: "a case", caseNumber: "P-1/2026"),
            by: mandate(1), atMilliseconds: now)
        await #expect(throws: CaseworkError.notAllowed(why: "the policy gives no time")) {
            try await acts.answerReveal(id, declining: nil, lasting: 0, by: mandate(2), atMilliseconds: now)
        }
        await #expect(throws: CaseworkError.unknown) {
            try await acts.answerReveal(
                id, declining: nil, lasting: 1, by: mandate(2), atMilliseconds: now + Reveals.patienceMilliseconds)
        }
    }
}
