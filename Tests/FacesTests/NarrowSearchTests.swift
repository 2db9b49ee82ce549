// SPDX-License-Identifier: Apache-2.0

import Faces
import Testing

@Suite struct NarrowSearchTests {
    private static let rows = 2600

    /// Rows around a few middles, some of them at the ends of what a byte holds, some all alike.
    private func store(_ numbers: inout SeededNumbers, dimensions: Int = 128) -> (TemplateStore, [FaceTemplate]) {
        let middles = (0..<12).map { _ in (0..<dimensions).map { _ in Int.random(in: -60...60, using: &numbers) } }
        var bytes: [Int8] = []
        for row in 0..<Self.rows {
            switch row % 50 {
            case 7: for _ in 0..<dimensions { bytes.append(Bool.random(using: &numbers) ? -128 : 127) }
            case 8: bytes += [Int8](repeating: 0, count: dimensions)
            case 9: bytes += middles[3].map { Int8($0) }
            default:
                let middle = middles[row % 12]
                bytes += middle.map { Int8($0 + Int.random(in: -40...40, using: &numbers)) }
            }
        }
        return bytes.withUnsafeBytes {
            (TemplateStore(rows: $0, dimensions: dimensions), Array(FaceTemplate.rows($0, dimensions: dimensions)))
        }
    }

    private func slow(_ templates: [FaceTemplate], _ probe: FaceTemplate, _ keep: Int) -> [TemplateHit] {
        let all = templates.enumerated().map { TemplateHit(index: $0.offset, score: probe.score($0.element)) }
        return Array(all.sorted().prefix(keep))
    }

    @Test(arguments: 0..<6) func `the narrow form spares no hit`(seed: Int) {
        var numbers = SeededNumbers(UInt64(seed))
        let (store, templates) = store(&numbers, dimensions: seed % 2 == 0 ? 128 : 61)
        let probes = [templates[9], templates[7], templates[8], numbers.template(), templates[200]]
        for probe in probes {
            let expected = slow(templates, probe, 10)
            for level in SearchLevel.available {
                #expect(store.search([probe], threshold: .min, keep: 10, level: level) == [expected], "\(level)")
                let least = expected[4].score
                #expect(
                    store.search([probe], threshold: least, keep: 10, level: level) == [
                        expected.filter { $0.score >= least }
                    ])
            }
        }
    }

    @Test func `batches of any size give the ids of single probes`() {
        var numbers = SeededNumbers(11)
        let (store, templates) = store(&numbers)
        let probes = (0..<23).map { templates[$0 * 101] }
        let single = probes.map { store.search([$0], threshold: .min, keep: 10)[0] }
        for size in [2, 8, 9, 23] {
            let together = stride(from: 0, to: probes.count, by: size).flatMap {
                store.search(Array(probes[$0..<min(probes.count, $0 + size)]), threshold: .min, keep: 10)
            }
            #expect(together == single, "\(size)")
        }
    }

    @Test func `templates that take the place of others are found there`() {
        var numbers = SeededNumbers(12)
        var (store, templates) = store(&numbers)
        for _ in 0..<1300 {
            let place = Int.random(in: 0..<templates.count, using: &numbers)
            store.remove(at: place)
            templates[place] = templates[templates.count - 1]
            templates.removeLast()
        }
        for _ in 0..<40 {
            let template = numbers.template()
            store.append(template)
            templates.append(template)
        }
        for place in stride(from: 0, to: templates.count, by: 260) {
            let probe = templates[place]
            #expect(store.search([probe], threshold: .min, keep: 5) == [slow(templates, probe, 5)])
        }
    }
}
