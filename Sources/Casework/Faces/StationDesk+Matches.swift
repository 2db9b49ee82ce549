// SPDX-License-Identifier: Apache-2.0

public import Civil
public import Faces
public import Mandate
internal import Screening
public import Watchlists

extension StationDesk {
    /// The confirmed matches of a station in its last hours, from the log; nothing of a review that was not confirmed.
    public func matches(
        at name: StationName, atMilliseconds now: Int64
    ) async throws(StationRefusal) -> [ConfirmedFace] {
        try await ledger(atMilliseconds: now).matches(
            of: .station(name), sinceMilliseconds: now - Self.keptMilliseconds)
    }

    /// All confirmed matches of the last hours, newest first: for pages that show hits.
    public func confirmed(atMilliseconds now: Int64) async throws(StationRefusal) -> [ConfirmedFace] {
        try await ledger(atMilliseconds: now).confirmed(sinceMilliseconds: now - Self.keptMilliseconds)
    }

    /// The probe of a confirmed match from memory; nil after a restart, when ``keptProbe(_:)`` still has it.
    public func confirmedProbe(_ id: RecordID<ReviewedFace>) -> Picture? {
        guard case .confirmed? = reviews[id]?.verdict else { return nil }
        return probes[id]
    }

    /// The sealed picture of a confirmed match, opened, as JPEG; nil where none was kept, and once it is gone.
    public func keptProbe(_ id: RecordID<ReviewedFace>) async throws(StationRefusal) -> [UInt8]? {
        do { return try await store.probePicture(of: id) } catch { throw .store(error) }
    }

    /// The enrolled photograph of an entry of a confirmed match; nil after a restart, and once the gallery has none.
    public func confirmedPortrait(_ entry: RecordID<WatchlistEntry>) async -> Picture? {
        let isConfirmed = reviews.values.contains { review in
            if case .confirmed(let match) = review.verdict { match.entry == entry } else { false }
        }
        guard isConfirmed, portraits[entry] != nil else { return nil }
        return await portraitNow(of: entry)
    }

    /// Which station a review is of.
    public func station(of id: RecordID<ReviewedFace>) -> StationName? { reviews[id]?.origin.station }

    /// Notes what a station's officer did about a confirmed match.
    public func act(
        _ act: FaceAct, at name: StationName, by mandate: Mandated, atMilliseconds now: Int64
    ) async throws(StationRefusal) {
        guard act.note.count <= 500 else { throw .reasonRequired }
        await beginTurn()
        defer { endTurn() }
        guard let match = try await matches(at: name, atMilliseconds: now).first(where: { $0.id == act.review }),
            match.act == nil
        else { throw .unknown }
        var act = act
        act.match = match.match
        let review = FaceReview(
            id: act.review, origin: .station(name), candidates: [], attendants: [], openedAtMilliseconds: now,
            limitSeconds: 0)
        try await write(
            [record(.acted(act), of: review, by: mandate, now)], .runStation, of: review, by: mandate, now,
            subjects: ["entry:\(match.match.entry)"], detail: act.result.rawValue)
        probes[act.review] = nil
    }
}
