// SPDX-License-Identifier: Apache-2.0

public import Faces

/// A face in one frame of a station.
public struct SeenFace: Hashable, Sendable {
    /// The box in the frame's pixels.
    public var left: Double
    public var top: Double
    public var width: Double
    public var height: Double
    public var embedding: FaceEmbedding
    /// How well it can be compared, 0...1.
    public var quality: Double
    /// The face upright, for reviewers.
    public var view: Picture

    public init(
        left: Double, top: Double, width: Double, height: Double, embedding: FaceEmbedding, quality: Double,
        view: Picture
    ) {
        self.left = left
        self.top = top
        self.width = width
        self.height = height
        self.embedding = embedding
        self.quality = quality
        self.view = view
    }

    /// Shared area of two boxes by the area of both together, 0...1.
    func overlap(_ other: SeenFace) -> Double {
        let across = min(left + width, other.left + other.width) - max(left, other.left)
        let down = min(top + height, other.top + other.height) - max(top, other.top)
        guard across > 0, down > 0 else { return 0 }
        return across * down / (width * height + other.width * other.height - across * down)
    }
}
