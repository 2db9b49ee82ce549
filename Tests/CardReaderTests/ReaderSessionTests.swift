// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import CardReader

/// What the host does about a program that is late, silent, repeats itself or talks rubbish.
@Suite struct ReaderSessionTests {
    private func line(_ event: ReaderEvent) -> LineFrames.Frame { .line(Array(ReaderLine.text(event).utf8)) }
    private func card(_ number: UInt32) throws -> ReaderEvent {
        .reading(try #require(CardReading(number: number, nik: Invented.nik)))
    }

    @Test func `a program that does not say READY in time is ended, once`() {
        var session = ReaderSession(startedAt: 0)
        #expect(session.tick(now: 9_999).isEmpty)
        #expect(session.tick(now: 10_000) == [.end(.notReady)])
        #expect(session.tick(now: 20_000).isEmpty)
    }

    @Test func `a silent program is pinged, and ended where it does not answer`() {
        var session = ReaderSession(startedAt: 0)
        #expect(session.take(line(.ready(name: nil)), now: 0) == [.forward(.ready(name: nil))])
        #expect(session.tick(now: 9_999).isEmpty)
        #expect(session.tick(now: 10_000) == [.send(.ping)])
        #expect(session.take(line(.alive), now: 12_000).isEmpty)
        #expect(session.tick(now: 21_000).isEmpty)
        #expect(session.tick(now: 22_000) == [.send(.ping)])
        #expect(session.tick(now: 26_999).isEmpty)
        #expect(session.tick(now: 27_000) == [.end(.silent)])
    }

    @Test func `a reading goes on once, and none before READY`() throws {
        var early = ReaderSession(startedAt: 0)
        #expect(early.take(line(try card(1)), now: 1) == [.end(.notReady)])
        var session = ReaderSession(startedAt: 0)
        _ = session.take(line(.ready(name: nil)), now: 0)
        #expect(session.take(line(try card(5)), now: 1) == [.forward(try card(5))])
        #expect(session.take(line(try card(5)), now: 2) == [.noteRepeat])
        #expect(session.take(line(try card(4)), now: 3) == [.noteRepeat])
        #expect(session.take(line(try card(6)), now: 4) == [.forward(try card(6))])
    }

    @Test func `rubbish is counted, and its reason alone is noted`() {
        var session = ReaderSession(startedAt: 0)
        for count in 1..<ReaderSession.mostBadLines {
            #expect(session.take(.line(Array("rubbish".utf8)), now: 0) == [.note(.notOurs)], "\(count)")
        }
        #expect(session.take(.tooLong, now: 0) == [.note(.tooLong), .end(.tooManyBadLines)])
        #expect(session.take(line(.ready(name: nil)), now: 0).isEmpty, "an ended life goes on with nothing")
    }

    @Test func `a flood of readings ends the program`() throws {
        var session = ReaderSession(startedAt: 0)
        _ = session.take(line(.ready(name: nil)), now: 0)
        for number in 1...20 { #expect(session.take(line(try card(UInt32(number))), now: 100).count == 1) }
        #expect(session.take(line(try card(21)), now: 200) == [.end(.tooManyReadings)])
        var slow = ReaderSession(startedAt: 0)
        _ = slow.take(line(.ready(name: nil)), now: 0)
        for number in 1...200 {
            #expect(
                slow.take(line(try card(UInt32(number))), now: Int64(number) * 600) == [
                    .forward(try card(UInt32(number)))
                ])
        }
    }

    @Test func `restarts wait longer each time, and begin anew after a minute of life`() {
        var delay = RestartDelay()
        #expect((0..<8).map { _ in delay.seconds(afterLiving: 100) } == [1, 2, 4, 8, 16, 32, 60, 60])
        #expect(delay.seconds(afterLiving: 60_000) == 1)
        #expect(delay.seconds(afterLiving: 59_999) == 2)
    }
}
