// SPDX-License-Identifier: Apache-2.0

/// What is seen at one place of a picture.
struct Fragment {
    /// Where on the undeformed head.
    var base: SIMD3<Float>
    /// Where in space, turned; the camera looks along -z.
    var place: SIMD3<Float>
    /// Outward, turned, length 1.
    var normal: SIMD3<Float>
    /// See ``Surface/hollows``.
    var hollow: Float
    var part: HeadPart
}

/// The matter at one place: what light makes of it comes after.
struct Matter {
    var colour: SIMD3<Float>
    /// 0...1.
    var cover: Float = 1
    /// How strongly and how sharply it shines: the highlight's power is 2 to this.
    var shine: Float = 0
    var sharpness: Int = 4
    /// How far light creeps round edges, by red, green and blue.
    var softness: SIMD3<Float> = .zero
}
