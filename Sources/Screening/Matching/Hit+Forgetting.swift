// SPDX-License-Identifier: Apache-2.0

public import Mandate
internal import Travel

extension BlindToken {
    /// Stands where a token was and tells nothing.
    public static let forgotten = BlindToken(high: 0, low: 0)
}

extension Hit {
    /// The hit without what points to a person: it still says which entry matched in which ways, how strongly, and what
    /// officers made of it. One that nobody judged lapses.
    public func depersonalised() -> Hit {
        var hit = self
        hit.reasons = reasons.map(\.depersonalised)
        hit.facts = .forgotten
        hit.personTokens = []
        if status.isWaiting { hit.status = .lapsed }
        return hit
    }
}

extension HitReason {
    /// The reason with values that many share, and no others: sex, nationality, year of birth.
    var depersonalised: HitReason {
        var reason = self
        switch kind {
        case .sexEqual, .sexDiffers, .nationalityEqual, .nationalityDiffers: break
        case .birthDateEqual, .birthDatePartial, .birthDateDiffers:
            reason.observed = String(observed.prefix(4))
            reason.expected = String(expected.prefix(4))
        case .documentEqual, .documentOtherIssuer, .nameEqual, .nameFolded, .namePartial, .phoneEqual, .emailEqual,
            .cardEqual:
            reason.observed = ""
            reason.expected = ""
        }
        return reason
    }
}
