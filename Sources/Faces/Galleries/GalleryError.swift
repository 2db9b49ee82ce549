// SPDX-License-Identifier: Apache-2.0

/// Why a gallery does not take or search something; no text names a person.
public enum GalleryError: Error, Hashable, Sendable {
    /// The gallery holds as many entries as it may.
    case full(cap: Int)
    /// The entry has as many pictures as it may.
    case tooManyPictures(limit: Int)
    /// The entry has no day after which it ends, or it lies in the past.
    case expired
    /// A template or calibration of another engine.
    case otherEngine
    /// Too few pairs of this kind of picture were measured for a threshold at this size.
    case uncalibrated(kind: PictureKind)
    /// It is not read yet, or could not be read lately.
    case notLoaded

    /// A short name for metrics and tables.
    public var code: String {
        switch self {
        case .full: "gallery-full"
        case .tooManyPictures: "too-many-pictures"
        case .expired: "expired"
        case .otherEngine: "other-engine"
        case .uncalibrated: "uncalibrated"
        case .notLoaded: "not-loaded"
        }
    }
}

extension GalleryError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .full(let cap): "the gallery holds its \(cap) entries; let old ones end before others are enrolled"
        case .tooManyPictures(let limit): "the entry has its \(limit) pictures; forget one first"
        case .expired: "the entry has ended; renew it on the watchlist first"
        case .otherEngine: "it was made with other models; enrol again or calibrate with the models in use"
        case .notLoaded: "the gallery is not read yet, or cannot be read; try again in a moment"
        case .uncalibrated(let kind):
            "no threshold is proven for pictures of kind \(kind.name) at this size: nothing is searched; measure more pairs "
                + "with cermat face evaluate"
        }
    }
}
