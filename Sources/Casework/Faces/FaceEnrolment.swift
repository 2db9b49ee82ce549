// SPDX-License-Identifier: Apache-2.0

public import Civil
public import Faces
public import Mandate
public import Watchlists

/// A picture of a person of interest on its way into the gallery: the portrait and the template, nothing else of the file.
public struct FaceEnrolment: Sendable, Identifiable {
    /// Follows from entry and file, so that the same picture again is the same enrolment.
    public let id: RecordID<FaceEnrolment>
    public let entry: RecordID<WatchlistEntry>
    /// The models that made the template (``FaceModels/identity``).
    public let engine: String
    public let face: EnrolmentFace
    /// Nil where it was not measured.
    public let quality: EnrolmentQuality?
    /// Milliseconds since 1970 UTC.
    public let atMilliseconds: Int64
    /// Nil at the command line.
    public let officer: RecordID<Officer>?

    public init(
        id: RecordID<FaceEnrolment>, entry: RecordID<WatchlistEntry>, engine: String, face: EnrolmentFace,
        quality: EnrolmentQuality? = nil, atMilliseconds: Int64, officer: RecordID<Officer>?
    ) {
        self.id = id
        self.entry = entry
        self.engine = engine
        self.face = face
        self.quality = quality ?? face.quality.map { EnrolmentQuality($0) }
        self.atMilliseconds = atMilliseconds
        self.officer = officer
    }

    /// The identity of a file's bytes as a picture of an entry: a keyed hash, which tells nobody else what the picture is.
    public static func id(
        of bytes: [UInt8], for entry: RecordID<WatchlistEntry>, tokeniser: some Tokeniser
    ) -> RecordID<FaceEnrolment> {
        let token = tokeniser.token(.face, entry.bytes + bytes)
        return RecordID(high: token.high, low: token.low)
    }
}

/// What became of a picture.
public enum EnrolmentVerdict: String, Hashable, Sendable, Codable, CaseIterable {
    case enrolled
    /// It was there already; nothing has changed.
    case known
    /// It was there, described by other models; now by those in use.
    case describedAgain = "described-again"
    /// It was there and was forgotten for a reason; it does not come back by itself.
    case forgotten
    /// There is no such watchlist entry.
    case noEntry = "no-entry"
    /// The entry was withdrawn or has expired.
    case entryEnded = "entry-ended"
    /// The gallery holds as many entries as the policy allows.
    case galleryFull = "gallery-full"
    /// The entry has as many pictures as it may.
    case tooManyPictures = "too-many-pictures"

    /// Whether the picture is not in the gallery now.
    public var isRefusal: Bool { self != .enrolled && self != .known && self != .describedAgain }
}

/// Why enrolled pictures are destroyed before their entry ends: a closed list, so that the audit log can hold it.
public enum FaceForgettingReason: String, Hashable, Sendable, Codable, CaseIterable {
    /// The picture shows somebody else.
    case wrongPerson = "wrong-person"
    case poorPicture = "poor-picture"
    /// A better one takes its place.
    case replaced
    /// What it rested on has ended.
    case basisEnded = "basis-ended"
    /// The person asked for it and was right.
    case request
}
