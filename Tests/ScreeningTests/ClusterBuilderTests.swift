// SPDX-License-Identifier: Apache-2.0

import Civil
import Identity
import Testing
import Travel

@testable import Screening

/// Who is who, and what finding it out costs.
@Suite struct ClusterBuilderTests {
    /// Compares each contribution with all there is, as the words of ``ClusterEvidence`` say it: slow and plain.
    private struct Reference {
        var clusters: [[SaidOfTraveller]] = []

        mutating func add(_ said: SaidOfTraveller) {
            let wanted = keys(said)
            var best: (place: Int, points: Int)?
            for (place, cluster) in clusters.enumerated() {
                guard cluster.contains(where: { !keys($0).isDisjoint(with: wanted) }) else { continue }
                let isAnother = cluster.contains {
                    $0.contribution.order.message == said.contribution.order.message
                        && (!$0.face.sharesDocument(with: said.face) || $0.face.birthDate != said.face.birthDate)
                }
                let points = cluster.map { $0.face.points(said.face) }.max() ?? 0
                if !isAnother, points > 3, points > best?.points ?? 0 { best = (place, points) }
            }
            if let best { clusters[best.place].append(said) } else { clusters.append([said]) }
        }

        private func keys(_ said: SaidOfTraveller) -> Set<String> {
            let face = said.face
            var keys = Set(face.documentNumbers.map { "d" + $0 })
            if let reference = face.reference { keys.insert("r" + reference) }
            if !face.name.folded.isEmpty { keys.insert("n" + face.name.folded.joined(separator: " ")) }
            if let locator = face.locator, let birth = face.birthDate { keys.insert("b\(locator)|\(birth)") }
            return keys
        }
    }

    private func person(_ rng: inout some RandomNumberGenerator) -> ReceivedTraveller {
        func maybe(_ values: [String?]) -> String? { values.randomElement(using: &rng) ?? nil }
        return Invented.person(
            maybe(["AHMAD", "SITI", "AHMAD", nil]), maybe(["AHMAD", "BUDI", "AHMAD BUDI", nil]),
            born: maybe(["1985-04-12", "1990-01-01", "1985", nil, "1985-04-13"]),
            passport: maybe(["X1000001", "X1000002", nil, nil]), locator: maybe(["ABC123", "DEF456", nil]),
            reference: maybe(["P1", "P2", "P3", nil, nil]))
    }

    @Test(arguments: 0..<300) func `groups as comparing everybody with everybody does`(_ seed: Int) {
        var rng = Pebbles(seed: UInt64(seed) &* 0x9E37_79B9 + 1)
        var builder = ClusterBuilder()
        var reference = Reference()
        for number in 0..<12 {
            let people = (0..<Int.random(in: 1...6, using: &rng)).map { _ in person(&rng) }
            let message = Invented.message(
                Bool.random(using: &rng) ? .paxlst : .pnrgov, at: "2026-01-14T01:\(10 + number)",
                id: UInt64(number + 1),
                people, locators: ["ABC123", "DEF456"])
            let said = Invented.assembler.said(in: message)
            _ = builder.add(said, isReplaced: false)
            for one in said { reference.add(one) }
        }
        #expect(
            builder.clusters.map { $0.parts.map(\.contribution.id) }
                == reference.clusters.map { $0.map(\.contribution.id) })
    }

    private func comparisons(_ messages: [[ReceivedTraveller]]) -> Int {
        var builder = ClusterBuilder()
        for (number, people) in messages.enumerated() {
            let time = CivilDateTime(minutesSinceEpoch: 29_000_000 + number).map { "\($0)" } ?? ""
            let message = Invented.message(.paxlst, at: time, id: UInt64(number + 1), people)
            _ = builder.add(Invented.assembler.said(in: message), isReplaced: false)
        }
        return builder.comparisons
    }

    @Test func `on a voyage of one name only dates that could agree are compared`() {
        func lists(_ count: Int) -> [[ReceivedTraveller]] {
            (0..<count).map { list in
                (0..<20).map { place in
                    let number = list * 20 + place
                    let day = CivilDate(daysSinceEpoch: -20_000 + number).map { "\($0)" }
                    return Invented.person("AHMAD", "AHMAD", born: day, passport: "X\(1_000_000 + number)")
                }
            }
        }
        #expect(comparisons(lists(10)) == 0)
        #expect(comparisons(lists(60)) == 0)
    }

    @Test func `a repeated list costs one comparison a traveller, and its face is held once`() {
        let list = (0..<20).map {
            Invented.person("KANARI", "B", born: "1985-04-\(10 + $0)", passport: "X100000\($0)", reference: "P\($0)")
        }
        #expect(comparisons(Array(repeating: list, count: 50)) == 49 * 20)
        var evidence = ClusterEvidence()
        for number in 1...50 {
            let message = Invented.message(.paxlst, at: "2026-01-14T01:10", id: UInt64(number), [list[0]])
            for said in Invented.assembler.said(in: message) { _ = evidence.add(said) }
        }
        #expect(evidence.count == 1)
    }
}

/// SplitMix64.
struct Pebbles: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
