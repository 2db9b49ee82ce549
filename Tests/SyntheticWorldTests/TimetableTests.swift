// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import SyntheticWorld

@Suite struct TimetableTests {
    @Test(arguments: [0, 333, 700, 1130]) func `at the anchor every post has voyages landed, on the way and due`(
        shift: Int
    ) throws {
        var configuration = MemorySink.configuration
        configuration.anchorMinutes += shift
        let timetable = try Timetable(configuration: configuration, gazetteer: MemorySink.gazetteer())
        let anchor = timetable.anchor
        let arrivals = timetable.voyages(from: anchor - 2 * 1440).filter {
            $0.slot.isArrival && $0.slot.route.kind != .crossingDay
        }
        let posts = Set(arrivals.map(\.slot.to))
        #expect(posts.count >= 8)
        for post in posts {
            let own = arrivals.filter { $0.slot.to == post }
            #expect(own.contains { $0.arrival <= anchor && $0.arrival > anchor - 720 }, "\(post) landed")
            #expect(own.contains { $0.departure <= anchor && $0.arrival > anchor }, "\(post) on the way")
            #expect(own.contains { $0.arrival > anchor && $0.arrival <= anchor + 720 }, "\(post) due")
        }
    }

    @Test func `voyages come in the order of departure and end at the horizon`() throws {
        let timetable = try Timetable(configuration: MemorySink.configuration, gazetteer: MemorySink.gazetteer())
        let voyages = timetable.voyages(from: 0)
        #expect(voyages.map(\.departure) == voyages.map(\.departure).sorted())
        #expect((voyages.last?.departure ?? 0) <= timetable.anchor + SyntheticWorldConfiguration.horizonMinutes)
        #expect(Set(voyages.map(\.id)).count == voyages.count)
    }

    @Test func `IMO and card numbers end in their check digits`() {
        #expect(SlotBuilder.imoNumber(907_472) == "9074729")
        #expect(CardNumber.checkDigit("7992739871") == 3)
        #expect(CardNumber.number(17).hasPrefix("400000") && CardNumber.number(17).utf8.count == 16)
    }

    @Test func `nobody returns who has not set out`() throws {
        let configuration = SyntheticWorldConfiguration(residents: 60_000, days: 6, voyagesPerDay: 20, seed: 3)
        let country = try SyntheticCountry(configuration: configuration, gazetteer: MemorySink.gazetteer())
        let parties = country.manifests.parties
        for slot in parties.timetable.slots.indices where parties.timetable.slots[slot].pair != nil {
            for party in parties.returning(slot: slot, day: 5) {
                #expect(party.slot == parties.timetable.slots[slot].pair)
                #expect(party.day + (party.stay ?? 0) == 5)
            }
        }
    }
}
