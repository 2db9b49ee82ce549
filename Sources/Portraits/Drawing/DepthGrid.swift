// SPDX-License-Identifier: Apache-2.0

/// What is nearest at each place of a grid, by the rule of the least depth.
struct DepthGrid {
    let width: Int
    let height: Int
    private(set) var depth: [Float]
    /// The nearest triangle, -1 where there is none, and how near the place is to its first two corners.
    private(set) var triangle: [Int32]
    private(set) var first: [Float]
    private(set) var second: [Float]
    /// The rectangle that was drawn into.
    private(set) var columns: Range<Int>
    private(set) var rows: Range<Int>

    static let far: Float = 1e9

    /// An empty grid.
    init(width: Int, height: Int) {
        self.width = width
        self.height = height
        depth = [Float](repeating: Self.far, count: width * height)
        triangle = [Int32](repeating: -1, count: width * height)
        first = [Float](repeating: 0, count: width * height)
        second = first
        columns = 0..<0
        rows = 0..<0
    }

    /// Draws triangles whose corners lie at x (across), y (down) and z (depth).
    mutating func draw(_ points: [SIMD3<Float>], _ triangles: [SIMD3<Int32>], where isDrawn: (Int) -> Bool) {
        var box: (left: Int, right: Int, top: Int, bottom: Int) = (width, 0, height, 0)
        for number in triangles.indices {
            let corner = triangles[number]
            let (a, b, c) = (points[Int(corner.x)], points[Int(corner.y)], points[Int(corner.z)])
            let left = max(Int(min(a.x, b.x, c.x).rounded(.up)), 0)
            let right = min(Int(max(a.x, b.x, c.x).rounded(.down)), width - 1)
            let top = max(Int(min(a.y, b.y, c.y).rounded(.up)), 0)
            let bottom = min(Int(max(a.y, b.y, c.y).rounded(.down)), height - 1)
            guard left <= right, top <= bottom else { continue }
            let area = (b.y - c.y) * (a.x - c.x) + (c.x - b.x) * (a.y - c.y)
            guard abs(area) > 1e-9, isDrawn(number) else { continue }
            box = (min(box.left, left), max(box.right, right), min(box.top, top), max(box.bottom, bottom))
            let scale = 1 / area
            for y in top...bottom {
                let dy = Float(y) - c.y
                for x in left...right {
                    let dx = Float(x) - c.x
                    let u = ((b.y - c.y) * dx + (c.x - b.x) * dy) * scale
                    let v = ((c.y - a.y) * dx + (a.x - c.x) * dy) * scale
                    let w = 1 - u - v
                    guard u >= -1e-5, v >= -1e-5, w >= -1e-5 else { continue }
                    let z = u * a.z + v * b.z + w * c.z
                    let place = y * width + x
                    guard z < depth[place] else { continue }
                    depth[place] = z
                    triangle[place] = Int32(number)
                    first[place] = u
                    second[place] = v
                }
            }
        }
        columns = box.left < box.right + 1 ? box.left..<box.right + 1 : 0..<0
        rows = box.top < box.bottom + 1 ? box.top..<box.bottom + 1 : 0..<0
    }
}
