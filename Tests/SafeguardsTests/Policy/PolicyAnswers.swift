// SPDX-License-Identifier: Apache-2.0

import Mandate
import Safeguards

/// Everything that a policy can be asked, with its answer.
enum PolicyAnswers {
    static let own = PostCode("CGK").map { [$0] } ?? []
    static let other = PostCode("SUB").map { [$0] } ?? []

    static func of(_ policy: Policy) -> [String: String] {
        var answers: [String: String] = [:]
        let now: Int64 = 1_000
        for role in Role.allCases {
            for purpose in [nil] + Purpose.allCases.map(Optional.some) {
                let grant = purpose.map { PurposeGrant(purpose: $0, reference: "ST-1", expiresAtMilliseconds: now + 1) }
                let subject = PolicySubject(role: role, posts: own, grant: grant)
                let who = "\(role.rawValue) \(purpose?.rawValue ?? "without purpose")"
                for action in PolicyAction.allCases {
                    for (place, posts) in [("nowhere", []), ("own", own), ("other", other)] {
                        let decision = policy.decide(action, for: subject, at: Set(posts), atMilliseconds: now)
                        answers["\(who) \(action.rawValue) \(place)"] = word(decision)
                    }
                }
                for field in DataField.allCases {
                    for isHit in [false, true] {
                        let seen = policy.visibility(of: field, for: subject, isHit: isHit, atMilliseconds: now)
                        answers["\(who) sees \(field.rawValue) \(isHit ? "hit" : "plain")"] = seen.rawValue
                    }
                }
            }
        }
        let minutes = [
            policy.limits.idleMilliseconds, policy.limits.absoluteMilliseconds, policy.limits.purposeMilliseconds,
            policy.limits.revealMilliseconds,
        ].map { "\($0 / 60_000)" }
        answers["limits"] = minutes.joined(separator: " ")
        let reads = policy.reads
        answers["reads"] = "\(reads.fishingAnHour) \(reads.nightAnHour) \(reads.repeatDays)"
        answers["faces"] = "\(policy.faces.falsePositiveRate) \(policy.faces.galleryLimit)"
        return answers
    }

    private static func word(_ decision: PolicyDecision) -> String {
        switch decision {
        case .allowed: "allowed"
        case .refused(let refusal): refusal.rawValue
        }
    }
}
