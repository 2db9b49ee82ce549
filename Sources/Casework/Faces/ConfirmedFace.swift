// SPDX-License-Identifier: Apache-2.0

public import Civil

/// A confirmed match as its station, or whoever put the still in, may see it; read from the decision log.
public struct ConfirmedFace: Hashable, Sendable, Identifiable {
    public var id: RecordID<ReviewedFace>
    public var origin: FaceOrigin
    public var atMilliseconds: Int64
    public var match: FaceMatch
    /// What the station's officer did; nil while it waits.
    public var act: FaceAct?

    /// The confirmed matches among decisions, newest first.
    public static func all(in records: [DecisionRecord]) -> [ConfirmedFace] {
        var acts: [RecordID<ReviewedFace>: FaceAct] = [:]
        var found: [ConfirmedFace] = []
        for record in records {
            guard case .face(let decision) = record.decision else { continue }
            if case .acted(let act) = decision { acts[act.review] = act }
            if case .ended(let review, let origin, .confirmed(let match)) = decision {
                found.append(
                    ConfirmedFace(id: review, origin: origin, atMilliseconds: record.atMilliseconds, match: match))
            }
        }
        return found.map { face in
            var face = face
            face.act = acts[face.id]
            return face
        }.sorted { $0.atMilliseconds > $1.atMilliseconds }
    }
}
