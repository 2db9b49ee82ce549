// SPDX-License-Identifier: Apache-2.0

import Casework
import Civil
import HTTPTypes
import Mandate
import Safeguards
import Wording

/// A visitor's own face: in a demonstration, and nowhere else.
enum VisitorRoutes {
    private static let path = VisitorPlace.path

    static let routes: [RouteDeclaration] = [
        .get(path, .signedIn) { visit in
            let desk = try desk(visit)
            return try await shown(VisitorPage(visit: visit), desk, visit)
        },
        .post(path, .signedIn, body: .portraits) { visit in try await enrol(visit) },
        .post(path + "/lupakan", .signedIn) { visit in
            _ = try desk(visit)
            await forget(visit)
            return await visit.done(path, visit.words(VisitorText.forgotten))
        },
    ]

    /// Forgets the face of whoever asks, with every picture that reviews hold of it.
    static func forget(_ visit: Visit) async {
        guard let session = visit.signedIn?.session,
            let entry = await visit.services.visitors?.forget(
                session.officer, by: session.mandated, atMilliseconds: visit.now)
        else { return }
        await visit.services.stations?.dropPictures(naming: entry)
    }

    /// The visitors of a demonstration; a desk of anything else has no such page.
    private static func desk(_ visit: Visit) throws(DeskError) -> VisitorDesk {
        guard visit.configuration.isDemo, ["127.0.0.1", "::1", "local"].contains(visit.address),
            let desk = visit.services.visitors
        else { throw .notFound }
        return desk
    }

    private static func enrol(_ visit: Visit) async throws -> Reply {
        let desk = try desk(visit)
        var page = VisitorPage(visit: visit)
        guard visit.form["setuju"] == "1" else {
            page.problem = .text(.consentNeeded)
            return try await shown(page, desk, visit)
        }
        guard let picture = visit.form.file("gambar"), !picture.isEmpty else {
            page.problem = .text(.noPicture)
            return try await shown(page, desk, visit)
        }
        do {
            // The one before goes, with what reviews hold of it.
            await forget(visit)
            _ = try await desk.enrol(picture, by: try visit.mandate(), atMilliseconds: visit.now)
        } catch let refusal as VisitorDesk.Refusal {
            switch refusal {
            case .unusable(let codes): page.problem = .codes(codes)
            case .full: page.problem = .text(.full)
            case .noEngine: page.problem = .text(.noEngine)
            case .store: throw DeskError.unavailable
            }
            return try await shown(page, desk, visit)
        }
        var reply = Reply.done(path)
        // The record was written before the face was kept.
        reply.isRecorded = true
        return reply
    }

    private static func shown(_ page: VisitorPage, _ desk: VisitorDesk, _ visit: Visit) async throws -> Reply {
        var page = page
        page.untilMilliseconds = await desk.keptUntil(try visit.officer().session.officer, atMilliseconds: visit.now)
        var reply = Reply.page(page.render())
        if page.problem != nil { reply.status = .unprocessableContent }
        reply.usesCamera = true
        return reply
    }
}
