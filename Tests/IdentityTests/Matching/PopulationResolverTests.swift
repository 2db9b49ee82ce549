// SPDX-License-Identifier: Apache-2.0

import Civil
import Foundation
import Testing

@testable import Identity

@Suite struct PopulationResolverTests {
    private func best(_ claim: TravellerClaim) throws -> (nik: String?, probability: Double) {
        let made = try InventedRegistry.build(InventedRegistry.crowd(3_000))
        defer { try? FileManager.default.removeItem(at: made.folder) }
        let index = try PopulationIndex(path: made.path)
        var resolver = PopulationResolver(index: index)
        let resolution = resolver.resolve(claim)
        let sum =
            resolution.ranked.map(\.probability).reduce(0, +) + resolution.otherProbability
            + resolution.unregistered
        #expect(abs(sum - 1) < 1e-9)
        guard let first = resolution.ranked.first, first.probability > resolution.unregistered else {
            return (nil, resolution.unregistered)
        }
        return (index.resident(row: first.candidate.row)?.nik.description, first.probability)
    }

    @Test(arguments: [
        ("SANTOSO", "BUDI EKO", "1985-04-12"), ("BUDI EKO", "SANTOSO", "1985-04-12"),
        ("SANTOSO", "BOEDI EKO", "1985-04-12"),
        ("SANTOSO", "BUDI", "1985-12-04"), ("SANTOSO", "BUDI EKO", "1985"), ("SANTOSO", "BUDIEKO", "1985-04-12"),
        ("SANTOSO", "BUDI EKO", ""),
    ]) func `the resident is found through what travel does to names and dates`(
        surname: String, given: String, birth: String
    ) throws {
        let found = try best(
            TravellerClaim(surname: surname, given: given, birth: PartialDate(iso: birth), sex: .male))
        #expect(found.nik == "0101011204850001")
    }

    @Test func `someone of another name and date is not registered`() throws {
        let found = try best(
            TravellerClaim(surname: "GUNAWAN", given: "HENDRA", birth: PartialDate(iso: "1991-11-23"), sex: .male))
        #expect(found.nik == nil)
        #expect(found.probability > 0.5)
    }

    @Test func `a traveller without anything is nobody in particular`() throws {
        #expect(try best(TravellerClaim(surname: nil, given: nil)).nik == nil)
    }
}
