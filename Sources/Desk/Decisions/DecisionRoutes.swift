// SPDX-License-Identifier: Apache-2.0

import Casework
import Civil
import Mandate
import Safeguards
import Wording

/// What was decided, by whom, why; not the looks at alarms about officers' reading, which are on the audit page.
enum DecisionRoutes {
    static let routes: [RouteDeclaration] = [
        .get("/keputusan", .policy(.viewDecisions)) { visit in
            let kinds: Set<DecisionKind> =
                visit.query["jenis"].flatMap { DecisionKind(rawValue: $0) }.flatMap { $0 == .alarmSeen ? nil : [$0] }
                ?? [
                    .judged, .assigned, .examined, .entryWritten, .entryWithdrawn, .handoverWritten, .shiftTaken,
                    .residentLookedUp, .registryFaceReplied, .identityJudged, .personJudged, .holdPlaced, .holdLifted,
                    .revealRequested, .revealAnswered, .face,
                ]
            let post = visit.boardPosts == nil ? nil : visit.signedIn?.session.chosenPost
            let records = try await visit.services.store.decisions(
                kinds: kinds, post: post, sinceMilliseconds: visit.now - 7 * 86_400_000, limit: 300
            )
            .filter { !$0.isOpenAnswer }
            let officers = try await OfficerNames.all(visit)
            let alarms = try await LookUpAlarmDesk(services: visit.services).alarms(
                at: visit.boardPosts, now: visit.now)
            return .page(
                DecisionsPage(visit: visit, records: records, officers: officers, alarms: alarms).render(),
                shown: records.map { "decision:\($0.id)" })
        }
    ]
}

/// The names behind officers' identifiers.
enum OfficerNames {
    static func all(_ visit: Visit) async throws -> [RecordID<Officer>: Officer] {
        Dictionary(
            try await visit.services.store.accounts().map { ($0.officer.id, $0.officer) },
            uniquingKeysWith: { a, _ in a })
    }
}

/// The page of decisions of the last seven days.
struct DecisionsPage {
    let visit: Visit
    let records: [DecisionRecord]
    let officers: [RecordID<Officer>: Officer]
    let alarms: [LookUpAlarm]

    func render() -> String {
        let words = visit.words
        return PageFrame(visit, words(DecisionText.title), current: .decisions).render { html in
            html.add("div", ["class": "page-head"]) { html in
                html.add("h1", words(DecisionText.title))
                html.add("p", ["class": "quiet"], words("Tujuh hari terakhir", "The last seven days"))
            }
            LookUpAlarmTable(visit: visit, alarms: alarms, officers: officers).write(&html)
            html.add("form", ["method": "get", "action": "/keputusan", "class": "toolbar"]) { html in
                html.add("label", ["for": "jenis"], words(DecisionText.kind))
                html.add("select", ["id": "jenis", "name": "jenis"]) { html in
                    html.add("option", ["value": ""], words.raised(words(BoardText.allVoyages)))
                    for kind in DecisionKind.allCases where kind != .accountWritten && kind != .alarmSeen {
                        html.add(
                            "option",
                            ["value": kind.rawValue, "selected": flag(visit.query["jenis"] == kind.rawValue)],
                            words(.decisionKind, kind))
                    }
                }
                html.add("button", ["class": "button small"], words(CommonText.filter))
            }
            if records.isEmpty {
                html.add("p", ["class": "empty"], words(DecisionText.none))
            } else {
                DecisionTable(visit: visit, records: records, officers: officers).write(&html)
            }
        }
    }
}
