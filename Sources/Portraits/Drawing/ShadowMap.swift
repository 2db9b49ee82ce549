// SPDX-License-Identifier: Apache-2.0

/// What the main light reaches: the scene's depth as seen from the light.
struct ShadowMap {
    private var grid: DepthGrid
    private let across: SIMD3<Float>
    private let down: SIMD3<Float>
    private let toward: SIMD3<Float>
    private let middle: SIMD3<Float>
    /// Places of the grid a decimetre.
    private static let scale: Float = 42
    private static let size = 300

    /// An empty map around a point.
    init(toward: SIMD3<Float>, middle: SIMD3<Float>) {
        self.toward = toward
        self.middle = middle
        across = SIMD3(0, 1, 0).cross(toward).unit
        down = across.cross(toward).unit
        grid = DepthGrid(width: Self.size, height: Self.size)
    }

    /// Adds what casts shadows.
    mutating func add(_ points: [SIMD3<Float>], _ triangles: [SIMD3<Int32>], where isDrawn: (Int) -> Bool) {
        grid.draw(points.map(place), triangles, where: isDrawn)
    }

    private func place(_ point: SIMD3<Float>) -> SIMD3<Float> {
        let from = point - middle
        let half = Float(Self.size) / 2
        return SIMD3(from.dot(across) * Self.scale + half, from.dot(down) * Self.scale + half, -from.dot(toward))
    }

    /// The share of light that reaches a point, 0...1, soft at the edges.
    func light(at point: SIMD3<Float>) -> Float {
        let place = place(point)
        let depth = place.z - 0.06
        var open: Float = 0
        for (dx, dy) in Self.ring {
            let x = Int((place.x + dx).rounded())
            let y = Int((place.y + dy).rounded())
            guard x >= 0, y >= 0, x < Self.size, y < Self.size else {
                open += 1
                continue
            }
            let nearest = grid.depth[y * Self.size + x]
            open += 1 - ramp(0, 0.12, depth - nearest)
        }
        return open / Float(Self.ring.count)
    }

    private static let ring: [(Float, Float)] = [
        (0, 0), (3, 0), (-3, 0), (0, 3), (0, -3), (5, 4), (-5, 4), (5, -4), (-5, -4), (1, 7), (-1, -7), (7, -1),
        (-7, 1),
    ]
}
