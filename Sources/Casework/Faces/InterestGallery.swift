// SPDX-License-Identifier: Apache-2.0

public import Civil
public import Faces
public import Watchlists

/// The loaded gallery of persons of interest: the one that can be searched.
public protocol InterestGallery: Sendable {
    /// The entries that a face may be: at most ten, best first, nothing below the threshold that follows from policy, size,
    /// engine and kind of picture. Whoever calls records the search before anything of the answer leaves.
    ///
    /// - Parameter atMilliseconds: since 1970 UTC; an entry that has ended by then is no candidate.
    /// - Throws: ``GalleryError/uncalibrated(kind:)`` where no threshold is proven for such pictures.
    func search(
        _ embedding: FaceEmbedding, kind: PictureKind, atMilliseconds: Int64
    ) async throws -> [InterestCandidate]

    /// What keeps it from being searched with pictures of a kind now; nil when nothing does.
    func obstacle(kind: PictureKind) async -> GalleryError?

    /// The cosine that of a thousand pairs of strangers one reaches, as it was measured for a kind; nil without a measurement.
    func likeness(kind: PictureKind) async -> Double?

    /// The enrolled photograph of an entry, opened under its key; nil where there is none, or no longer.
    func photograph(of entry: RecordID<WatchlistEntry>) async throws -> EnrolledPhotograph?
}

/// An entry whose face reached the threshold: a question to two people, not an answer.
public struct InterestCandidate: Hashable, Sendable {
    public let entry: RecordID<WatchlistEntry>
    /// The cosine of the best picture, -1...1.
    public let similarity: Double

    public init(entry: RecordID<WatchlistEntry>, similarity: Double) {
        self.entry = entry
        self.similarity = similarity
    }
}

/// The photograph of an entry: the face upright, with some room around it.
public struct EnrolledPhotograph: Sendable {
    public let bytes: [UInt8]
    /// `image/png` or `image/jpeg`.
    public let mediaType: String
    /// In pixels of these bytes; left and right as the picture shows them.
    public let eyes: (left: FacePoint, right: FacePoint)

    public init(bytes: [UInt8], mediaType: String, eyes: (left: FacePoint, right: FacePoint)) {
        self.bytes = bytes
        self.mediaType = mediaType
        self.eyes = eyes
    }
}
