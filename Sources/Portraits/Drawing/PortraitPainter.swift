// SPDX-License-Identifier: Apache-2.0

/// Paints portraits: triangles, the nearest of each place, light with shadows, then hair or scarf over it.
public struct PortraitPainter: Sendable {
    /// Columns and rows of a picture.
    public let width: Int
    public let height: Int
    /// Each place of a picture is the mean of this many squared.
    private let finer = 2

    public init(width: Int = 300, height: Int = 400) {
        self.width = width
        self.height = height
    }

    /// A picture; equal arguments give equal bytes on every machine.
    /// - Parameter grainSeed: what the sensor's noise is drawn from.
    public func paint(
        _ model: HeadModel, view: PortraitView, light: Lighting, backdrop: Backdrop, gaze: SIMD2<Float> = .zero,
        grainSeed: UInt32 = 0
    ) -> PortraitPicture {
        let stage = Stage(
            model: model, view: view, width: width * finer, height: height * finer)
        var colours = backdrop.colours(width: width * finer, height: height * finer)
        let body = BodyPaint(model, gaze: gaze)
        let cover = model.cover.map { CoverPaint(model, material: $0.material) }
        var shadow = ShadowMap(toward: light.direction, middle: SIMD3(0, -0.3, -0.4))
        shadow.add(stage.body.places, model.body.triangles) { model.body.parts[$0] == .skin && model.isSeen($0) }
        if let surface = model.cover, let cover, let staged = stage.cover {
            shadow.add(staged.places, surface.triangles) { number in
                cover.isDense(model.topology.base[Int(surface.triangles[number].x)])
            }
        }
        let shading = Shading(light: light, shadow: shadow)
        var grid = DepthGrid(width: width * finer, height: height * finer)
        grid.draw(stage.body.screen, model.body.triangles) { model.isSeen($0) }
        stage.forEachFragment(grid, model.body, stage.body, model.topology) { place, fragment in
            colours[place] = shading.colour(body.matter(fragment), fragment)
        }
        var lashes = DepthGrid(width: width * finer, height: height * finer)
        lashes.draw(stage.body.screen, model.body.triangles) { model.body.parts[$0] == .lash }
        stage.forEachFragment(lashes, model.body, stage.body, model.topology) { place, fragment in
            guard lashes.depth[place] < grid.depth[place] + 0.01 else { return }
            let matter = body.matter(fragment)
            colours[place] = blend(colours[place], shading.colour(matter, fragment), matter.cover)
        }
        if let surface = model.cover, let cover, let staged = stage.cover {
            var over = DepthGrid(width: width * finer, height: height * finer)
            over.draw(staged.screen, surface.triangles) { _ in true }
            stage.forEachFragment(over, surface, staged, model.topology) { place, fragment in
                guard over.depth[place] < grid.depth[place] + 0.02 else { return }
                var matter = cover.matter(fragment)
                // Cloth also hangs behind the jaw, where the opening shows no face.
                if surface.material == .scarf, grid.triangle[place] < 0 { matter.cover = 1 }
                guard matter.cover > 0.003 else { return }
                colours[place] = blend(colours[place], shading.colour(matter, fragment), matter.cover)
            }
        }
        return PortraitPicture(
            colours: colours, width: width, height: height, finer: finer, grain: light.grain, seed: grainSeed)
    }
}
