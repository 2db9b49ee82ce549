// SPDX-License-Identifier: Apache-2.0

public import Screening

/// Why a station takes no frame, or an act at it was not done. No text names a person.
public enum StationRefusal: Error, Hashable, Sendable {
    /// There is no such station, review or match.
    case unknown
    /// The face engine is not installed.
    case noEngine
    /// There is no gallery of persons of interest.
    case noGallery
    /// No threshold is proven for pictures of the station's kind.
    case uncalibrated
    /// The gallery was made with other models, or cannot be read.
    case galleryFailed
    /// It is outside of the station's hours.
    case closed
    /// The frame before is still being looked at.
    case busy
    /// The frame is no picture that can be read.
    case badFrame
    /// The still shows no face.
    case noFace
    /// The still shows more than one face: which is meant, nobody knows.
    case severalFaces
    /// A reviewer's act was not taken.
    case review(FaceReviewRefusal)
    /// A reason of 3 to 500 characters is required.
    case reasonRequired
    case store(StoreError)

    /// Every code.
    public static let codes =
        [
            StationRefusal.unknown, .noEngine, .noGallery, .uncalibrated, .galleryFailed, .closed, .busy, .badFrame,
            .noFace, .severalFaces,
            .reasonRequired, .store(.busy),
        ].map(\.code) + FaceReviewRefusal.allCases.map(\.rawValue)

    /// A stable code of a bounded set.
    public var code: String {
        switch self {
        case .unknown: "unknown"
        case .noEngine: "no-engine"
        case .noGallery: "no-gallery"
        case .uncalibrated: "uncalibrated"
        case .galleryFailed: "gallery-failed"
        case .closed: "closed"
        case .busy: "busy"
        case .badFrame: "bad-frame"
        case .noFace: "no-face"
        case .severalFaces: "several-faces"
        case .review(let why): why.rawValue
        case .reasonRequired: "reason-required"
        case .store: "store-failed"
        }
    }
}
