// SPDX-License-Identifier: Apache-2.0

import Civil
import Foundation
import Population
import Testing

@testable import Identity

@Suite struct CardHistoryTests {
    private func card(_ text: String) throws -> FamilyCardNumber { try #require(FamilyCardNumber(parsing: text)) }

    private func date(_ text: String) throws -> CivilDate { try #require(PartialDate(iso: text)?.date) }

    @Test func `members of a card at a date, and former cards of a resident, are known`() throws {
        let made = try InventedRegistry.build()
        defer { try? FileManager.default.removeItem(at: made.folder) }
        _ = try ChangedRegistry.add(
            ChangedRegistry.table([
                ChangedRegistry.newborn + ",add,2026-01-05", ChangedRegistry.moved + ",change,2026-02-01",
                ChangedRegistry.removed + ",remove,2026-03-01",
            ]), to: made.path)
        let index = try PopulationIndex(path: made.path)
        let first = try card("0101010101100001")
        func names(_ day: String) throws -> [String] {
            try index.members(of: first, on: date(day)).map { "\($0.nik)" }
        }
        let (budi, siti, raka, melati) =
            ("0101011204850001", "0101015507870002", "0101010101120001", "0101012005240007")
        #expect(try names("2020-01-01") == [raka, budi, siti])
        #expect(try names("2026-01-05") == [raka, budi, melati, siti])
        #expect(try names("2026-01-31") == [raka, budi, melati, siti])
        #expect(try names("2026-02-01") == [raka, budi, melati])
        #expect(try names("2026-03-01") == [raka, melati])
        #expect(try index.members(of: card("0102010101260001"), on: date("2026-02-01")).map(\.relation) == [.head])
        #expect(try index.members(of: card("0909010101260001"), on: date("2026-02-01")) == [])

        let cards = try index.familyCards(of: NIK(parsing: siti))
        #expect(cards.map(\.familyCard.description) == ["0101010101100001", "0102010101260001"])
        #expect(cards.map { $0.from?.description } == [nil, "2026-02-01"])
        #expect(try index.familyCards(of: NIK(parsing: budi)).map { $0.until?.description } == ["2026-03-01"])
        #expect(try index.familyCards(of: NIK(parsing: raka)).map(\.until) == [nil])

        let row = try #require(try index.row(of: NIK(parsing: siti)))
        let former = index.formerHousehold(of: row)
        #expect(
            former.map { index.resident(row: $0.row)?.nik.description } == [raka, melati],
            "who left the registry is no relative to be shown")
        #expect(former.map(\.until.description) == ["2026-02-01", "2026-02-01"])
        #expect(former.map(\.relation) == [.child, .child])
        let child = try #require(try index.row(of: NIK(parsing: raka)))
        #expect(index.formerHousehold(of: child).map(\.row) == [row])
        let stranger = try #require(try index.row(of: NIK(parsing: "0102010101600003")))
        #expect(index.formerHousehold(of: stranger) == [])
    }

    @Test func `who comes back is no former relative, and who came later never was one`() throws {
        let made = try InventedRegistry.build()
        defer { try? FileManager.default.removeItem(at: made.folder) }
        _ = try ChangedRegistry.add(
            ChangedRegistry.table([
                ChangedRegistry.moved + ",change,2026-01-05", ChangedRegistry.newborn + ",add,2026-02-01",
            ]), to: made.path)
        func former() throws -> [String?] {
            let index = try PopulationIndex(path: made.path)
            let row = try #require(try index.row(of: NIK(parsing: "0101015507870002")))
            return index.formerHousehold(of: row).map { index.resident(row: $0.row)?.nik.description }
        }
        #expect(try Set(former()) == ["0101010101120001", "0101011204850001"])
        #expect(try !former().contains("0101012005240007"))
        _ = try ChangedRegistry.add(
            ChangedRegistry.table([InventedRegistry.rows[1] + ",change,2026-03-01"]), to: made.path)
        #expect(try former() == [])
    }

    @Test func `another relation on the same card is kept, and parts nobody`() throws {
        let made = try InventedRegistry.build()
        defer { try? FileManager.default.removeItem(at: made.folder) }
        let head = InventedRegistry.rows[1].replacing("ISTRI", with: "KEPALA KELUARGA")
        _ = try ChangedRegistry.add(ChangedRegistry.table([head + ",change,2026-01-05"]), to: made.path)
        let index = try PopulationIndex(path: made.path)
        let cards = try index.familyCards(of: NIK(parsing: "0101015507870002"))
        #expect(cards.map(\.relation) == [.wife, .head])
        let row = try #require(try index.row(of: NIK(parsing: "0101015507870002")))
        #expect(index.formerHousehold(of: row) == [])
    }
}
