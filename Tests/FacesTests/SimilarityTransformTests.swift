// SPDX-License-Identifier: Apache-2.0

import Faces
import Foundation
import Testing

@Suite struct SimilarityTransformTests {
    @Test(arguments: 0..<50) func `recovers turning, scale and moving`(seed: Int) throws {
        var numbers = SeededNumbers(UInt64(seed))
        func draw(_ range: ClosedRange<Double>) -> Double { Double.random(in: range, using: &numbers) }
        let points = (0..<5).map { _ in FacePoint(x: draw(0...500), y: draw(0...500)) }
        let (angle, scale, x, y) = (draw(-3...3), draw(0.1...4), draw(-90...90), draw(-90...90))
        let moved = points.map {
            FacePoint(
                x: scale * (cos(angle) * $0.x - sin(angle) * $0.y) + x,
                y: scale * (sin(angle) * $0.x + cos(angle) * $0.y) + y)
        }
        let transform = try #require(SimilarityTransform(from: points, to: moved))
        #expect(abs(transform.scale - scale) < 1e-9)
        for (point, target) in zip(points, moved) {
            #expect(transform.apply(point).distance(to: target) < 1e-6)
            #expect(transform.inverse.apply(target).distance(to: point) < 1e-6)
        }
    }

    @Test(arguments: 0..<20) func `no other similarity is nearer`(seed: Int) throws {
        var numbers = SeededNumbers(UInt64(seed))
        func point() -> FacePoint {
            FacePoint(x: Double.random(in: 0...100, using: &numbers), y: Double.random(in: 0...100, using: &numbers))
        }
        let (source, target) = ((0..<5).map { _ in point() }, (0..<5).map { _ in point() })
        let best = try #require(SimilarityTransform(from: source, to: target))
        func error(_ transform: SimilarityTransform) -> Double {
            zip(source, target).reduce(0) { $0 + pow(transform.apply($1.0).distance(to: $1.1), 2) }
        }
        for _ in 0..<40 {
            var other = best
            other.a += Double.random(in: -0.02...0.02, using: &numbers)
            other.b += Double.random(in: -0.02...0.02, using: &numbers)
            other.c += Double.random(in: -1...1, using: &numbers)
            other.d += Double.random(in: -1...1, using: &numbers)
            #expect(error(other) >= error(best))
        }
    }

    @Test func `points in one place span nothing`() {
        let same = [FacePoint](repeating: FacePoint(x: 5, y: 5), count: 5)
        #expect(SimilarityTransform(from: same, to: (0..<5).map { FacePoint(x: Double($0), y: 1) }) == nil)
        #expect(SimilarityTransform(from: [], to: []) == nil)
    }
}
