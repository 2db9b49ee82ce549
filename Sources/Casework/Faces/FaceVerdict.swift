// SPDX-License-Identifier: Apache-2.0

/// How a review ended.
public enum FaceVerdict: Hashable, Sendable, Codable {
    case confirmed(FaceMatch)
    /// No two officers said that it is the same person as the same entry.
    case notConfirmed
    /// It ended without them; nothing is shown.
    case lapsed(FaceLapse)

    /// A short name for tables.
    public var kind: FaceVerdictKind {
        switch self {
        case .confirmed: .confirmed
        case .notConfirmed: .notConfirmed
        case .lapsed(let why): why.kind
        }
    }
}

/// Why a review ended by itself.
public enum FaceLapse: String, Hashable, Sendable, Codable, CaseIterable {
    /// Fewer than two reviewers were on duty: missed for want of reviewers.
    case noReviewers = "no-reviewers"
    /// Reviewers were on duty and too few answered in time: missed for want of reviewers too.
    case noAnswer = "no-answer"
    /// The server was started anew meanwhile.
    case restart

    var kind: FaceVerdictKind {
        switch self {
        case .noReviewers: .noReviewers
        case .noAnswer: .noAnswer
        case .restart: .restart
        }
    }
}

/// The ways in which a review ends, for counts.
public enum FaceVerdictKind: String, Hashable, Sendable, Codable, CaseIterable {
    case confirmed
    case notConfirmed = "not-confirmed"
    case noReviewers = "no-reviewers"
    case noAnswer = "no-answer"
    case restart

    /// Whether somebody may have gone by who would have been known.
    public var isMissed: Bool { self == .noReviewers || self == .noAnswer || self == .restart }
}
