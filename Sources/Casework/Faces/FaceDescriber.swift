// SPDX-License-Identifier: Apache-2.0

public import Faces

/// Reads pictures that are to be enrolled.
public protocol FaceDescriber: Sendable {
    /// The models (``FaceModels/identity``).
    var engine: String { get }

    /// Template and portrait of a picture of one person; the picture is forgotten when the call returns.
    ///
    /// - Throws: ``PictureError``, ``EnrolmentRefusal`` with what to do about it, or ``FaceEngineError``.
    func describe(_ picture: [UInt8]) async throws -> EnrolmentFace
}

/// The face engine behind the desk's enrolment, loaded at the first picture. An actor because an engine works for one task
/// at a time.
public actor EngineDescriber: FaceDescriber {
    public nonisolated let engine: String
    private let models: @Sendable () throws(FaceEngineError) -> FaceModels
    private var loaded: FaceEngine?

    /// - Parameter models: loads the models.
    public init(engine: String, models: @escaping @Sendable () throws(FaceEngineError) -> FaceModels) {
        self.engine = engine
        self.models = models
    }

    public func describe(_ picture: [UInt8]) async throws -> EnrolmentFace {
        let engine = try loaded ?? FaceEngine(try models())
        loaded = engine
        return try engine.enrolmentFace(of: picture)
    }
}
