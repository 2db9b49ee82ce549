// SPDX-License-Identifier: Apache-2.0

public import Civil
public import Faces
public import Safeguards
public import Screening
public import Watchlists

/// The gallery of persons of interest in memory, kept as the store changes, also by another process.
public actor LoadedGallery: InterestGallery {
    private let faces: any FaceStore
    private let entries: any ScreeningStore
    private let engine: String
    private let limits: FaceLimits
    private var isCurrent = false
    /// Entries whose templates could not be opened.
    public private(set) var unreadable = 0
    private let calibrations: [PictureKind: Calibration]
    private let workers: Int
    private var gallery: PersonsOfInterestGallery<RecordID<WatchlistEntry>>
    /// Up to which change of the store it is loaded.
    private var version: Int64 = 0

    /// Entries that are read at once.
    private static let chunk = 512

    /// - Parameters:
    ///   - engine: the models in use; templates of others are not loaded.
    ///   - calibrations: what was measured, by kind of picture.
    ///   - workers: threads of a search.
    public init(
        faces: any FaceStore, entries: any ScreeningStore, engine: String, limits: FaceLimits,
        calibrations: [Calibration], workers: Int = 2
    ) {
        self.faces = faces
        self.entries = entries
        self.engine = engine
        self.limits = limits
        self.calibrations = Dictionary(calibrations.map { ($0.kind, $0) }, uniquingKeysWith: { first, _ in first })
        self.workers = workers
        gallery = PersonsOfInterestGallery(engine: engine, cap: limits.galleryLimit)
    }

    /// How many entries have a face here, and how many templates they have together.
    public var size: (entries: Int, templates: Int) { (gallery.count, gallery.pictures) }

    /// Reads what changed since the last call; all of it at the first. Until that has ended, and while it fails, nothing
    /// is searched: what was forgotten meanwhile must not be found.
    public func follow(atMilliseconds now: Int64) async throws(StoreError) {
        do {
            try await catchUp(now)
            isCurrent = true
        } catch {
            isCurrent = false
            throw error
        }
    }

    /// The templates of entries, without those of an entry whose cannot be opened; fails where none can.
    private func templates(of entries: [RecordID<WatchlistEntry>]) async throws(StoreError) -> [StoredTemplate] {
        do { return try await faces.faceTemplates(of: entries) } catch {
            guard entries.count > 1 else { throw error }
            var found: [StoredTemplate] = []
            var failed = 0
            for entry in entries {
                do { found += try await faces.faceTemplates(of: [entry]) } catch { failed += 1 }
            }
            guard failed < entries.count else { throw error }
            unreadable += failed
            return found
        }
    }

    private func catchUp(_ now: Int64) async throws(StoreError) {
        while true {
            let since = version
            let changes = try await faces.faceChanges(after: since, limit: LoadedGallery.chunk)
            guard !changes.entries.isEmpty else { return }
            let found = try await templates(of: changes.entries)
            // Two calls at once read the same; the later one has nothing to add.
            guard version == since else { continue }
            for entry in changes.entries { gallery.forget(entry) }
            load(found, today: FaceDay.of(milliseconds: now))
            version = changes.version
        }
    }

    /// Forgets entries whose last day is over; the store destroys their keys by itself.
    public func expire(atMilliseconds now: Int64) { _ = gallery.expire(today: FaceDay.of(milliseconds: now)) }

    private func load(_ found: [StoredTemplate], today: CivilDate) {
        let own = Dictionary(grouping: found.filter { $0.engine == engine }, by: \.entry)
        for (entry, templates) in own.sorted(by: { $0.key < $1.key }) {
            guard let lastDay = templates.first?.lastDay else { continue }
            for template in StoredTemplate.merged(templates) {
                // What does not fit, or has ended, is no candidate: that is all that is to be done about it.
                try? gallery.enrol(entry, template, lastDay: lastDay, today: today)
            }
        }
    }

    public func search(
        _ embedding: FaceEmbedding, kind: PictureKind, atMilliseconds now: Int64
    ) async throws -> [InterestCandidate] {
        let calibration = try calibration(of: kind)
        let today = FaceDay.of(milliseconds: now)
        let found =
            try await gallery.search(
                [FaceTemplate(embedding)], calibration: calibration, falsePositiveRate: limits.falsePositiveRate,
                today: today, workers: workers
            ).first ?? []
        guard !found.isEmpty else { return [] }
        // An entry may have been withdrawn within the last second.
        let standing = Set(
            try await entries.entries(found.map(\.entry)).filter { $0.entry.isActive(on: today) }.map(\.entry.id))
        return found.filter { standing.contains($0.entry) }
            .map { InterestCandidate(entry: $0.entry, similarity: $0.similarity) }
    }

    public func obstacle(kind: PictureKind) -> GalleryError? {
        do {
            _ = try gallery.operatingStep(
                try calibration(of: kind), falsePositiveRate: limits.falsePositiveRate)
            return nil
        } catch { return error }
    }

    public func likeness(kind: PictureKind) -> Double? {
        calibrations[kind]?.step(falseMatchRate: 1e-3)?.threshold
    }

    private func calibration(of kind: PictureKind) throws(GalleryError) -> Calibration {
        guard let calibration = calibrations[kind] else { throw .uncalibrated(kind: kind) }
        guard isCurrent else { throw .notLoaded }
        return calibration
    }

    public func photograph(of entry: RecordID<WatchlistEntry>) async throws -> EnrolledPhotograph? {
        try await faces.facePortrait(of: entry).map { EnrolledPhotograph($0) }
    }
}

extension EnrolledPhotograph {
    /// A portrait as it is shown.
    public init(_ portrait: FacePortrait) {
        self.init(
            bytes: portrait.jpeg, mediaType: "image/jpeg", eyes: (FacePortrait.leftEye, FacePortrait.rightEye))
    }
}

extension StoredTemplate {
    /// The templates of one entry as they are compared: those that were merged are one, in the direction of their mean.
    public static func merged(_ templates: [StoredTemplate]) -> [FaceTemplate] {
        let together = templates.filter(\.isMerged)
        let alone = templates.filter { !$0.isMerged }.map(\.template)
        guard together.count > 1, let mean = FaceEmbedding(mean: together.compactMap { $0.template.embedding }) else {
            return together.map(\.template) + alone
        }
        return [FaceTemplate(mean)] + alone
    }

    /// The similarity of the two templates that are least alike; nil for fewer than two.
    public static func leastSimilarity(_ templates: [StoredTemplate]) -> Double? {
        var least: Double?
        for (place, one) in templates.enumerated() {
            for other in templates[(place + 1)...] {
                let both = one.template.embedding.flatMap { first in
                    other.template.embedding.map { first.similarity(to: $0) }
                }
                least = min(least ?? 1, both ?? -1)
            }
        }
        return least
    }
}
