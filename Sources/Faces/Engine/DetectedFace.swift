// SPDX-License-Identifier: Apache-2.0

/// A face found in a picture; left and right are the picture's, so the right eye of the person comes first.
public struct DetectedFace: Hashable, Sendable {
    /// The box in pixels; it may reach over the picture's edge.
    public var left: Double
    public var top: Double
    public var width: Double
    public var height: Double
    /// How sure the detector is, 0...1.
    public var score: Double
    public var leftEye: FacePoint
    public var rightEye: FacePoint
    public var nose: FacePoint
    public var leftMouth: FacePoint
    public var rightMouth: FacePoint

    /// The five points in the order of the templates.
    public var points: [FacePoint] { [leftEye, rightEye, nose, leftMouth, rightMouth] }

    /// Pixels between the eyes.
    public var eyeDistance: Double { leftEye.distance(to: rightEye) }

    /// Whether a place lies in the box.
    public func holds(_ point: FacePoint) -> Bool {
        (left...left + width).contains(point.x) && (top...top + height).contains(point.y)
    }

    /// Shared area of two boxes by the area of both together, 0...1.
    public func overlap(_ other: DetectedFace) -> Double {
        let across = min(left + width, other.left + other.width) - max(left, other.left)
        let down = min(top + height, other.top + other.height) - max(top, other.top)
        guard across > 0, down > 0 else { return 0 }
        return across * down / (width * height + other.width * other.height - across * down)
    }
}

extension [DetectedFace] {
    /// The face that a picture of one person is about: the one whose box holds the centre, else the nearest to it.
    public func central(in picture: Picture) -> DetectedFace? {
        let centre = FacePoint(x: Double(picture.width - 1) / 2, y: Double(picture.height - 1) / 2)
        func distance(_ face: DetectedFace) -> Double {
            FacePoint(x: face.left + face.width / 2, y: face.top + face.height / 2).distance(to: centre)
        }
        let holding = filter { $0.holds(centre) }
        return (holding.isEmpty ? self : holding).min { distance($0) < distance($1) }
    }
}
