// SPDX-License-Identifier: Apache-2.0

/// Paints eyeballs: white, iris, pupil, the shade of the lid and the reflection of a window.
struct EyePaint: Sendable {
    let palette: FacePalette
    let noise: Noise
    /// Where the eyes look, as shares of the eye's radius.
    let gaze: SIMD2<Float>
    let age: Float

    func matter(_ fragment: Fragment) -> Matter {
        let side: Float = fragment.base.x < 0 ? -1 : 1
        let middle = SIMD3<Float>(PaintPlace.eye.x * side, PaintPlace.eye.y, PaintPlace.eye.z)
        let from = (fragment.base - middle) / PaintPlace.eyeRadius
        let across = from.x - gaze.x
        let up = from.y - gaze.y
        let radius = (across * across + up * up).squareRoot()
        let white = SIMD3<Float>(0.60, 0.55, 0.51) * (1 - 0.1 * age)
        let veins = 1 - 0.06 * ramp(0.6, 1, radius) * (1 + noise.value(fragment.base * 50))
        var colour = white * veins * SIMD3(1, 1 - 0.12 * ramp(0.55, 1, radius), 1 - 0.14 * ramp(0.55, 1, radius))
        let fibres =
            1 + 0.35 * noise.value(SIMD3(across / max(radius, 0.05) * 5, up / max(radius, 0.05) * 5, radius * 4))
        let inner = palette.iris * fibres * (1.25 - 0.6 * ramp(0.3, 0.5, radius))
        colour = blend(inner, colour, ramp(0.46, 0.55, radius))
        colour = blend(SIMD3(0.006, 0.005, 0.005), colour, ramp(0.19, 0.235, radius))
        // The upper lid's shadow.
        colour *= 1 - 0.62 * ramp(0.02, 0.42, from.y)
        let glint = 1 - ramp(0.06, 0.13, (SIMD3(across - 0.17 * 1, up - 0.2, 0)).length)
        colour = blend(colour, SIMD3(0.85, 0.87, 0.9), glint * 0.85)
        return Matter(colour: colour, shine: 0.05, sharpness: 6, softness: SIMD3(repeating: 0.25))
    }
}
