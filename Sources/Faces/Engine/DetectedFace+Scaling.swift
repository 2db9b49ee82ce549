// SPDX-License-Identifier: Apache-2.0

internal import Foundation

extension DetectedFace {
    /// The same face in a picture so many times as wide and as high.
    func enlarged(across: Double, down: Double) -> DetectedFace {
        // Places are centres of pixels, so half a pixel moves with the size.
        func moved(_ point: FacePoint) -> FacePoint {
            FacePoint(x: (point.x + 0.5) * across - 0.5, y: (point.y + 0.5) * down - 0.5)
        }
        guard across != 1 || down != 1 else { return self }
        return DetectedFace(
            left: left * across, top: top * down, width: width * across, height: height * down, score: score,
            leftEye: moved(leftEye), rightEye: moved(rightEye), nose: moved(nose), leftMouth: moved(leftMouth),
            rightMouth: moved(rightMouth))
    }
}

extension DetectedFace {
    /// The five points drawn away from their middle, so that the cut-out shows more around them (above 1) or less.
    func points(scaled scale: Double) -> DetectedFace {
        let centre = FacePoint(
            x: points.reduce(0) { $0 + $1.x } / 5, y: points.reduce(0) { $0 + $1.y } / 5)
        func moved(_ point: FacePoint) -> FacePoint {
            FacePoint(x: centre.x + (point.x - centre.x) * scale, y: centre.y + (point.y - centre.y) * scale)
        }
        var face = self
        (face.leftEye, face.rightEye, face.nose) = (moved(leftEye), moved(rightEye), moved(nose))
        (face.leftMouth, face.rightMouth) = (moved(leftMouth), moved(rightMouth))
        return face
    }
}

extension Float {
    /// e to the power of this number, held below what a box can be.
    var exponential: Float { exp(min(self, 12)) }
}
