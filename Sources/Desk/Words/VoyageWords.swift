// SPDX-License-Identifier: Apache-2.0

import Civil
import Travel
import Wording

extension Words {
    /// What officers call a voyage; a crossing day at a land post, which has no number, by its day.
    func name(of facts: VoyageFacts) -> String {
        if facts.designation != "–" { return facts.designation }
        let day = (facts.arrival ?? facts.departure).map { " " + shortDate($0.date) } ?? ""
        return facts.mode == .land
            ? self(VoyageText.crossing) + day : self(VoyageText.unnumbered) + day
    }

    /// `SIN → CGK`; where one side of a land border is left open, `perbatasan → IDENT`.
    func route(of facts: VoyageFacts) -> String {
        let open = facts.mode == .land ? self(VoyageText.border) : "–"
        return [facts.from, facts.to].map { $0 ?? open }.joined(separator: " → ")
    }
}
