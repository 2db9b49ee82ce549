// SPDX-License-Identifier: Apache-2.0

import Casework
import Civil
import Faces
import HTTPTypes
import Mandate
import Safeguards
import Wording

/// Stations: the camera's page, its frames, and what two reviewers confirmed.
struct StationRoutes: Sendable {
    let lines: FaceLines

    var routes: [RouteDeclaration] {
        [
            .get("/stasiun", .policy(.runStation)) { visit in .page(StationListPage(visit: visit).render()) },
            .get("/stasiun/{nama}", .policy(.runStation)) { visit in try await page(visit) },
            .post("/stasiun/{nama}/{id}", .policy(.runStation)) { visit in try await act(visit) },
            .get("/stasiun/{nama}/{id}/wajah", .policy(.runStation)) { visit in try await probe(visit) },
            .get("/stasiun/{nama}/{id}/foto", .policy(.runStation)) { visit in try await portrait(visit) },
            .post("/api/station/{nama}/frame", .camera(.runStation), body: .frame, isInterface: true) { visit in
                try await frame(visit)
            },
            .get("/api/station/{nama}", .policy(.runStation), isInterface: true) { visit in try await news(visit) },
            .get("/live/station/{nama}", .policy(.runStation), isInterface: true) { visit in
                let (_, station) = try station(visit)
                return Reply(
                    body: .events(try await lines.subscribe(visit, .station(station.name))),
                    detail: "station line opened \(station.name)")
            },
        ]
    }

    private func page(_ visit: Visit) async throws -> Reply {
        let (desk, station) = try station(visit)
        try await desk.attend(visit.officer().session.officer, at: station.name, atMilliseconds: visit.now)
        let matches = try await StationMatches(visit, desk, station)
        let obstacle = await desk.obstacle(at: station.name, atMilliseconds: visit.now)
        var reply = Reply.page(
            StationPage(visit: visit, station: station, obstacle: obstacle, matches: matches).render(),
            shown: matches.shown, detail: "station \(station.name)")
        reply.usesCamera = true
        return reply
    }

    /// A frame of the camera. The answer counts faces; it says nothing of anybody, whether or not a review began.
    private func frame(_ visit: Visit) async throws -> Reply {
        guard let desk = visit.services.stations, let name = visit.parameters["nama"].flatMap({ StationName($0) })
        else {
            throw DeskError.notFound
        }
        if let camera = visit.camera {
            guard camera == name else { throw DeskError.forged }
        } else {
            _ = try station(visit)
        }
        let outcome = try await desk.take(
            visit.body, at: name, attendant: visit.camera == nil ? try visit.mandate() : nil,
            onDuty: await lines.onDuty, atMilliseconds: visit.now)
        if !outcome.opened.isEmpty { await lines.alert() }
        let json = DeskJSON.object(["faces": "\(outcome.faces)", "searched": "\(outcome.searched)"])
        // Nothing is shown about anybody; that the station runs is recorded with its page.
        return Reply(body: .json(Array(json.utf8)), isRecorded: true)
    }

    private func news(_ visit: Visit) async throws -> Reply {
        let (desk, station) = try station(visit)
        let matches = try await StationMatches(visit, desk, station)
        var reply = Reply.json(Array(matches.json.utf8), shown: matches.shown)
        reply.detail = "station \(station.name)"
        return reply
    }

    private func probe(_ visit: Visit) async throws -> Reply {
        let (desk, face) = try await confirmed(visit)
        guard let body = try await desk.shownProbe(face) else { throw DeskError.notFound }
        return Reply(body: body, shown: ["face:\(face.id)", "entry:\(face.match.entry)"])
    }

    private func portrait(_ visit: Visit) async throws -> Reply {
        let (desk, face) = try await confirmed(visit)
        guard let picture = await desk.confirmedPortrait(face.match.entry) else { throw DeskError.notFound }
        return Reply(
            body: .asset(picture.bitmap, type: "image/bmp"), shown: ["face:\(face.id)", "entry:\(face.match.entry)"])
    }

    private func act(_ visit: Visit) async throws -> Reply {
        let (_, station) = try station(visit)
        let (desk, face) = try await confirmed(visit)
        guard let result = visit.form["hasil"].flatMap({ FaceActResult(rawValue: $0) }) else {
            throw DeskError.badRequest(field: "hasil")
        }
        try await desk.act(
            FaceAct(review: face.id, result: result, note: visit.form["catatan"] ?? ""), at: station.name,
            by: try visit.mandate(), atMilliseconds: visit.now)
        return await visit.done("/stasiun/\(station.name)", visit.words(StationText.actDone))
    }

    private func confirmed(_ visit: Visit) async throws -> (StationDesk, ConfirmedFace) {
        let (desk, station) = try station(visit)
        let id = try visit.id(of: ReviewedFace.self)
        let found = try await desk.matches(at: station.name, atMilliseconds: visit.now)
        guard let face = found.first(where: { $0.id == id }) else { throw DeskError.notFound }
        return (desk, face)
    }

    /// The station of the address, at the officer's post and for the purpose that was declared.
    private func station(_ visit: Visit) throws(DeskError) -> (StationDesk, FaceStation) {
        guard let desk = visit.services.stations, let name = visit.parameters["nama"].flatMap({ StationName($0) }),
            let station = desk.plan.station(name)
        else { throw .notFound }
        let session = try visit.officer().session
        guard session.chosenPost == name.post else { throw .refused(.runStation, .otherPost) }
        guard session.grant?.purpose == station.purpose else { throw .refused(.runStation, .notForPurpose) }
        return (desk, station)
    }
}
