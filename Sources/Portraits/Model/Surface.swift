// SPDX-License-Identifier: Apache-2.0

/// A surface to draw: its points and what is needed to paint them.
struct Surface: Sendable {
    /// What a surface is made of.
    enum Material: Sendable {
        case body, hair, scarf
    }

    let material: Material
    /// Deformed points, before the head is turned.
    var points: [SIMD3<Float>]
    /// Outward, length 1.
    var normals: [SIMD3<Float>] = []
    /// How hollow (above 0) or how ridged (below) the surface is at a point, about -1...1.
    var hollows: [Float] = []
    /// Indices of points.
    let triangles: [SIMD3<Int32>]
    let parts: [HeadPart]

    init(material: Material, points: [SIMD3<Float>], triangles: [SIMD3<Int32>], parts: [HeadPart]) {
        self.material = material
        self.points = points
        self.triangles = triangles
        self.parts = parts
    }

    /// Works out ``normals`` from the points.
    mutating func settle() {
        normals = [SIMD3<Float>](repeating: .zero, count: points.count)
        for corner in triangles {
            let (a, b, c) = (Int(corner.x), Int(corner.y), Int(corner.z))
            let normal = (points[b] - points[a]).cross(points[c] - points[a])
            normals[a] += normal
            normals[b] += normal
            normals[c] += normal
        }
        for place in normals.indices { normals[place] = normals[place].unit }
    }

    /// Works out ``hollows``, over neighbours of neighbours so that the size of triangles matters little.
    mutating func sound(_ topology: HeadTopology) {
        var raw = [Float](repeating: 0, count: points.count)
        for place in points.indices {
            let range = topology.neighbourStarts[place]..<topology.neighbourStarts[place + 1]
            guard !range.isEmpty else { continue }
            var sum = SIMD3<Float>.zero
            var reach: Float = 0
            for neighbour in topology.neighbours[range] {
                let step = points[Int(neighbour)] - points[place]
                sum += step
                reach += step.length
            }
            raw[place] = reach > 0 ? sum.dot(normals[place]) / reach : 0
        }
        hollows = raw
        for place in points.indices {
            let range = topology.neighbourStarts[place]..<topology.neighbourStarts[place + 1]
            guard !range.isEmpty else { continue }
            var sum: Float = 0
            for neighbour in topology.neighbours[range] { sum += raw[Int(neighbour)] }
            hollows[place] = (raw[place] + sum / Float(range.count)) / 2
        }
    }

    /// Draws points towards the middle of their neighbours, each by its own share.
    mutating func smooth(_ topology: HeadTopology, rounds: Int, share: (Int) -> Float) {
        let shares = points.indices.map(share)
        for _ in 0..<rounds {
            let before = points
            for place in points.indices where shares[place] > 0 {
                let range = topology.neighbourStarts[place]..<topology.neighbourStarts[place + 1]
                guard !range.isEmpty else { continue }
                var sum = SIMD3<Float>.zero
                for neighbour in topology.neighbours[range] { sum += before[Int(neighbour)] }
                points[place] = blend(before[place], sum / Float(range.count), shares[place])
            }
        }
    }
}
