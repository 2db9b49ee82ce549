// SPDX-License-Identifier: Apache-2.0

import Civil
import Mandate
import Safeguards
import Testing

@Suite struct SessionTests {
    private let minute: Int64 = 60_000
    private let limits = SessionLimits()

    private func officer(_ posts: [String]) -> Officer {
        Officer(
            id: RecordID(high: 1, low: 2), login: "budi", displayName: "Budi", role: .officer,
            posts: posts.compactMap { PostCode($0) })
    }

    @Test func `ends after fifteen idle minutes and not before`() {
        var session = Session(of: officer(["CGK"]), atMilliseconds: 0)
        #expect(!session.isExpired(atMilliseconds: 15 * minute - 1, limits: limits))
        #expect(session.state(atMilliseconds: 15 * minute, limits: limits) == .idle)
        session.touch(atMilliseconds: 10 * minute)
        #expect(!session.isExpired(atMilliseconds: 25 * minute - 1, limits: limits))
        #expect(session.isExpired(atMilliseconds: 25 * minute, limits: limits))
    }

    @Test func `ends after twelve hours however busy`() {
        var session = Session(of: officer(["CGK"]), atMilliseconds: 0)
        for elapsed in Int64(0)..<720 { session.touch(atMilliseconds: elapsed * minute) }
        #expect(!session.isExpired(atMilliseconds: 12 * 60 * minute - 1, limits: limits))
        #expect(session.state(atMilliseconds: 12 * 60 * minute, limits: limits) == .tooOld)
    }

    @Test func `a clock set back neither prolongs nor revives it`() {
        var session = Session(of: officer(["CGK"]), atMilliseconds: 100 * minute)
        session.touch(atMilliseconds: 110 * minute)
        session.touch(atMilliseconds: 90 * minute)
        #expect(session.lastSeenAtMilliseconds == 110 * minute)
        #expect(session.state(atMilliseconds: 98 * minute, limits: limits) == .notYet)
    }

    @Test func `only own posts can be chosen unless the role works at all`() throws {
        var session = Session(of: officer(["CGK", "SUB"]), atMilliseconds: 0)
        let denpasar = try #require(PostCode("DPS"))
        let surabaya = try #require(PostCode("SUB"))
        #expect(session.chosenPost == nil)
        #expect(session.choose(denpasar, worksAtAllPosts: false) == false)
        #expect(session.chosenPost == nil)
        #expect(session.choose(surabaya, worksAtAllPosts: false) == true)
        #expect(session.mandated.post == surabaya)
        #expect(session.choose(denpasar, worksAtAllPosts: true) == true)
        #expect(Session(of: officer(["CGK"]), atMilliseconds: 0).chosenPost == PostCode("CGK"))
    }

    @Test func `carries the purpose to policy and record`() {
        var session = Session(of: officer(["CGK"]), atMilliseconds: 0)
        #expect(session.subject.grant == nil)
        let grant = PurposeGrant(purpose: .arrivalControl, reference: "ST-1", expiresAtMilliseconds: 9)
        session.declare(grant)
        #expect(session.subject == PolicySubject(role: .officer, posts: session.posts, grant: grant))
        #expect(session.mandated.grant == grant)
        #expect(session.actor == .officer(session.officer, role: .officer, post: PostCode("CGK")))
        session.withdrawPurpose()
        #expect(session.subject.grant == nil)
    }
}
