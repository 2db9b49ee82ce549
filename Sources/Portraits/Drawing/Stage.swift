// SPDX-License-Identifier: Apache-2.0

/// A model turned and set before the camera.
struct Stage {
    /// A surface's points turned in space and laid out on the picture.
    struct Staged {
        var places: [SIMD3<Float>]
        var normals: [SIMD3<Float>]
        var screen: [SIMD3<Float>]
    }

    let body: Staged
    let cover: Staged?
    let width: Int

    init(model: HeadModel, view: PortraitView, width: Int, height: Int) {
        self.width = width
        let turning = Turning(view)
        let middle = (model.eyes[0] + model.eyes[1]) / 2
        let scale = Float(height) / view.height * view.distance
        let left = Float(width) * view.eyesAcross
        let top = Float(height) * view.eyesDown
        func staged(_ surface: Surface) -> Staged {
            let places = surface.points.map { turning.apply($0 - middle) }
            return Staged(
                places: places, normals: surface.normals.map(turning.apply),
                screen: places.map { place in
                    let depth = max(view.distance - place.z, 0.5)
                    return SIMD3(left + scale * place.x / depth, top - scale * place.y / depth, depth)
                })
        }
        body = staged(model.body)
        cover = model.cover.map(staged)
    }

    /// Hands over what is seen at each place that a grid was drawn into.
    func forEachFragment(
        _ grid: DepthGrid, _ surface: Surface, _ staged: Staged, _ topology: HeadTopology,
        _ body: (Int, Fragment) -> Void
    ) {
        for y in grid.rows {
            for x in grid.columns {
                let place = y * grid.width + x
                let number = Int(grid.triangle[place])
                guard number >= 0 else { continue }
                let corner = surface.triangles[number]
                let (a, b, c) = (Int(corner.x), Int(corner.y), Int(corner.z))
                let (u, v) = (grid.first[place], grid.second[place])
                let w = 1 - u - v
                var hollow: Float = 0
                if !surface.hollows.isEmpty {
                    hollow = u * surface.hollows[a] + v * surface.hollows[b] + w * surface.hollows[c]
                }
                let normal = staged.normals[a] * u + staged.normals[b] * v + staged.normals[c] * w
                body(
                    place,
                    Fragment(
                        base: topology.base[a] * u + topology.base[b] * v + topology.base[c] * w,
                        place: staged.places[a] * u + staged.places[b] * v + staged.places[c] * w,
                        normal: normal.unit, hollow: hollow, part: surface.parts[number]))
            }
        }
    }
}
