// SPDX-License-Identifier: Apache-2.0

public import Civil
public import Identity

/// A question to the registry about the photograph that it has of one resident: one to one, by the number alone.
///
/// There is no question without a number, so nobody can be searched there (requirement R48).
public enum RegistryFaceQuestion: Hashable, Sendable {
    /// Whether a picture shows the resident of a number; the picture is a plain JPEG.
    case compare(NIK, picture: [UInt8])
    /// The registry's photograph of the resident of a number.
    case photograph(NIK)

    /// The largest picture that is sent, in bytes: what public wrappers of the service allow.
    public static let limitBytes = 500_000

    /// The number that it is about.
    public var nik: NIK {
        switch self {
        case .compare(let nik, _), .photograph(let nik): nik
        }
    }
}

/// What came of a question about a photograph.
public enum RegistryFaceOutcome: Hashable, Sendable {
    case found(RegistryFaceFinding)
    case failed(RegistryFailure)
}

/// What the registry gave.
public enum RegistryFaceFinding: Hashable, Sendable {
    /// Its own word about the picture or the number, with its own figure where it gave one. How often that word is wrong, and
    /// what the figure means, it does not tell.
    case told(RegistryFaceAnswer, score: Double?)
    /// Its photograph; for one comparison, and nowhere afterwards.
    case photograph([UInt8])

    /// The answer as a word, without any picture.
    public var answer: RegistryFaceAnswer {
        switch self {
        case .told(let answer, _): answer
        case .photograph: .photographGiven
        }
    }

    /// The registry's own figure.
    public var score: Double? { if case .told(_, let score) = self { score } else { nil } }
}

/// The words that an answer about a photograph comes down to.
public enum RegistryFaceAnswer: String, Hashable, Sendable, Codable, CaseIterable {
    /// "Sesuai".
    case agrees
    /// "Tidak Sesuai".
    case differs
    /// A figure alone, without a verdict.
    case scored
    case photographGiven = "photograph-given"
    /// Nobody has the number.
    case notFound = "not-found"
    /// The resident has no photograph there.
    case noPhotograph = "no-photograph"
    case deceased, duplicate, inactive
    /// The registry saw no face in the picture.
    case noFace = "no-face"
    /// The registry does not take the picture.
    case pictureRefused = "picture-refused"
    /// The agreement does not cover faces.
    case notOffered = "not-offered"
    /// Something that could not be understood, or about another number.
    case unreadable
}

extension RegistryFaceAnswer {
    /// The same reason for a face as for the data of a number.
    public init(_ reason: UnusableReason) {
        switch reason {
        case .deceased: self = .deceased
        case .duplicate: self = .duplicate
        case .inactive: self = .inactive
        }
    }
}
