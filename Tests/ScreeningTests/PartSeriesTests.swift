// SPDX-License-Identifier: Apache-2.0

import Civil
import Screening
import Testing
import Travel

/// Parts that are stored one by one, and the answers of CUSRES.
@Suite struct PartSeriesTests {
    private func part(
        _ numbers: [Int], final: Int? = nil, at time: String = "2026-01-15T05:00", id: UInt64, reference: String = "R",
        found: Int = 2, declared: Int? = 6
    ) -> DecodedMessage {
        var decoded = Invented.message(.paxlst, at: time, id: id, reference: reference, [])
        decoded.message.parts = ReceivedParts(numbers: numbers, final: final)
        decoded.message.foundTotal = found
        decoded.message.declaredTotal = declared
        return decoded
    }

    @Test func `parts that came one by one are one whole`() {
        let all = [part([1], id: 9), part([2], id: 3), part([3], final: 3, id: 5), part([1], id: 7, reference: "S")]
        for messages in [all, all.reversed(), [all[2], all[0], all[3], all[1]]] {
            let series = PartSeries.all(in: messages)
            #expect(series.map(\.reference).sorted() == ["R", "S"])
            #expect(series.first { $0.reference == "R" }?.parts.isWhole == true)
            #expect(series.first { $0.reference == "R" }?.found == 6)
            #expect(series.first { $0.reference == "R" }?.isTotalWrong == false)
            #expect(series.first { $0.reference == "S" }?.parts.isWhole == false)
        }
    }

    @Test func `a missing part is named, a wrong total only of a whole`() {
        let missing = PartSeries.all(in: [part([3], final: 3, id: 1), part([1], id: 2)])
        #expect(missing.map(\.parts.missing) == [[2]])
        #expect(missing.map(\.isTotalWrong) == [false])
        let wrong = PartSeries.all(in: [part([1], id: 1), part([2], final: 2, id: 2)])
        #expect(wrong.map(\.isTotalWrong) == [true])
        // Without its end, nobody knows how many there are.
        #expect(PartSeries.all(in: [part([1, 2], id: 1)]).map(\.parts.isWhole) == [false])
        #expect(PartSeries.all(in: [Invented.message(.paxlst, at: "2026-01-15T05:00", id: 1, [])]).isEmpty)
    }

    @Test func `a later list under the same reference is another series`() {
        let early = [part([1], id: 1), part([2], final: 2, id: 2, found: 4)]
        let late = [
            part([1], at: "2026-01-15T08:00", id: 3), part([2], final: 2, at: "2026-01-15T08:00", id: 4, found: 4),
        ]
        #expect(PartSeries.all(in: early + late).map(\.parts.isWhole) == [true, true])
        #expect(PartSeries.all(in: early + [late[0]]).map(\.parts.isWhole) == [true, false])
        // A part sent again takes the place of the unfinished beginning.
        #expect(PartSeries.all(in: [early[0]] + late).map(\.parts.isWhole) == [true])
    }

    @Test func `clearance answers stand beside the traveller and change nothing else`() throws {
        let api = Invented.message(
            .paxlst, at: "2026-01-15T05:00", id: 2,
            [
                Invented.person("SANTOSO", "BUDI", passport: "X1", locator: "ABC123", reference: "P1"),
                Invented.person("SANTOSO", "SARI", passport: "X2", locator: "ABC123", reference: "P2"),
            ])
        func answer(_ code: String, at time: String, id: UInt64, effect: MessageEffect = .clearance) -> DecodedMessage {
            var decoded = Invented.message(.cusres, effect, at: time, id: id, [])
            decoded.message.clearance = [
                ReceivedClearance(recordLocator: "ABC123", passengerReference: "P1", code: code),
                ReceivedClearance(level: .message, code: "0"),
            ]
            return decoded
        }
        let messages = [
            answer("0Z", at: "2026-01-15T05:01", id: 7), answer("1Z", at: "2026-01-15T06:01", id: 6), api,
            answer("1Z", at: "2026-01-15T06:02", id: 8, effect: .acknowledge),
        ]
        let voyage = try #require(Invented.assemble(messages))
        #expect(voyage.facts.id == Invented.assemble([api])?.facts.id)
        let budi = try #require(voyage.travellers.first { $0.given.current == "BUDI" })
        #expect(budi.clearances.map(\.value.code) == ["1Z", "0Z"])
        #expect(budi.clearances.map(\.isSuperseded) == [false, true])
        #expect(budi.status == .expected)
        #expect(voyage.travellers.first { $0.given.current == "SARI" }?.clearances.isEmpty == true)
        #expect(voyage.travellers.count == 2)
        #expect(Invented.assemble(messages.reversed()) == voyage)
    }
}
