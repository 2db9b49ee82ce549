// SPDX-License-Identifier: Apache-2.0

internal import Faces
internal import Foundation

/// Two pictures compared, and what `cermat face compare` prints of it.
struct FaceComparison {
    struct Line: Encodable {
        /// `same`, `different` or `inconclusive`.
        let decision: String
        let similarity: Double
        /// From this similarity on it is `same`; nil where nothing was measured for these models.
        var threshold: Double?
        /// The false match rate at the threshold.
        var fmr: Double?
        /// On what pictures that was measured.
        let basis: String
        /// How often two persons reach what counts as same.
        var falseMatchRate: FaceJSON.Rate?
        /// How often one person stays below what counts as different.
        var falseNonMatchRate: FaceJSON.Rate?
        /// Faces in each picture; more than one may mean that another was meant.
        let faces: [Int]
        /// What speaks against each picture.
        let quality: [[String]]
    }

    let engine: FaceEngine
    let rule: VerificationRule?

    /// Compares; the command ends when a picture has no face.
    func line(_ first: String, _ second: String) throws -> Line {
        let (one, other) = (try describe(first), try describe(second))
        let score = FaceTemplate(one.embedding).score(FaceTemplate(other.embedding))
        let similarity = FaceTemplate.similarity(ofScore: score)
        let (sizes, reasons) = ([one.faces, other.faces], [one.reasons, other.reasons])
        guard let rule else {
            let known = PhotographThresholds.of(engine.identity)
            return Line(
                decision: known?.decision(similarity) ?? "inconclusive", similarity: similarity,
                threshold: known?.same, fmr: known == nil ? nil : PhotographThresholds.falseMatchRate,
                basis: known == nil ? "uncalibrated" : PhotographThresholds.basis, faces: sizes, quality: reasons)
        }
        let result = rule.verify(similarity: similarity)
        return Line(
            decision: result.outcome.rawValue, similarity: similarity, threshold: rule.sameThreshold,
            fmr: result.falseMatchRate.value, basis: "calibration",
            falseMatchRate: FaceJSON.Rate(result.falseMatchRate),
            falseNonMatchRate: FaceJSON.Rate(result.falseNonMatchRate), faces: sizes, quality: reasons)
    }

    private func describe(_ path: String) throws -> (embedding: FaceEmbedding, faces: Int, reasons: [String]) {
        let picture: Picture
        do { picture = try PictureReader().read(try InputFile(path).bytes) } catch let error as PictureError {
            throw CommandFailure.exit("\(path): \(error)")
        }
        let faces = try engine.faces(in: picture)
        guard let face = faces.central(in: picture) else {
            throw CommandFailure.exit("\(path): \(EnrolmentRefusal.noFace)")
        }
        return (
            try engine.embedding(of: face, in: picture), faces.count,
            EnrolmentStandard().reasons(against: face.quality).map(\.rawValue)
        )
    }
}
