// SPDX-License-Identifier: Apache-2.0

internal import Civil
public import Faces
internal import Mandate
internal import Screening

/// The one who stands at a post against a photograph of whom they say they are: the registry's, a passport's, or one that
/// is brought along. One to one only; the pictures are gone when the call returns.
///
/// An actor because an engine works for one task at a time.
public actor HolderDesk {
    /// What a comparison came to.
    public enum Answer: Hashable, Sendable {
        case verified(Verification)
        /// The gallery has no photograph of this person.
        case noPhotograph
        /// No measured rates stand behind an answer for this kind of picture, so none is given.
        case uncalibrated
        /// A picture cannot be compared, by codes of ``EnrolmentRefusal`` or ``PictureError``.
        case unusable(Picture, codes: [String])

        /// Which of the two pictures.
        public enum Picture: String, Hashable, Sendable { case probe, document }
    }

    /// What the one at the post is compared with.
    public enum Reference: Sendable {
        /// A picture of their document, as of its chip.
        case picture([UInt8])
        /// The imported photographs of those whom the document or number names; the first that is there counts.
        case holders([PhotographHolder])
    }

    /// The kind of picture that the thresholds must have been measured on.
    public static let kind = "holder-at-post"

    private let models: @Sendable () throws(FaceEngineError) -> FaceModels
    private var engine: FaceEngine?
    private let photographs: HolderVerification
    private let rule: VerificationRule?

    /// - Parameters:
    ///   - identity: of the engine's models; a calibration of other models counts as none.
    ///   - calibrations: what was measured; the one of ``kind`` counts.
    ///   - models: loads the models, at the first comparison.
    public init(
        identity: String, photographs: HolderVerification, calibrations: [Calibration],
        models: @escaping @Sendable () throws(FaceEngineError) -> FaceModels
    ) {
        self.models = models
        self.photographs = photographs
        let measured = calibrations.first { $0.kind.name == Self.kind && $0.engine == identity }
        rule = measured.flatMap { try? VerificationRule($0) }
    }

    /// Compares; whoever calls has recorded it first.
    ///
    /// - Throws: ``FaceEngineError`` or `StoreError`.
    public func compare(
        _ probe: [UInt8], with reference: Reference, atMilliseconds now: Int64
    ) async throws -> Answer {
        guard let rule else { return .uncalibrated }
        let seen: FaceEmbedding
        switch try embedding(of: probe) {
        case .success(let embedding): seen = embedding
        case .failure(let fault): return .unusable(.probe, codes: fault.codes)
        }
        switch reference {
        case .picture(let bytes):
            switch try embedding(of: bytes) {
            case .success(let kept):
                let score = FaceTemplate(seen).score(FaceTemplate(kept))
                return .verified(rule.verify(similarity: FaceTemplate.similarity(ofScore: score)))
            case .failure(let fault): return .unusable(.document, codes: fault.codes)
            }
        case .holders(let holders):
            for holder in holders {
                do {
                    if let found = try await photographs.compare(seen, with: holder, by: rule, atMilliseconds: now) {
                        return .verified(found)
                    }
                } catch GalleryError.otherEngine { return .uncalibrated }
            }
            return .noPhotograph
        }
    }

    private func loadedEngine() throws(FaceEngineError) -> FaceEngine {
        if let engine { return engine }
        let loaded = try FaceEngine(try models())
        engine = loaded
        return loaded
    }

    private func embedding(of bytes: [UInt8]) throws -> Result<FaceEmbedding, Unusable> {
        let engine = try loadedEngine()
        do {
            let picture = try PictureReader().read(bytes)
            let face = try EnrolmentStandard().choose(from: try engine.faces(in: picture))
            return .success(try engine.embedding(of: face, in: picture))
        } catch let refusal as EnrolmentRefusal {
            return .failure(Unusable(codes: refusal.codes))
        } catch let fault as PictureError {
            return .failure(Unusable(codes: [fault.code]))
        }
    }

    private struct Unusable: Error { let codes: [String] }
}
