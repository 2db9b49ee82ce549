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

    @Test func `a resident is found under a near date by the marks of the words alone`() throws {
        let made = try InventedRegistry.build(InventedRegistry.crowd(3_000))
        defer { try? FileManager.default.removeItem(at: made.folder) }
        let index = try PopulationIndex(path: made.path)
        let nik = try NIK(parsing: "0101011204850001")
        let row = try #require(index.row(of: nik))
        // Every row carries the marks of its words: without them the days around a date are scanned in vain.
        let signatures = index.base.numbers(.signatures)
        #expect((0..<index.count).allSatisfy { signatures[$0] != 0 })
        // One word only is common to both names, hence no pair of words leads there.
        let claim = TravellerClaim(
            surname: "SANTOSO", given: nil, birth: PartialDate(iso: "1985-12-04"), sex: .male)
        var search = TravellerSearch(claim, index: index, model: .standard)
        var resolver = PopulationResolver(index: index)
        #expect(resolver.nearDateRows(&search).contains(row))
    }

    @Test(arguments: [
        TravellerClaim(
            surname: "SANTOSO", given: "BUDI EKO", birth: PartialDate(iso: "1985-04-12"), sex: .female),
        TravellerClaim(
            surname: "SANTOSO", given: "BUDI EKO", birth: PartialDate(iso: "1985-04-12"), sex: .male,
            nik: try? NIK(parsing: "0303032209770042")),
    ]) func `who contradicts the sex or the number of a resident is never surely that resident`(
        claim: TravellerClaim
    ) throws {
        let found = try best(claim)
        #expect(found.nik == "0101011204850001")
        #expect(found.probability < 0.95)
    }

    @Test(arguments: [("1985-04-12", true), ("1983-11-29", false)])
    func `a resident's name and family with quite another date may be a relative's`(birth: String, isSure: Bool) throws
    {
        let made = try InventedRegistry.build(InventedRegistry.crowd(3_000))
        defer { try? FileManager.default.removeItem(at: made.folder) }
        var party = PartyResolver(index: try PopulationIndex(path: made.path))
        let found = party.resolve([
            TravellerClaim(surname: "SANTOSO", given: "BUDI EKO", birth: PartialDate(iso: birth), sex: .male),
            TravellerClaim(surname: "AMINAH", given: "SITI", birth: PartialDate(iso: "1987-07-15"), sex: .female),
        ])
        let first = try #require(found[0].ranked.first)
        #expect((first.probability >= 0.95) == isSure, "\(first.probability)")
        #expect(first.probability > 0.5)
        #expect((found[1].ranked.first?.probability ?? 0) >= 0.95)
    }
}
