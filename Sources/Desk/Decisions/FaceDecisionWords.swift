// SPDX-License-Identifier: Apache-2.0

import Casework
import Wording

/// What was decided about a face at a station, for the list of decisions.
enum FaceDecisionWords {
    static func text(_ decision: FaceDecision, _ words: Words) -> String {
        switch decision {
        case .opened(_, let origin, _, _): place(origin, words)
        case .judged(let judgement): words(.judgementAnswer, judgement.answer) + " – " + judgement.reason
        case .ended(_, let origin, let verdict): place(origin, words) + " – " + words(.faceVerdict, verdict.kind)
        case .searched(let station, _, let people): "\(station) – " + words.number(people)
        case .acted(let act): words(.faceAct, act.result) + (act.note.isEmpty ? "" : " – " + act.note)
        }
    }

    /// The card of whom a confirmed face is; where they are on no journey the kept picture, to which nothing else leads.
    static func path(_ decision: FaceDecision) -> String? {
        guard let match = decision.match, let review = decision.review else { return nil }
        return match.journey.map { "/penumpang/\($0.traveller)" } ?? "/wajah-pasti/\(review)"
    }

    private static func place(_ origin: FaceOrigin, _ words: Words) -> String {
        switch origin {
        case .station(let name): name.description
        case .still(_, let caseNumber): words(StillText.title) + " " + caseNumber
        }
    }
}

extension DecisionRecord {
    /// Whether it would tell a reviewer what another one answered, or that a review is under way: such records are in the
    /// log and the audit trail, and on no page that a reviewer sees.
    var isOpenAnswer: Bool {
        guard case .face(let decision) = decision else { return false }
        switch decision {
        case .opened, .judged: return true
        case .ended, .acted, .searched: return false
        }
    }
}
