// SPDX-License-Identifier: Apache-2.0

/// Where on the undeformed head something is, in the coordinates of ``HeadTopology/base``; what is painted by these
/// places moves with the shape of each person.
enum PaintPlace {
    /// The middle of the left eye and the radius of its ball.
    static let eye = SIMD3<Float>(0.31, 7.285, 1.245)
    static let eyeRadius: Float = 0.142

    /// Above 0 within the hair of the head, in decimetres from its edge; `hairline` raises the front.
    static func hair(_ base: SIMD3<Float>, hairline: Float) -> Float {
        let y = base.y - hairline
        let front = broken(
            [
                (6.35, -0.5), (6.6, 0.05), (7.0, 0.12), (7.14, 0.55), (7.24, 0.74), (7.38, 0.80), (7.55, 0.90),
                (7.75, 1.02), (7.88, 1.18), (7.97, 1.36), (8.1, 1.75),
            ], at: y)
        return front - base.z
    }

    /// 1 on the ears, where no hair grows.
    static func ear(_ base: SIMD3<Float>) -> Float {
        let side = ramp(0.70, 0.745, abs(base.x))
        return side * ramp(6.78, 6.86, base.y) * (1 - ramp(7.36, 7.42, base.y)) * ramp(0.2, 0.3, base.z)
            * (1 - ramp(0.72, 0.78, base.z))
    }

    /// Above 0 within the lips, about 1 in their middle.
    static func lips(_ base: SIMD3<Float>) -> Float {
        guard base.z > 1.33, base.y > 6.4, base.y < 6.8 else { return 0 }
        let x = abs(base.x)
        let upper = broken(
            [(0, 6.697), (0.09, 6.717), (0.14, 6.708), (0.2, 6.678), (0.245, 6.645), (0.27, 6.61)], at: x)
        let lower = broken(
            [(0, 6.490), (0.08, 6.497), (0.14, 6.507), (0.2, 6.54), (0.245, 6.568), (0.27, 6.60)], at: x)
        return ramp(-0.008, 0.022, min(upper - base.y, base.y - lower))
    }

    /// Above 0 where a scarf lies, in decimetres from the edge around the face.
    static func scarf(_ base: SIMD3<Float>) -> Float {
        guard base.z > 0.45 else { return 1 }
        let up = base.y - 7.02
        let half: Float = up > 0 ? 0.90 : 0.80
        let across = base.x / 0.65
        let distance = (across * across + up * up / (half * half)).squareRoot() - 1
        return max(distance * 0.7, 0.62 - base.z)
    }

    /// How far below the collar's edge a place is: above 0 there is cloth. The edge is lower in front.
    static func cloth(_ base: SIMD3<Float>) -> Float {
        max(5.98 - 0.60 * ramp(0.1, 1.0, base.z) - base.y, ramp(0.62, 0.85, abs(base.x)) * 0.5 - ramp(6.1, 6.3, base.y))
    }
}
