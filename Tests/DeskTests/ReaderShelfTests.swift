// SPDX-License-Identifier: Apache-2.0

import CardReader
import Civil
import Mandate
import Safeguards
import TestSupport
import Testing

@testable import Desk

/// A reading is held for one officer at one post, for a minute, whatever happens in between.
@Suite struct ReaderShelfTests {
    private static let names = ["CGK", "CGK-lane2", "DPS"].compactMap { ReaderName($0) }

    private func card(_ number: UInt32) throws -> CardReading {
        try #require(CardReading(number: number, nik: try NIK(parsing: "0102014107900009"), name: "TIRTA WULAN"))
    }

    private func token(_ seed: UInt64) -> SessionToken {
        var generator = Draw(state: seed)
        return SessionToken.random(using: &generator)
    }

    private struct Draw: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ (state >> 29)
        }
    }

    @Test(arguments: [
        ("CGK", true), ("CGK-lane2", true), ("cgk", false), ("CGK-", false), ("CGK-Lane", false), ("CGK-a-b", false),
        ("C", false), ("CGK/..", false), ("", false), ("CGK-aaaaaaaaaaaaaaaaa", false),
    ])
    func `readers are named by post and place`(name: String, isOne: Bool) {
        #expect((ReaderName(name)?.description == name) == isOne)
    }

    @Test func `a reading waits sixty seconds and is destroyed then`() throws {
        var shelf = ReaderShelf(Self.names)
        let officer = token(1), name = Self.names[0]
        _ = shelf.hold(name, by: officer)
        let isTaken = shelf.take(.reading(try card(1)), from: name, isOnDuty: true, handle: "a", now: 1_000)
        #expect(isTaken)
        #expect(shelf.waiting(for: officer, at: name.post, now: 60_999)?.handle == "a")
        #expect(shelf.waiting(for: officer, at: name.post, now: 61_000) == nil)
        #expect(shelf.sweep(now: 60_999).isEmpty && shelf.heldCount == 1)
        #expect(shelf.sweep(now: 61_000) == [officer] && shelf.heldCount == 0)
    }

    @Test func `a clock that is set back keeps no reading for longer`() throws {
        var shelf = ReaderShelf(Self.names)
        let officer = token(1), name = Self.names[0]
        _ = shelf.hold(name, by: officer)
        _ = shelf.take(.reading(try card(1)), from: name, isOnDuty: true, handle: "a", now: 7_200_000)
        #expect(shelf.waiting(for: officer, at: name.post, now: 1_000) == nil)
        #expect(shelf.sweep(now: 1_000) == [officer] && shelf.heldCount == 0)
    }

    @Test func `without an officer nothing is kept`() throws {
        var shelf = ReaderShelf(Self.names)
        let name = Self.names[0]
        var isTaken = shelf.take(.reading(try card(1)), from: name, isOnDuty: false, handle: "a", now: 0)
        #expect(!isTaken && shelf.heldCount == 0)
        _ = shelf.hold(name, by: token(1))
        // The session ended, or may look up no longer.
        isTaken = shelf.take(.reading(try card(2)), from: name, isOnDuty: false, handle: "b", now: 1)
        #expect(!isTaken && shelf.heldCount == 0 && shelf.holder(of: name) == nil)
    }

    @Test func `a reader that is taken over takes nothing of the last card along`() throws {
        var shelf = ReaderShelf(Self.names)
        let first = token(1), second = token(2), name = Self.names[0]
        _ = shelf.hold(name, by: first)
        _ = shelf.take(.reading(try card(1)), from: name, isOnDuty: true, handle: "a", now: 0)
        let before = shelf.hold(name, by: second)
        #expect(before == first && shelf.heldCount == 0)
        #expect(shelf.waiting(for: second, at: name.post, now: 1) == nil)
        shelf.leave(name, by: first)
        #expect(shelf.holder(of: name) == second, "who has it no longer cannot leave it")
    }

    @Test func `a card that could not be read ends the reading of the one before`() throws {
        var shelf = ReaderShelf(Self.names)
        let officer = token(1), name = Self.names[0]
        _ = shelf.hold(name, by: officer)
        _ = shelf.take(.reading(try card(1)), from: name, isOnDuty: true, handle: "a", now: 0)
        _ = shelf.take(.fault(.device), from: name, isOnDuty: true, handle: "", now: 1)
        #expect(shelf.waiting(for: officer, at: name.post, now: 2)?.handle == "a")
        _ = shelf.take(.fault(.damagedCard), from: name, isOnDuty: true, handle: "", now: 3)
        #expect(shelf.waiting(for: officer, at: name.post, now: 4) == nil && shelf.heldCount == 0)
        #expect(shelf.readers(at: name.post, for: officer, now: 4).first?.fault == .damagedCard)
    }

    @Test func `a reader that is silent is gone`() {
        var shelf = ReaderShelf(Self.names)
        let name = Self.names[0]
        func state(_ now: Int64) -> ReaderShelf.State? {
            shelf.readers(at: name.post, for: token(1), now: now).first?.state
        }
        #expect(state(0) == .gone)
        _ = shelf.take(.ready(name: nil), from: name, isOnDuty: false, handle: "", now: 1_000)
        #expect(state(45_999) == .ready && state(46_000) == .gone)
        _ = shelf.take(.gone, from: name, isOnDuty: false, handle: "", now: 2_000)
        #expect(state(2_001) == .gone)
    }

    @Test(arguments: 0..<200) func `no order of acts shows a card to another officer or post, or after its minute`(
        seed: UInt64
    ) throws {
        var random = Draw(state: seed)
        var shelf = ReaderShelf(Self.names)
        let officers = (1...3).map { token(UInt64($0)) }
        // Who held which reader when each card was read.
        var read: [String: (officer: SessionToken, name: ReaderName, at: Int64)] = [:]
        var holders: [ReaderName: SessionToken] = [:]
        var now: Int64 = 0
        for step in 1...120 {
            now += Int64.random(in: 0...9_000, using: &random)
            let name = try #require(Self.names.randomElement(using: &random))
            let officer = try #require(officers.randomElement(using: &random))
            switch Int.random(in: 0..<6, using: &random) {
            case 0:
                _ = shelf.hold(name, by: officer)
                holders[name] = officer
            case 1:
                shelf.leave(name, by: officer)
                if holders[name] == officer { holders[name] = nil }
            case 2: _ = shelf.sweep(now: now)
            case 3: _ = shelf.take(.fault(.damagedCard), from: name, isOnDuty: true, handle: "", now: now)
            default:
                let isTaken = shelf.take(
                    .reading(try card(UInt32(step))), from: name, isOnDuty: true, handle: "\(step)", now: now)
                #expect(isTaken == (holders[name] != nil))
                if let holder = holders[name] { read["\(step)"] = (holder, name, now) }
            }
            for officer in officers {
                for post in Set(Self.names.map(\.post)) {
                    guard let waiting = shelf.waiting(for: officer, at: post, now: now) else { continue }
                    let origin = try #require(read[waiting.handle])
                    #expect(origin.officer == officer && origin.name.post == post && now - origin.at < 60_000)
                    #expect(holders[origin.name] == officer)
                }
            }
        }
    }
}
