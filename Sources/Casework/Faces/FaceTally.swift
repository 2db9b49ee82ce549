// SPDX-License-Identifier: Apache-2.0

internal import Civil

/// What became of reviews, counted from the decision log: the operator's own figures.
public struct FaceTally: Hashable, Sendable {
    /// Reviews that began.
    public private(set) var opened = 0
    /// How they ended.
    public private(set) var ends: [FaceVerdictKind: Int] = [:]
    /// Where the first two did not agree and a third answered.
    public private(set) var thirds = 0
    /// What the stations' officers did about confirmed matches.
    public private(set) var acts: [FaceActResult: Int] = [:]

    public init(_ records: [DecisionRecord]) {
        var answers: [RecordID<ReviewedFace>: Int] = [:]
        for record in records {
            guard case .face(let decision) = record.decision else { continue }
            switch decision {
            case .opened: opened += 1
            case .judged(let judgement): answers[judgement.review, default: 0] += 1
            case .ended(_, _, let verdict): ends[verdict.kind, default: 0] += 1
            case .acted(let act): acts[act.result, default: 0] += 1
            case .searched: break
            }
        }
        thirds = answers.values.count { $0 >= 3 }
    }

    /// Those that nobody saw in time.
    public var missed: Int { ends.filter(\.key.isMissed).values.reduce(0, +) }
}
