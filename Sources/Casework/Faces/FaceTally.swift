// SPDX-License-Identifier: Apache-2.0

internal import Civil

/// What became of stations' reviews, counted from the decision log: the operator's own figures.
public struct FaceTally: Hashable, Sendable {
    /// Reviews that began.
    public private(set) var opened = 0
    /// How they ended.
    public private(set) var ends: [FaceVerdictKind: Int] = [:]
    /// Where the first two did not agree and a third answered.
    public private(set) var thirds = 0
    /// What the stations' officers did about confirmed matches.
    public private(set) var acts: [FaceActResult: Int] = [:]

    /// What is counted of a decision: no text, and nobody whom it is about.
    struct Step: Hashable, Sendable {
        enum What: Hashable, Sendable {
            case opened, judged
            case ended(FaceVerdictKind)
            case acted(FaceActResult)
        }

        let review: RecordID<ReviewedFace>
        let atMilliseconds: Int64
        let what: What

        /// Nil for a count of people, which no review is about.
        init?(_ decision: FaceDecision, atMilliseconds: Int64) {
            guard let review = decision.review else { return nil }
            self.review = review
            self.atMilliseconds = atMilliseconds
            switch decision {
            case .opened: what = .opened
            case .judged: what = .judged
            case .ended(_, _, let verdict): what = .ended(verdict.kind)
            case .acted(let act): what = .acted(act.result)
            case .searched: return nil
            }
        }
    }

    init(_ steps: [Step]) {
        var answers: [RecordID<ReviewedFace>: Int] = [:]
        for step in steps {
            switch step.what {
            case .opened: opened += 1
            case .judged: answers[step.review, default: 0] += 1
            case .ended(let kind): ends[kind, default: 0] += 1
            case .acted(let result): acts[result, default: 0] += 1
            }
        }
        thirds = answers.values.count { $0 >= 3 }
    }

    /// Those that nobody saw in time.
    public var missed: Int { ends.filter(\.key.isMissed).values.reduce(0, +) }
}
