// SPDX-License-Identifier: Apache-2.0

/// Paints what covers the head: hair in strands, or a scarf.
struct CoverPaint: Sendable {
    private let material: Surface.Material
    private let look: Appearance
    private let palette: FacePalette
    private let noise: Noise
    private let hairline: Float
    private let curl: Float

    init(_ model: HeadModel, material: Surface.Material) {
        self.material = material
        look = model.look
        palette = model.palette
        noise = Noise(seed: UInt32(truncatingIfNeeded: model.genes.marks >> 16))
        hairline = model.look.hairline(model.genes)
        curl = max(model.genes[.hairTexture], 0)
    }

    func matter(_ fragment: Fragment) -> Matter {
        material == .scarf ? scarf(fragment) : hair(fragment)
    }

    /// Whether a place hides what is under it, for shadows.
    func isDense(_ base: SIMD3<Float>) -> Bool {
        switch material {
        case .scarf: PaintPlace.scarf(base) > 0.02
        default: edge(base) > 0.06
        }
    }

    private func scarf(_ fragment: Fragment) -> Matter {
        let base = fragment.base
        let edge = PaintPlace.scarf(base)
        let weave = noise.value(base * 55)
        let fold = noise.value(SIMD3(base.x * 3.2, base.y * 1.3, base.z * 3.2))
        var colour = palette.scarf * (1 + 0.05 * weave + 0.10 * fold)
        colour *= 1 - 0.30 * bump(edge - 0.055, 0.02) - 0.25 * (1 - ramp(0, 0.02, edge))
        colour *= 1 - 0.5 * min(max(fragment.hollow * 1.5, 0), 0.7)
        return Matter(
            colour: colour, cover: ramp(0, 0.012, edge), shine: 0.025, sharpness: 3,
            softness: SIMD3(repeating: 0.12))
    }

    /// Above 0 within the hair.
    private func edge(_ base: SIMD3<Float>) -> Float {
        let uneven = 0.05 * noise.value(base * 6) + 0.03 * noise.value(base * 17)
        let hair = PaintPlace.hair(base, hairline: hairline - look.sweep(base)) + uneven
        guard look.head == .thinning else { return hair }
        let crown = ramp(7.85, 8.15, base.y)
        return hair - crown * 1.2
    }

    private func hair(_ fragment: Fragment) -> Matter {
        let base = fragment.base
        // Strands run back from the forehead on top and down at the sides.
        let top = ramp(7.75, 8.2, base.y)
        let wave = curl * 0.06 * noise.value(base * 9)
        let sides = SIMD3(base.z * 46 + wave * 60, base.y * 4.5, base.x * 20)
        let across = SIMD3(base.x * 48 + wave * 60, base.z * 4.5, base.y * 6)
        let strand = noise.value(blend(sides, across, top))
        let lock = noise.value(blend(sides, across, top) * 0.24)
        let colour = palette.hair * (1 + 0.36 * strand + 0.3 * lock)
        let feather: Float = look.head == .cropped ? 0.07 : 0.10
        var cover = ramp(0, feather, edge(base) + 0.045 * strand + 0.02 * lock)
        cover *= 1 - PaintPlace.ear(base)
        if look.head == .cropped { cover *= 0.90 }
        return Matter(
            colour: colour * (1 - 0.35 * min(max(fragment.hollow * 1.5, 0), 0.8)), cover: cover,
            shine: 0.10 * (1 + 0.9 * strand), sharpness: 3, softness: SIMD3(repeating: 0.1))
    }
}
