// SPDX-License-Identifier: Apache-2.0

/// Smooth noise without state: the same seed and place give the same value everywhere.
struct Noise: Sendable {
    let seed: UInt32

    /// A value of -1...1 for a cell.
    func cell(_ x: Int32, _ y: Int32, _ z: Int32) -> Float {
        var h = UInt32(bitPattern: x) &* 0x8DA6_B343 ^ UInt32(bitPattern: y) &* 0xD816_3841
        h ^= UInt32(bitPattern: z) &* 0xCB1A_B31F ^ seed
        h ^= h >> 16
        h = h &* 0x7FEB_352D
        h ^= h >> 15
        h = h &* 0x846C_A68B
        h ^= h >> 16
        return Float(h >> 8) / Float(1 << 23) - 1
    }

    /// Smooth noise in -1...1 that changes over about a unit.
    func value(_ place: SIMD3<Float>) -> Float {
        let floor = place.rounded(.down)
        let part = place - floor
        let s = part * part * (3 - 2 * part)
        let (x, y, z) = (Int32(floor.x), Int32(floor.y), Int32(floor.z))
        func edge(_ dy: Int32, _ dz: Int32) -> Float {
            let a = cell(x, y + dy, z + dz)
            return a + (cell(x + 1, y + dy, z + dz) - a) * s.x
        }
        let near = edge(0, 0) + (edge(1, 0) - edge(0, 0)) * s.y
        let far = edge(0, 1) + (edge(1, 1) - edge(0, 1)) * s.y
        return near + (far - near) * s.z
    }
}
