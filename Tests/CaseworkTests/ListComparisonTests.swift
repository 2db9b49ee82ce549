// SPDX-License-Identifier: Apache-2.0

import Casework
import Civil
import Testing
import Travel

/// A corrected list beside the one that it replaces.
@Suite struct ListComparisonTests {
    private func person(_ name: String, _ passport: String? = nil, born: String? = nil) -> ReceivedTraveller {
        var traveller = ReceivedTraveller(role: .passenger)
        traveller.surname = name
        traveller.birthDate = born.flatMap { PartialDate(iso: $0) }
        if let passport { traveller.documents = [ReceivedDocument(type: "P", number: passport, issuer: "IDN")] }
        return traveller
    }

    private func compare(_ earlier: [ReceivedTraveller], _ later: [ReceivedTraveller]) -> ListComparison {
        ListComparison(earlier: earlier, later: later) { RecordID(high: 1, low: UInt64($0)) }
    }

    @Test func `tells who came, who went and who changed`() {
        let found = compare(
            [person("BUDI", "C1234567"), person("SITI", "C7654321"), person("TONO", "C5555555"), person("ANI")],
            [person("ANI"), person("BUDI S", "C1234567"), person("SITI", "C7654321"), person("WATI", "C6666666")])
        #expect(found.added.map(\.surname) == ["WATI"])
        #expect(found.removed.map(\.surname) == ["TONO"])
        #expect(found.removed.map(\.contribution) == [RecordID(high: 1, low: 2)])
        #expect(found.changed.map(\.surname) == ["BUDI S"])
        #expect(found.unchanged == 2 && !found.isEqual)
    }

    @Test func `the order of rows and their lines do not matter, namesakes are counted`() {
        var moved = person("BUDI", born: "1985-04-12")
        moved.span = SegmentSpan(first: 9, last: 9)
        let namesake = person("BUDI", born: "1990-01-01")
        #expect(compare([person("BUDI", born: "1985-04-12"), namesake], [namesake, moved]).isEqual)
        let found = compare([person("BUDI"), person("BUDI")], [person("BUDI")])
        #expect(found.removed.count == 1 && found.unchanged == 1)
    }

    @Test func `a long list is compared in the time of its length`() {
        let people = (0..<20_000).map { person("X", "C\(1_000_000 + $0)") }
        let found = compare(people, people.reversed())
        #expect(found.isEqual && found.unchanged == 20_000)
    }
}
