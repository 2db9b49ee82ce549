// SPDX-License-Identifier: Apache-2.0

import Casework
import Wording

/// What was decided about a face at a station, for the list of decisions.
enum FaceDecisionWords {
    static func text(_ decision: FaceDecision, _ words: Words) -> String {
        switch decision {
        case .opened(_, let station, _, _): station.description
        case .judged(let judgement): words(.judgementAnswer, judgement.answer) + " – " + judgement.reason
        case .ended(_, let station, let verdict): "\(station) – " + words(.faceVerdict, verdict.kind)
        case .searched(let station, _, let people): "\(station) – " + words.number(people)
        case .acted(let act): words(.faceAct, act.result) + (act.note.isEmpty ? "" : " – " + act.note)
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
