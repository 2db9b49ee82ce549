// SPDX-License-Identifier: Apache-2.0

public import Civil
public import Faces
public import Watchlists

/// The gallery of a demonstration: persons of interest as everywhere, and beside them its visitors.
///
/// Visitors are looked for by stations whose pictures are of the kind ``PictureKind/visitor``, and by no other; such a station
/// looks for nobody else. So nobody who tries it is compared with a list, and no camera of invented people with a visitor.
public struct VisitedGallery: InterestGallery {
    private let base: any InterestGallery
    private let visitors: VisitorDesk

    public init(_ base: any InterestGallery, visitors: VisitorDesk) {
        self.base = base
        self.visitors = visitors
    }

    public func search(
        _ embedding: FaceEmbedding, kind: PictureKind, atMilliseconds now: Int64
    ) async throws -> [InterestCandidate] {
        guard kind == .visitor else { return try await base.search(embedding, kind: kind, atMilliseconds: now) }
        if let obstacle = await obstacle(kind: kind) { throw obstacle }
        return await visitors.search(embedding, atMilliseconds: now)
    }

    public func obstacle(kind: PictureKind) async -> GalleryError? {
        guard kind == .visitor else { return await base.obstacle(kind: kind) }
        return visitors.threshold == nil ? .uncalibrated(kind: kind) : nil
    }

    public func likeness(kind: PictureKind) async -> Double? {
        kind == .visitor ? visitors.threshold : await base.likeness(kind: kind)
    }

    public func photograph(of entry: RecordID<WatchlistEntry>) async throws -> EnrolledPhotograph? {
        if let own = await visitors.photograph(of: entry) { return own }
        return try await base.photograph(of: entry)
    }
}

extension PictureKind {
    /// Pictures of a demonstration's station for visitors.
    public static let visitor: PictureKind = {
        guard let kind = PictureKind("visitor") else { preconditionFailure("letters are a kind") }
        return kind
    }()
}
