// SPDX-License-Identifier: Apache-2.0

internal import Civil
internal import Faces
internal import Screening
internal import Watchlists

/// One review from its beginning to what came of it, put together from the decision log.
struct ReviewLife {
    let station: StationName
    let kind: PictureKind?
    let openedAtMilliseconds: Int64
    var answers: [FaceJudgement] = []
    var end: FaceVerdictKind?
    var act: FaceActResult?

    /// What two reviewers said alike: same of one entry, different, not enough evidence; nil where no two did.
    var agreed: JudgementAnswer? {
        for (place, one) in answers.enumerated() {
            let others = answers[(place + 1)...]
            if others.contains(where: { $0.answer == one.answer && $0.entry == one.entry }) { return one.answer }
        }
        return nil
    }

    /// Whether the first two said the same, each not knowing of the other; nil before two have answered.
    var firstTwoAgree: Bool? {
        guard answers.count >= 2 else { return nil }
        return answers[0].answer == answers[1].answer && answers[0].entry == answers[1].entry
    }
}

/// Reviews by their decisions in the order of time.
struct ReviewLives {
    private var lives: [RecordID<ReviewedFace>: ReviewLife] = [:]

    /// Those whose beginning was seen.
    var all: [ReviewLife] { Array(lives.values) }

    mutating func take(_ decision: FaceDecision, atMilliseconds: Int64) {
        switch decision {
        case .opened(let review, let origin, _, let kind):
            // A still within a case has no station whose figures it could be part of.
            guard let station = origin.station else { break }
            lives[review] = ReviewLife(station: station, kind: kind, openedAtMilliseconds: atMilliseconds)
        case .judged(let judgement): lives[judgement.review]?.answers.append(judgement)
        case .ended(let review, _, let verdict): lives[review]?.end = verdict.kind
        case .acted(let act): lives[act.review]?.act = act.result
        case .searched: break
        }
    }
}
