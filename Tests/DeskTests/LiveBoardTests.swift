// SPDX-License-Identifier: Apache-2.0

import Casework
import Civil
import Gazetteer
import Mandate
import Safeguards
import Screening
import TestSupport
import Testing
import Travel
import Wording

@testable import Desk

@Suite struct LiveBoardTests {
    @Test func `a change is recorded before it is pushed, and waits while it cannot be recorded`() async throws {
        let bench = try await DeskBench()
        let (live, sessions) = bench.server.liveParts
        let officer = try #require(bench.officers[.officer])
        var session = Session(of: officer, atMilliseconds: DeskBench.nowMilliseconds)
        session.declare(
            try bench.server.policy.grant(
                .arrivalControl, reference: "ST-9", to: .officer, atMilliseconds: DeskBench.nowMilliseconds))
        let signedIn = SignedIn(
            session: session, login: "officer", displayName: "O", language: .indonesian, theme: nil,
            mustChangePassword: false, accountMark: bench.vault.token(.login, "officer"),
            accountReadAtMilliseconds: DeskBench.nowMilliseconds)
        let token = await sessions.begin(signedIn, now: DeskBench.nowMilliseconds)
        let view = BoardView(posts: ["CGK"], direction: .arrival)
        let reader = LiveBoard.Reader(
            token: token, signedIn: signedIn, view: view, clock: LocalClock(zone: .western, words: Words(.indonesian)))
        let stream = try await live.subscribe(reader, showing: [])
        var events = stream.makeAsyncIterator()
        #expect(await events.next()?.contains("event: beat") == true)
        bench.audit.isBroken = true
        await live.look()
        await live.beat()
        #expect(await events.next()?.contains("event: beat") == true, "no row left unrecorded")
        bench.audit.isBroken = false
        await live.look()
        #expect(await events.next()?.contains("GA 0825") == true)
        let rows = try await bench.memory.audit(AuditQuery(subject: "voyage:\(bench.voyage)", actions: [.pushBoard]))
        #expect(rows.first?.event.reference == "ST-9")
        await sessions.end(token)
        await live.beat()
        #expect(await events.next()?.contains("event: ended") == true)
        #expect(await events.next() == nil)
        #expect(await live.readerCount == 0)
    }
}
