// SPDX-License-Identifier: Apache-2.0

import Civil
import Testing

@testable import Identity

@Suite struct LinkageTests {
    private static let columns: [String: LinkageColumn] = [
        "ID": .id, "WHO": .person, "GIVEN": .given, "FAMILY": .surname, "BORN": .birthDate, "TOWN": .place,
        "CODE": .number,
    ]

    private func table(_ sides: [String]) throws -> LinkageTable {
        var table = try LinkageTable(columns: Self.columns)
        for (side, text) in sides.enumerated() {
            try Array(text.utf8).withUnsafeBufferPointer { try table.add($0, side: side) }
        }
        return table
    }

    private func text(_ rows: [String]) -> String { InventedTables.header + rows.joined(separator: "\n") }

    @Test func `rows of one table with a slip each find one another`() throws {
        let people = InventedTables.people(300)
        let linkage = Linkage(table: try table([text(people.first + people.second)]), isUnique: false)
        let score = linkage.score(linkage.run())
        #expect(score.f1 > 0.97, "\(score)")
        #expect(score.found + score.missed == 300)
    }

    @Test func `rows of two tables are linked across them only`() throws {
        let people = InventedTables.people(300)
        let linkage = Linkage(table: try table([text(people.first), text(people.second)]), isUnique: true)
        let result = linkage.run()
        let score = linkage.score(result)
        #expect(score.f1 > 0.98, "\(score)")
        #expect(result.pairs.allSatisfy { $0.first < 300 && $0.second >= 300 })
        #expect(Set(result.pairs.map(\.first)).count == result.pairs.count)
    }

    @Test func `the truth serves for the score only`() throws {
        let people = InventedTables.people(200)
        let other = (people.first + people.second).map { $0.replacing(",p", with: ",q1") }
        let first = Linkage(table: try table([text(people.first + people.second)]), isUnique: false).run()
        let second = Linkage(table: try table([text(other)]), isUnique: false).run()
        #expect(first.pairs == second.pairs)
    }

    @Test func `a column that is not there and a table without columns to compare are refused`() throws {
        #expect(throws: LinkageTable.Failure.missingColumn("BORN")) { try table(["ID,WHO\n1,2"]) }
        #expect(throws: LinkageTable.Failure.nothingToCompare) { try LinkageTable(columns: ["ID": .id]) }
        let empty = Linkage(table: try table([""]), isUnique: false).run()
        #expect(empty.pairs.isEmpty)
    }

    @Test(arguments: [
        ("19560409", "1956-04-09"), ("1956-04-09", "1956-04-09"), ("1956", "1956"), ("1956-13-40", nil), ("?", nil),
    ])
    func `dates are read as tables have them`(text: String, expected: String?) {
        #expect(LinkageText.date(text)?.description == expected)
    }

    @Test func `what goes with something rarer says less`() throws {
        // Two hundred people in forty towns, each with a code of its own.
        let rows = (0..<200).map { "\($0),,,NAMA\($0),,KOTA\($0 / 5),9\(100 + $0 / 5)" }
        var table = try table([text(rows)])
        let groups = Array(0..<200)
        table.count(groups: groups)
        var alone = LinkageSight()
        LinkagePair(table: table, company: LinkageCompany()).compare(0, 1, &alone)
        var together = LinkageSight()
        LinkagePair(table: table, company: LinkageCompany(table, groups: groups)).compare(0, 1, &together)
        #expect(alone.levels == together.levels)
        // The name NAMA is everybody's.
        #expect(alone.shares.filter { $0 < 1 } == [0.025, 0.025])
        // Four of the five neighbours have the other value as well.
        #expect(together.shares.contains { $0 > 0.5 && $0 < 1 })
    }

    @Test func `precision, recall and F1 are those of pairs`() {
        let score = LinkageScore(found: 6, wrong: 2, missed: 4)
        #expect(score.precision == 0.75)
        #expect(score.recall == 0.6)
        #expect(score.f1 == 12.0 / 18)
        #expect(LinkageScore(found: 0, wrong: 0, missed: 0).precision == 1)
    }

    @Test func `pairs of names are judged by the degree that ships`() throws {
        let text =
            "LEFT,RIGHT,SAME\nRATU SAKADEWA,SAKADEWA RATU,true\nBIMA WIRABUMI,BIMA KERTAPATI,false\n"
            + "RATUSAKADEWA,Ratu Sakadewa,true\nЮрий Щукин,IURII SHCHUKIN,true\nA,B,?\n"
        let table = try Array(text.utf8).withUnsafeBufferPointer { try NamePairTable($0) }
        #expect(table.pairs.count == 4)
        #expect(table.score == LinkageScore(found: 3, wrong: 0, missed: 0))
    }
}
