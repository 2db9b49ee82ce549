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
        public enum Picture: String, Hashable, Sendable { case probe, document, registry }
    }

    /// Where the compared picture comes from. Errors differ between kinds of picture, so each answers by what was measured
    /// on its own: the raw value is the kind of the calibration.
    public enum Source: String, Hashable, Sendable, CaseIterable {
        /// Taken of whoever stands at the post.
        case person = "holder-at-post"
        /// The photograph of the document's chip.
        case chip = "document-photograph"
    }

    /// What the one at the post is compared with.
    public enum Reference: Sendable {
        /// A picture of their document, as of its chip.
        case picture([UInt8])
        /// The imported photographs of those whom the document or number names; the first that is there counts.
        case holders([PhotographHolder])
        /// The photograph that the registry's service gave for this comparison.
        case registry([UInt8])
    }

    private let models: @Sendable () throws(FaceEngineError) -> FaceModels
    private var engine: FaceEngine?
    private let photographs: HolderVerification
    private let rules: [Source: VerificationRule]

    /// - Parameters:
    ///   - identity: of the engine's models; a calibration of other models counts as none.
    ///   - calibrations: what was measured; those whose kind is a ``Source`` count.
    ///   - models: loads the models, at the first comparison.
    public init(
        identity: String, photographs: HolderVerification, calibrations: [Calibration],
        models: @escaping @Sendable () throws(FaceEngineError) -> FaceModels
    ) {
        self.models = models
        self.photographs = photographs
        var rules: [Source: VerificationRule] = [:]
        for source in Source.allCases {
            let measured = calibrations.first { $0.kind.name == source.rawValue && $0.engine == identity }
            rules[source] = measured.flatMap { try? VerificationRule($0) }
        }
        self.rules = rules
    }

    /// What would keep a picture from being compared, so that nobody outside is asked in vain; nil where nothing does.
    ///
    /// - Parameter needsRates: whether the comparison is to be made here, by measured rates.
    /// - Throws: ``FaceEngineError``.
    public func obstacle(to probe: [UInt8], from source: Source, needsRates: Bool) throws -> Answer? {
        if needsRates, rules[source] == nil { return .uncalibrated }
        guard case .failure(let fault) = try embedding(of: probe) else { return nil }
        return .unusable(.probe, codes: fault.codes)
    }

    /// Compares; whoever calls has recorded it first.
    ///
    /// - Throws: ``FaceEngineError`` or `StoreError`.
    public func compare(
        _ probe: [UInt8], with reference: Reference, from source: Source = .person, atMilliseconds now: Int64
    ) async throws -> Answer {
        guard let rule = rules[source] else { return .uncalibrated }
        let seen: FaceEmbedding
        switch try embedding(of: probe) {
        case .success(let embedding): seen = embedding
        case .failure(let fault): return .unusable(.probe, codes: fault.codes)
        }
        switch reference {
        case .picture(let bytes): return try verify(seen, against: bytes, as: .document, by: rule)
        case .registry(let bytes): return try verify(seen, against: bytes, as: .registry, by: rule)
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

    private func verify(
        _ seen: FaceEmbedding, against bytes: [UInt8], as picture: Answer.Picture, by rule: VerificationRule
    ) throws -> Answer {
        switch try embedding(of: bytes) {
        case .success(let kept):
            let score = FaceTemplate(seen).score(FaceTemplate(kept))
            return .verified(rule.verify(similarity: FaceTemplate.similarity(ofScore: score)))
        case .failure(let fault): return .unusable(picture, codes: fault.codes)
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
