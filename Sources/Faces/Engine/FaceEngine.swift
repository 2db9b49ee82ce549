// SPDX-License-Identifier: Apache-2.0

/// Finds, aligns and describes faces.
///
/// A class because it keeps compiled networks; one engine for each task that works at the same time.
public final class FaceEngine {
    private let detector: FaceDetector
    private let embedder: FaceEmbedder
    /// Which models gave the templates.
    public let identity: String

    /// Compiles the models for so many processor threads.
    public init(_ models: FaceModels, threads: Int = 1) throws(FaceEngineError) {
        detector = FaceDetector(models, threads: threads)
        embedder = try FaceEmbedder(models, threads: threads)
        identity = models.identity
    }

    /// Every face of a picture with its cut-out and quality, the surest first.
    public func faces(in picture: Picture) throws(FaceEngineError) -> [FoundFace] {
        let pyramid = PicturePyramid(picture)
        return try detector.detect(in: pyramid).compactMap { face in
            guard let aligned = AlignedFace(face, in: pyramid) else { return nil }
            return FoundFace(
                face: face, aligned: aligned,
                quality: FaceQuality(face, aligned, width: picture.width, height: picture.height))
        }
    }

    /// The embedding of a face; with its mirror image it costs twice and errs less.
    public func embedding(of face: AlignedFace, mirrored: Bool) throws(FaceEngineError) -> FaceEmbedding {
        let plain = try embedder.embed(face)
        guard mirrored else { return plain }
        let other = try embedder.embed(AlignedFace(picture: face.picture.mirrored, outside: face.outside))
        return FaceEmbedding(mean: [plain, other]) ?? plain
    }

    /// The embedding of a face with all care: cut out nearer and wider as well, each with its mirror image. Six times the
    /// cost of the plain one; for enrolment, comparison and the few best shots of a station.
    public func embedding(of face: FoundFace, in picture: Picture) throws(FaceEngineError) -> FaceEmbedding {
        let pyramid = PicturePyramid(picture)
        var all = [try embedding(of: face.aligned, mirrored: true)]
        for scale in FaceEngine.otherScales {
            guard let cut = AlignedFace(face.face.points(scaled: scale), in: pyramid) else { continue }
            all.append(try embedding(of: cut, mirrored: true))
        }
        return FaceEmbedding(mean: all) ?? all[0]
    }

    /// Cuts nearer and wider than the points say, by as much as two detectors of points differ.
    private static let otherScales = [0.92, 1.09]
}

extension [FoundFace] {
    /// The face that a picture of one person is about.
    public func central(in picture: Picture) -> FoundFace? {
        let face = map(\.face).central(in: picture)
        return first { $0.face == face }
    }
}
