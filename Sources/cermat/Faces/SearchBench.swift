// SPDX-License-Identifier: Apache-2.0

internal import Faces
internal import Foundation

/// Search over templates with its time, by the function that galleries call.
struct SearchBench {
    struct Figures: Encodable {
        var bench = "faces"
        let templates: Int
        let dimensions: Int
        let queries: Int
        /// The form of the search.
        let level: String
        let threads: Int
        let batch: Int
        /// How many batches were timed.
        let runs: Int
        let queriesPerSecond: Double
        let p50Milliseconds: Double
        let p99Milliseconds: Double
        let residentBytes: Int
        /// For each query the rows of its ten best, best first.
        let ids: [[Int]]
        /// FNV-1a over all rows found and their scores.
        let digest: String
    }

    let store: TemplateStore
    let probes: [FaceTemplate]

    private static let kept = 10

    init(store: TemplateStore, probes: [FaceTemplate]) {
        self.store = store
        self.probes = probes
    }

    /// Templates drawn from a seed, and 64 probes.
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
        self.init(store: store, probes: (0..<64).map { _ in draw() })
    }

    /// Asks every query once, untimed, then batch after batch until the time is over.
    func run(
        level: SearchLevel, threads: Int, batch: Int, seconds: Double = 2, dimensions: Int = FaceTemplate.dimension
    ) async -> Figures {
        func search(_ part: [FaceTemplate]) async -> [[TemplateHit]] {
            await store.search(part, threshold: .min, keep: Self.kept, level: level, workers: threads)
        }
        let batches = stride(from: 0, to: probes.count, by: batch).map {
            Array(probes[$0..<min(probes.count, $0 + batch)])
        }
        var found: [[TemplateHit]] = []
        for part in batches { found += await search(part) }
        // Where queries are fewer than a batch, they are asked again to fill it.
        let timed = batches.map { part in (0..<batch).map { part[$0 % part.count] } }
        var times: [Double] = []
        let clock = ContinuousClock()
        let end = clock.now + .seconds(seconds)
        while times.count < 5 || (clock.now < end && times.count < 100_000) {
            let part = timed[times.count % timed.count]
            times.append(await clock.measure { _ = await search(part) }.seconds)
        }
        let median = Percentile.value(times, 0.5)
        return Figures(
            templates: store.count, dimensions: dimensions, queries: probes.count, level: "\(level)", threads: threads,
            batch: batch, runs: times.count, queriesPerSecond: Double(batch) / median, p50Milliseconds: median * 1000,
            p99Milliseconds: Percentile.value(times, 0.99) * 1000, residentBytes: MemoryInUse.peakBytes,
            ids: found.map { $0.map(\.index) }, digest: Self.digest(found))
    }

    private static func digest(_ found: [[TemplateHit]]) -> String {
        var digest: UInt64 = 0xCBF2_9CE4_8422_2325
        for hit in found.joined() {
            for word in [UInt64(hit.index), UInt64(UInt32(bitPattern: hit.score))] {
                digest = (digest ^ word) &* 0x1000_0000_01B3
            }
        }
        return String(digest, radix: 16)
    }
}
