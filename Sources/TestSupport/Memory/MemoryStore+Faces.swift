// SPDX-License-Identifier: Apache-2.0

public import Casework
public import Civil
public import Faces
public import Mandate
public import Safeguards
public import Screening
public import Watchlists

extension MemoryStore: FaceStore {
    /// An enrolled picture; without a face once it was forgotten.
    struct HeldFace {
        let number: Int64
        let id: RecordID<FaceEnrolment>
        let entry: RecordID<WatchlistEntry>
        let atMilliseconds: Int64
        let quality: EnrolmentQuality?
        var engine: String
        var face: EnrolmentFace?
        var lastDay: CivilDate
        var isMerged = false
        var changed: Int64
    }

    private static let pictures = PersonsOfInterestGallery<RecordID<WatchlistEntry>>.maximumPictures

    public func enrol(
        _ faces: [FaceEnrolment], limit: Int, atMilliseconds now: Int64,
        audit: @escaping @Sendable ([EnrolmentVerdict]) -> [AuditEvent]
    ) async throws(StoreError) -> [EnrolmentVerdict] {
        guard !faces.isEmpty else { return [] }
        let verdicts = faces.map { enrol($0, limit: limit, today: FaceDay.of(milliseconds: now)) }
        chain(audit(verdicts))
        return verdicts
    }

    private func enrol(_ face: FaceEnrolment, limit: Int, today: CivilDate) -> EnrolmentVerdict {
        if let place = heldFaces.firstIndex(where: { $0.id == face.id }) {
            guard heldFaces[place].face != nil else { return .forgotten }
            guard heldFaces[place].engine != face.engine else { return .known }
            return describe(place, face.face.template, face.engine) ? .describedAgain : .known
        }
        guard let entry = heldEntries[face.entry]?.entry else { return .noEntry }
        guard entry.isActive(on: today) else { return .entryEnded }
        let there = heldFaces.filter { $0.face != nil }
        let own = there.count { $0.entry == face.entry }
        guard own < Self.pictures else { return .tooManyPictures }
        guard own > 0 || Set(there.map(\.entry)).count < limit else { return .galleryFull }
        faceChange += 1
        heldFaces.append(
            HeldFace(
                number: Int64(heldFaces.count) + 1, id: face.id, entry: face.entry, atMilliseconds: face.atMilliseconds,
                quality: face.quality, engine: face.engine, face: face.face, lastDay: entry.expiry, changed: faceChange)
        )
        return .enrolled
    }

    private func describe(_ place: Int, _ template: FaceTemplate, _ engine: String) -> Bool {
        guard let face = heldFaces[place].face else { return false }
        faceChange += 1
        heldFaces[place].engine = engine
        heldFaces[place].face = EnrolmentFace(template: template, portrait: face.portrait, quality: face.quality)
        heldFaces[place].changed = faceChange
        return true
    }

    /// Lets the faces of an entry end when it ends.
    func followFaces(of id: RecordID<WatchlistEntry>) {
        guard let entry = heldEntries[id]?.entry, let never = CivilDate(daysSinceEpoch: 0) else { return }
        let lastDay = entry.isWithdrawn ? never : entry.expiry
        let places = heldFaces.indices.filter { heldFaces[$0].entry == id && heldFaces[$0].face != nil }
        guard places.contains(where: { heldFaces[$0].lastDay != lastDay }) else { return }
        faceChange += 1
        for place in places { (heldFaces[place].lastDay, heldFaces[place].changed) = (lastDay, faceChange) }
    }

    public func faces(
        known ids: [RecordID<FaceEnrolment>], engine: String
    ) async throws(StoreError) -> [RecordID<FaceEnrolment>: EnrolmentVerdict] {
        var found: [RecordID<FaceEnrolment>: EnrolmentVerdict] = [:]
        for held in heldFaces where ids.contains(held.id) {
            if held.face == nil {
                found[held.id] = .forgotten
            } else if held.engine == engine {
                found[held.id] = .known
            }
        }
        return found
    }

    public func faceChanges(after version: Int64, limit: Int) async throws(StoreError) -> FaceChanges {
        var changes = FaceChanges(entries: [], version: version)
        let later = heldFaces.filter { $0.changed > version }.sorted {
            ($0.changed, $0.number) < ($1.changed, $1.number)
        }
        for held in later.prefix(limit) {
            if !changes.entries.contains(held.entry) { changes.entries.append(held.entry) }
            changes.version = held.changed
        }
        return changes
    }

    public func faceTemplates(of entries: [RecordID<WatchlistEntry>]) async throws(StoreError) -> [StoredTemplate] {
        templates(of: entries)
    }

    private func templates(of entries: [RecordID<WatchlistEntry>]) -> [StoredTemplate] {
        heldFaces.filter { entries.contains($0.entry) }.compactMap { held in
            held.face.map {
                StoredTemplate(
                    id: held.id, entry: held.entry, engine: held.engine, lastDay: held.lastDay,
                    isMerged: held.isMerged, template: $0.template)
            }
        }
    }

    public func facePortrait(
        of entry: RecordID<WatchlistEntry>, only id: RecordID<FaceEnrolment>?
    ) async throws(StoreError) -> FacePortrait? {
        heldFaces.last { $0.entry == entry && $0.face != nil && (id == nil || $0.id == id) }?.face?.portrait
    }

    public func faceListing(
        of entry: RecordID<WatchlistEntry>?, offset: Int, limit: Int
    ) async throws(StoreError) -> [FaceListing] {
        let found = heldFaces.filter { $0.face != nil && (entry == nil || $0.entry == entry) }
            .sorted { ($0.entry, $0.number) < ($1.entry, $1.number) }
        return found.dropFirst(offset).prefix(limit).map {
            FaceListing(
                id: $0.id, entry: $0.entry, engine: $0.engine, atMilliseconds: $0.atMilliseconds,
                lastDay: $0.lastDay, isMerged: $0.isMerged, quality: $0.quality)
        }
    }

    public func faceEntries(
        engine: String, offset: Int, limit: Int
    ) async throws(StoreError) -> [FaceEntrySummary] {
        let groups = Dictionary(grouping: heldFaces.filter { $0.face != nil }, by: \.entry)
        let found = groups.map { entry, held in
            FaceEntrySummary(
                entry: entry, pictures: held.count, elsewhere: held.count { $0.engine != engine },
                merged: held.count(where: \.isMerged), lastDay: held[0].lastDay,
                bestGrade: held.compactMap { $0.quality?.grade }.max(),
                newestAtMilliseconds: held.map(\.atMilliseconds).max() ?? 0)
        }
        return Array(found.sorted { ($0.lastDay, $0.entry) < ($1.lastDay, $1.entry) }.dropFirst(offset).prefix(limit))
    }

    public func faceTotals() async throws(StoreError) -> FaceTotals {
        let there = heldFaces.filter { $0.face != nil }
        return FaceTotals(
            entries: Set(there.map(\.entry)).count,
            pictures: there.reduce(into: [:]) { $0[$1.engine, default: 0] += 1 })
    }

    public func facesDescribedElsewhere(
        than engine: String, after number: Int64, limit: Int
    ) async throws(StoreError) -> [KeptPortrait] {
        heldFaces.filter { $0.number > number && $0.engine != engine }.compactMap { held in
            held.face.map {
                KeptPortrait(number: held.number, id: held.id, entry: held.entry, portrait: $0.portrait)
            }
        }.prefix(limit).map { $0 }
    }

    public func describeAgain(
        _ templates: [RecordID<FaceEnrolment>: FaceTemplate], engine: String, audit: [AuditEvent]
    ) async throws(StoreError) -> Int {
        let places = heldFaces.indices.filter { templates[heldFaces[$0].id] != nil }
        let count = places.count { place in
            templates[heldFaces[place].id].map { describe(place, $0, engine) } ?? false
        }
        chain(audit)
        return count
    }

    public func mergeFaces(
        of entry: RecordID<WatchlistEntry>, atLeast similarity: Double,
        audit: @escaping @Sendable (_ count: Int) -> [AuditEvent]
    ) async throws(StoreError) -> FaceMerge {
        let merge = FaceMerge(of: templates(of: [entry]), atLeast: similarity)
        guard case .merged(let count) = merge else { return merge }
        let places = heldFaces.indices.filter { heldFaces[$0].entry == entry && heldFaces[$0].face != nil }
        faceChange += 1
        for place in places { (heldFaces[place].isMerged, heldFaces[place].changed) = (true, faceChange) }
        chain(audit(count))
        return merge
    }

    public func forgetFaces(
        of entry: RecordID<WatchlistEntry>, only id: RecordID<FaceEnrolment>?, register: DestructionRegisterFile,
        atMilliseconds now: Int64, audit: @escaping @Sendable (_ count: Int) -> [AuditEvent]
    ) async throws(StoreError) -> Int {
        let count = forget { $0.entry == entry && (id == nil || $0.id == id) }
        if count > 0 { chain(audit(count)) }
        return count
    }

    public func forgetEndedFaces(
        register: DestructionRegisterFile, atMilliseconds now: Int64
    ) async throws(StoreError) -> Int {
        let today = FaceDay.of(milliseconds: now)
        let count = forget { $0.lastDay < today }
        if count > 0 {
            chain([
                AuditEvent(atMilliseconds: now, actor: .system, action: .forgetFace, detail: "ended=\(count)")
            ])
        }
        return count
    }

    private func forget(_ isMeant: (HeldFace) -> Bool) -> Int {
        let places = heldFaces.indices.filter { heldFaces[$0].face != nil && isMeant(heldFaces[$0]) }
        for place in places {
            faceChange += 1
            (heldFaces[place].face, heldFaces[place].changed) = (nil, faceChange)
        }
        return places.count
    }
}
