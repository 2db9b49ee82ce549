// SPDX-License-Identifier: Apache-2.0

import Civil
import Foundation
import Population
import Testing

@testable import Identity

/// The wider family over family cards, in time.
@Suite struct KinWalkTests {
    /// One of an invented family: a serial, a family card, a relation, a birth date and a sex.
    private static func person(_ serial: Int, card: Int, _ relation: Relation, _ year: Int, isFemale: Bool = false)
        -> String
    {
        let day = isFemale ? 52 : 12
        return
            "010101\(day)04\(year % 100 < 10 ? "0" : "")\(year % 100)\(1000 + serial),010101010110\(1000 + card),ORANG \(serial),AWAN,\(year)-04-12,\(isFemale ? "P" : "L"),\(relation.rawValue),IBU,,,,,010101"
    }

    private static func nik(_ row: String) throws -> NIK { try NIK(parsing: row.prefix(16)) }

    /// Grandparents with two sons on one card; a daughter of others; both sons marry and move, and have a child each.
    private static let grandfather = person(1, card: 1, .head, 1945)
    private static let grandmother = person(2, card: 1, .wife, 1948, isFemale: true)
    private static let elder = person(3, card: 1, .child, 1970)
    private static let younger = person(4, card: 1, .child, 1975)
    private static let mother = person(5, card: 2, .child, 1972, isFemale: true)
    private static let mothersFather = person(6, card: 2, .head, 1940)
    private static let help = person(7, card: 1, .householdHelp, 1990, isFemale: true)
    private static let aunt = person(8, card: 3, .head, 1976, isFemale: true)
    private static let child = person(9, card: 4, .child, 2001)
    private static let cousin = person(10, card: 3, .child, 2003, isFemale: true)

    private static func moved(_ row: String, to card: Int, _ relation: Relation, _ date: String) -> String {
        var fields = row.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        fields[1] = "010101010110\(1000 + card)"
        fields[6] = "\(relation.rawValue)"
        return fields.joined(separator: ",") + ",change,\(date)"
    }

    private func family() throws -> (folder: URL, index: PopulationIndex) {
        let people = [
            Self.grandfather, Self.grandmother, Self.elder, Self.younger, Self.mother, Self.mothersFather, Self.help,
            Self.aunt,
        ]
        let made = try InventedRegistry.build(([InventedRegistry.header] + people).joined(separator: "\n"))
        let report = try ChangedRegistry.add(
            ChangedRegistry.table([
                Self.moved(Self.elder, to: 4, .head, "2026-02-01"), Self.moved(Self.mother, to: 4, .wife, "2026-02-01"),
                Self.child + ",add,2026-03-01", Self.moved(Self.younger, to: 3, .husband, "2026-04-01"),
                Self.cousin + ",add,2026-05-01",
                String(Self.grandmother.prefix(16)) + ",,,,,,,,,,,,,remove,2026-06-01",
            ]), to: made.path)
        #expect(report.skipped.isEmpty)
        return (made.folder, try PopulationIndex(path: made.path))
    }

    private func kin(_ index: PopulationIndex, _ row: String) throws -> [String: Kin] {
        let own = try #require(try index.row(of: Self.nik(row)))
        return index.kin(of: own).reduce(into: [:]) { found, kin in
            found[index.resident(row: kin.row).map { "\($0.nik)" } ?? "nobody"] = kin
        }
    }

    @Test func `grandparents, uncles and cousins are found over former cards, with the day and the way`() throws {
        let (folder, index) = try family()
        defer { try? FileManager.default.removeItem(at: folder) }
        let kin = try kin(index, Self.child)
        func found(_ row: String) -> Kin? { kin[String(row.prefix(16))] }
        #expect(found(Self.elder)?.kinship == .parent && found(Self.elder)?.until == nil)
        #expect(found(Self.mother)?.kinship == .parent && found(Self.mother)?.through == [])
        let grandfather = try #require(found(Self.grandfather))
        #expect(grandfather.kinship == .grandparent && grandfather.through == [.parent])
        #expect(grandfather.until?.description == "2026-02-01", "the father lived on that card until then")
        #expect(found(Self.mothersFather)?.kinship == .grandparent)
        #expect(found(Self.younger)?.kinship == .auntOrUncle)
        let cousin = try #require(found(Self.cousin))
        #expect(cousin.kinship == .cousin && cousin.through == [.parent, .auntOrUncle])
        #expect(found(Self.aunt)?.kinship == .auntOrUncle && found(Self.help) == nil)
        #expect(found(Self.grandmother) == nil, "who left the registry is not told")
        #expect(kin.count == 7)
        // The other way round.
        let back = try self.kin(index, Self.grandfather)
        #expect(back[String(Self.child.prefix(16))]?.kinship == .grandchild)
        #expect(back[String(Self.mother.prefix(16))]?.kinship == .childInLaw)
        #expect(back[String(Self.mothersFather.prefix(16))] == nil, "in-laws' families are not told")
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func `whatever cards say, kin are residents once each, and those of one card are kin both ways`(
        seed: UInt64
    ) throws {
        var rng = SeededGenerator(seed: seed)
        let relations = Relation.allCases
        var rows = (0..<40).map { number in
            Self.person(
                number, card: Int.random(in: 0..<8, using: &rng),
                relations[Int.random(in: 0..<relations.count, using: &rng)],
                1940 + Int.random(in: 0..<80, using: &rng))
        }
        let made = try InventedRegistry.build(([InventedRegistry.header] + rows).joined(separator: "\n"))
        defer { try? FileManager.default.removeItem(at: made.folder) }
        let changes = (1...9).flatMap { day in
            (0..<4).map { _ in
                let place = Int.random(in: 0..<rows.count, using: &rng)
                return Self.moved(
                    rows[place], to: Int.random(in: 0..<10, using: &rng),
                    relations[Int.random(in: 0..<relations.count, using: &rng)], "2026-01-0\(day)")
            }
        }
        _ = try ChangedRegistry.add(ChangedRegistry.table(changes), to: made.path)
        let index = try PopulationIndex(path: made.path)
        rows.shuffle(using: &rng)
        for row in 0..<index.count {
            let kin = index.kin(of: row)
            #expect(kin == index.kin(of: row))
            #expect(Set(kin.map(\.row)).count == kin.count && !kin.contains { $0.row == row })
            #expect(kin.count <= KinWalk.mostKin && kin.allSatisfy { index.resident(row: $0.row) != nil })
            for relative in kin where relative.through.isEmpty {
                let back = index.kin(of: relative.row).first { $0.row == row }
                #expect(back?.kinship == relative.kinship.inverse && back?.through == [])
                #expect(back?.until == relative.until)
            }
        }
    }

    @Test func `a card of very many says nothing of kin`() throws {
        let rows = (0...KinWalk.largestHousehold).map { Self.person($0, card: 1, $0 == 0 ? .head : .child, 1980) }
        let made = try InventedRegistry.build(([InventedRegistry.header] + rows).joined(separator: "\n"))
        defer { try? FileManager.default.removeItem(at: made.folder) }
        #expect(try PopulationIndex(path: made.path).kin(of: 0) == [])
        let fewer = try InventedRegistry.build(
            ([InventedRegistry.header] + rows.dropLast()).joined(separator: "\n"))
        defer { try? FileManager.default.removeItem(at: fewer.folder) }
        #expect(try PopulationIndex(path: fewer.path).kin(of: 0).count == KinWalk.largestHousehold - 1)
    }
}
