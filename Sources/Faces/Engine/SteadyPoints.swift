// SPDX-License-Identifier: Apache-2.0

/// The five points of a face, steadied: the detector looks at it again mirrored and larger, and the mean counts. Points that
/// are a pixel off turn and shift the cut-out, which costs more misses than anything else that can be mended here.
///
/// The detector is steadiest on a face with its surroundings, so a small picture is looked at as a whole; of a larger one a
/// window of the same proportions around the face.
struct SteadyPoints {
    let detector: FaceDetector

    /// A picture up to this long is looked at as a whole, also enlarged.
    private static let wholeLongSide = 266
    /// Pixels of a window around the face, and how many times its box fits into it: as in the pictures that are looked at whole.
    private static let windowSide = 250
    private static let margin = 2.5
    private static let enlargement = 1.5
    /// A face that overlaps less is another one.
    private static let sameFace = 0.4

    /// The face with steadied points; as it was where the other looks do not find it.
    func face(_ face: DetectedFace, in pyramid: PicturePyramid) throws(FaceEngineError) -> DetectedFace {
        let whole = pyramid.levels[0]
        var looks = [face]
        func look(through transform: SimilarityTransform, side: Int, mirrored isMirrored: Bool) throws(FaceEngineError)
        {
            guard let (cut, _) = pyramid.cut(through: transform, side: side) else { return }
            let seen = try detector.detect(in: PicturePyramid(isMirrored ? cut.mirrored : cut)).map {
                (isMirrored ? $0.mirrored(width: cut.width) : $0).moved(by: transform.inverse)
            }
            if let best = seen.max(by: { $0.overlap(face) < $1.overlap(face) }),
                best.overlap(face) > SteadyPoints.sameFace
            {
                looks.append(best)
            }
        }
        if whole.longSide <= SteadyPoints.wholeLongSide {
            try look(through: .enlarging(1), side: whole.longSide, mirrored: true)
            let side = Int(Double(whole.longSide) * SteadyPoints.enlargement)
            try look(through: .enlarging(SteadyPoints.enlargement), side: side, mirrored: false)
        } else {
            let span = max(face.width, face.height) * SteadyPoints.margin
            guard span.isFinite, span >= 8 else { return face }
            for (enlargement, isMirrored) in [(1, false), (1, true), (SteadyPoints.enlargement, false)] {
                let side = Int(Double(SteadyPoints.windowSide) * enlargement)
                let scale = Double(side) / span
                let middle = Double(side - 1) / 2
                let (x, y) = (face.left + face.width / 2, face.top + face.height / 2)
                let transform = SimilarityTransform(a: scale, b: 0, c: middle - scale * x, d: middle - scale * y)
                try look(through: transform, side: side, mirrored: isMirrored)
            }
        }
        return face.with(pointsOf: looks)
    }
}

extension SimilarityTransform {
    /// Pixels of a picture to those of one so many times as large; places are centres of pixels.
    fileprivate static func enlarging(_ scale: Double) -> SimilarityTransform {
        SimilarityTransform(a: scale, b: 0, c: (scale - 1) / 2, d: (scale - 1) / 2)
    }
}

extension DetectedFace {
    /// The face as it stands in the mirror image of a picture.
    fileprivate func mirrored(width pictureWidth: Int) -> DetectedFace {
        func turned(_ point: FacePoint) -> FacePoint { FacePoint(x: Double(pictureWidth - 1) - point.x, y: point.y) }
        return DetectedFace(
            left: Double(pictureWidth) - left - width, top: top, width: width, height: height, score: score,
            leftEye: turned(rightEye), rightEye: turned(leftEye), nose: turned(nose), leftMouth: turned(rightMouth),
            rightMouth: turned(leftMouth))
    }

    /// The face where a transform without turning puts it.
    fileprivate func moved(by transform: SimilarityTransform) -> DetectedFace {
        let corner = transform.apply(FacePoint(x: left, y: top))
        return DetectedFace(
            left: corner.x, top: corner.y, width: width * transform.scale, height: height * transform.scale,
            score: score,
            leftEye: transform.apply(leftEye), rightEye: transform.apply(rightEye), nose: transform.apply(nose),
            leftMouth: transform.apply(leftMouth), rightMouth: transform.apply(rightMouth))
    }

    /// The face with the mean of the points of several looks at it.
    fileprivate func with(pointsOf looks: [DetectedFace]) -> DetectedFace {
        func mean(_ path: KeyPath<DetectedFace, FacePoint>) -> FacePoint {
            let count = Double(looks.count)
            return FacePoint(
                x: looks.reduce(0) { $0 + $1[keyPath: path].x } / count,
                y: looks.reduce(0) { $0 + $1[keyPath: path].y } / count)
        }
        var face = self
        (face.leftEye, face.rightEye, face.nose) = (mean(\.leftEye), mean(\.rightEye), mean(\.nose))
        (face.leftMouth, face.rightMouth) = (mean(\.leftMouth), mean(\.rightMouth))
        return face
    }
}
