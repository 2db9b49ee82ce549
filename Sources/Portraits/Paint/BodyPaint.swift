// SPDX-License-Identifier: Apache-2.0

/// Paints everything that is not hair or scarf: skin, clothes, eyes and lashes.
struct BodyPaint: Sendable {
    private let skin: SkinPaint
    private let eyes: EyePaint
    private let palette: FacePalette
    private let noise: Noise
    private let lashes: Float

    init(_ model: HeadModel, gaze: SIMD2<Float>) {
        skin = SkinPaint(model)
        palette = model.palette
        lashes = model.look.isWoman ? 0.6 : 0.28
        noise = Noise(seed: UInt32(truncatingIfNeeded: model.look.clothing) &* 0x9E37_79B9)
        eyes = EyePaint(
            palette: model.palette, noise: noise, gaze: gaze, age: ramp(40, 85, Float(model.look.age)))
    }

    /// Lashes thin out towards their ends.
    private func lash(_ fragment: Fragment) -> Matter {
        let hair = 0.75 + 0.4 * noise.value(SIMD3(fragment.base.x * 110, 1, 1))
        return Matter(colour: SIMD3(repeating: 0.014), cover: min(lashes * hair, 1))
    }

    func matter(_ fragment: Fragment) -> Matter {
        switch fragment.part {
        case .eye: return eyes.matter(fragment)
        case .lash: return lash(fragment)
        case .skin: break
        }
        let under = PaintPlace.cloth(fragment.base)
        guard under > -0.02 else { return skin.matter(fragment) }
        let weave = noise.value(fragment.base * 48)
        let fold = noise.value(SIMD3(fragment.base.x * 2.5, fragment.base.y * 1.2, 5))
        let cloth = Matter(
            colour: palette.cloth * (1 + 0.06 * weave + 0.08 * fold), shine: 0.015,
            sharpness: 2, softness: SIMD3(repeating: 0.1))
        guard under < 0 else { return cloth }
        var edge = skin.matter(fragment)
        edge.colour = blend(edge.colour, cloth.colour, ramp(-0.02, 0, under))
        return edge
    }
}
