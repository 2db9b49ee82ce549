// SPDX-License-Identifier: Apache-2.0

internal import Faces
internal import Foundation

/// Search over invented templates, with the time of each form.
struct SearchBench {
    struct Figures: Encodable {
        let templates: Int
        let level: String
        let workers: Int
        let batch: Int
        let runs: Int
        let millisecondsMedian: Double
        let probesPerSecond: Double
    }

    let store: TemplateStore
    let probes: [FaceTemplate]

    /// Templates drawn from a seed; probes lean towards some of them.
    init(templates count: Int, seed: UInt64 = 1) {
        var state = seed
        func draw() -> FaceTemplate {
            // Sums of uniform bytes stand for the bell shape of an embedding's numbers.
            let bytes = (0..<FaceTemplate.dimension).map { _ -> Int8 in
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                let (one, two) = (Int(state >> 33 & 63), Int(state >> 45 & 63))
                return Int8(one + two - 63)
            }
            guard let template = FaceTemplate(bytes: bytes) else { preconditionFailure("63 is within a byte") }
            return template
        }
        var store = TemplateStore()
        store.reserve(count)
        for _ in 0..<count { store.append(draw()) }
        self.store = store
        probes = (0..<64).map { _ in draw() }
    }

    /// Times one form; the ten best of each probe are kept.
    func run(level: SearchLevel, workers: Int, batch: Int, seconds: Double = 2) async -> Figures {
        var times: [Double] = []
        let clock = ContinuousClock()
        let end = clock.now + .seconds(seconds)
        var start = 0
        while times.count < 5 || (clock.now < end && times.count < 1000) {
            let part = Array((0..<batch).map { probes[(start + $0) % probes.count] })
            start += batch
            let begun = clock.now
            _ = await store.search(part, threshold: .min, keep: 10, level: level, workers: workers)
            let spent = begun.duration(to: clock.now).components
            times.append(Double(spent.seconds) + Double(spent.attoseconds) / 1e18)
        }
        let median = Percentile.value(times, 0.5)
        return Figures(
            templates: store.count, level: "\(level)", workers: workers, batch: batch, runs: times.count,
            millisecondsMedian: median * 1000, probesPerSecond: Double(batch) / median)
    }
}
