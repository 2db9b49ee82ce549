// SPDX-License-Identifier: Apache-2.0

internal import Foundation

/// How well a face can be compared, measured on its points and its cut-out, in the manner of ISO/IEC 29794-5 but not its
/// scores: the numbers are this program's own.
public struct FaceQuality: Hashable, Sendable {
    /// Pixels between the eyes in the picture.
    public let eyeDistance: Double
    /// Degrees that the head leans to a shoulder, from the line of the eyes; positive clockwise in the picture.
    public let roll: Double
    /// Degrees that the head turns aside, estimated from where the nose stands between the eyes; positive to the picture's right.
    public let yaw: Double
    /// Degrees that the head nods, estimated from where the nose stands between eyes and mouth; positive is down.
    public let pitch: Double
    /// The spread of the second derivative by the spread of the light, both over the face; below 0.05 is blurred.
    public let sharpness: Double
    /// The mean light of the face, 0...1.
    public let brightness: Double
    /// The share of the face that is black or white without drawing, 0...1.
    public let clipped: Double
    /// The standard deviation of the light of the face, 0...0.5.
    public let contrast: Double
    /// The share of the face's box that lies outside of the picture, 0...1.
    public let cropped: Double
    /// The detector's score, 0...1.
    public let detection: Double

    /// Measures a face in a picture of so many pixels.
    public init(_ face: DetectedFace, _ aligned: AlignedFace, width: Int, height: Int) {
        eyeDistance = face.eyeDistance
        detection = face.score
        (roll, yaw, pitch) = FaceQuality.pose(face)
        let across = max(0, min(face.left + face.width, Double(width)) - max(face.left, 0))
        let down = max(0, min(face.top + face.height, Double(height)) - max(face.top, 0))
        let area = face.width * face.height
        cropped = area > 0 ? max(0, 1 - across * down / area) : 1
        let light = FaceLight(aligned)
        (brightness, clipped, contrast, sharpness) = (light.mean, light.clipped, light.spread, light.sharpness)
    }

    /// Angles from five points. The nose stands about half an eye distance before the plane of the eyes, which makes a turn
    /// visible; the constants are the mean of upright faces.
    private static func pose(_ face: DetectedFace) -> (roll: Double, yaw: Double, pitch: Double) {
        let degrees = 180 / Double.pi
        let (dx, dy) = (face.rightEye.x - face.leftEye.x, face.rightEye.y - face.leftEye.y)
        let span = max(1e-6, (dx * dx + dy * dy).squareRoot())
        let (alongX, alongY) = (dx / span, dy / span)
        let eyes = face.leftEye.middle(to: face.rightEye)
        let mouth = face.leftMouth.middle(to: face.rightMouth)
        // Coordinates along the line of the eyes and across it.
        let nose = (face.nose.x - eyes.x, face.nose.y - eyes.y)
        let low = (mouth.x - eyes.x, mouth.y - eyes.y)
        let aside = nose.0 * alongX + nose.1 * alongY - (low.0 * alongX + low.1 * alongY) / 2
        let noseDown = -nose.0 * alongY + nose.1 * alongX
        let mouthDown = max(1e-6, -low.0 * alongY + low.1 * alongX)
        // A turned head brings the eyes together, so the height of the face is the steadier measure.
        let size = max(span, mouthDown)
        let yaw = asin(max(-1, min(1, aside / (size * 0.55)))) * degrees
        let pitch = asin(max(-1, min(1, (noseDown / mouthDown - 0.53) / 0.45))) * degrees
        return (atan2(dy, dx) * degrees, yaw, pitch)
    }
}
