// SPDX-License-Identifier: Apache-2.0

internal import Foundation

/// Reads the mesh (Wavefront OBJ) and the targets (a point and its move a line), keeping what portraits show.
struct HeadShapesReader {
    private(set) var topology = HeadTopology()
    private let folder: String
    /// The kept point of each point of the file; -1 for those that are left out.
    private var kept: [Int32] = []

    /// Reads the mesh.
    init(folder: String) throws(HeadShapesError) {
        self.folder = folder
        try readMesh()
    }

    func targets(_ names: [String]) throws(HeadShapesError) -> [ShapeTarget] {
        var targets: [ShapeTarget] = []
        for name in names { targets.append(try target(name)) }
        return targets
    }

    /// Reads one target by folder and name.
    func target(_ name: String) throws(HeadShapesError) -> ShapeTarget {
        let file = "targets/\(name).target"
        var target = ShapeTarget()
        try forEachLine(file) { (line, number) throws(HeadShapesError) in
            guard let first = line.bytes.first, first >= 48, first <= 57 else { return }
            guard let point = line.integer(), let x = line.number(), let y = line.number(), let z = line.number(),
                kept.indices.contains(point)
            else { throw .damaged(file: file, line: number) }
            guard kept[point] >= 0 else { return }
            target.points.append(kept[point])
            target.moves.append(SIMD3(x, y, z))
        }
        return target
    }

    private mutating func readMesh() throws(HeadShapesError) {
        let file = "base.obj"
        var points: [SIMD3<Float>] = []
        var faces: [(HeadPart, [Int])] = []
        var part: HeadPart?
        try forEachLine(file) { (line, number) throws(HeadShapesError) in
            if line.take("v ") {
                guard let x = line.number(), let y = line.number(), let z = line.number() else {
                    throw .damaged(file: file, line: number)
                }
                points.append(SIMD3(x, y, z))
            } else if line.take("g ") {
                part = HeadPart(group: line.rest())
            } else if line.take("f "), let part {
                let corners = line.corners().map { $0 - 1 }
                guard corners.count >= 3, corners.allSatisfy({ points.indices.contains($0) }) else {
                    throw .damaged(file: file, line: number)
                }
                faces.append((part, corners))
            }
        }
        keep(points, faces)
    }

    private mutating func keep(_ points: [SIMD3<Float>], _ faces: [(HeadPart, [Int])]) {
        kept = [Int32](repeating: -1, count: points.count)
        for (part, corners) in faces where corners.allSatisfy({ points[$0].y > HeadTopology.lowest }) {
            let places = corners.map { corner -> Int32 in
                if kept[corner] < 0 {
                    kept[corner] = Int32(topology.base.count)
                    topology.base.append(points[corner])
                }
                return kept[corner]
            }
            for third in 2..<places.count {
                topology.triangles.append(SIMD3(places[0], places[third - 1], places[third]))
                topology.parts.append(part)
            }
        }
        topology.connect()
    }

    private func forEachLine(
        _ file: String, _ body: (inout ShapeLine, Int) throws(HeadShapesError) -> Void
    ) throws(HeadShapesError) {
        guard let data = FileManager.default.contents(atPath: folder + "/" + file) else {
            throw .missing(folder: folder)
        }
        let bytes = Array(data)
        var number = 0
        var start = 0
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: 10) ?? bytes.count
            number += 1
            var line = ShapeLine(bytes: bytes[start..<end])
            try body(&line, number)
            start = end + 1
        }
    }
}
