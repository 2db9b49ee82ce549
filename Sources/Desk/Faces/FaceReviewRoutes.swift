// SPDX-License-Identifier: Apache-2.0

import Casework
import Civil
import Faces
import Mandate
import Safeguards
import Screening
import Wording

/// Reviewers: who is on duty, what waits, and one review.
struct FaceReviewRoutes: Sendable {
    let lines: FaceLines

    var routes: [RouteDeclaration] {
        [
            .get("/tinjau-wajah", .policy(.reviewFace)) { visit in try await queue(visit) },
            .post("/tinjau-wajah", .policy(.reviewFace)) { visit in try await seat(visit) },
            .get("/tinjau-wajah/{id}", .policy(.reviewFace)) { visit in try await review(visit) },
            .get("/tinjau-wajah/{id}/uji", .policy(.reviewFace)) { visit in
                let (desk, id, officer) = try place(visit)
                guard let picture = await desk.probe(id, for: officer) else { throw DeskError.notFound }
                return Reply(body: .asset(picture.bitmap, type: "image/bmp"), shown: ["face:\(id)"])
            },
            .get("/tinjau-wajah/{id}/calon/{nomor}", .policy(.reviewFace)) { visit in
                let (desk, id, officer) = try place(visit)
                guard let number = visit.parameters["nomor"].flatMap({ Int($0) }),
                    let found = await desk.portrait(id, place: number - 1, for: officer)
                else { throw DeskError.notFound }
                return Reply(
                    body: .asset(found.picture.bitmap, type: "image/bmp"),
                    shown: ["face:\(id)", "entry:\(found.entry)"])
            },
            .post("/tinjau-wajah/{id}/jawaban", .policy(.reviewFace)) { visit in try await answer(visit) },
            .get("/live/face", .policy(.reviewFace), isInterface: true) { visit in
                Reply(body: .events(try await lines.subscribe(visit, .reviewer)), detail: "reviewer on duty")
            },
        ]
    }

    private func queue(_ visit: Visit) async throws -> Reply {
        guard let desk = visit.services.stations else { throw DeskError.notFound }
        let officer = try visit.officer().session.officer
        let duty = await lines.onDuty
        let waiting = await desk.waiting(for: officer, onDuty: duty, atMilliseconds: visit.now)
        let tally = try await desk.figures(
            sinceMilliseconds: visit.now - 30 * 86_400_000, atMilliseconds: visit.now)
        return .page(
            FaceQueuePage(visit: visit, waiting: waiting.count, onDuty: duty.count, tally: tally).render())
    }

    /// Takes the review that has waited longest; from then on its pictures may be seen.
    private func seat(_ visit: Visit) async throws -> Reply {
        guard let desk = visit.services.stations else { throw DeskError.notFound }
        let officer = try visit.officer().session.officer
        let duty = await lines.onDuty
        guard let id = await desk.waiting(for: officer, onDuty: duty, atMilliseconds: visit.now).first else {
            return await visit.done("/tinjau-wajah", visit.words(FaceReviewText.none))
        }
        try await visit.note(.reviewFace, subjects: ["face:\(id)"], detail: "seat taken")
        try await desk.seat(id, officer, onDuty: duty, atMilliseconds: visit.now)
        await lines.alert()
        return .done("/tinjau-wajah/\(id)")
    }

    private func review(_ visit: Visit) async throws -> Reply {
        let (desk, id, officer) = try place(visit)
        guard let sheet = await desk.sheet(id, for: officer) else { throw DeskError.notFound }
        var portraits: Set<Int> = []
        for number in sheet.entries.indices {
            if await desk.portrait(id, place: number, for: officer) != nil { portraits.insert(number) }
        }
        let isThere = await desk.probe(id, for: officer) != nil
        return .page(
            FaceReviewPage(visit: visit, sheet: sheet, hasProbe: isThere, portraits: portraits).render(),
            shown: ["face:\(id)"] + sheet.entries.map { "entry:\($0)" })
    }

    private func answer(_ visit: Visit) async throws -> Reply {
        let (desk, id, officer) = try place(visit)
        guard let sheet = await desk.sheet(id, for: officer) else { throw DeskError.notFound }
        guard let answer = visit.form["jawaban"].flatMap({ JudgementAnswer(rawValue: $0) }) else {
            throw DeskError.badRequest(field: "jawaban")
        }
        let number = visit.form["calon"].flatMap { Int($0) }.map { $0 - 1 }
        let entry = number.flatMap { sheet.entries.indices.contains($0) ? sheet.entries[$0] : nil }
        var features: [FaceFeature: FeatureFinding] = [:]
        for feature in FaceFeature.allCases {
            features[feature] = visit.form["ciri-" + feature.rawValue].flatMap { FeatureFinding(rawValue: $0) }
        }
        let verdict = try await desk.judge(
            FaceJudgement(
                review: id, answer: answer, entry: answer == .same ? entry : nil, reason: visit.form["alasan"] ?? "",
                features: features),
            by: try visit.mandate(), atMilliseconds: visit.now)
        if verdict?.kind == .confirmed, let station = await desk.station(of: id) {
            await lines.confirmed(at: station)
        }
        await lines.alert()
        return await visit.done("/tinjau-wajah/\(id)", visit.words(FaceReviewText.recorded))
    }

    private func place(_ visit: Visit) throws(DeskError) -> (StationDesk, RecordID<ReviewedFace>, RecordID<Officer>) {
        guard let desk = visit.services.stations else { throw .notFound }
        return (desk, try visit.id(of: ReviewedFace.self), try visit.officer().session.officer)
    }
}
