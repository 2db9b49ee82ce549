// SPDX-License-Identifier: Apache-2.0

/// A rotation by turn, nod and lean.
struct Turning {
    private let rows: (SIMD3<Float>, SIMD3<Float>, SIMD3<Float>)

    init(_ view: PortraitView) {
        let (turnSine, turnCosine) = Self.circle(view.turn)
        let (nodSine, nodCosine) = Self.circle(view.nod)
        let (leanSine, leanCosine) = Self.circle(view.lean)
        func turned(_ axis: SIMD3<Float>) -> SIMD3<Float> {
            let a = SIMD3(turnCosine * axis.x + turnSine * axis.z, axis.y, turnCosine * axis.z - turnSine * axis.x)
            let b = SIMD3(a.x, nodCosine * a.y - nodSine * a.z, nodSine * a.y + nodCosine * a.z)
            return SIMD3(leanCosine * b.x + leanSine * b.y, leanCosine * b.y - leanSine * b.x, b.z)
        }
        let (x, y, z) = (turned(SIMD3(1, 0, 0)), turned(SIMD3(0, 1, 0)), turned(SIMD3(0, 0, 1)))
        rows = (SIMD3(x.x, y.x, z.x), SIMD3(x.y, y.y, z.y), SIMD3(x.z, y.z, z.z))
    }

    func apply(_ vector: SIMD3<Float>) -> SIMD3<Float> {
        SIMD3(rows.0.dot(vector), rows.1.dot(vector), rows.2.dot(vector))
    }

    /// Sine and cosine of up to 60 degrees, by a polynomial that is the same everywhere.
    static func circle(_ degrees: Float) -> (Float, Float) {
        let angle = min(max(degrees, -60), 60) * 0.017_453_293
        let square = angle * angle
        let sine = angle * (1 - square / 6 * (1 - square / 20 * (1 - square / 42)))
        return (sine, (1 - sine * sine).squareRoot())
    }
}
