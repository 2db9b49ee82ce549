// SPDX-License-Identifier: Apache-2.0

public import Civil
internal import Faces
public import Mandate
internal import Safeguards
internal import Screening
public import Watchlists

/// What became of one picture of those handed in.
public struct PictureVerdict: Hashable, Sendable {
    /// Words of ``EnrolmentVerdict``, ``EnrolmentRefusal`` and ``PictureError``: several reasons where several speak against it.
    public let codes: [String]
    public let isRefusal: Bool
    /// Nil where the picture could not be measured.
    public let quality: EnrolmentQuality?

    init(_ verdict: EnrolmentVerdict, _ quality: EnrolmentQuality?) {
        (codes, isRefusal, self.quality) = ([verdict.rawValue], verdict.isRefusal, quality)
    }

    init(refused codes: [String]) { (self.codes, isRefusal, quality) = (codes, true, nil) }
}

extension GalleryDesk {
    /// Takes pictures of an entry's person into the gallery. A refused picture is nowhere when the call returns; what was
    /// taken is on disk, with the record that says how many of each.
    ///
    /// - Returns: the verdicts in the order of the pictures.
    /// - Throws: ``GalleryRefusal`` or `StoreError`.
    public func enrol(
        _ pictures: [[UInt8]], for entry: RecordID<WatchlistEntry>, by mandate: Mandated?, atMilliseconds now: Int64
    ) async throws -> [PictureVerdict] {
        guard let describer else { throw GalleryRefusal.noEngine }
        guard !pictures.isEmpty else { throw GalleryRefusal.noPicture }
        guard pictures.count <= Self.mostPictures else { throw GalleryRefusal.tooManyAtOnce }
        var verdicts: [PictureVerdict?] = []
        var read: [(place: Int, face: FaceEnrolment)] = []
        for (place, bytes) in pictures.enumerated() {
            do {
                let face = FaceEnrolment(
                    id: FaceEnrolment.id(of: bytes, for: entry, tokeniser: tokeniser), entry: entry,
                    engine: describer.engine, face: try await describer.describe(bytes), atMilliseconds: now,
                    officer: mandate?.officer)
                read.append((place, face))
                verdicts.append(nil)
            } catch let refusal as EnrolmentRefusal {
                verdicts.append(PictureVerdict(refused: refusal.codes))
            } catch let fault as PictureError {
                verdicts.append(PictureVerdict(refused: [fault.code]))
            } catch is FaceEngineError {
                throw GalleryRefusal.noEngine
            }
        }
        let poor = verdicts.compactMap(\.self).flatMap(\.codes)
        @Sendable func event(_ taken: [EnrolmentVerdict]) -> AuditEvent {
            let refused = pictures.count - taken.count { !$0.isRefusal }
            let codes = Set(poor + taken.filter(\.isRefusal).map(\.rawValue)).sorted()
            return AuditEvent(
                .enrolFace, by: mandate, atMilliseconds: now, outcome: refused == pictures.count ? .refused : .done,
                subjects: ["entry:\(entry)"],
                detail: "enrolled=\(taken.count { $0 == .enrolled }) refused=\(refused)"
                    + (codes.isEmpty ? "" : " " + codes.joined(separator: ",")))
        }
        guard !read.isEmpty else {
            try await store.appendAudit([event([])])
            return verdicts.compactMap(\.self)
        }
        let taken = try await faces.enrol(read.map(\.face), limit: limit, atMilliseconds: now) { [event($0)] }
        for (one, verdict) in zip(read, taken) { verdicts[one.place] = PictureVerdict(verdict, one.face.quality) }
        return verdicts.compactMap(\.self)
    }

    /// Lets the pictures of an entry count as one, the mean of their templates.
    ///
    /// - Returns: how many are one now.
    /// - Throws: ``GalleryRefusal`` or `StoreError`.
    public func merge(
        _ entry: RecordID<WatchlistEntry>, by mandate: Mandated?, atMilliseconds now: Int64
    ) async throws -> Int {
        let merge = try await faces.mergeFaces(of: entry, atLeast: Self.leastSimilarity) { count in
            [
                AuditEvent(
                    .enrolFace, by: mandate, atMilliseconds: now, subjects: ["entry:\(entry)"],
                    detail: "merged=\(count)")
            ]
        }
        switch merge {
        case .merged(let count): return count
        case .nothingToMerge: throw GalleryRefusal.nothingToMerge
        case .unlike: throw GalleryRefusal.unlike
        }
    }

    /// Destroys pictures of an entry for good.
    ///
    /// - Parameter id: only this one; nil for all.
    /// - Returns: how many there were.
    /// - Throws: ``GalleryRefusal/gone`` or `StoreError`.
    public func forget(
        _ entry: RecordID<WatchlistEntry>, only id: RecordID<FaceEnrolment>?, reason: FaceForgettingReason,
        by mandate: Mandated?, atMilliseconds now: Int64
    ) async throws -> Int {
        let count = try await faces.forgetFaces(of: entry, only: id, register: register, atMilliseconds: now) { count in
            [
                AuditEvent(
                    .forgetFace, by: mandate, atMilliseconds: now, subjects: ["entry:\(entry)"],
                    detail: "\(reason.rawValue) pictures=\(count)")
            ]
        }
        guard count > 0 else { throw GalleryRefusal.gone }
        return count
    }
}
