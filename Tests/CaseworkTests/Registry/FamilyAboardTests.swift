// SPDX-License-Identifier: Apache-2.0

import Civil
import Foundation
import Identity
import Mandate
import Population
import Screening
import TestSupport
import Testing
import Travel

@testable import Casework

/// The family of a traveller on this voyage and on others: its own card, former ones, and the wider family.
@Suite struct FamilyAboardTests {
    private static let header =
        "NIK,NO_KK,NAMA_LGKP,TMPT_LHR,TGL_LHR,JENIS_KLMIN,STAT_HBKEL,NAMA_LGKP_IBU,NAMA_LGKP_AYAH,ALAMAT,NO_RT,NO_RW,KODE_WILAYAH"
    private static let father =
        "0101011204850001,{},BUDI EKO SANTOSO,AWAN,1985-04-12,L,{},SRI,HADI SANTOSO,JL,1,2,010101"
    private static let mother = "0101015507870002,{},SITI AMINAH,AWAN,1987-07-15,P,{},X,UMAR,JL,1,2,010101"
    private static let child = "0101010101120003,{},RAKA PUTRA,AWAN,2012-01-01,L,{},SITI AMINAH,BUDI,JL,1,2,010101"
    private static let grandfather = "0101010101550004,{},HADI SANTOSO,AWAN,1955-01-01,L,{},X,Y,JL,1,2,010101"
    private static let uncle = "0101010203880005,{},TONO WIJAYA,AWAN,1988-03-02,L,{},SRI,HADI SANTOSO,JL,1,2,010101"

    private static func row(_ person: String, card: Int, _ relation: Relation) -> String {
        let parts = person.components(separatedBy: "{}")
        return parts[0] + "010101010110000\(card)" + parts[1] + "\(relation.rawValue)" + parts[2]
    }

    /// The father lives with his father and brother until February; mother and child are on one card.
    private func extract(_ folder: TemporaryFolder) throws -> ExtractDesk {
        let rows = [
            Self.row(Self.grandfather, card: 1, .head), Self.row(Self.father, card: 1, .child),
            Self.row(Self.uncle, card: 1, .child), Self.row(Self.mother, card: 2, .head),
            Self.row(Self.child, card: 2, .child),
        ]
        let path = folder.path + "/r.index"
        var builder = PopulationIndexBuilder()
        try Array(([Self.header] + rows).joined(separator: "\n").utf8).withUnsafeBufferPointer { try builder.add($0) }
        try builder.write(to: path)
        let table =
            "\(Self.header),CHANGE,DATE\n" + Self.row(Self.father, card: 2, .husband) + ",change,2026-02-01\n"
        let report = try Array(table.utf8).withUnsafeBufferPointer { try PopulationChanges(path: path).add($0) }
        #expect(report.taken == 1)
        return try ExtractDesk(path: path)
    }

    private func family(_ unit: SmallUnit, _ desk: ExtractDesk, _ surname: String) async throws -> (
        FamilyAboard, Voyage
    ) {
        let travellers = try await VerificationDeskTests.travellers(unit)
        let traveller = try #require(travellers[surname])
        let voyage = try #require(try await unit.reader.voyage(traveller.voyage))
        let family = try #require(
            FamilyAboard(of: traveller, on: voyage, answers: desk.answers(voyage), index: desk.index))
        return (family, voyage)
    }

    private let people = [
        ("SANTOSO", "BUDI EKO", "850412", "C0000001"), ("PUTRA", "RAKA", "120101", "C0000003"),
        ("WIJAYA", "TONO", "880302", "C0000005"),
    ]
    private let niks = [
        "C0000001": "0101011204850001", "C0000002": "0101015507870002", "C0000003": "0101010101120003",
        "C0000004": "0101010101550004", "C0000005": "0101010203880005",
    ]

    @Test
    func `grandfather and uncle of a child are told with the way, split bookings counted, others as kinship alone`()
        async throws
    {
        let (unit, folder) = (SmallUnit(), try TemporaryFolder())
        let desk = try extract(folder)
        try await unit.send(
            day: 15, at: "260114:1000", people, niks: niks,
            locators: ["C0000001": "AAAAAA", "C0000003": "AAAAAA", "C0000005": "BBBBBB"])
        let (family, voyage) = try await family(unit, desk, "PUTRA")
        #expect(family.members.map(\.relation) == [.husband] && family.others == [.head: 1])
        let uncle = try #require(family.wider.first)
        #expect(family.wider.count == 1 && uncle.kinship == .auntOrUncle && uncle.through == [.parent])
        #expect(uncle.until?.description == "2026-02-01" && uncle.isBookedApart)
        #expect(voyage.travellers.first { $0.id == uncle.traveller }?.surname.current == "WIJAYA")
        #expect(family.widerOthers == [.grandparent: 1] && family.bookings == 2)
        #expect(family.former.isEmpty && family.formerOthers == 0)
    }

    @Test func `journeys of relatives who are not aboard are found by the numbers that their messages quote`()
        async throws
    {
        let (unit, folder) = (SmallUnit(), try TemporaryFolder())
        let desk = try extract(folder)
        try await unit.send(day: 15, at: "260114:1000", people, niks: niks)
        try await unit.send(
            day: 17, at: "260114:1100",
            [
                ("AMINAH", "SITI", "870715", "C0000002"), ("SANTOSO", "HADI", "550101", "C0000004"),
                ("WIJAYA", "TONO", "880302", "C0000005"), ("LAIN", "ORANG", "700101", "C0000009"),
            ], niks: niks)
        let (family, voyage) = try await family(unit, desk, "PUTRA")
        let found = try await FamilyJourneys(
            of: family, awayFrom: voyage.id, in: unit.store, tokeniser: unit.vault
        ).journeys
        #expect(Set(found.map(\.tie)) == [.card(.head), .wider(.grandparent)])
        #expect(found.allSatisfy { $0.place.facts.id != voyage.id })
        #expect(found.count == 2, "the uncle is aboard, and told there")
    }

    @Test(arguments: 0..<40)
    func `travellers of one booking over others are one group`(seed: Int) {
        var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1
        func random(_ below: UInt64) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % below)
        }
        let locators = (0..<6).map { _ in (0..<random(3)).map { _ in "L\(random(5))" } }
        var groups = BookingGroups(Traveller.invented(locators[0]))
        for own in locators.dropFirst() { groups.add(Traveller.invented(own)) }
        // Slow: whoever shares a booking takes the least number of both, until nothing changes.
        var labels = Array(locators.indices)
        for _ in locators {
            for a in locators.indices {
                for b in locators.indices where !Set(locators[a]).isDisjoint(with: locators[b]) {
                    labels[a] = min(labels[a], labels[b])
                }
            }
        }
        #expect(groups.count == Set(labels).count)
    }
}

extension Traveller {
    fileprivate static func invented(_ locators: [String]) -> Traveller {
        var traveller = Traveller(id: RecordID(high: 1, low: 1), voyage: RecordID(high: 1, low: 2))
        traveller.recordLocators = locators
        return traveller
    }
}
