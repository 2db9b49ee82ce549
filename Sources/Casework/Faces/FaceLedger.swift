// SPDX-License-Identifier: Apache-2.0

public import Civil

/// What the decision log says of reviews, as far as stations and reviewers look at it. Held in memory, so nothing that
/// somebody wrote is in it, and of the past only as much as is looked at.
public struct FaceLedger: Hashable, Sendable {
    /// Reviews that began and have not ended, whenever that was.
    public private(set) var open: [RecordID<ReviewedFace>: FaceOrigin] = [:]
    /// In the order of the log.
    private var confirmed: [ConfirmedFace] = []
    private var steps: [FaceTally.Step] = []

    /// The most confirmed matches and steps of reviews that are held, the newest ones.
    static let mostConfirmed = 10_000
    static let mostSteps = 100_000

    public init() {}

    /// Adds the next decisions of the log.
    public mutating func add(_ records: some Sequence<DecisionRecord>) {
        for record in records {
            guard case .face(let decision) = record.decision else { continue }
            if !isOfStill(decision), let step = FaceTally.Step(decision, atMilliseconds: record.atMilliseconds) {
                steps.append(step)
            }
            switch decision {
            case .opened(let review, let origin, _, _): open[review] = origin
            case .judged, .searched: break
            case .ended(let review, let origin, let verdict):
                open[review] = nil
                guard case .confirmed(let match) = verdict else { continue }
                confirmed.append(
                    ConfirmedFace(id: review, origin: origin, atMilliseconds: record.atMilliseconds, match: match))
            case .acted(var act):
                act.note = ""
                if let place = confirmed.lastIndex(where: { $0.id == act.review }) { confirmed[place].act = act }
            }
        }
        confirmed.removeFirst(max(0, confirmed.count - Self.mostConfirmed))
        steps.removeFirst(max(0, steps.count - Self.mostSteps))
    }

    /// Stills are in no figures: whoever put one in would see by them whether somebody was found.
    private func isOfStill(_ decision: FaceDecision) -> Bool {
        let origin: FaceOrigin? =
            switch decision {
            case .opened(_, let origin, _, _), .ended(_, let origin, _): origin
            case .judged(let judgement): open[judgement.review]
            case .acted, .searched: nil
            }
        return origin.map { $0.station == nil } ?? false
    }

    /// The confirmed matches of an origin since a moment, newest first.
    public func matches(of origin: FaceOrigin, sinceMilliseconds since: Int64) -> [ConfirmedFace] {
        confirmed(sinceMilliseconds: since).filter { $0.origin == origin }
    }

    /// All confirmed matches since a moment, newest first.
    public func confirmed(sinceMilliseconds since: Int64) -> [ConfirmedFace] {
        confirmed.filter { $0.atMilliseconds >= since }.reversed()
    }

    /// The figures of stations since a moment.
    public func tally(sinceMilliseconds since: Int64) -> FaceTally {
        FaceTally(steps.filter { $0.atMilliseconds >= since })
    }
}
