// SPDX-License-Identifier: Apache-2.0

/// The part of the base mesh that a portrait shows: head, neck, shoulders and upper arms, eyes and lashes. Lengths are
/// decimetres, x to the person's left, y up, z forward; the chin is at about y 6.2, the crown at 8.5.
struct HeadTopology: Sendable {
    /// The undeformed points: the coordinates in which skin, hair and cloth are painted.
    var base: [SIMD3<Float>] = []
    /// Three points each, as indices of ``base``.
    var triangles: [SIMD3<Int32>] = []
    /// The part of each triangle.
    var parts: [HeadPart] = []
    /// For each point, where its neighbours begin in ``neighbours``; one more than there are points.
    var neighbourStarts: [Int] = [0]
    var neighbours: [Int32] = []

    /// Points below this height are not kept.
    static let lowest: Float = 3.2

    /// Fills the lists of neighbours from the triangles.
    mutating func connect() {
        var sets = [Set<Int32>](repeating: [], count: base.count)
        for corner in triangles {
            for (a, b) in [(0, 1), (1, 2), (2, 0)] {
                sets[Int(corner[a])].insert(corner[b])
                sets[Int(corner[b])].insert(corner[a])
            }
        }
        neighbourStarts = [0]
        neighbours = []
        for set in sets {
            neighbours += set.sorted()
            neighbourStarts.append(neighbours.count)
        }
    }
}
