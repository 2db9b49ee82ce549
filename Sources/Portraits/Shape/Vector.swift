// SPDX-License-Identifier: Apache-2.0

// Only +, -, *, / and square roots are used on the way to a picture: IEEE 754 gives these the same bits everywhere,
// which libm does not promise of sines and powers.
extension SIMD3<Float> {
    func dot(_ other: SIMD3<Float>) -> Float { x * other.x + y * other.y + z * other.z }

    func cross(_ other: SIMD3<Float>) -> SIMD3<Float> {
        SIMD3(y * other.z - z * other.y, z * other.x - x * other.z, x * other.y - y * other.x)
    }

    var length: Float { dot(self).squareRoot() }

    /// The vector at length 1; upward where it has none.
    var unit: SIMD3<Float> {
        let length = length
        return length > 1e-12 ? self / length : SIMD3(0, 1, 0)
    }
}

/// 0 below `low`, 1 above `high`, smooth between (a cubic).
func ramp(_ low: Float, _ high: Float, _ value: Float) -> Float {
    let share = min(max((value - low) / (high - low), 0), 1)
    return share * share * (3 - 2 * share)
}

/// A bump of height 1 at 0 that is 0 from `width` on.
func bump(_ distance: Float, _ width: Float) -> Float {
    let share = 1 - min(abs(distance) / width, 1)
    return share * share * (3 - 2 * share)
}

func blend(_ a: SIMD3<Float>, _ b: SIMD3<Float>, _ share: Float) -> SIMD3<Float> { a + (b - a) * share }

/// Straight lines between corners given in rising order of x; flat beyond both ends.
func broken(_ corners: [(x: Float, y: Float)], at x: Float) -> Float {
    guard let first = corners.first, let last = corners.last else { return 0 }
    if x <= first.x { return first.y }
    for (a, b) in zip(corners, corners.dropFirst()) where x <= b.x {
        return a.y + (b.y - a.y) * (x - a.x) / (b.x - a.x)
    }
    return last.y
}
