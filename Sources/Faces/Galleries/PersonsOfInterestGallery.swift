// SPDX-License-Identifier: Apache-2.0

public import Civil

/// Persons of interest: the only gallery that can be searched. Each entry rests on a watchlist entry and ends with it.
public struct PersonsOfInterestGallery<Entry: Hashable & Sendable>: Sendable {
    /// The most candidates of a search.
    public static var maximumCandidates: Int { 10 }
    /// The most pictures of an entry: with so many, ten entries are always among the hits that a pass keeps.
    public static var maximumPictures: Int { TemplateStore.maximumKept / maximumCandidates }

    /// The models that made the templates.
    public let engine: String
    /// The most entries.
    public let cap: Int
    private var store = TemplateStore()
    /// The entry of each template, by its place.
    private var owners: [Entry] = []
    private var entries: [Entry: Kept] = [:]

    private struct Kept: Sendable {
        var lastDay: CivilDate
        var places: [Int] = []
    }

    public init(engine: String, cap: Int = 100_000) {
        self.engine = engine
        self.cap = max(1, cap)
    }

    /// How many entries there are.
    public var count: Int { entries.count }
    /// How many pictures they have together.
    public var pictures: Int { store.count }

    /// Adds a picture's template to an entry, which begins with its first.
    /// - Parameters:
    ///   - lastDay: the last day of the watchlist entry that it rests on; not before `today`.
    public mutating func enrol(
        _ entry: Entry, _ template: FaceTemplate, lastDay: CivilDate, today: CivilDate
    ) throws(GalleryError) {
        guard lastDay >= today else { throw .expired }
        if let kept = entries[entry] {
            guard kept.places.count < Self.maximumPictures else { throw .tooManyPictures(limit: Self.maximumPictures) }
        } else {
            guard entries.count < cap else { throw .full(cap: cap) }
        }
        entries[entry, default: Kept(lastDay: lastDay)].places.append(store.count)
        entries[entry]?.lastDay = lastDay
        store.append(template)
        owners.append(entry)
    }

    /// Forgets an entry with all its pictures; false when there was none.
    @discardableResult
    public mutating func forget(_ entry: Entry) -> Bool {
        guard let kept = entries.removeValue(forKey: entry) else { return false }
        for place in kept.places.sorted(by: >) {
            let last = store.count - 1
            store.remove(at: place)
            if place != last {
                let moved = owners[last]
                owners[place] = moved
                if let index = entries[moved]?.places.firstIndex(of: last) { entries[moved]?.places[index] = place }
            }
            owners.removeLast()
        }
        return true
    }

    /// Forgets every entry that ended before a day, and says which.
    public mutating func expire(today: CivilDate) -> [Entry] {
        let ended = entries.filter { $0.value.lastDay < today }.map(\.key)
        for entry in ended { forget(entry) }
        return ended
    }

    /// Searches all probes in one pass. At most ten entries each, best first; nothing below the threshold leaves, and the
    /// threshold follows from what was measured on this kind of picture, from the size and from the rate that policy allows.
    /// - Parameters:
    ///   - falsePositiveRate: the share of strangers who may raise an alert, above 0 and below 1.
    public func search(
        _ probes: [FaceTemplate], calibration: Calibration, falsePositiveRate: Double, today: CivilDate,
        workers: Int = 1
    ) async throws(GalleryError) -> [[FaceCandidate<Entry>]] {
        let step = try operatingStep(calibration, falsePositiveRate: falsePositiveRate)
        let hits = await store.search(
            probes, threshold: FaceTemplate.score(ofSimilarity: step.threshold), keep: TemplateStore.maximumKept,
            workers: workers)
        return hits.map { candidates($0, today: today) }
    }

    /// The step of a calibration at which a search of so many pictures as there are now works.
    ///
    /// - Throws: ``GalleryError/otherEngine``, ``GalleryError/uncalibrated(kind:)``.
    public func operatingStep(
        _ calibration: Calibration, falsePositiveRate: Double
    ) throws(GalleryError) -> Calibration.Step {
        guard calibration.engine == engine else { throw .otherEngine }
        guard calibration.isSound,
            let step = calibration.step(falsePositiveRate: falsePositiveRate, gallerySize: max(1, store.count))
        else { throw .uncalibrated(kind: calibration.kind) }
        return step
    }

    /// The best picture of each entry that has not ended.
    private func candidates(_ hits: [TemplateHit], today: CivilDate) -> [FaceCandidate<Entry>] {
        var seen: Set<Entry> = []
        var found: [FaceCandidate<Entry>] = []
        for hit in hits where found.count < Self.maximumCandidates {
            let entry = owners[hit.index]
            guard let kept = entries[entry], kept.lastDay >= today, seen.insert(entry).inserted else { continue }
            found.append(FaceCandidate(entry: entry, similarity: FaceTemplate.similarity(ofScore: hit.score)))
        }
        return found
    }
}
