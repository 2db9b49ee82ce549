// SPDX-License-Identifier: Apache-2.0

public import Civil
public import Faces
public import Mandate
public import Safeguards
public import Screening
public import Watchlists

/// What officers do with the gallery of persons of interest: each act and its audit record are one transaction.
public struct GalleryDesk: Sendable {
    /// The most pictures that are handed in at one time.
    public static let mostPictures = 12
    /// Below this two pictures hardly show one person.
    static let leastSimilarity = 0.2

    let faces: any FaceStore
    let store: any CaseworkStore
    let tokeniser: any Tokeniser
    let register: DestructionRegisterFile
    let describer: (any FaceDescriber)?
    /// The most entries with pictures.
    public let limit: Int

    /// - Parameters:
    ///   - describer: the face engine; without one nothing is enrolled, and all else works.
    ///   - register: takes the keys of what is destroyed, before they go.
    public init(
        faces: any FaceStore, store: any CaseworkStore, tokeniser: any Tokeniser, register: DestructionRegisterFile,
        describer: (any FaceDescriber)?, limit: Int
    ) {
        self.faces = faces
        self.store = store
        self.tokeniser = tokeniser
        self.register = register
        self.describer = describer
        self.limit = limit
    }

    /// The models in use; nil without the engine.
    public var engine: String? { describer?.engine }

    /// A page of the entries with pictures, and how much the gallery holds.
    public func overview(offset: Int, limit: Int) async throws(StoreError) -> GalleryOverview {
        let totals = try await faces.faceTotals()
        // Without an engine nothing is searched: all count as described by the models that are in use elsewhere.
        let engine = engine ?? totals.pictures.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? ""
        let summaries = try await faces.faceEntries(engine: engine, offset: offset, limit: limit)
        return GalleryOverview(
            totals: totals, rows: summaries, entries: try await entries(summaries.map(\.entry)), engine: engine,
            limit: self.limit)
    }

    /// The pictures of an entry, none of them opened.
    public func pictures(of entry: RecordID<WatchlistEntry>) async throws(StoreError) -> [FaceListing] {
        try await faces.faceListing(of: entry, offset: 0, limit: 100)
    }

    /// A portrait of an entry, opened; whoever calls has recorded it first.
    public func portrait(
        _ id: RecordID<FaceEnrolment>, of entry: RecordID<WatchlistEntry>
    ) async throws(StoreError) -> FacePortrait? {
        try await faces.facePortrait(of: entry, only: id)
    }

    private func entries(
        _ ids: [RecordID<WatchlistEntry>]
    ) async throws(StoreError) -> [RecordID<WatchlistEntry>: WatchlistEntry] {
        do {
            let found = try await store.entries(ids)
            return Dictionary(found.map { ($0.entry.id, $0.entry) }, uniquingKeysWith: { first, _ in first })
        } catch { throw (error as? StoreError) ?? .failed(reason: "entries") }
    }
}

/// A page of the gallery.
public struct GalleryOverview: Sendable {
    public let totals: FaceTotals
    /// Those that end first at the top.
    public let rows: [FaceEntrySummary]
    public let entries: [RecordID<WatchlistEntry>: WatchlistEntry]
    /// The models that count as those in use.
    public let engine: String
    /// The most entries with pictures.
    public let limit: Int
}

/// Why an act on the gallery was not done; the officer can mend it.
public enum GalleryRefusal: String, Error, Hashable, Sendable, CaseIterable {
    /// The face engine is not installed, or cannot be used.
    case noEngine = "no-engine"
    /// No picture was handed in.
    case noPicture = "no-picture"
    /// More pictures than are taken at one time.
    case tooManyAtOnce = "too-many-at-once"
    /// Fewer than two pictures by the same models: there is nothing to merge.
    case nothingToMerge = "nothing-to-merge"
    /// A picture is unlike the others: it may show somebody else.
    case unlike
    /// The pictures are gone already.
    case gone
}
