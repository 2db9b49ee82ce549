// SPDX-License-Identifier: Apache-2.0

public import Civil
public import Screening
public import Watchlists

/// What one reviewer says of a probe, not knowing what others say.
public struct FaceJudgement: Hashable, Sendable, Codable {
    public var review: RecordID<ReviewedFace>
    public var answer: JudgementAnswer
    /// Whom the probe shows; only with ``JudgementAnswer/same``.
    public var entry: RecordID<WatchlistEntry>?
    public var reason: String
    /// What was compared; a feature that is left out was not looked at.
    public var features: [FaceFeature: FeatureFinding]

    public init(
        review: RecordID<ReviewedFace>, answer: JudgementAnswer, entry: RecordID<WatchlistEntry>?, reason: String,
        features: [FaceFeature: FeatureFinding]
    ) {
        self.review = review
        self.answer = answer
        self.entry = entry
        self.reason = reason
        self.features = features
    }
}

/// What is compared on two faces, in the order of looking: from what changes little to what changes easily (in the manner
/// of FISWG's facial comparison checklist, not its list).
public enum FaceFeature: String, Hashable, Sendable, Codable, CaseIterable, CodingKeyRepresentable {
    case outline, ears, eyes, brows, nose, mouth, chin, proportions
    /// Moles, scars, lines.
    case marks
}

/// What the comparison of one feature says.
public enum FeatureFinding: String, Hashable, Sendable, Codable, CaseIterable {
    case agrees, differs
    case notVisible = "not-visible"
}
