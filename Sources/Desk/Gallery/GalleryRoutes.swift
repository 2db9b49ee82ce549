// SPDX-License-Identifier: Apache-2.0

import Casework
import Civil
import Faces
import HTTPTypes
import Mandate
import Screening
import Watchlists
import Wording

/// The gallery of persons of interest: the list, one entry's pictures, enrolling, merging and destroying them.
enum GalleryRoutes {
    private static let pageLimit = 100

    static let routes: [RouteDeclaration] = [
        .get("/galeri", .policy(.viewFaces)) { visit in try await list(visit) },
        .get("/galeri/{id}", .policy(.viewFaces)) { visit in
            let page = try await GalleryEntryPage(visit, isOpened: visit.query["gambar"] == "1")
            return .page(page.render(), shown: page.shown, detail: page.isOpened ? "pictures shown" : nil)
        },
        .get("/galeri/{id}/gambar/{gambar}", .policy(.viewFaces)) { visit in try await picture(visit) },
        .post("/galeri/{id}", .policy(.enrolFace), body: .faces) { visit in try await enrol(visit) },
        .post("/galeri/{id}/gabung", .policy(.enrolFace)) { visit in
            let (desk, id) = try place(visit)
            do { _ = try await desk.merge(id, by: try visit.mandate(), atMilliseconds: visit.now) } catch {
                return try await again(error, visit)
            }
            return await visit.done("/galeri/\(id)", visit.words(GalleryText.merged))
        },
        .post("/galeri/{id}/musnahkan", .policy(.forgetFace)) { visit in try await forget(visit) },
    ]

    private static func list(_ visit: Visit) async throws -> Reply {
        guard let desk = visit.services.gallery else { throw DeskError.notFound }
        let offset = min(1_000_000, max(0, visit.query["mulai"].flatMap { Int($0) } ?? 0))
        let overview = try await desk.overview(offset: offset, limit: pageLimit)
        let page = GalleryPage(
            visit: visit, overview: overview, hasEngine: desk.engine != nil, offset: offset,
            hasMore: overview.rows.count == pageLimit)
        return .page(page.render(), shown: overview.rows.map { "entry:\($0.entry)" }, detail: "gallery")
    }

    /// One portrait; its record is on disk before a byte of it leaves.
    private static func picture(_ visit: Visit) async throws -> Reply {
        let (desk, entry) = try place(visit)
        let id = try visit.id("gambar", of: FaceEnrolment.self)
        guard let portrait = try await desk.portrait(id, of: entry) else { throw DeskError.notFound }
        return Reply(
            body: .asset(portrait.jpeg, type: "image/jpeg"), shown: ["entry:\(entry)"], detail: "picture \(id)")
    }

    private static func enrol(_ visit: Visit) async throws -> Reply {
        let (desk, id) = try place(visit)
        guard try await visit.services.store.entries([id]).first != nil else { throw DeskError.notFound }
        let files = visit.form.uploads("gambar")
        let verdicts: [PictureVerdict]
        do {
            verdicts = try await desk.enrol(
                files.map(\.bytes), for: id, by: try visit.mandate(), atMilliseconds: visit.now)
        } catch { return try await again(error, visit) }
        var page = try await GalleryEntryPage(visit, isOpened: false)
        page.verdicts = zip(files.map(\.name), verdicts).map { ($0, $1) }
        return try await shown(page.render(), page, detail: "verdicts")
    }

    /// Asks once more, then destroys.
    private static func forget(_ visit: Visit) async throws -> Reply {
        let (desk, id) = try place(visit)
        guard let reason = visit.form["alasan"].flatMap({ FaceForgettingReason(rawValue: $0) }) else {
            throw DeskError.badRequest(field: "alasan")
        }
        var only: RecordID<FaceEnrolment>?
        if let text = visit.form["gambar"], text != GalleryForgetting.every {
            guard let one = RecordID<FaceEnrolment>(text) else { throw DeskError.badRequest(field: "gambar") }
            only = one
        }
        guard visit.form["yakin"] == "1" else {
            let page = try await GalleryEntryPage(visit, isOpened: false)
            let asking = page.asking(GalleryForgetting(only: only, reason: reason))
            return try await shown(asking, page, detail: "asked once more")
        }
        do {
            _ = try await desk.forget(
                id, only: only, reason: reason, by: try visit.mandate(), atMilliseconds: visit.now)
        } catch { return try await again(error, visit) }
        return await visit.done("/galeri/\(id)", visit.words(GalleryText.forgotten))
    }

    /// The entry's page again with what was wrong; throws on what the officer cannot mend there.
    private static func again(_ error: any Error, _ visit: Visit) async throws -> Reply {
        guard let refusal = error as? GalleryRefusal else { throw error }
        var page = try await GalleryEntryPage(visit, isOpened: false)
        page.problem = refusal
        var reply = try await shown(page.render(), page, detail: refusal.rawValue)
        reply.status = .unprocessableContent
        return reply
    }

    /// A page that was looked at on the way to an act: recorded as a look, since the act has, or had, a record of its own.
    private static func shown(_ html: String, _ page: GalleryEntryPage, detail: String) async throws -> Reply {
        try await page.visit.note(.viewFaces, subjects: page.shown, detail: detail)
        var reply = Reply.page(html)
        reply.isRecorded = true
        return reply
    }

    private static func place(_ visit: Visit) throws(DeskError) -> (GalleryDesk, RecordID<WatchlistEntry>) {
        guard let desk = visit.services.gallery else { throw .notFound }
        return (desk, try visit.id(of: WatchlistEntry.self))
    }
}
