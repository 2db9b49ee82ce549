// SPDX-License-Identifier: Apache-2.0

/// Makes the surface that covers a head: hair or a scarf, as a shell some millimetres above the skin.
struct HeadCover {
    let topology: HeadTopology
    let body: Surface
    let look: Appearance
    let genes: FaceGenes

    /// The cover; nil where nothing covers the head.
    func surface() -> Surface? {
        switch look.head {
        case .hijab: scarf()
        case .cropped, .short, .parted, .thinning, .tiedBack, .bob: crop()
        }
    }

    /// How far above the skin hair lies, in decimetres.
    private func thickness(_ base: SIMD3<Float>) -> Float {
        let top = ramp(7.5, 8.3, base.y)
        let side: Float
        let crown: Float
        switch look.head {
        case .cropped: (side, crown) = (0.03, 0.09)
        case .thinning: (side, crown) = (0.06, 0.05)
        case .short: (side, crown) = (0.07, 0.25)
        case .parted: (side, crown) = (0.08, 0.29)
        case .bob: (side, crown) = (0.15, 0.26)
        case .tiedBack: (side, crown) = (0.09, 0.17)
        case .hijab: (side, crown) = (0, 0)
        }
        // A parting: lower along a line, higher beside it.
        let parting = look.head == .parted || look.head == .tiedBack ? bump(base.x - 0.22, 0.12) * 0.05 * top : 0
        let lift = 1 + 0.25 * genes[.hairTexture]
        // Flat above the ears, where the shell ends.
        let near = 0.35 + 0.65 * ramp(7.4, 7.8, base.y)
        return (side * near + (crown - side) * top) * lift - parting
    }

    private func crop() -> Surface {
        let hairline = look.hairline(genes)
        var surface = shell(.hair) { base in base.y > 6.2 && PaintPlace.hair(base, hairline: hairline) > -0.6 }
        for place in surface.points.indices {
            let base = topology.base[place]
            let inside = ramp(0.02, 0.26, PaintPlace.hair(base, hairline: hairline - look.sweep(base)))
            let free = 1 - PaintPlace.ear(base)
            surface.points[place] += body.normals[place] * (thickness(base) * inside * free + 0.004 * free)
        }
        surface.smooth(topology, rounds: 4) { place in
            let base = topology.base[place]
            return 0.5 * ramp(0.03, 0.15, PaintPlace.hair(base, hairline: hairline - look.sweep(base)))
                * ramp(7.45, 7.6, base.y)
        }
        surface.settle()
        return surface
    }

    /// Cloth over the ears, down the neck, onto the shoulders.
    private func scarf() -> Surface {
        var surface = shell(.scarf) { base in base.y > 4.2 && abs(base.x) < 2.1 }
        surface.smooth(topology, rounds: 40) { place in 0.95 * PaintPlace.ear(topology.base[place]) }
        surface.settle()
        for place in surface.points.indices {
            let base = topology.base[place]
            surface.points[place] += surface.normals[place] * (0.06 + 0.05 * ramp(7.6, 8.3, base.y))
            hang(&surface.points[place], base)
        }
        surface.smooth(topology, rounds: 16) { place in
            let base = topology.base[place]
            return 0.55 * (1 - ramp(8.2, 8.5, base.y) * 0.6) * ramp(0, 0.05, PaintPlace.scarf(base))
        }
        for place in surface.points.indices where PaintPlace.scarf(topology.base[place]) > 0.01 {
            guard PaintPlace.ear(topology.base[place]) == 0 else { continue }
            let above = (surface.points[place] - body.points[place]).dot(body.normals[place])
            if above < 0.04 { surface.points[place] += body.normals[place] * (0.04 - above) }
        }
        surface.settle()
        return surface
    }

    /// Pushes what would follow the neck out to where cloth hangs.
    private func hang(_ point: inout SIMD3<Float>, _ base: SIMD3<Float>) {
        guard base.y < 7.0 else { return }
        let from = SIMD3<Float>(base.x, 0, base.z - 0.35)
        let distance = from.length
        guard distance > 1e-3 else { return }
        let outward = from / distance
        let y = base.y
        let half = broken(
            [(4.6, 1.75), (5.1, 1.55), (5.5, 1.15), (5.9, 0.80), (6.2, 0.70), (6.6, 0.58), (7.0, 0.50)], at: y)
        let front = broken([(4.6, 1.15), (5.3, 1.12), (5.8, 1.10), (6.2, 1.12), (6.6, 0.9)], at: y)
        let back = broken([(4.6, 0.95), (5.4, 0.88), (6.2, 0.78), (7.0, 0.78)], at: y)
        let depth = outward.z > 0 ? front : back
        let reach =
            1 / ((outward.x / half) * (outward.x / half) + (outward.z / depth) * (outward.z / depth)).squareRoot()
        let here = SIMD3<Float>(point.x, 0, point.z - 0.35).length
        guard reach > here else { return }
        let share = (1 - ramp(6.6, 7.0, y)) * ramp(0.0, 0.07, PaintPlace.scarf(base))
        point += outward * (reach - here) * share
    }

    private func shell(_ material: Surface.Material, where isKept: (SIMD3<Float>) -> Bool) -> Surface {
        var triangles: [SIMD3<Int32>] = []
        for (place, corners) in topology.triangles.enumerated() where topology.parts[place] == .skin {
            guard (0..<3).allSatisfy({ isKept(topology.base[Int(corners[$0])]) }) else { continue }
            triangles.append(corners)
        }
        return Surface(
            material: material, points: body.points, triangles: triangles,
            parts: [HeadPart](repeating: .skin, count: triangles.count))
    }
}
