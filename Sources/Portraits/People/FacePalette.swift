// SPDX-License-Identifier: Apache-2.0

/// The colours of a person, as linear shares of red, green and blue.
struct FacePalette: Sendable {
    let skin: SIMD3<Float>
    let lips: SIMD3<Float>
    let hair: SIMD3<Float>
    let brow: SIMD3<Float>
    let iris: SIMD3<Float>
    let cloth: SIMD3<Float>
    let scarf: SIMD3<Float>

    /// From light to dark, in the order of the archipelago's many skins (sRGB, 0...255).
    private static let skins: [SIMD3<Float>] = [
        SIMD3(236, 196, 166), SIMD3(222, 177, 144), SIMD3(204, 155, 120), SIMD3(184, 133, 99), SIMD3(160, 111, 81),
        SIMD3(132, 90, 66), SIMD3(102, 70, 54),
    ]
    private static let cloths: [SIMD3<Float>] = [
        SIMD3(232, 232, 228), SIMD3(70, 84, 110), SIMD3(58, 62, 66), SIMD3(128, 52, 54), SIMD3(62, 96, 82),
        SIMD3(176, 158, 128), SIMD3(96, 124, 160), SIMD3(88, 68, 96), SIMD3(196, 140, 80), SIMD3(44, 52, 78),
    ]
    private static let scarves: [SIMD3<Float>] = [
        SIMD3(48, 50, 56), SIMD3(226, 222, 212), SIMD3(64, 72, 104), SIMD3(150, 92, 98), SIMD3(96, 112, 88),
        SIMD3(178, 150, 122), SIMD3(112, 64, 72), SIMD3(128, 146, 170), SIMD3(84, 78, 74), SIMD3(190, 162, 168),
    ]

    init(_ genes: FaceGenes, _ look: Appearance) {
        let east = max(genes[.east], 0)
        let depth = min(max((genes[.skin] * 0.8 + east * east * 1.1 + 1) / 2, 0), 1) * Float(Self.skins.count - 1)
        let step = min(Int(depth), Self.skins.count - 2)
        let tone = blend(Self.skins[step], Self.skins[step + 1], depth - Float(step))
        let warmth = genes[.skinWarmth]
        skin = Self.linear(tone * SIMD3(1 + 0.02 * warmth, 1 - 0.015 * warmth, 1 - 0.06 * warmth))
        let red = SIMD3<Float>(1.04 + 0.05 * genes[.lipRedness], 0.62, 0.62)
        lips = skin * blend(SIMD3(0.78, 0.62, 0.60), red, 0.5 + 0.5 * genes[.lipContrast]) * (look.isWoman ? 1 : 0.95)
        let shade = 0.5 + 0.5 * genes[.hair]
        let dark = Self.linear(blend(SIMD3(18, 16, 17), SIMD3(52, 38, 31), shade * shade))
        let grey = SIMD3<Float>(0.42, 0.41, 0.40)
        hair = blend(dark, grey, look.greyness * (look.isWoman ? 0.55 : 0.8))
        brow = blend(dark, grey, look.greyness * 0.35)
        iris = Self.linear(blend(SIMD3(44, 26, 18), SIMD3(104, 66, 38), 0.5 + 0.5 * genes[.iris]))
        cloth = Self.linear(Self.cloths[look.clothing.magnitudeModulo(Self.cloths.count)])
        scarf = Self.linear(Self.scarves[(look.clothing / 7).magnitudeModulo(Self.scarves.count)])
    }

    /// From display values; a square stands for the curve of sRGB, which needs a power.
    static func linear(_ display: SIMD3<Float>) -> SIMD3<Float> {
        let share = display / 255
        return share * share
    }
}

extension Int {
    fileprivate func magnitudeModulo(_ count: Int) -> Int { Int(magnitude % UInt(count)) }
}
