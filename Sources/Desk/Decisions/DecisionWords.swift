// SPDX-License-Identifier: Apache-2.0

import Casework
import Civil
import Mandate
import Manifests
import Messages
import Screening
import Travel
import Watchlists
import Wording

/// Decisions as lines of a list: what, about whom (by opaque identifier), why. No data of travellers.
struct DecisionWords {
    let record: DecisionRecord
    let words: Words
    let officers: [RecordID<Officer>: Officer]

    var kind: String { words.raised(words(.decisionKind, record.decision.kind)) }

    var officer: String {
        record.officer.map { officers[$0]?.displayName ?? String("\($0)".prefix(8)) } ?? words(DecisionText.systemActor)
    }

    /// What was decided, with its reason.
    var text: String {
        switch record.decision {
        case .judged(_, let judgement): words(.judgementAnswer, judgement.answer) + " – " + judgement.reason
        case .assigned(_, _, let to):
            "→ " + (to.map { officers[$0]?.displayName ?? String("\($0)".prefix(8)) } ?? words(HitText.unassigned))
        case .examined(let examination):
            ExaminationWords.text(examination.result, words)
                + (examination.note.isEmpty ? "" : " – " + examination.note)
        case .entryWritten(let entry): words.raised(words(.watchlistCategory, entry.category)) + " · " + entry.basis
        case .entryWithdrawn(_, let reason): reason
        case .handoverWritten(let note): String(note.text.prefix(160))
        case .shiftTaken(let takeover): takeover.post.description
        case .layoutWritten(let layout):
            layout.operatorCode + " · " + words(ManifestText.version) + " \(layout.version)"
        case .profileSaved(let saved): saved.profile.id + " v\(saved.version)"
        case .feedWritten(let version):
            "\(version.feed.name) v\(version.feed.version) – " + words(.feedAct, version.act)
                + (version.reason.isEmpty ? "" : " – " + version.reason)
        case .tableChanged(let change):
            words(.codeTable, change.table) + " – " + words(.tableAct, change.act) + ": "
                + RowChangeTable.codes(change.rows.map(\.code)) + " – " + change.reason
        case .quarantineReplayed(let replayed):
            words.messages(replayed.results.count) + (replayed.profile.map { " · \($0.id) v\($0.version)" } ?? "")
        case .registryReplied: ""
        case .registryFaceReplied(let reply): words(.registryFaceAnswer, reply.answer)
        case .personJudged(let decision): decision.reason
        case .holdPlaced(let hold): hold.caseNumber + " – " + hold.reason
        case .holdLifted(let lift): lift.reason
        case .revealRequested(let request): request.caseNumber + " – " + request.reason
        case .revealAnswered(let answer):
            switch answer.verdict {
            case .approved: words(RevealText.approved)
            case .declined(let reason): words(RevealText.declined) + " " + reason
            }
        case .face(let decision): FaceDecisionWords.text(decision, words)
        case .alarmSeen(let seen): words(.readAlarm, seen.alarm.kind) + " – " + seen.note
        case .identityJudged(let judgement):
            words(.judgementAnswer, judgement.answer) + " – " + judgement.reason
        case .residentLookedUp(let lookUp):
            (lookUp.reason.map { words(LookUpText.untied) + ": " + $0 } ?? words(LookUpText.tied))
                + (lookUp.asksDetails == true ? " · " + words(LookUpText.details) : "")
        case .accountWritten(let account): account.officer.displayName + " · " + words(.role, account.officer.role)
        }
    }

    /// Where the decision can be seen in its place.
    var path: String? {
        switch record.decision {
        case .judged(_, let judgement): "/penumpang/\(judgement.traveller)"
        case .identityJudged(let judgement): "/penumpang/\(judgement.traveller)"
        case .revealRequested(let request): "/penumpang/\(request.traveller)"
        case .examined(let examination): "/penumpang/\(examination.traveller)"
        case .face(let decision): FaceDecisionWords.path(decision)
        default: nil
        }
    }
}

/// A table of decisions.
struct DecisionTable {
    let visit: Visit
    let records: [DecisionRecord]
    let officers: [RecordID<Officer>: Officer]

    func write(_ html: inout Markup) {
        let words = visit.words
        html.add("div", ["class": "scroll"]) { html in
            html.add("table", ["class": "rows"]) { html in
                html.add(
                    "caption",
                    words("\(words.number(records.count)) keputusan", "\(words.number(records.count)) decisions"))
                TableParts.head(
                    [
                        words(CommonText.time), words(DecisionText.kind), words(DecisionText.about),
                        words(DecisionText.by),
                        words(CommonText.post),
                    ], &html)
                html.add("tbody") { html in
                    for record in records {
                        let line = DecisionWords(record: record, words: words, officers: officers)
                        html.add("tr", ["data-row": ""]) { html in
                            html.add("td", ["class": "mono"], visit.clock.moment(record.atMilliseconds, now: visit.now))
                            html.add("th", ["scope": "row"]) { html in
                                if let path = line.path, visit.allows(.viewTraveller) {
                                    html.add("a", ["href": path, "data-open": ""], line.kind)
                                } else {
                                    html.say(line.kind)
                                }
                            }
                            html.add("td", line.text)
                            html.add("td", line.officer)
                            html.add("td", record.post?.description ?? "–")
                        }
                    }
                }
            }
        }
    }
}
