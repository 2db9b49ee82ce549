// SPDX-License-Identifier: Apache-2.0

/// An invented person's head with hair or scarf, ready to be photographed from any side.
public struct HeadModel: Sendable {
    let topology: HeadTopology
    let genes: FaceGenes
    let look: Appearance
    let palette: FacePalette
    let body: Surface
    /// Hair or scarf over the head.
    let cover: Surface?
    /// The middles of the eyes, left then right.
    let eyes: [SIMD3<Float>]

    /// Shapes the head: some milliseconds.
    public init(_ shapes: HeadShapes, genes: FaceGenes, look: Appearance) {
        topology = shapes.topology
        self.genes = genes
        self.look = look
        palette = FacePalette(genes, look)
        let points = Self.shaped(shapes, genes, look)
        var body = Surface(
            material: .body, points: points, triangles: topology.triangles, parts: topology.parts)
        Self.dress(&body, topology)
        body.settle()
        body.sound(topology)
        self.body = body
        eyes = [Float(1), -1].map { side in Self.middle(of: side, points, shapes.topology) }
        cover = HeadCover(topology: shapes.topology, body: body, look: look, genes: genes).surface()
    }

    /// Whether a triangle of the body is drawn with it: lashes are laid over it, and ears lie flat under a scarf.
    func isSeen(_ triangle: Int) -> Bool {
        switch body.parts[triangle] {
        case .lash: false
        case .eye: true
        case .skin:
            look.head != .hijab || PaintPlace.ear(topology.base[Int(body.triangles[triangle].x)]) < 0.1
        }
    }

    private static func shaped(_ shapes: HeadShapes, _ genes: FaceGenes, _ look: Appearance) -> [SIMD3<Float>] {
        var points = shapes.topology.base
        let sex = look.isWoman ? 0 : 1
        let old = min(max(Float(look.age) - 24, 0) / 66, 1)
        // Mostly the Asian shapes, with a share of the others that grows towards the east and the west.
        let african = max(genes[.east], 0) * 0.55
        let caucasian = 0.12 + max(genes[.west], 0) * 0.38
        let shares = [max(1 - african - caucasian, 0), caucasian, african]
        for (ancestry, share) in shares.enumerated() {
            shapes.ancestries[(ancestry * 2 + sex) * 2].apply(share * (1 - old), to: &points)
            shapes.ancestries[(ancestry * 2 + sex) * 2 + 1].apply(share * old, to: &points)
        }
        let heavy = genes[.weight] * 0.5 + 0.1
        for (age, share) in [1 - old, old].enumerated() {
            let first = (sex * 2 + age) * 3
            shapes.bodies[first].apply(share * max(-heavy, 0), to: &points)
            shapes.bodies[first + 1].apply(share * (1 - abs(heavy)), to: &points)
            shapes.bodies[first + 2].apply(share * max(heavy, 0), to: &points)
        }
        shapes.aged.apply(ramp(35, 85, Float(look.age)) * 0.6, to: &points)
        for (target, share) in zip(shapes.friendly, [Float(0.32), 0.4, 0.4]) { target.apply(share, to: &points) }
        for (place, axis) in ShapeAxis.all.enumerated() {
            let value = genes.values[place] * axis.strength * 0.85
            let targets = value < 0 ? shapes.axes[place].less : shapes.axes[place].more
            for target in targets { target.apply(abs(value), to: &points) }
        }
        return points
    }

    /// Lowers the arms, which the mesh spreads, and turns the skin below the collar into loose cloth.
    private static func dress(_ body: inout Surface, _ topology: HeadTopology) {
        for place in body.points.indices {
            let base = topology.base[place]
            let arm = ramp(1.25, 2.1, abs(base.x))
            guard arm > 0, base.y < 6 else { continue }
            // 30 degrees about the shoulder.
            let (sine, cosine): (Float, Float) = (0.5 * arm, (1 - 0.25 * arm * arm).squareRoot())
            let side: Float = base.x < 0 ? -1 : 1
            let joint = SIMD3<Float>(1.55 * side, 5.25, 0.15)
            let from = body.points[place] - joint
            body.points[place] =
                joint
                + SIMD3(
                    from.x * cosine + from.y * sine * side, -from.x * sine * side + from.y * cosine, from.z)
        }
        func cloth(_ place: Int) -> Float {
            ramp(-0.02, 0.25, PaintPlace.cloth(topology.base[place]))
        }
        body.smooth(topology, rounds: 14) { cloth($0) * 0.6 }
        body.settle()
        for place in body.points.indices {
            let base = topology.base[place]
            body.points[place] += body.normals[place] * 0.07 * ramp(-0.005, 0.03, PaintPlace.cloth(base))
        }
    }

    private static func middle(of side: Float, _ points: [SIMD3<Float>], _ topology: HeadTopology) -> SIMD3<Float> {
        var sum = SIMD3<Float>.zero
        var count: Float = 0
        for (place, part) in topology.parts.enumerated() where part == .eye {
            for corner in 0..<3 {
                let point = points[Int(topology.triangles[place][corner])]
                guard point.x * side > 0 else { continue }
                sum += point
                count += 1
            }
        }
        return count > 0 ? sum / count : PaintPlace.eye
    }
}
