// SPDX-License-Identifier: Apache-2.0

/// Turning, one scale and moving: `u = a x - b y + c`, `v = b x + a y + d`.
public struct SimilarityTransform: Hashable, Sendable {
    public var a: Double
    public var b: Double
    public var c: Double
    public var d: Double

    /// The transform that brings `source` onto `target` with the least sum of squares (Umeyama 1991; in the plane and
    /// without mirroring the closed form below). Nil for fewer than two different points.
    public init?(from source: [FacePoint], to target: [FacePoint]) {
        guard source.count == target.count, source.count >= 2 else { return nil }
        let count = Double(source.count)
        let (sx, sy) = (source.reduce(0) { $0 + $1.x } / count, source.reduce(0) { $0 + $1.y } / count)
        let (tx, ty) = (target.reduce(0) { $0 + $1.x } / count, target.reduce(0) { $0 + $1.y } / count)
        var (along, across, size) = (0.0, 0.0, 0.0)
        for (from, to) in zip(source, target) {
            let (x, y, u, v) = (from.x - sx, from.y - sy, to.x - tx, to.y - ty)
            along += x * u + y * v
            across += x * v - y * u
            size += x * x + y * y
        }
        guard size > 1e-9, size.isFinite, along.isFinite, across.isFinite else { return nil }
        (a, b) = (along / size, across / size)
        guard a * a + b * b > 1e-12 else { return nil }
        c = tx - a * sx + b * sy
        d = ty - b * sx - a * sy
    }

    init(a: Double, b: Double, c: Double, d: Double) { (self.a, self.b, self.c, self.d) = (a, b, c, d) }

    /// Target pixels for a source pixel.
    public var scale: Double { (a * a + b * b).squareRoot() }

    /// Where a point goes.
    public func apply(_ point: FacePoint) -> FacePoint {
        FacePoint(x: a * point.x - b * point.y + c, y: b * point.x + a * point.y + d)
    }

    /// The way back.
    public var inverse: SimilarityTransform {
        let size = a * a + b * b
        let (p, q) = (a / size, -b / size)
        return SimilarityTransform(a: p, b: q, c: -(p * c - q * d), d: -(q * c + p * d))
    }
}
