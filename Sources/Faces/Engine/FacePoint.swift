// SPDX-License-Identifier: Apache-2.0

/// A place in a picture, in pixels from the top left; whole numbers are the centres of pixels.
public struct FacePoint: Hashable, Sendable {
    public var x: Double
    public var y: Double

    public init(x: Double, y: Double) {
        self.x = x
        self.y = y
    }

    /// The straight distance in pixels.
    public func distance(to other: FacePoint) -> Double {
        ((x - other.x) * (x - other.x) + (y - other.y) * (y - other.y)).squareRoot()
    }

    /// Halfway.
    public func middle(to other: FacePoint) -> FacePoint { FacePoint(x: (x + other.x) / 2, y: (y + other.y) / 2) }
}
