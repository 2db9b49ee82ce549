// SPDX-License-Identifier: Apache-2.0

import Casework
import Foundation
import Hummingbird
import HummingbirdTesting
import Mandate
import Screening
import TestSupport
import Testing

@testable import Desk

@Suite struct TrialTests {
    static let message = """
        UNA:+.? '
        UNB+UNOA:4+GA+IDCUST+261118:0900+1'
        UNH+1+PAXLST:D:05B:UN:IATA'
        BGM+745'
        TDT+20+GA0825+++GA'
        LOC+125+SIN'
        DTM+189:2611180930:201'
        LOC+87+CGK'
        DTM+232:2611181015:201'
        NAD+FL+++KENARI:LARAS'
        ATT+2++F'
        FTX+AAA+++CARD 4111111111111111'
        DOC+P:110:111+KCOBA4471'
        CNT+42:2'
        UNT+12+1'
        UNZ+1+1'
        """

    /// Everything that a store can be asked for, the audit log apart.
    private func contents(_ bench: DeskBench) async throws -> String {
        let rows = try await bench.memory.inboxRows(after: nil, states: Set(MessageState.allCases), limit: 1_000)
        let bodies = try await rows.asyncMap { try await bench.memory.message($0.id) }
        let decisions = try await bench.memory.decisions(kinds: [], post: nil, sinceMilliseconds: 0, limit: 1_000)
        let hits = try await bench.memory.hits(HitQuery())
        let counts = try await bench.memory.inboxCounts()
        let entries = try await bench.memory.entries(offset: 0, limit: 100, includingWithdrawn: true)
        return "\(rows)\(bodies)\(decisions)\(hits)\(counts)\(entries)\(try await bench.memory.changeCount())"
    }

    @Test(arguments: [(Role.intakeEngineer, Purpose.intakeRepair), (.analyst, .targeting)])
    func `shows what was read beside the text and stores nothing of it`(role: Role, purpose: Purpose) async throws {
        let bench = try await DeskBench()
        try await bench.application.test(.router) { client in
            let browser = Browser(client)
            try await browser.signIn(role)
            _ = try await browser.declare(purpose)
            try await browser.get("/coba")
            let before = try await contents(bench)
            let last = try await bench.memory.audit(AuditQuery(limit: 1)).first?.sequence ?? 0
            let answer = try await browser.post("/coba", [("pesan", Self.message)])
            #expect(answer.status == 200)
            for part in ["KENARI / LARAS", "KCOBA4471", "id=\"m1-orang-1\"", "id=\"m1-s8\"", "href=\"#m1-g"] {
                #expect(answer.body.contains(part), "\(part)")
            }
            #expect(!answer.body.contains("4111111111111"), "the card number is overwritten")
            #expect(answer.body.contains("class=\"overwritten\""))
            // Segment count and total are wrong: each says what it means and what to do.
            #expect(answer.body.contains("UNH") && answer.body.components(separatedBy: "class=\"advice\"").count == 3)
            #expect(try await contents(bench) == before)
            let rows = try await bench.memory.audit(AuditQuery(limit: 10)).filter { $0.sequence > last }
            #expect(rows.count == 1)
            let event = try #require(rows.first?.event)
            #expect(event.action == .tryMessage && event.outcome == .done && event.subjects.isEmpty)
            let detail = "bytes=\(Self.message.utf8.count) messages=1 quarantined=0 travellers=1 warnings=2"
            #expect(event.detail == detail)
        }
    }

    @Test func `several messages are listed, each with its own place`() async throws {
        let bench = try await DeskBench()
        try await bench.application.test(.router) { client in
            let browser = Browser(client)
            try await browser.signIn(.intakeEngineer)
            _ = try await browser.declare(.intakeRepair)
            try await browser.get("/coba")
            let answer = try await browser.post("/coba", [("pesan", Self.message + "\n" + Self.message)])
            #expect(answer.body.contains("href=\"#m2\"") && answer.body.contains("id=\"m2-orang-1\""))
        }
    }

    @Test func `what is empty or too large is said in words and leaves no trial behind`() async throws {
        let bench = try await DeskBench()
        try await bench.application.test(.router) { client in
            let browser = Browser(client)
            try await browser.signIn(.intakeEngineer)
            _ = try await browser.declare(.intakeRepair)
            try await browser.get("/coba")
            let empty = try await browser.post("/coba", [("pesan", " \n ")])
            #expect(empty.status == 422 && empty.body.contains("tempel teksnya"))
            let large = try await browser.post("/coba", [("pesan", String(repeating: "A", count: 1 << 20) + "BB")])
            #expect(large.status == 413 && large.body.contains("1 MiB"))
            let rubbish = try await browser.post("/coba", [("pesan", "bukan pesan sama sekali")])
            #expect(rubbish.status == 200 && rubbish.body.contains("dikarantina"))
            let body = try await browser.post("/coba", [("pesan", String(repeating: "A", count: 5 << 20))])
            #expect(body.status == 413)
        }
    }
}

extension Array {
    /// The elements changed one after another by something that waits.
    func asyncMap<Other>(_ body: (Element) async throws -> Other) async throws -> [Other] {
        var others: [Other] = []
        for element in self { others.append(try await body(element)) }
        return others
    }
}
