// SPDX-License-Identifier: Apache-2.0

/// Paints skin: tone, redness, lips, brows, marks, stubble.
struct SkinPaint: Sendable {
    private let genes: FaceGenes
    private let look: Appearance
    private let palette: FacePalette
    private let noise: Noise
    private let moles: [(SIMD2<Float>, Float)]
    private let brow: BrowPaint
    private let lineDepth: Float

    init(_ model: HeadModel) {
        genes = model.genes
        look = model.look
        palette = model.palette
        noise = Noise(seed: UInt32(truncatingIfNeeded: model.genes.marks))
        brow = BrowPaint(genes: model.genes, look: model.look, noise: noise)
        var marks = model.genes.marks | 1
        moles = (0..<Int(model.genes.marks >> 40 & 3)).map { _ in
            func draw() -> Float {
                marks = marks &* 0x5851_F42D_4C95_7F2D &+ 0x1405_7B7E_F767_814F
                return Float(marks >> 40) / Float(1 << 24)
            }
            return (SIMD2(draw() * 1.1 - 0.55, 6.35 + draw() * 1.3), 0.012 + 0.010 * draw())
        }
        lineDepth = ramp(30, 75, Float(model.look.age))
    }

    func matter(_ fragment: Fragment) -> Matter {
        let base = fragment.base
        var colour = palette.skin
        let fine = noise.value(base * 38)
        let coarse = noise.value(base * 7)
        colour *= 1 + 0.045 * coarse + 0.035 * fine
        colour = flushed(colour, base)
        colour *= socket(base)
        colour = marked(colour, base)
        let lips = PaintPlace.lips(base)
        // Hollows are darker and redder than ridges: light is lost in them.
        let hollow = min(max(fragment.hollow * (1.6 + 1.1 * lineDepth), -0.35), 0.75)
        colour *= SIMD3(1 - 0.55 * hollow, 1 - 0.68 * hollow, 1 - 0.72 * hollow)
        if lips > 0 { colour = blend(colour, lipColour(base, fine, hollow), lips * 0.85) }
        colour = stubble(colour, base, lips)
        let hair = brow.cover(base)
        if hair > 0 { colour = blend(colour, palette.brow, hair) }
        colour = scalp(colour, base)
        let oily = 0.055 + 0.05 * bump(base.x, 0.3) * ramp(6.7, 7.0, base.y)
        return Matter(
            colour: colour, shine: (oily + 0.09 * lips) * (1 - 0.6 * hair) * (1 + 0.3 * fine),
            sharpness: lips > 0.5 ? 5 : 4,
            softness: SIMD3(0.34, 0.2, 0.15))
    }

    private func flushed(_ colour: SIMD3<Float>, _ base: SIMD3<Float>) -> SIMD3<Float> {
        guard base.z > 0.3 else { return colour }
        let cheek = bump((SIMD3(abs(base.x), base.y, 0) - SIMD3(0.42, 6.88, 0)).length, 0.36)
        let nose = bump((base - SIMD3(0, 6.98, 1.68)).length, 0.28)
        let red = cheek * (0.55 + 0.3 * genes[.cheekColour]) + nose * 0.5 + 0.6 * PaintPlace.ear(base)
        return colour * SIMD3(1 + 0.07 * red, 1 - 0.09 * red, 1 - 0.08 * red)
    }

    /// The eye's surroundings are a little darker, the forehead and the nose's bridge a little lighter.
    private func socket(_ base: SIMD3<Float>) -> SIMD3<Float> {
        guard base.z > 0.8 else { return SIMD3(repeating: 1) }
        let from = SIMD3<Float>((abs(base.x) - 0.30) / 0.27, (base.y - 7.25) / 0.17, 0)
        let shade = bump(from.length, 1) * (0.22 + 0.14 * genes[.eyeShadow] + 0.1 * lineDepth)
        return SIMD3(1 - 0.75 * shade, 1 - shade, 1 - 0.95 * shade)
    }

    private func marked(_ colour: SIMD3<Float>, _ base: SIMD3<Float>) -> SIMD3<Float> {
        guard base.z > 0.7, base.y > 6.2, base.y < 8 else { return colour }
        var colour = colour
        let spots = ramp(0.5, 0.8, noise.value(base * 27 + SIMD3(90, 0, 0)))
        let share = spots * (0.1 * max(genes[.freckles], 0) + 0.07 * ramp(52, 85, Float(look.age)))
        colour *= SIMD3(1 - share, 1 - 1.3 * share, 1 - 1.5 * share)
        for (place, radius) in moles {
            let distance = (SIMD3(base.x, base.y, 0) - SIMD3(place.x, place.y, 0)).length
            let mole = 1 - ramp(radius * 0.5, radius, distance)
            if mole > 0 { colour = blend(colour, palette.skin * SIMD3(0.22, 0.15, 0.13), mole * 0.85) }
        }
        return colour
    }

    private func lipColour(_ base: SIMD3<Float>, _ fine: Float, _ hollow: Float) -> SIMD3<Float> {
        let seam = bump(base.y - 6.606 - 0.02 * bump(base.x, 0.05), 0.02)
        let lines = noise.value(SIMD3(base.x * 60, base.y * 8, 3))
        let age = 1 - 0.12 * lineDepth
        return palette.lips * (age * (1 + 0.06 * lines + 0.03 * fine - 0.6 * max(hollow, 0))) * (1 - 0.42 * seam)
    }

    private func stubble(_ colour: SIMD3<Float>, _ base: SIMD3<Float>, _ lips: Float) -> SIMD3<Float> {
        guard !look.isWoman, base.y < 7.1, base.y > 5.9, base.z > 0.45 else { return colour }
        let x = abs(base.x)
        let line = broken([(0.25, 6.50), (0.45, 6.52), (0.6, 6.75), (0.72, 7.05)], at: x)
        let jaw = 1 - ramp(line - 0.12, line + 0.06, base.y)
        let moustache =
            bump(base.y - 6.765 + 0.16 * x, 0.075) * (1 - ramp(0.24, 0.34, x)) * (0.75 + 0.25 * ramp(0.0, 0.04, x))
        let chin = bump((SIMD3(base.x, base.y, 0) - SIMD3(0, 6.36, 0)).length, 0.26)
        let cheekHair = 0.5 + 0.5 * genes[.beard]
        let throat = ramp(5.95, 6.25, base.y)
        let region = max(jaw * cheekHair * 0.8, moustache, chin) * throat * (1 - lips)
        let grain = 0.72 + 0.5 * noise.value(SIMD3(base.x * 70, base.y * 40, base.z * 70))
        let share = min(region * (0.12 + 0.75 * look.beard) * grain, 0.9)
        return blend(colour, blend(palette.brow, palette.skin * 0.3, 0.35 * (1 - look.beard)), max(share, 0))
    }

    /// Skin under hair takes on its colour, so that no bright line shows at its edge.
    private func scalp(_ colour: SIMD3<Float>, _ base: SIMD3<Float>) -> SIMD3<Float> {
        guard look.head != .hijab else { return colour }
        let edge = PaintPlace.hair(base, hairline: look.hairline(genes) - look.sweep(base))
        let share = ramp(0, 0.12, edge) * (1 - PaintPlace.ear(base)) * (look.head == .thinning ? 0.3 : 0.75)
        return blend(colour, palette.hair, share)
    }
}
