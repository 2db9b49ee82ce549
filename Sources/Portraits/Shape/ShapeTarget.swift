// SPDX-License-Identifier: Apache-2.0

/// One way to deform the base mesh: how far some of its points move, in decimetres at full strength.
struct ShapeTarget: Sendable {
    var points: [Int32] = []
    var moves: [SIMD3<Float>] = []

    /// Moves points by a share of the target.
    func apply(_ share: Float, to positions: inout [SIMD3<Float>]) {
        guard share != 0 else { return }
        for place in points.indices { positions[Int(points[place])] += moves[place] * share }
    }
}
