// SPDX-License-Identifier: Apache-2.0

import Civil
import Screening
import Testing
import Travel

@Suite struct VoyageAssemblerTests {
    let api = Invented.message(
        .paxlst, at: "2026-01-15T05:00", id: 2,
        [
            Invented.person(
                "SANTOSO", "BUDI EKO", born: "1985-04-12", passport: "X1234567", locator: "ABC123", reference: "P1"),
            Invented.person(
                "SUPARNO", "FNU", born: "1990-02-03", passport: "X7654321", locator: "DEF456", reference: "P2"),
        ])
    let pnr = Invented.message(
        .pnrgov, at: "2026-01-12T05:00", id: 1,
        [
            Invented.person("SANTOSO", "BUDI", born: "1985-12-04", passport: "X1234567", locator: "ABC123"),
            Invented.person("SUPARNO", "SUPARNO", locator: "DEF456"),
        ], locators: ["ABC123", "DEF456"])

    @Test func `API and PNR of one person become one traveller with both sources`() throws {
        let voyage = try #require(Invented.assemble([api, pnr]))
        #expect(voyage.travellers.count == 2)
        let budi = try #require(voyage.travellers.first { $0.surname.current == "SANTOSO" })
        #expect(budi.given.current == "BUDI EKO")
        #expect(Set(budi.given.observations.map(\.source)) == [.api, .pnr])
        #expect(budi.disagreements == [.name, .birthDate])
        #expect(voyage.bookings.map(\.record.recordLocator) == ["ABC123", "DEF456"])
        #expect(voyage.bookings[0].travellers == [budi.id])
        #expect(voyage.facts.direction == .arrival)
        #expect(voyage.facts.arrivalUTC == CivilDateTime(iso: "2026-01-15T03:15")?.minutesSinceEpoch)
    }

    @Test func `a late old message does not overwrite newer facts`() throws {
        var old = Invented.person("SANTOSO", "BUDI EKO", born: "1985-04-12", passport: "X1234567", reference: "P1")
        old.seat = "30A"
        var new = old
        new.seat = "12C"
        let early = Invented.message(.paxlst, at: "2026-01-14T01:00", id: 9, [old])
        let late = Invented.message(.paxlst, at: "2026-01-15T01:00", id: 3, [new])
        for order in [[early, late], [late, early]] {
            let voyage = try #require(Invented.assemble(order))
            #expect(voyage.travellers.map(\.seat.current) == ["12C"])
        }
    }

    @Test func `close-out puts on board whom it names and nobody else`() throws {
        let close = Invented.message(
            .paxlst, .closeWithBoarded, at: "2026-01-15T09:25", id: 4,
            [Invented.person(nil, nil, locator: "ABC123", reference: "P1"), Invented.person(nil, nil, reference: "P9")])
        let voyage = try #require(Invented.assemble([close, api, pnr]))
        #expect(voyage.facts.status == .closed)
        #expect(voyage.travellers.first { $0.surname.current == "SANTOSO" }?.status == .boarded)
        #expect(voyage.travellers.first { $0.surname.current == "SUPARNO" }?.status == .notOnBoard)
        let unknown = voyage.travellers.filter { $0.surname.current == nil }
        #expect(unknown.map(\.passengerReferences) == [["P9"]])
        #expect(unknown.map(\.status) == [.boarded])
    }

    @Test func `add, cancel, add again leaves the traveller expected`() throws {
        let person = Invented.person("SANTOSO", "BUDI", passport: "X1234567", reference: "P1")
        let add = Invented.message(.paxlst, at: "2026-01-14T01:00", id: 1, [person])
        let cancel = Invented.message(.paxlst, .cancelTravellers, at: "2026-01-14T02:00", id: 2, [person])
        let again = Invented.message(.paxlst, at: "2026-01-14T03:00", id: 3, [person])
        #expect(Invented.assemble([add, cancel])?.travellers.map(\.status) == [.cancelled])
        #expect(Invented.assemble([again, cancel, add])?.travellers.map(\.status) == [.expected])
    }

    @Test func `a cancelled voyage withdraws everybody until it is listed again`() throws {
        let cancel = Invented.message(.paxlst, .cancelVoyage, at: "2026-01-15T06:00", id: 5, [])
        let voyage = try #require(Invented.assemble([cancel, api]))
        #expect(voyage.facts.status == .cancelled)
        #expect(voyage.travellers.allSatisfy { $0.status == .cancelled })
        let relisted = Invented.message(.paxlst, at: "2026-01-15T07:00", id: 6, api.message.travellers)
        #expect(Invented.assemble([cancel, api, relisted])?.facts.status == .scheduled)
    }

    @Test func `a name dropped from the latest booking is cancelled`() throws {
        let both = Invented.message(
            .pnrgov, at: "2026-01-10T01:00", id: 1,
            [
                Invented.person("SANTOSO", "BUDI", locator: "ABC123"),
                Invented.person("SANTOSO", "DEWI", locator: "ABC123"),
            ],
            locators: ["ABC123"])
        let one = Invented.message(
            .pnrgov, at: "2026-01-11T01:00", id: 2, [Invented.person("SANTOSO", "BUDI", locator: "ABC123")],
            locators: ["ABC123"])
        let voyage = try #require(Invented.assemble([one, both]))
        #expect(voyage.travellers.first { $0.given.current == "DEWI" }?.status == .cancelled)
        #expect(voyage.travellers.first { $0.given.current == "BUDI" }?.status == .expected)
    }

    @Test(arguments: ["XX", "UN", "HK"])
    func `a booking whose flight is cancelled withdraws its travellers`(segmentStatus: String) throws {
        let person = Invented.person("SANTOSO", "BUDI", passport: "X1234567", locator: "ABC123", reference: "P1")
        let listed = Invented.message(.paxlst, at: "2026-01-14T01:00", id: 1, [person])
        let cancel = Invented.message(.paxlst, .cancelTravellers, at: "2026-01-14T02:00", id: 2, [person])
        var update = Invented.message(.pnrgov, at: "2026-01-14T02:02", id: 3, [person], locators: ["ABC123"])
        update.message.bookings[0].itinerary = [
            ReceivedFlight(carrier: "ZZ", number: "0825", from: "SIN", to: "CGK", status: segmentStatus)
        ]
        let voyage = try #require(Invented.assemble([update, listed, cancel]))
        #expect(voyage.travellers.map(\.status) == [segmentStatus == "HK" ? .expected : .cancelled])
    }

    @Test func `namesakes in one message stay two people`() throws {
        let twins = Invented.message(
            .paxlst, at: "2026-01-15T05:00", id: 2,
            [
                Invented.person("SMITH", "JOHN", born: "1950-01-02", passport: "A1111111"),
                Invented.person("SMITH", "JOHN", born: "1980-01-02", passport: "A2222222"),
            ])
        let booked = Invented.message(
            .pnrgov, at: "2026-01-10T05:00", id: 1,
            [
                Invented.person("SMITH", "JOHN", born: "1980-01-02", locator: "JS0001"),
                Invented.person("SMITH", "JOHN", born: "1950-01-02", locator: "JS0001"),
            ], locators: ["JS0001"])
        let voyage = try #require(Invented.assemble([twins, booked]))
        #expect(voyage.travellers.count == 2)
        #expect(voyage.travellers.allSatisfy { !$0.birthDate.isDisputed && $0.contributions.count == 2 })
    }

    @Test(arguments: 0..<60) func `a voyage is the same in any order of arrival`(seed: UInt64) throws {
        var rng = Shuffler(state: seed &+ 1)
        let close = Invented.message(
            .paxlst, .closeWithBoarded, at: "2026-01-15T09:25", id: 4, [Invented.person(nil, nil, reference: "P1")])
        let change = Invented.message(
            .paxlst, .replaceTravellers, at: "2026-01-15T06:00", id: 7,
            [Invented.person("SANTOSA", "BUDI EKO", born: "1985-04-12", passport: "X1234568", reference: "P1")])
        let messages = [api, pnr, close, change]
        #expect(Invented.assemble(messages.shuffled(using: &rng)) == Invented.assemble(messages))
    }
}

/// SplitMix64.
struct Shuffler: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
