// SPDX-License-Identifier: Apache-2.0

import Civil
import Identity
import Testing
import Travel

@testable import Screening

/// A draft that grows by batches is the draft made at once.
@Suite struct VoyageDraftTests {
    private func messages(_ rng: inout Pebbles) -> [DecodedMessage] {
        (1...14).map { number in
            let kind = [MessageKind.paxlst, .pnrgov, .manifest].randomElement(using: &rng) ?? .paxlst
            let people = (0..<Int.random(in: 0...5, using: &rng)).map { _ in
                let who = Int.random(in: 0..<6, using: &rng)
                return Invented.person(
                    "KANARI\(who)", "BURUNG", born: who % 2 == 0 ? "1985-04-1\(who)" : nil,
                    passport: Bool.random(using: &rng) ? "X100000\(who)" : nil,
                    locator: kind == .pnrgov ? "ABC12\(who % 2)" : nil)
            }
            let effect =
                [MessageEffect.report, .report, .report, .replaceTravellers, .cancelTravellers, .closeWithBoarded]
                .randomElement(using: &rng) ?? .report
            var made = Invented.message(
                kind, effect, at: "2026-01-14T0\(Int.random(in: 1...6, using: &rng)):00", id: UInt64(number),
                reference: ["1", "2"].randomElement(using: &rng) ?? "1", people, locators: ["ABC120", "ABC121"])
            made.message.sender = "BF"
            if kind == .manifest { made.message.revision = Int.random(in: 0...4, using: &rng) }
            return DecodedMessage(
                id: made.id, receivedAtMilliseconds: made.receivedAtMilliseconds, origin: "test", message: made.message)
        }
    }

    private func repeats(_ all: [DecodedMessage]) -> Set<RecordID<ReceivedMessage>> {
        var found: Set<RecordID<ReceivedMessage>> = []
        for (place, own) in all.enumerated() {
            for earlier in all[..<place] where own.order.minutes - earlier.order.minutes <= 60 {
                var (a, b) = (own.message, earlier.message)
                (a.reference, b.reference) = (nil, nil)
                (a.preparedAt, b.preparedAt) = (nil, nil)
                (a.revision, b.revision) = (0, 0)
                if a == b { found.insert(own.id) }
            }
        }
        return found
    }

    @Test(arguments: 0..<200) func `batches in any order give what all at once gives`(_ seed: Int) throws {
        var rng = Pebbles(seed: UInt64(seed) + 9)
        let all = messages(&rng)
        let id = Invented.assembler.identity(of: all[0]).id
        let whole = Invented.assembler.assemble(id, from: all)
        var draft = VoyageDraft()
        var left = all.shuffled(using: &rng)
        var last: Voyage?
        while !left.isEmpty {
            let size = min(left.count, Int.random(in: 1...4, using: &rng))
            draft.add(Array(left[..<size]), assembler: Invented.assembler)
            last = Invented.assembler.assemble(id, &draft)
            left.removeFirst(size)
        }
        #expect(last == whole)
        var once = VoyageDraft()
        once.add(all, assembler: Invented.assembler)
        _ = Invented.assembler.assemble(id, &once)
        #expect(VoyageTally(draft) == VoyageTally(once))
        #expect(draft.repeats.ids == repeats(draft.messages))

        // Some of the messages were forgotten.
        let kept = Set(all.prefix(9).map(\.id))
        draft.keep(kept)
        #expect(Invented.assembler.assemble(id, &draft) == Invented.assembler.assemble(id, from: Array(all.prefix(9))))
    }

    @Test func `batches grow while each handles far more than it adds, and shrink again`() {
        var size = BatchSize()
        #expect(size.messages == 64)
        for _ in 0..<6 { size.note(handled: 12_000, added: 64) }
        #expect(size.messages == 512)
        size.note(handled: 12_000, added: 6_000)
        #expect(size.messages == 256)
        for _ in 0..<6 { size.note(handled: 300, added: 1) }
        #expect(size.messages == 64)
    }

    @Test func `a draft is taken once, and changed in place`() {
        let held = HeldDraft(VoyageDraft())
        var draft = held.take()
        draft.add([Invented.message(.paxlst, at: "2026-01-14T01:00", id: 1, [])], assembler: Invented.assembler)
        #expect(draft.messages.count == 1)
        #expect(held.take().messages.isEmpty)
    }
}
