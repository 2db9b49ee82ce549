// SPDX-License-Identifier: Apache-2.0

/// What light makes of matter.
struct Shading {
    let light: Lighting
    let shadow: ShadowMap
    private let direction: SIMD3<Float>
    private let half: SIMD3<Float>

    init(light: Lighting, shadow: ShadowMap) {
        self.light = light
        self.shadow = shadow
        direction = light.direction
        half = (light.direction + SIMD3(0, 0, 1)).unit
    }

    /// The light that comes to the camera.
    func colour(_ matter: Matter, _ fragment: Fragment) -> SIMD3<Float> {
        let facing = fragment.normal.dot(direction)
        let open = facing > -0.4 ? shadow.light(at: fragment.place) : 0
        let soft = matter.softness
        let wrapped = (SIMD3<Float>(repeating: facing) + soft) / (1 + soft)
        let direct = wrapped.clamped(lowerBound: .zero, upperBound: SIMD3(repeating: 1))
        // In shadow skin keeps a little red: light comes through it.
        let reached = blend(SIMD3(repeating: open), SIMD3(repeating: 1), 0.12) + soft * (0.25 * (1 - open))
        let sky = 0.80 + 0.22 * fragment.normal.y + 0.12 * fragment.normal.z
        let around = light.ambient * sky * (1 - 0.28 * min(max(fragment.hollow * 1.6, 0), 0.8))
        let lit = light.colour * direct * reached * light.main + SIMD3(repeating: around)
        var gleam = max(fragment.normal.dot(half), 0)
        for _ in 0..<matter.sharpness { gleam *= gleam }
        return matter.colour * lit * 1.25 + light.colour * (gleam * matter.shine * open)
    }
}
