// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import Desk

/// Which connection goes when there are too many, and what bodies may take.
@Suite struct ConnectionShelfTests {
    @Test func `the one idle longest goes, one at work never`() {
        let shelf = ConnectionShelf<String>(limit: 3)
        let first = shelf.open("a")
        let second = shelf.open("b")
        let third = shelf.open("c")
        #expect([first.closing, second.closing, third.closing] == [nil, nil, nil])
        shelf.begin(first.number)
        #expect(shelf.open("d").closing == "b")
        shelf.begin(third.number)
        shelf.rest(third.number)
        #expect(shelf.open("e").closing == "d")
        #expect(shelf.open("f").closing == "c")
        #expect(shelf.count == 3)
        shelf.close(first.number)
        #expect(shelf.count == 2)
    }

    @Test func `where all are at work the new one goes`() {
        let shelf = ConnectionShelf<String>(limit: 2)
        shelf.begin(shelf.open("a").number)
        shelf.begin(shelf.open("b").number)
        #expect(shelf.open("c").closing == "c")
    }

    @Test func `bodies fit or are refused, and give their room back`() {
        let budget = BodyBudget(limitBytes: 100)
        #expect(budget.take(60))
        #expect(!budget.take(41))
        #expect(budget.take(40))
        budget.give(back: 60)
        #expect(budget.heldBytes == 40)
        #expect(budget.take(60))
    }

    @Test func `limits out of range are named, all at once`() {
        var limits = DeskLimits()
        #expect(limits.problems().isEmpty)
        limits.connections = 1
        limits.feedPerSecond = 0
        limits.bodySeconds = 0
        #expect(limits.problems().count == 3)
    }
}
