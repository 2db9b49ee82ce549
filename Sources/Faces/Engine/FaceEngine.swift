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

    /// The embedding of a face with all care: its points are the mean of three looks at it, and it is cut out at four
    /// sizes, each with its mirror image. Ten times the cost of the plain one; for enrolment, comparison and the few best
    /// shots of a station.
    public func embedding(of face: FoundFace, in picture: Picture) throws(FaceEngineError) -> FaceEmbedding {
        let pyramid = PicturePyramid(picture)
        let steady = try SteadyPoints(detector: detector).face(face.face, in: pyramid)
        var all: [FaceEmbedding] = []
        for scale in FaceEngine.scales {
            guard let cut = AlignedFace(steady.points(scaled: scale), in: pyramid) else { continue }
            all.append(try embedding(of: cut, mirrored: true))
        }
        guard let mean = FaceEmbedding(mean: all) else { return try embedding(of: face.aligned, mirrored: true) }
        return mean
    }

    /// Cuts nearer and wider than the points say.
    private static let scales = [0.92, 1, 1.09, 1.2]
}

extension [FoundFace] {
    /// The face that a picture of one person is about.
    public func central(in picture: Picture) -> FoundFace? {
        let face = map(\.face).central(in: picture)
        return first { $0.face == face }
    }
}
