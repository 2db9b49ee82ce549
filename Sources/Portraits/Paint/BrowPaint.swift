// SPDX-License-Identifier: Apache-2.0

/// The brows: an arc of strokes over each eye.
struct BrowPaint: Sendable {
    private let height: Float
    private let arch: Float
    private let thick: Float
    private let inner: Float
    private let outer: Float
    private let density: Float
    private let noise: Noise

    init(genes: FaceGenes, look: Appearance, noise: Noise) {
        height = 7.475 + 0.03 * genes[.browHeight]
        arch = 0.030 + 0.028 * genes[.browArch] + (look.isWoman ? 0.010 : 0)
        thick = (look.isWoman ? 0.040 : 0.052) + 0.016 * genes[.browThickness]
        inner = 0.125 + 0.035 * genes[.browInner]
        outer = 0.545 + 0.05 * genes[.browLength]
        density = 0.78 + 0.2 * genes[.browDensity] - 0.15 * ramp(55, 85, Float(look.age))
        self.noise = noise
    }

    /// How much hair hides the skin, 0...1.
    func cover(_ base: SIMD3<Float>) -> Float {
        guard base.z > 0.9, base.y > 7.3, base.y < 7.7 else { return 0 }
        let along = (abs(base.x) - inner) / (outer - inner)
        guard along > -0.1, along < 1.1 else { return 0 }
        // Rises to two thirds, then falls towards the temple.
        let rise = along < 0.64 ? 0.35 + along : 1 - (along - 0.64) / 0.36 * 1.1
        let middle = height + arch * (rise - 0.5)
        let half = thick * broken([(-0.1, 0.5), (0.12, 0.9), (0.5, 0.95), (0.8, 0.7), (1.1, 0.25)], at: along)
        let side: Float = base.x < 0 ? 40 : 0
        // Strokes lean outwards.
        let stroke = noise.value(SIMD3(abs(base.x) * 75 - base.y * 48 + side, base.y * 16, 11))
        let edge = 1 - ramp(0.45, 1.0, abs(base.y - middle) / half + 0.28 * stroke)
        let ends = ramp(-0.08, 0.14, along + 0.05 * stroke) * (1 - ramp(0.86, 1.05, along))
        return edge * ends * min(density + 0.16 * stroke, 0.97)
    }
}
