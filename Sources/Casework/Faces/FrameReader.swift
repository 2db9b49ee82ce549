// SPDX-License-Identifier: Apache-2.0

public import Faces

/// Finds the faces of a station's frames.
public protocol FrameReader: Sendable {
    /// Every face of a frame; the frame is forgotten when the call returns.
    func faces(in frame: [UInt8]) async throws -> [SeenFace]
    /// Every face of a picture that somebody handed in, of any size that is read; forgotten when the call returns.
    func faces(inStill bytes: [UInt8]) async throws -> [SeenFace]
    /// The only face of an enrolled photograph as reviewers see it; nil where it cannot be shown.
    func view(of photograph: EnrolledPhotograph) async -> Picture?
    /// A view as it is kept once two have confirmed it; nil where it cannot be encoded.
    func encoded(_ view: Picture) async -> [UInt8]?
}

/// The face engine behind a station. An actor because an engine works for one task at a time.
public actor EngineFrameReader: FrameReader {
    private let engine: FaceEngine
    private let reader: PictureReader

    /// - Parameter threads: processor threads of the models.
    public init(_ models: FaceModels, threads: Int = 1) throws(FaceEngineError) {
        engine = try FaceEngine(models, threads: threads)
        var limits = PictureLimits()
        limits.bytes = StationLimits.frameBytes
        limits.pixels = StationLimits.framePixels
        reader = PictureReader(limits: limits)
    }

    public func faces(in frame: [UInt8]) async throws -> [SeenFace] {
        let picture = try reader.read(frame)
        return try seen(picture) { found, quality in
            try engine.embedding(of: found.aligned, mirrored: quality >= FaceTracker.leastQuality)
        }
    }

    public func faces(inStill bytes: [UInt8]) async throws -> [SeenFace] {
        let picture = try PictureReader().read(bytes)
        // With all care, as the kind of picture was measured.
        return try seen(picture) { found, _ in try engine.embedding(of: found, in: picture) }
    }

    private func seen(
        _ picture: Picture, embedding: (FoundFace, Double) throws -> FaceEmbedding
    ) throws -> [SeenFace] {
        try engine.faces(in: picture).prefix(StationLimits.facesOfFrame).compactMap { found in
            let quality = ShotQuality.of(found.quality)
            guard
                let view = EyeAlignedView(of: picture, leftEye: found.face.leftEye, rightEye: found.face.rightEye)
            else { return nil }
            return SeenFace(
                left: found.face.left, top: found.face.top, width: found.face.width, height: found.face.height,
                embedding: try embedding(found, quality),
                quality: quality, view: view.picture)
        }
    }

    public nonisolated func encoded(_ view: Picture) async -> [UInt8]? { view.jpeg }

    public func view(of photograph: EnrolledPhotograph) async -> Picture? {
        guard let picture = try? PictureReader().read(photograph.bytes) else { return nil }
        return EyeAlignedView(of: picture, leftEye: photograph.eyes.left, rightEye: photograph.eyes.right)?.picture
    }
}

/// What a frame may ask for.
public enum StationLimits {
    /// The most bytes of a frame.
    public static let frameBytes = 2 << 20
    /// The most pixels of a frame: a little above 1920 x 1200.
    public static let framePixels = 2_500_000
    /// The most faces of a frame that are followed.
    public static let facesOfFrame = 32
}
