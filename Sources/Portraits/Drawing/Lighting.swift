// SPDX-License-Identifier: Apache-2.0

/// The light of a picture.
public struct Lighting: Hashable, Sendable {
    /// The side from which the main light comes, -1 (the picture's left) to 1, and its height, -0.2...1.5.
    public var side: Float
    public var rise: Float
    /// Strengths of the main light and of the light from everywhere.
    public var main: Float
    public var ambient: Float
    /// -1 cold to 1 warm.
    public var warmth: Float
    /// How much the camera's sensor adds, in steps of 255.
    public var grain: Float

    public init(
        side: Float = -0.3, rise: Float = 0.55, main: Float = 0.72, ambient: Float = 0.42, warmth: Float = 0,
        grain: Float = 1.2
    ) {
        self.side = side
        self.rise = rise
        self.main = main
        self.ambient = ambient
        self.warmth = warmth
        self.grain = grain
    }

    /// Towards the main light.
    var direction: SIMD3<Float> { SIMD3(side, rise, 1).unit }

    /// The colour of the main light.
    var colour: SIMD3<Float> { SIMD3(1 + 0.06 * warmth, 1, 1 - 0.09 * warmth) }
}
