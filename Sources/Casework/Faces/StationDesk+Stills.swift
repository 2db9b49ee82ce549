// SPDX-License-Identifier: Apache-2.0

internal import Civil
public import Faces
public import Mandate
internal import Screening
internal import Watchlists

extension StationDesk {
    /// What keeps stills from being searched; nil when nothing does.
    public func stillObstacle() async -> StationRefusal? {
        guard reader != nil else { return .noEngine }
        guard let gallery else { return .noGallery }
        return await gallery.obstacle(kind: .still).map { StationDesk.refusal($0) }
    }

    /// Searches the only face of a still once. Whoever put it in learns nothing here, and later only what two others have
    /// confirmed; the picture is nowhere when the call returns, but for a probe that waits for reviewers in memory.
    ///
    /// - Returns: whether a review began; for alerting reviewers, never for who put it in.
    public func take(
        still bytes: [UInt8], by mandate: Mandated, atMilliseconds now: Int64
    ) async throws(StationRefusal) -> Bool {
        guard let reader else { throw .noEngine }
        guard let gallery else { throw .noGallery }
        guard let origin = StationDesk.origin(of: mandate) else { throw .unknown }
        if let refusal = await gallery.obstacle(kind: .still) { throw StationDesk.refusal(refusal) }
        let faces: [SeenFace]
        do { faces = try await reader.faces(inStill: bytes) } catch { throw .badFrame }
        guard let face = faces.first else { throw .noFace }
        guard faces.count == 1 else { throw .severalFaces }
        // On disk before anybody is searched; it says the same whoever is found.
        do {
            try await store.appendAudit([
                AuditEvent(.searchFace, by: mandate, atMilliseconds: now, detail: "still searched")
            ])
        } catch { throw .store(error) }
        let found: [InterestCandidate]
        do {
            found = try await gallery.search(face.embedding, kind: .still, atMilliseconds: now)
        } catch { throw StationDesk.refusal(error) }
        guard !found.isEmpty else { return false }
        _ = try await open(face.view, from: origin, found, atMilliseconds: now)
        return true
    }

    /// What two others confirmed of the stills that an officer put in within the case that they have declared.
    public func matches(
        ofStillsBy mandate: Mandated, atMilliseconds now: Int64
    ) async throws(StationRefusal) -> [ConfirmedFace] {
        guard let origin = StationDesk.origin(of: mandate) else { return [] }
        return try await ledger(atMilliseconds: now).matches(
            of: origin, sinceMilliseconds: now - Self.keptMilliseconds)
    }

    private static func origin(of mandate: Mandated) -> FaceOrigin? {
        mandate.grant.map { .still(mandate.officer, caseNumber: $0.reference) }
    }
}

extension PictureKind {
    /// The sort of picture that stills of cases are, as `cermat face search` takes it where nothing else is said.
    public static let still: PictureKind = {
        guard let kind = PictureKind("photograph") else { preconditionFailure("letters are a kind") }
        return kind
    }()
}
