// SPDX-License-Identifier: Apache-2.0

import Casework
import Civil
import Mandate
import Safeguards
import Screening
import Travel
import Wording

/// The end of a shift and the beginning of the next.
enum HandoverRoutes {
    static let routes: [RouteDeclaration] = [
        .get("/serah-terima", .policy(.viewHandover)) { visit in
            let opening = try await HandoverOpening(visit)
            return .page(HandoverPage(visit: visit, opening: opening).render(), shown: opening.shown)
        },
        .post("/serah-terima", .policy(.writeHandover)) { visit in
            let opening = try await HandoverOpening(visit)
            try await visit.services.acts.writeHandover(
                HandoverNote(
                    post: opening.post, shiftStartedAtMilliseconds: opening.since, text: visit.form["catatan"] ?? ""),
                by: try visit.mandate(), atMilliseconds: visit.now)
            return await visit.done("/serah-terima", visit.words(HandoverText.noteSaved))
        },
        .post("/serah-terima/ambil", .policy(.takeOver)) { visit in
            let opening = try await HandoverOpening(visit)
            guard visit.form["baca"] != nil else {
                throw DeskError.casework(
                    .invalid(field: visit.words(HandoverText.takeOver), why: visit.words(HandoverText.takeOverHint)))
            }
            try await visit.services.acts.takeShift(
                post: opening.post, note: opening.note?.0.id, by: try visit.mandate(), atMilliseconds: visit.now)
            return await visit.done("/serah-terima", visit.words(HandoverText.takenOver))
        },
    ]
}

/// What stands between two shifts of a post.
struct HandoverOpening: Sendable {
    let post: PostCode
    /// When the shift began: the last take-over, else twelve hours ago.
    let since: Int64
    let onDuty: String?
    let note: (DecisionRecord, HandoverNote)?
    let decisions: [DecisionRecord]
    let hits: [HitRow]
    let officers: [RecordID<Officer>: Officer]

    init(_ visit: Visit) async throws {
        guard let post = visit.signedIn?.session.chosenPost else {
            throw DeskError.refused(.viewHandover, .postUnknown)
        }
        self.post = post
        let store = visit.services.store
        let names = try await OfficerNames.all(visit)
        officers = names
        let turns = try await store.decisions(
            kinds: [.handoverWritten, .shiftTaken], post: post, sinceMilliseconds: visit.now - 3 * 86_400_000, limit: 50
        )
        var taken: DecisionRecord?
        var written: (DecisionRecord, HandoverNote)?
        for turn in turns {
            if case .shiftTaken = turn.decision, taken == nil { taken = turn }
            if case .handoverWritten(let note) = turn.decision, written == nil { written = (turn, note) }
        }
        since = taken?.atMilliseconds ?? visit.now - 12 * 3_600_000
        onDuty = taken?.officer.flatMap { names[$0]?.displayName }
        note = written
        decisions = try await store.decisions(
            kinds: [.judged, .assigned, .examined], post: post, sinceMilliseconds: since, limit: 300)
        let minute = Int(visit.now / 60_000)
        hits = try await store.hits(
            HitQuery(
                posts: [post.description], statuses: [.open, .reopened, .judgedNotEnough], fromUTC: minute - 12 * 60,
                toUTC: minute + 24 * 60, limit: 200))
    }

    var shown: [String] { hits.map { "hit:\($0.hit.id)" } + decisions.map { "decision:\($0.id)" } }
}
