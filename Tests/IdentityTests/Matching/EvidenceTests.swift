// SPDX-License-Identifier: Apache-2.0

import Civil
import Foundation
import Testing

@testable import Identity

@Suite struct EvidenceTests {
    private func withIndex(_ body: (PopulationIndex) throws -> Void) throws {
        let made = try InventedRegistry.build(InventedRegistry.crowd(3_000))
        defer { try? FileManager.default.removeItem(at: made.folder) }
        try body(try PopulationIndex(path: made.path))
    }

    @Test(arguments: [
        ("SANTOSO", "BUDI EKO"), ("SANTOSO", "BOEDI"), ("BUDIEKO", "SANTOZO"), ("SANTOSO", "B EKO"),
        ("HADI", "BUDI EKO SANTOSO"), ("SANTOSO", "EKO BUDIMR"), ("WIJAYA", "HENDRA"),
    ]) func `the words of a name add up to its weight and all steps to the odds`(surname: String, given: String) throws
    {
        try withIndex { index in
            var resolver = PopulationResolver(index: index)
            let claim = TravellerClaim(
                surname: surname, given: given, birth: PartialDate(iso: "1985-04-12"), sex: .male)
            let best = try #require(resolver.resolve(claim).ranked.first).candidate
            let steps = index.evidence(for: best, of: claim, prior: resolver.prior)
            let name = try #require(steps.first { $0.comparison == .name })
            #expect(!name.words.isEmpty)
            #expect(abs(name.words.reduce(0) { $0 + $1.weight } - name.weight) < 1e-9)
            let total = steps.reduce(0) { $0 + $1.weight }
            #expect(abs(total - Resolution.trust * (best.weight + resolver.prior)) < 1e-9)
        }
    }

    @Test func `each word is told with what it was compared to`() throws {
        try withIndex { index in
            var resolver = PopulationResolver(index: index)
            let claim = TravellerClaim(
                surname: "WIRYA", given: "BOEDI SANTOSO", birth: PartialDate(iso: "1985-04-12"), sex: .male)
            let best = try #require(resolver.resolve(claim).ranked.first).candidate
            let words = index.evidence(for: best, of: claim, prior: resolver.prior)[1].words
                .filter { $0.relation != .oneOrigin }
            #expect(words.map(\.claimed) == ["BOEDI", "SANTOSO", "WIRYA", ""])
            #expect(words.map(\.registered) == ["BUDI", "SANTOSO", "", "EKO"])
            #expect(words.map(\.relation) == [.spelling, .same, .extra, .omitted])
            #expect(words[0].weight > 0 && words[1].weight > 0 && words[2].weight < 0 && words[3].weight < 0)
        }
    }
}
