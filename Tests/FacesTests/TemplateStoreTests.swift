// SPDX-License-Identifier: Apache-2.0

import Faces
import Testing

@Suite struct TemplateStoreTests {
    /// What a search means, written down simply.
    private func slow(_ templates: [FaceTemplate], _ probe: FaceTemplate, _ threshold: Int32, _ keep: Int)
        -> [TemplateHit]
    {
        let all = templates.enumerated().map { TemplateHit(index: $0.offset, score: probe.score($0.element)) }
        return Array(all.filter { $0.score >= threshold }.sorted().prefix(keep))
    }

    @Test(arguments: 0..<30) func `every form of the search gives the hits of the slow one`(seed: Int) {
        var numbers = SeededNumbers(UInt64(seed))
        let count = [0, 1, 15, 16, 17, 1023, 1025, 2500][seed % 8]
        var templates = (0..<count).map { _ in numbers.template(extreme: seed % 5 == 0) }
        // Repeated templates make equal scores, which must come by place.
        if count > 20 { for place in stride(from: 3, to: count, by: 7) { templates[place] = templates[1] } }
        var store = TemplateStore()
        for template in templates { store.append(template) }
        let probes = (0..<[1, 2, 8, 11, 70][seed % 5]).map { place in
            place % 3 == 0 && count > 1 ? templates[1] : numbers.template(extreme: seed % 5 == 0)
        }
        let threshold: Int32 = [Int32.min, -5000, 0, 30_000][seed % 4]
        let keep = [1, 10, 64][seed % 3]
        let expected = probes.map { slow(templates, $0, threshold, keep) }
        for level in SearchLevel.available {
            #expect(store.search(probes, threshold: threshold, keep: keep, level: level) == expected, "\(level)")
        }
    }

    @Test func `several tasks find what one finds`() async {
        var numbers = SeededNumbers(7)
        var store = TemplateStore()
        for _ in 0..<20_000 { store.append(numbers.template()) }
        let probes = (0..<3).map { _ in numbers.template() }
        let one = store.search(probes, threshold: 0, keep: 10)
        let several = await store.search(probes, threshold: 0, keep: 10, workers: 3)
        #expect(one == several)
    }

    @Test func `a template comes out as it went in, also after others were taken out`() {
        var numbers = SeededNumbers(9)
        var expected = (0..<40).map { _ in numbers.template() }
        var store = TemplateStore()
        for template in expected { store.append(template) }
        while let last = expected.last {
            #expect(store.count == expected.count)
            for (place, template) in expected.enumerated() { #expect(store.template(at: place) == template) }
            let place = Int.random(in: 0..<expected.count, using: &numbers)
            expected[place] = last
            expected.removeLast()
            store.remove(at: place)
        }
        #expect(store.search([numbers.template()], threshold: .min, keep: 5) == [[]])
    }

    @Test func `the bytes of an embedding keep its similarities within a hundredth`() {
        var numbers = SeededNumbers(3)
        for _ in 0..<200 {
            let (one, two) = (numbers.embedding(), numbers.embedding())
            let near = FaceEmbedding(mean: [one, two])!
            for other in [two, near, one] {
                let rough = FaceTemplate.similarity(ofScore: FaceTemplate(one).score(FaceTemplate(other)))
                #expect(abs(rough - one.similarity(to: other)) < 0.01)
            }
        }
    }
}
