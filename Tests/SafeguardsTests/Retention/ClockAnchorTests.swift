// SPDX-License-Identifier: Apache-2.0

import Foundation
import Safeguards
import Testing

/// What the clock that nobody sets says of the one that may be set.
@Suite struct ClockAnchorTests {
    private static let hour: Int64 = 3_600_000

    /// Clocks of a machine that has run for some hours, the wall clock set by others.
    private static func reading(_ hours: Int64, setBy: Int64 = 0, boot: String = "a") -> ClockReading {
        ClockReading(
            boot: boot, wallMilliseconds: 1_768_400_000_000 + (hours + setBy) * hour, steadyMilliseconds: hours * hour)
    }

    @Test func `a clock that runs as it should is never doubted, however long`() {
        var anchor = ClockAnchor(Self.reading(1))
        for hours: Int64 in [1, 2, 26, 24 * 400] {
            #expect(anchor.doubt(at: Self.reading(hours)) == nil && anchor.difference(at: Self.reading(hours)) == 0)
            #expect(anchor.note(Self.reading(hours)) == nil)
        }
    }

    @Test func `steps are noted once each, and only a clock that is ahead is doubted`() {
        var anchor = ClockAnchor(Self.reading(1))
        #expect(anchor.note(Self.reading(2, setBy: -2)) == -2 * Self.hour)
        #expect(anchor.note(Self.reading(3, setBy: -2)) == nil)
        #expect(anchor.doubt(at: Self.reading(3, setBy: -2)) == nil)
        #expect(anchor.note(Self.reading(4, setBy: 70)) == 72 * Self.hour)
        #expect(anchor.doubt(at: Self.reading(4, setBy: 70)) == 70 * Self.hour)
        #expect(anchor.doubt(at: Self.reading(90, setBy: 70)) == 70 * Self.hour, "it does not go away by waiting")
        #expect(anchor.note(Self.reading(91)) == -70 * Self.hour)
        #expect(anchor.doubt(at: Self.reading(91)) == nil, "set back it is believed again")
    }

    @Test func `what is small at a time is doubted when it is much together`() {
        var anchor = ClockAnchor(Self.reading(0))
        for step: Int64 in 1...13 {
            let reading = ClockReading(
                boot: "a", wallMilliseconds: 1_768_400_000_000 + Self.hour + step * 299_000,
                steadyMilliseconds: Self.hour)
            _ = anchor.note(reading)
            #expect((anchor.doubt(at: reading) != nil) == (step * 299_000 > ClockAnchor.doubtMilliseconds))
        }
    }

    @Test func `over a restart of the machine what was noted stays until it is taken back or confirmed`() {
        var anchor = ClockAnchor(Self.reading(1))
        _ = anchor.note(Self.reading(2, setBy: 70))
        let after = Self.reading(0, setBy: 80, boot: "b")
        #expect(anchor.doubt(at: after) == 70 * Self.hour)
        anchor = anchor.continued(at: after)
        #expect(anchor.doubt(at: Self.reading(5, setBy: 80, boot: "b")) == 70 * Self.hour)
        #expect(anchor.doubt(at: Self.reading(5, setBy: 10, boot: "b")) == nil)
        #expect(anchor.continued(at: Self.reading(5, setBy: 80, boot: "b")) == anchor)
        #expect(ClockAnchor(after).doubt(at: Self.reading(9, setBy: 80, boot: "b")) == nil, "confirmed")
        #expect(ClockAnchor(after, ahead: 900 * Self.hour).doubt(at: after) == 900 * Self.hour)
    }

    @Test(arguments: 0..<200) func `comes back from its file equal, and damaged numbers stop nothing`(seed: UInt64)
        throws
    {
        var random = SeededBits(seed: seed)
        func any() -> Int64 { Int64.random(in: .min ... .max, using: &random) }
        func reading() -> ClockReading {
            ClockReading(
                boot: Bool.random(using: &random) ? "a" : "b", wallMilliseconds: any(), steadyMilliseconds: any())
        }
        var anchor = ClockAnchor(reading(), ahead: any())
        _ = anchor.note(reading())
        let read = try JSONDecoder().decode(ClockAnchor.self, from: JSONEncoder().encode(anchor))
        #expect(read == anchor)
        _ = (anchor.doubt(at: reading()), anchor.difference(at: reading()), anchor.continued(at: reading()))
    }
}
