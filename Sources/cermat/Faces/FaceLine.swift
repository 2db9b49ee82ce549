// SPDX-License-Identifier: Apache-2.0

internal import Faces
internal import Foundation

/// What `cermat face detect` prints for one picture.
struct FaceLine: Encodable {
    struct Face: Encodable {
        struct Point: Encodable {
            let x: Double
            let y: Double

            init(_ point: FacePoint) { (x, y) = (FaceLine.rounded(point.x, 1), FaceLine.rounded(point.y, 1)) }
        }

        struct Quality: Encodable {
            let eyeDistance, roll, yaw, pitch, sharpness, brightness, clipped, contrast, cropped: Double
        }

        let left, top, width, height, score: Double
        /// Left and right eye, nose, left and right corner of the mouth, as the picture shows them.
        let points: [Point]
        let quality: Quality
        /// Why it should not be enrolled; empty when it may.
        let reasons: [QualityCode]
    }

    struct QualityCode: Encodable {
        let code: String
        let advice: String
    }

    let file: String
    var width: Int?
    var height: Int?
    var faces: [Face]?
    var error: String?
    var text: String?

    init(file: String, error: PictureError) {
        (self.file, self.error, text) = (file, error.code, "\(error)")
    }

    init(file: String, picture: Picture, faces found: [FoundFace]) {
        (self.file, width, height) = (file, picture.width, picture.height)
        faces = found.map { found in
            let (face, quality) = (found.face, found.quality)
            return Face(
                left: FaceLine.rounded(face.left, 1), top: FaceLine.rounded(face.top, 1),
                width: FaceLine.rounded(face.width, 1), height: FaceLine.rounded(face.height, 1),
                score: FaceLine.rounded(face.score, 3), points: face.points.map(Face.Point.init),
                quality: Face.Quality(
                    eyeDistance: FaceLine.rounded(quality.eyeDistance, 1), roll: FaceLine.rounded(quality.roll, 1),
                    yaw: FaceLine.rounded(quality.yaw, 1), pitch: FaceLine.rounded(quality.pitch, 1),
                    sharpness: FaceLine.rounded(quality.sharpness, 3),
                    brightness: FaceLine.rounded(quality.brightness, 3),
                    clipped: FaceLine.rounded(quality.clipped, 3), contrast: FaceLine.rounded(quality.contrast, 3),
                    cropped: FaceLine.rounded(quality.cropped, 3)),
                reasons: EnrolmentStandard().reasons(against: quality).map {
                    QualityCode(code: $0.rawValue, advice: $0.advice)
                })
        }
    }

    private static func rounded(_ value: Double, _ digits: Int) -> Double {
        let unit = pow(10, Double(digits))
        return (value * unit).rounded() / unit
    }
}
