// SPDX-License-Identifier: Apache-2.0

import Civil
import Screening
import Testing
import Travel

/// Corrected passenger lists take the place of earlier ones.
@Suite struct ListRevisionsTests {
    private func list(
        _ revision: Int, at time: String = "2026-01-15T05:00", id: UInt64, sender: String? = "BF", list: String = "1",
        _ travellers: [ReceivedTraveller]
    ) -> DecodedMessage {
        var made = Invented.message(.manifest, at: time, id: id, reference: list, travellers).message
        made.sender = sender
        made.revision = revision
        return DecodedMessage(
            id: RecordID(high: id, low: id &* 77), receivedAtMilliseconds: 1_768_000_000_000 + Int64(id),
            origin: "test",
            message: made)
    }

    private let budi = Invented.person("BUDI", nil, born: "1985-04-12", passport: "X1234567")
    private let siti = Invented.person("SITI", nil, born: "1990-04-12", passport: "X7654321")
    private let tono = Invented.person("TONO", nil, born: "1970-01-01", passport: "X5554321")

    private func expected(_ voyage: Voyage) -> Set<String?> {
        Set(voyage.travellers.filter { $0.status == .expected }.map(\.surname.current))
    }

    @Test func `the highest revision stands, in every order of arrival`() throws {
        var corrected = siti
        corrected.birthDate = PartialDate(iso: "1991-04-12")
        let all = [
            list(1, id: 1, [budi, siti]), list(2, at: "2026-01-15T06:00", id: 2, [budi]),
            // The clock of the third stood behind.
            list(3, at: "2026-01-15T04:00", id: 3, [corrected, tono]),
        ]
        for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
            let voyage = try #require(Invented.assemble(order.map { all[$0] }))
            #expect(expected(voyage) == ["SITI", "TONO"])
            #expect(voyage.travellers.count == 3)
            #expect(voyage.travellers.first { $0.surname.current == "BUDI" }?.status == .cancelled)
            let birth = voyage.travellers.first { $0.surname.current == "SITI" }?.birthDate
            #expect(birth?.current?.description == "1991-04-12" && birth?.isDisputed == false)
        }
    }

    @Test func `lists of other operators and further lists stay`() throws {
        let voyage = try #require(
            Invented.assemble([
                list(1, id: 1, [budi]), list(2, id: 2, sender: "CTZ", [siti]), list(2, id: 3, list: "2", [tono]),
                list(0, id: 4, [Invented.person("ANI", nil, passport: "X999999")]),
            ]))
        #expect(expected(voyage) == ["BUDI", "SITI", "TONO", "ANI"])
    }

    @Test func `an empty revision withdraws all, what another source says stays`() throws {
        let api = Invented.message(.paxlst, at: "2026-01-15T01:00", id: 9, [siti])
        let voyage = try #require(Invented.assemble([list(1, id: 1, [budi, siti]), list(2, id: 2, []), api]))
        #expect(expected(voyage) == ["SITI"])
        #expect(
            ListRevisions([list(1, id: 1, [budi]), list(1, id: 2, [siti])]).replaced == [RecordID(high: 1, low: 77)])
    }
}
