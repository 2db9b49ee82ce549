// SPDX-License-Identifier: Apache-2.0

import Casework
import Civil
import Faces
import Mandate
import Safeguards
import Wording

/// Stills of a case: one picture is searched once, two others decide, and only then is anything shown.
struct StillRoutes: Sendable {
    let lines: FaceLines

    var routes: [RouteDeclaration] {
        [
            .get("/foto-perkara", .policy(.searchFace)) { visit in try await page(visit) },
            .post("/foto-perkara", .policy(.searchFace), body: .portraits) { visit in try await search(visit) },
            .get("/foto-perkara/{id}/wajah", .policy(.searchFace)) { visit in
                let (desk, face) = try await confirmed(visit)
                guard let body = try await desk.shownProbe(face) else { throw DeskError.notFound }
                return reply(body, face)
            },
            .get("/foto-perkara/{id}/foto", .policy(.searchFace)) { visit in
                let (desk, face) = try await confirmed(visit)
                guard let picture = await desk.confirmedPortrait(face.match.entry) else { throw DeskError.notFound }
                return reply(.asset(picture.bitmap, type: "image/bmp"), face)
            },
        ]
    }

    private func page(_ visit: Visit) async throws -> Reply {
        guard let desk = visit.services.stations else { throw DeskError.notFound }
        let officer = try visit.officer().session.officer
        let matches = try await StationMatches(stillsOf: visit, desk)
        return .page(
            StillPage(
                visit: visit, obstacle: await desk.stillObstacle(),
                onDuty: await lines.onDuty.subtracting([officer]).count, matches: matches
            ).render(), shown: matches.shown, detail: "stills of a case")
    }

    /// The answer is the same whoever is found, or nobody.
    private func search(_ visit: Visit) async throws -> Reply {
        guard let desk = visit.services.stations else { throw DeskError.notFound }
        guard let still = visit.form.file("foto"), !still.isEmpty else { throw DeskError.station(.noFace) }
        let isOpen = try await desk.take(still: still, by: try visit.mandate(), atMilliseconds: visit.now)
        if isOpen { await lines.alert() }
        var reply = await visit.done("/foto-perkara", visit.words(StillText.searched))
        // The search itself was recorded before it was made.
        reply.isRecorded = true
        return reply
    }

    /// A confirmed face of a still of the reader's own, within the case that they have declared.
    private func confirmed(_ visit: Visit) async throws -> (StationDesk, ConfirmedFace) {
        guard let desk = visit.services.stations else { throw DeskError.notFound }
        let id = try visit.id(of: ReviewedFace.self)
        let found = try await desk.matches(ofStillsBy: try visit.mandate(), atMilliseconds: visit.now)
        guard let face = found.first(where: { $0.id == id }) else { throw DeskError.notFound }
        return (desk, face)
    }

    private func reply(_ body: Reply.Body, _ face: ConfirmedFace) -> Reply {
        Reply(body: body, shown: ["face:\(face.id)", "entry:\(face.match.entry)"])
    }
}
