// SPDX-License-Identifier: Apache-2.0

import Mandate
import Safeguards

/// The policy as two tables, written by hand and independently of the file.
enum PolicyExpectation {
    /// Columns: officer, analyst, supervisor, intake engineer, administrator, auditor, data-protection officer, each with its
    /// purposes.
    private static let columns: [(Role, Purpose)] = [
        (.officer, .arrivalControl), (.officer, .departureControl), (.analyst, .targeting), (.analyst, .postSeizure),
        (.supervisor, .arrivalControl), (.supervisor, .departureControl), (.supervisor, .supervision),
        (.intakeEngineer, .intakeRepair), (.administrator, .administration), (.auditor, .oversight),
        (.dataProtectionOfficer, .oversight),
    ]

    /// o: at own posts only; a: at all posts; x: where no post is concerned; a dot: refused.
    private static let actions = """
        action            Of.. An.. Sv.... I A U D
        view-board        o o  a a  o o o  . . . .
        view-voyage       o o  a a  o o o  . . . .
        view-traveller    o o  a a  o o o  . . . .
        view-source       o o  a a  o o o  a . . .
        view-hits         o o  a a  o o o  . . . .
        search            x x  a a  x x x  . . . .
        view-quarantine   . .  . .  . . .  a . . .
        view-watchlist    . .  a a  . . x  . . . .
        edit-watchlist    . .  a a  . . x  . . . .
        judge             o o  a .  o o o  . . . .
        assign            . .  . .  o o o  . . . .
        record-outcome    o o  . .  o o o  . . . .
        view-handover     o o  . .  o o o  . . . .
        write-handover    o o  . .  o o o  . . . .
        take-over         o o  . .  o o o  . . . .
        enter-document    o o  . .  o o .  . . . .
        submit-manifest   o o  . .  o o .  a . . .
        view-decisions    . .  . a  . . o  . . . .
        view-audit        . .  . .  . . .  . . a a
        view-accounts     . .  . .  . . .  . a . .
        edit-account      . .  . .  . . .  . a . .
        view-status       . .  . .  . . .  . . . .
        view-quality      . .  . .  . . .  . . . .
        try-message       . .  a a  . . .  a . . .
        write-letter      . .  a a  . . .  a . . .
        view-profiles     . .  a .  . . .  a . . .
        edit-profile      . .  . .  . . .  a . . .
        replay-quarantine . .  . .  . . .  a . . .
        view-feeds        . .  . .  . . .  a a . .
        edit-feed         . .  . .  . . .  . a . .
        view-tables       . .  . .  . . .  a a . .
        edit-table        . .  . .  . . .  a a . .
        ingest            . .  . .  . . .  a . . .
        export            . .  a a  . . x  . . . .
        reveal            o o  a a  o o o  . . . .
        approve-reveal    . .  . .  . . o  . . . .
        look-up-resident  o o  . .  o o .  . . . .
        review-identity   o o  a a  o o o  . . . .
        manage-holds      . .  . .  . . o  . . . .
        view-holds        . .  . .  . . x  . . . a
        enrol-face        . .  a a  . . x  . . . .
        forget-face       . .  a a  . . x  . . . .
        view-faces        . .  a a  . . x  . . . .
        search-face       . .  . a  . . .  . . . .
        compare-holder    o o  . .  o o .  . . . .
        verify-holder     o o  . .  o o .  . . . .
        run-station       o o  . .  o o .  . . . .
        review-face       x x  a .  x x x  . . . .
        view-probe        o o  . a  o o o  . . . .
        """

    /// Who may do what without a purpose.
    private static let always: [Role: Set<PolicyAction>] = [
        .analyst: [.viewQuality], .supervisor: [.viewStatus, .viewQuality],
        .intakeEngineer: [.viewStatus, .viewQuality], .administrator: [.viewStatus],
        .dataProtectionOfficer: [.viewStatus, .viewQuality],
    ]

    /// S shown, M masked, a dot denied: first without a hit, then with one.
    private static let fields = """
        field            Of....  An....  Sv.......  I  A  U  D
        name             SS SS   SS SS   SS SS SS   .. .. .. ..
        birth-date       MS MS   SS SS   MS MS MS   .. .. .. ..
        birth-place      .S .S   .S SS   .S .S .S   .. .. .. ..
        sex              SS SS   SS SS   SS SS SS   .. .. .. ..
        nationality      SS SS   SS SS   SS SS SS   .. .. .. ..
        residence        MS MS   SS SS   MS MS MS   .. .. .. ..
        document         MS MS   MS SS   MS MS MS   .. .. .. ..
        nik              MS MS   MS MS   MS MS MS   .. .. .. ..
        contact          MS MS   MS SS   MS MS MS   .. .. .. ..
        address          MS MS   MS SS   MS MS MS   .. .. .. ..
        payment          MS MS   MS SS   MS MS MS   .. .. .. ..
        booking          MS MS   SS SS   MS MS MS   .. .. .. ..
        itinerary        SS SS   SS SS   SS SS SS   .. .. .. ..
        companions       SS SS   SS SS   SS SS SS   .. .. .. ..
        seat             SS SS   SS SS   SS SS SS   .. .. .. ..
        baggage          SS SS   SS SS   SS SS SS   .. .. .. ..
        source-text      MS MS   MS SS   MS MS MS   SS .. .. ..
        history          .S .S   SS SS   .S .S .S   .. .. .. ..
        hits             SS SS   SS SS   SS SS SS   .. .. .. ..
        watchlist-entry  .S .S   SS SS   .S .S .S   .. .. .. ..
        remarks          .S .S   .S .S   .S .S .S   .. .. .. ..
        disagreements    MS MS   SS SS   MS MS MS   .. .. .. ..
        registry         MS MS   MS SS   MS MS MS   .. .. .. ..
        mother-name      .S .S   .. ..   .S .S .S   .. .. .. ..
        family           .S .S   .S SS   .S .S .S   .. .. .. ..
        """

    static func answers() -> [String: String] {
        var answers = ["limits": "15 720 480 30", "reads": "40 10 3", "faces": "0.01 100000"]
        let actionRows = rows(actions)
        let fieldRows = rows(fields)
        for role in Role.allCases {
            for purpose in [nil] + Purpose.allCases.map(Optional.some) {
                let who = "\(role.rawValue) \(purpose?.rawValue ?? "without purpose")"
                let column = columns.firstIndex { $0.0 == role && $0.1 == purpose }
                for action in PolicyAction.allCases {
                    let row = actionRows[action.rawValue] ?? []
                    for place in ["nowhere", "own", "other"] {
                        answers["\(who) \(action.rawValue) \(place)"] = answer(
                            role, purpose, action, row, column, place)
                    }
                }
                for field in DataField.allCases {
                    let cell = column.map { Array(fieldRows[field.rawValue]?[$0] ?? "??") } ?? [".", "."]
                    let words: [Character: String] = ["S": "shown", "M": "masked", ".": "denied"]
                    answers["\(who) sees \(field.rawValue) plain"] = words[cell[0]]
                    answers["\(who) sees \(field.rawValue) hit"] = words[cell[1]]
                }
            }
        }
        return answers
    }

    private static func answer(
        _ role: Role, _ purpose: Purpose?, _ action: PolicyAction, _ row: [String], _ column: Int?, _ place: String
    ) -> String {
        if always[role]?.contains(action) == true { return "allowed" }
        let mayEver = zip(columns, row).contains { $0.0.0 == role && $0.1 != "." }
        guard mayEver else { return "not-for-role" }
        guard purpose != nil else { return "no-purpose" }
        switch (column.map { row[$0] } ?? ".", place) {
        case (".", _): return "not-for-purpose"
        case ("a", _), ("x", "nowhere"), ("o", "own"), ("x", "own"): return "allowed"
        case ("o", "nowhere"): return "post-unknown"
        default: return "other-post"
        }
    }

    private static func rows(_ table: String) -> [String: [String]] {
        var rows: [String: [String]] = [:]
        for line in table.split(separator: "\n").dropFirst() {
            let words = line.split(separator: " ").map(String.init)
            rows[words[0]] = Array(words.dropFirst())
        }
        return rows
    }
}
